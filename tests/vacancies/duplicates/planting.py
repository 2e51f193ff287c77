"""Copies of real advertisements as other people would bring them, made by recipe when the tests run; no text of them is part of the project."""

import csv
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from labour_exchange.vacancies.duplicates.scoring import Posting
from labour_exchange.vacancies.imports.hh import fields_of_hh

HERE = Path(__file__).resolve().parent
REAL = HERE.parents[3] / "shared" / "data" / "hh_astana_2026-03.jsonl"
# Words that say the same, both ways round.
REWORDED = {
    "опыт": "стаж", "знание": "владение", "умение": "навык", "ответственность": "аккуратность", "работа": "деятельность", "ведение": "выполнение",
    "обеспечение": "поддержка", "контроль": "проверка", "подготовка": "составление", "высшее": "законченное высшее", "участие": "помощь",
    "разработка": "создание", "консультирование": "информирование", "клиентов": "заказчиков", "клиентами": "заказчиками",
}  # fmt: skip
AGENCY_WORDS = "Кадровое агентство подбирает сотрудника для своего клиента. Услуги для соискателей бесплатны. Отклик рассмотрим за два дня."
KAZAKH_WORDS = "Жұмыс тұрақты, ресми рәсімделеді. Толық ақпаратты әңгімелесу кезінде береміз. Өтінім қалдырыңыз."
OTHER_PLACES = ("проспект Выдуманный, 911", "улица Несуществующая, 733")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


@dataclass(frozen=True)
class Pair:
    """An advertisement and what was planted beside it; `is_same` is the judgement."""

    id: str
    recipe: str
    half: str
    one: Posting
    other: Posting
    is_same: bool


@cache
def real_postings() -> dict[str, Posting]:
    """The advertisements that name an address, by the site's id, as one source brings them."""
    found = {}
    for line in REAL.read_text(encoding="utf-8").splitlines():
        said = fields_of_hh(json.loads(line))
        text = " ".join(str(said.get(name) or "") for name in ("description", "requirements"))
        found[str(said["external_id"])] = Posting(
            origin="jobsite",
            employer_id=None,
            employer_name=str(said.get("employer_name") or ""),
            employer_bin=None,
            region="KZ-71",
            district=None,
            place=str(said.get("place") or ""),
            title=str(said["title"]),
            text=re.sub(r"<[^>]+>", "", text),
            occupation=None,
            pay_from=_whole(said.get("pay_from")),
            pay_to=_whole(said.get("pay_to")),
        )
    return found


def planted() -> Iterator[Pair]:
    """Every line of planted.tsv made into a pair."""
    with (HERE / "planted.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            one = real_postings()[row["id"]]
            other = real_postings()[row["other"]] if row["other"] else one
            made = RECIPES[row["recipe"]](other, random.Random(row["id"] + row["recipe"]))
            yield Pair(row["id"], row["recipe"], row["half"], one, replace(made, origin="agency"), row["same"] == "1")


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) else None


def _sentences(text: str) -> list[str]:
    return [one for one in _SENTENCE.split(text) if one.strip()]


def _reworded(one: Posting, chance: random.Random) -> Posting:
    """Other words for the same, other order, one sentence in four left out."""
    kept = _sentences(" ".join(REWORDED.get(word.casefold(), word) for word in one.text.split()))
    kept = [each for place, each in enumerate(kept) if len(kept) < 4 or place % 4 != 3]
    chance.shuffle(kept)
    return replace(one, text=" ".join(kept))


def _other_order(one: Posting, _chance: random.Random) -> Posting:
    """The Kazakh part before the Russian one, sentences from the last to the first."""
    return replace(one, text=f"{KAZAKH_WORDS} {' '.join(reversed(_sentences(one.text)))}")


def _other_pay(one: Posting, chance: random.Random) -> Posting:
    by = chance.choice((0.8, 0.87, 1.1, 1.3))
    return replace(_other_order(one, chance), pay_from=int((one.pay_from or 250_000) * by), pay_to=int(one.pay_to * by) if one.pay_to else None)


def _by_agency(one: Posting, chance: random.Random) -> Posting:
    """An agency's own words around it, the client's name with a legal form, no address."""
    return replace(_reworded(one, chance), employer_name=f"ТОО «{one.employer_name}»", place="", text=f"{AGENCY_WORDS} {one.text}")


def _shouted(one: Posting, _chance: random.Random) -> Posting:
    return replace(one, title=f"СРОЧНО требуется {one.title.lower()}!")


def _retold(one: Posting, chance: random.Random) -> Posting:
    """Somebody told it anew: half of the words are gone, half as many others have come, the title says more."""
    kept = [word for word in one.text.split() if chance.random() < 0.5]
    added = [word for word in AGENCY_WORDS.split() if chance.random() < 0.5 * len(kept) / len(AGENCY_WORDS.split())]
    said = [*kept, *added]
    chance.shuffle(said)
    return replace(one, title=f"{one.title} с опытом работы", text=" ".join(said), place="")


def _sibling(one: Posting, chance: random.Random) -> Posting:
    """Another post of the same name in the same house: what is to be done there is told of another advertisement."""
    other = chance.choice([each for each in real_postings().values() if each.employer_name != one.employer_name])
    return replace(one, text=other.text)


def _other_city(one: Posting, chance: random.Random) -> Posting:
    return replace(_reworded(one, chance), region=chance.choice(("KZ-75", "KZ-79", "KZ-35")), place="")


def _other_branch(one: Posting, chance: random.Random) -> Posting:
    return replace(one, place=chance.choice(OTHER_PLACES))


def _other_rank(one: Posting, chance: random.Random) -> Posting:
    return replace(one, title=f"{chance.choice(('Старший', 'Помощник', 'Ведущий'))} {one.title.lower()}")


def _other_employer(one: Posting, _chance: random.Random) -> Posting:
    return replace(one, employer_name="Выдуманная компания Номер Девять")


def _as_it_is(one: Posting, _chance: random.Random) -> Posting:
    return one


RECIPES: dict[str, Callable[[Posting, random.Random], Posting]] = {
    "reworded": _reworded,
    "order": _other_order,
    "pay": _other_pay,
    "agency": _by_agency,
    "shouted": _shouted,
    "retold": _retold,
    "sibling": _sibling,
    "city": _other_city,
    "branch": _other_branch,
    "rank": _other_rank,
    "employer": _other_employer,
    "neighbour": _as_it_is,
}
SAME = frozenset({"reworded", "order", "pay", "agency", "shouted", "retold"})
