"""Questions to the search, the same for every engine: what was typed, as understood, and what was chosen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Sort = Literal["relevance", "newest", "pay", "distance"]
Near = tuple[float, float, float]  # degrees of latitude, degrees of longitude, kilometres
MOST_HITS = 1000
MOST_WORDS = 32


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One typed word; a document matches it if any of the terms (the word's readings) stands in it."""

    surface: str
    terms: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.terms or not all(self.terms):
            raise ValueError("a query word needs at least one term, none of them empty")


@dataclass(frozen=True, slots=True)
class VacancyFilters:
    """What a vacancy must be. Empty and None do not filter; values of one filter are alternatives, filters are joined by "and".

    `occupations` are ISCO codes of any level; `pay_from` is met when the vacancy's highest stated pay reaches it; `languages` are those of the text.
    `education_max`, `licences` and `spoken` are what the asker has: the vacancy asks for nothing beyond (licences=("none",): it asks for none);
    of `licences_any` it asks for one at least.
    """

    regions: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    not_regions: tuple[str, ...] = ()
    near: Near | None = None
    occupations: tuple[str, ...] = ()
    pay_from: int | None = None
    employment_kinds: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    remote: bool | None = None
    experience: tuple[str, ...] = ()
    education_max: int | None = None
    published_since: date | None = None
    employer: str | None = None
    sources: tuple[str, ...] = ()
    quota: bool | None = None
    languages: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    licences_any: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileFilters:
    """What a profile must be. `audience` names the audiences that the asker may read and is always needed.

    `regions` are met by living there or being ready to move there; `pay_to` is met by a lower wish or none; `hours` and `employment_kinds` are
    met by a shared wish or none; `licences` and `languages` are all needed.
    """

    audience: tuple[str, ...]
    regions: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    not_regions: tuple[str, ...] = ()
    near: Near | None = None
    occupations: tuple[str, ...] = ()
    pay_to: int | None = None
    hours: tuple[str, ...] = ()
    employment_kinds: tuple[str, ...] = ()
    remote: bool | None = None
    experience_min: int | None = None
    education_min: int | None = None
    licences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    region_offices: tuple[str, ...] = ()
    active_since: datetime | None = None

    def __post_init__(self) -> None:
        if not self.audience:
            raise ValueError("a search for people must say which audiences the asker may read")


@dataclass(frozen=True, slots=True)
class VacancyCriteria:
    """A document meets the text when it holds every word or has one of the recognised occupations; `skills` only score. `limit` 0 only counts."""

    words: tuple[QueryWord, ...] = ()
    occupations: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    filters: VacancyFilters = VacancyFilters()
    sort: Sort = "relevance"
    limit: int = 20
    cursor: str | None = None
    facets: bool = False

    def __post_init__(self) -> None:
        _require_sense(self)


@dataclass(frozen=True, slots=True)
class ProfileCriteria:
    """The same for people. Sorted by pay, the lowest wish comes first; sorted by newest, the most recently active."""

    filters: ProfileFilters
    words: tuple[QueryWord, ...] = ()
    occupations: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    sort: Sort = "relevance"
    limit: int = 20
    cursor: str | None = None
    facets: bool = False

    def __post_init__(self) -> None:
        _require_sense(self)


Criteria = VacancyCriteria | ProfileCriteria


def _require_sense(criteria: Criteria) -> None:
    if criteria.sort == "distance" and criteria.filters.near is None:
        raise ValueError("a distance is measured from somewhere: sorting by it needs the filter `near`")
    if not 0 <= criteria.limit <= MOST_HITS:
        raise ValueError(f"between 0 and {MOST_HITS} hits can be asked for at once")
    if len(criteria.words) > MOST_WORDS:
        raise ValueError(f"at most {MOST_WORDS} words can be searched at once")
