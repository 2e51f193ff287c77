"""What was typed and chosen, what was read in it, and the criteria it became."""

from dataclasses import dataclass, replace

from labour_exchange.territory.places import Place
from search.criteria import Sort, VacancyCriteria


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What was typed, where, and what was chosen beside it. `without` names what was understood and is not wanted: codes, or "pay", "hours", ...

    `exact`: the words are right as they stand. `within_km` is counted from the place, or with `from_home` from `home`, the code of
    where the asker lives; without it a journey of COMMUTE_KM is meant. Values that no vacancy has find nothing.
    """

    text: str = ""
    place: str = ""
    regions: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    employment_kinds: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    pay_from: int | None = None
    education_max: int | None = None
    remote: bool | None = None
    quota: bool | None = None
    within_km: int | None = None
    from_home: bool = False
    home: str = ""
    published_within_days: int | None = None
    employer: str | None = None
    exact: bool = False
    without: frozenset[str] = frozenset()
    sort: Sort | None = None
    limit: int = 20
    cursor: str | None = None
    facets: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """Something that was read in the words or in the box for the place.

    `kind`: occupation, skill, place, pay, hours, not_hours, remote, licences, experience, kind (of employment), source, quota,
    education (the asker has no more), near (where the asker lives). `value` is a code, or the amount of pay; `in_place_box` says where it stood.
    """

    kind: str
    value: str
    in_place_box: bool = False

    @property
    def key(self) -> str:
        """The name by which a reader takes it away."""
        return self.value if self.kind in ("occupation", "skill", "place") else self.kind


@dataclass(frozen=True, slots=True)
class Question:
    """Criteria, and how they were reached. `corrected` pairs are (typed, used); `unknown_place` stood in the box for the place and is none.

    `place` is where is searched, the first where several were named; `place_words` are the words that named them, unless it stood in the box.
    `origin` is where kilometres are counted from, if from anywhere; `is_home_unknown`: near home was wished, and nobody knows where that is.
    """

    criteria: VacancyCriteria
    understood: tuple[Understood, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    unknown_place: str = ""
    place: Place | None = None
    place_words: tuple[str, ...] = ()
    origin: Place | None = None
    is_home_unknown: bool = False


def without_filters(query: SearchQuery, *names: str) -> SearchQuery:
    """The same query with these fields as if they had not been chosen."""
    fresh = SearchQuery()
    return replace(query, cursor=None, **{name: getattr(fresh, name) for name in names})
