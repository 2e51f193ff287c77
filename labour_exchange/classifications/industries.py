"""Industries: the sections of ISIC Rev. 4."""

from dataclasses import dataclass
from functools import cache

from labour_exchange.classifications.loading import rows, text_of
from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class Industry:
    """A section by its letter, A to U."""

    code: str
    name: Text


@cache
def _industries() -> dict[str, Industry]:
    return {row["code"]: Industry(row["code"], text_of(row)) for row in rows("industries.tsv")}


def industries() -> tuple[Industry, ...]:
    return tuple(_industries().values())


def industry(code: str) -> Industry:
    """The section of a letter; KeyError when there is none."""
    try:
        return _industries()[code]
    except KeyError:
        raise KeyError(f"no industry has the code {code!r}") from None


def is_industry(code: str) -> bool:
    return code in _industries()
