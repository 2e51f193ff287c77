"""Every weight of the ranking, with its reason, and the clauses that add them up."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from search.criteria import Criteria, ProfileCriteria, QueryWord, VacancyCriteria
from search.indexes.fields import Value, milliseconds
from search.queries.conditions import AnyOf, AtLeast, Condition, holds
from search.results import Reason

# Weights are whole 64ths: sums of them are exact in Elasticsearch's 32-bit floats, so both engines reach the same score to the last bit.
PARTS = 64


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of the score weighs; another weighting is another value, so that two can be compared."""

    text_word: float = 1.0  # A word anywhere in the document counts its rarity once.
    title_word: float = 2.0  # In the title it counts twice more: a title names the job, a text mentions it.
    least_rarity: float = 0.5  # A word that everybody uses still says something.
    most_rarity: float = 5.0  # Beyond one document in a hundred and fifty, rarer is no better: it may be a misprint, or a name.
    chosen_occupation: float = 5.0  # The occupation meant, chosen by whoever wrote the document: more than any one common title word.
    occupation: float = 6.0  # The occupation meant is among the document's occupations.
    skill: float = 2.0  # Each skill that was meant.
    recency: tuple[tuple[int, float], ...] = ((3, 0.5), (7, 0.5), (30, 1.0))  # Days, weight on top of later ones: fresh breaks ties, beats no title.
    answers: tuple[tuple[float, float], ...] = ((0.5, 0.5), (0.8, 0.5))  # Employers who answer come before those who do not, as gently as freshness.
    lives_there: float = 1.0  # Someone who lives in the region asked for comes before someone ready to move there.


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the score: its name in the reasons, its weight in 64ths, and when it counts."""

    name: str
    weight: int
    condition: Condition


def rarity(documents: int, total: int, weights: Weights = WEIGHTS) -> float:
    """How much a word tells that stands in `documents` of `total`: the inverse document frequency of BM25, within bounds."""
    found = min(max(documents, 1), total)
    return min(max(math.log(1 + (total - found + 0.5) / (found + 0.5)), weights.least_rarity), weights.most_rarity)


def in_parts(weight: float) -> int:
    return round(weight * PARTS)


def vacancy_clauses(criteria: VacancyCriteria, rarities: tuple[float, ...], today: date, weights: Weights = WEIGHTS) -> tuple[Clause, ...]:
    """What scores for these criteria; `rarities` belongs to the words, one each."""
    fresh = (Clause(f"recency:{days}", in_parts(weight), AtLeast("published_on", today - timedelta(days))) for days, weight in weights.recency)
    answers = (Clause(f"answers:{rate}", in_parts(weight), AtLeast("answer_rate", rate)) for rate, weight in weights.answers)
    return (*_content_clauses(criteria, rarities, weights), *fresh, *answers)


def profile_clauses(criteria: ProfileCriteria, rarities: tuple[float, ...], today: date, weights: Weights = WEIGHTS) -> tuple[Clause, ...]:
    """The same for people; their freshness is their last sign of life."""
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    fresh = (
        Clause(f"recency:{days}", in_parts(weight), AtLeast("active_at", milliseconds(midnight - timedelta(days))))
        for days, weight in weights.recency
    )
    regions = criteria.filters.regions
    lives_there = (Clause("region", in_parts(weights.lives_there), AnyOf("region", regions)),) if regions else ()
    return (*_content_clauses(criteria, rarities, weights), *fresh, *lives_there)


def reasons(clauses: tuple[Clause, ...], values: Mapping[str, Value]) -> tuple[Reason, ...]:
    """The clauses that count for a document with these field values."""
    return tuple(Reason(clause.name, clause.weight / PARTS) for clause in clauses if holds(clause.condition, values))


def _content_clauses(criteria: Criteria, rarities: tuple[float, ...], weights: Weights) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    for word, rare in zip(criteria.words, rarities, strict=True):
        clauses += _word_clauses(word, rare, weights)
    if criteria.occupations:
        clauses.append(Clause("occupation:chosen", in_parts(weights.chosen_occupation), AnyOf("occupation", criteria.occupations)))
        clauses.append(Clause("occupation", in_parts(weights.occupation), AnyOf("occupation_units", criteria.occupations)))
    clauses += [Clause(f"skill:{skill}", in_parts(weights.skill), AnyOf("skills", (skill,))) for skill in criteria.skills]
    return tuple(clauses)


def _word_clauses(word: QueryWord, rare: float, weights: Weights) -> tuple[Clause, Clause]:
    return (
        Clause(f"title:{word.surface}", in_parts(rare * weights.title_word), AnyOf("title", word.terms)),
        Clause(f"text:{word.surface}", in_parts(rare * weights.text_word), AnyOf("text", word.terms)),
    )
