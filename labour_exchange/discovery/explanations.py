"""The clauses that counted for a hit, in words with their weights: pure."""

from collections.abc import Iterable
from functools import lru_cache

from labour_exchange.classifications import occupations as isco
from labour_exchange.classifications import skills
from labour_exchange.discovery import texts
from labour_exchange.discovery.texts import filled
from labour_exchange.foundation.texts import Text
from search.results import Reason

Weighted = tuple[Text, float]
LEAST_SHOWN = 0.5
REMEMBERED = 4096  # One page says the same of most of its hits.


def reasons_in_words(reasons: Iterable[Reason], occupations: tuple[str, ...], *, of_people: bool = False) -> tuple[Weighted, ...]:
    """Reasons of one hit, the heaviest first; clauses that say the same thing are added up, so that the sum stays the score.

    `occupations` are those that were asked for: their clauses do not name them.
    """
    found = list(reasons)
    names = {reason.name for reason in found}
    weights: dict[str, float] = {}
    for reason in found:
        subject = _subject(reason.name, names)
        weights[subject] = weights.get(subject, 0.0) + reason.score
    said = ((_words(subject, occupations, of_people=of_people), weight) for subject, weight in weights.items())
    shown = [(words, weight) for words, weight in said if words and weight >= LEAST_SHOWN]
    return tuple(sorted(shown, key=lambda pair: -pair[1]))


def _subject(name: str, names: set[str]) -> str:
    sort, _, rest = name.partition(":")
    if sort == "occupation":
        return "chosen" if "occupation:chosen" in names else sort
    if sort == "text":
        # A word of the title stands in the text too: said once, in the better place.
        return f"title:{rest}" if f"title:{rest}" in names else name
    return sort if sort in ("recency", "answers", "region") else name


@lru_cache(REMEMBERED)
def _words(subject: str, occupations: tuple[str, ...], *, of_people: bool) -> Text | None:
    sort, _, rest = subject.partition(":")
    if sort in ("title", "text"):
        return filled(texts.IN_TITLE if sort == "title" else texts.IN_TEXT, word=rest)
    if sort in ("chosen", "occupation"):
        if len(occupations) != 1:
            return texts.OCCUPATIONS
        return filled(texts.OCCUPATION if sort == "chosen" else texts.OTHER_OCCUPATION, name=in_sentence(isco.occupation(occupations[0]).name))
    if sort == "skill":
        return filled(texts.SKILL, name=skills.skill(rest).name) if skills.is_skill(rest) else None
    return {"recency": texts.ACTIVE if of_people else texts.FRESH, "answers": texts.ANSWERS, "region": texts.LIVES_THERE}.get(sort)


def in_sentence(name: Text) -> Text:
    """Official names begin with a capital; inside a sentence they do not, unless they are an abbreviation."""
    return Text(*(part[:1].lower() + part[1:] if part[1:2].islower() else part for part in (name.kk, name.ru, name.en)))
