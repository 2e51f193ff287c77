"""Driving categories, permits and certificates that work can ask for."""

from dataclasses import dataclass
from functools import cache

from labour_exchange.classifications.loading import rows, text_of
from labour_exchange.foundation.texts import Text

KINDS = {
    "driving": Text(kk="Жүргізуші куәлігі", ru="Водительское удостоверение", en="Driving licence"),
    "machine": Text(kk="Машиналар мен қондырғыларды басқару", ru="Управление машинами и установками", en="Operating machines and plant"),
    "safety": Text(kk="Қауіпсіздік рұқсаттары", ru="Допуски по безопасности", en="Safety permits"),
    "health": Text(kk="Денсаулық сақтау", ru="Здравоохранение", en="Health"),
    "transport": Text(kk="Теміржол, су және әуе көлігі", ru="Железнодорожный, водный и воздушный транспорт", en="Rail, water and air transport"),
    "profession": Text(kk="Кәсіптік лицензиялар", ru="Профессиональные лицензии", en="Professional licences"),
}


@dataclass(frozen=True, slots=True)
class Licence:
    """A right to drive, to operate or to practise; its kind is a key of KINDS."""

    code: str
    kind: str
    name: Text


# A category is taken to include its subcategory (C covers C1, D covers D1) and an electrical safety group the lower ones.
# This is the usual reading; it has not been compared with the text of the acts.
INCLUDED_CATEGORIES = {
    "driving-a": ("driving-a1",),
    "driving-b": ("driving-b1",),
    "driving-c": ("driving-c1",),
    "driving-d": ("driving-d1",),
    "driving-ce": ("driving-c1e",),
    "driving-de": ("driving-d1e",),
    "electrical-5": ("electrical-4", "electrical-3", "electrical-2"),
    "electrical-4": ("electrical-3", "electrical-2"),
    "electrical-3": ("electrical-2",),
}


@cache
def _licences() -> dict[str, Licence]:
    return {row["code"]: Licence(row["code"], row["kind"], text_of(row)) for row in rows("licences.tsv")}


def licences(kind: str | None = None) -> tuple[Licence, ...]:
    """All licences, or those of one kind."""
    return tuple(licence for licence in _licences().values() if kind in (None, licence.kind))


def licence(code: str) -> Licence:
    """The licence of a code; KeyError when there is none."""
    try:
        return _licences()[code]
    except KeyError:
        raise KeyError(f"no licence has the code {code!r}") from None


def is_licence(code: str) -> bool:
    return code in _licences()


def is_covered(required_code: str, held_codes: frozenset[str]) -> bool:
    """Whether one of the licences a person holds is the required one or includes it."""
    return required_code in held_codes or any(required_code in INCLUDED_CATEGORIES.get(held, ()) for held in held_codes)
