"""What of a search is kept, when two are the same, how it is keyed, and when its person is told. Pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from typing import Any

from labour_exchange.alerts.states import Frequency
from labour_exchange.discovery.questions import SearchQuery
from search.criteria import VacancyCriteria, VacancyFilters

MOST_SEARCHES = 20
NAME_LENGTH = 80
INSTANT_PAUSE = timedelta(hours=1)
MORNING = time(8)
MONDAY = 0
# What belongs to one reading of the results, not to what is looked for. New vacancies are recent by nature, so their age is no part either.
NOT_KEPT = frozenset({"sort", "limit", "cursor", "facets", "published_within_days"})
KEPT = tuple(field.name for field in fields(SearchQuery) if field.name not in NOT_KEPT)
# Filters that are columns of a saved search; the others are held against a vacancy one by one.
IN_COLUMNS = frozenset({"regions", "pay_from", "employment_kinds", "hours", "published_since"})
ANYWHERE = "*"
MOST_REGIONS_IN_KEYS = 5


@dataclass(frozen=True, slots=True)
class Derived:
    """A question in the terms of the index; `words` is one tuple of alternatives a word."""

    words: tuple[tuple[str, ...], ...]
    units: tuple[str, ...]
    filters: VacancyFilters
    keys: frozenset[str]
    rest: dict[str, Any]


def kept(query: SearchQuery) -> dict[str, Any]:
    """What of a query is stored: JSON values of everything that is not as usual."""
    usual = SearchQuery()
    chosen = {name: getattr(query, name) for name in KEPT if getattr(query, name) != getattr(usual, name)}
    return {name: sorted(value) if isinstance(value, frozenset | tuple) else value for name, value in chosen.items()}


def asked_again(question: Mapping[str, Any]) -> SearchQuery:
    """The query that was kept; what a later version no longer knows is passed over."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in question.items() if name in KEPT}
    if "without" in values:
        values["without"] = frozenset(values["without"])
    return SearchQuery(**values)


def is_empty(query: SearchQuery) -> bool:
    """Whether a search asks for nothing at all: every new vacancy would be told."""
    return not kept(query)


def asks_nothing(criteria: VacancyCriteria) -> bool:
    """Whether nothing that was typed or chosen is asked of a vacancy ("ищу работу"): every new vacancy would be told."""
    return not (criteria.words or criteria.occupations) and criteria.filters == VacancyFilters()


def fingerprint(query: SearchQuery) -> str:
    """The same for searches that ask the same, however the words are spaced or written large."""
    question = kept(query)
    for name in ("text", "place"):
        if name in question:
            question[name] = " ".join(str(question[name]).casefold().split())
    return hashlib.sha256(json.dumps(question, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def derived(criteria: VacancyCriteria, documents: Mapping[str, int]) -> Derived:
    """What the index is asked, with its keys; `documents` says in how many documents a term stands, as far as it is known."""
    words = tuple(word.terms for word in criteria.words)
    filters = criteria.filters
    places = filters.regions if 0 < len(filters.regions) <= MOST_REGIONS_IN_KEYS else (ANYWHERE,)
    keys = frozenset(f"{token}|{place}" for token in _tokens(words, criteria.occupations, filters, documents) for place in places)
    usual = VacancyFilters()
    rest = {
        field.name: list(value) if isinstance(value, tuple) else value
        for field in fields(VacancyFilters)
        if field.name not in IN_COLUMNS and (value := getattr(filters, field.name)) != getattr(usual, field.name)
    }
    return Derived(words, criteria.occupations, filters, keys, rest)


def remaining_criteria(rest: Mapping[str, Any]) -> VacancyCriteria:
    """The filters that were not columns, as criteria that a document is held against."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in rest.items()}
    return VacancyCriteria(filters=VacancyFilters(**values))


def is_due(frequency: Frequency, told_at: datetime | None, now: datetime) -> bool:
    """Whether a person may be told now (times in the zone of the country); `told_at` is when they were last told at this frequency.

    Instant means at once, and then at most once an hour; daily from eight in the morning; weekly on Mondays from eight.
    """
    if frequency is Frequency.INSTANT:
        return told_at is None or now - told_at >= INSTANT_PAUSE
    if now.time() < MORNING or (frequency is Frequency.WEEKLY and now.weekday() != MONDAY):
        return False
    return told_at is None or told_at.date() < now.date()


def _tokens(words: tuple[tuple[str, ...], ...], units: tuple[str, ...], filters: VacancyFilters, documents: Mapping[str, int]) -> Iterable[str]:
    if words:
        # Every word is required, so the one that stands in fewest documents is key enough: each of its readings.
        rarest = min(words, key=lambda terms: sum(documents.get(term, 0) for term in terms))
        yield from (f"t:{term}" for term in rarest)
    yield from (f"o:{code}" for code in units)
    if not words and not units:
        yield from (f"c:{code}" for code in filters.occupations) if filters.occupations else (ANYWHERE,)
