"""Find published vacancies: hits become rows that the actor may read, with reasons, counts and what else could be tried."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from labour_exchange.classifications import occupations as isco
from labour_exchange.discovery import engines
from labour_exchange.discovery.explanations import Weighted, reasons_in_words
from labour_exchange.discovery.finders.facets import OF_VACANCIES, FacetGroup, facet_groups
from labour_exchange.discovery.finders.suggestions import Suggestion, suggestions
from labour_exchange.discovery.questions import Question, SearchQuery, Understood, question_of
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import BAD_CURSOR
from labour_exchange.foundation.texts import Text
from labour_exchange.territory.queries import region
from labour_exchange.territory.rules import distance_km, point_of
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancies_by_public_id
from search.criteria import Near, QueryWord, VacancyCriteria, VacancyFilters
from search.engines.base import Engine
from search.results import BadCursor, EngineUnavailable, Page, Reason

FEW = 5
NEAR_KM = 60.0  # What is similar is best within reach of the same home.
MOST_OCCUPATIONS = 3
MOST_SKILLS = 10
COUNTED_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class FoundVacancy:
    """`reasons` are words with weights that add up to `score`, small ones left out; `raw_reasons` are the engine's. Kilometres are from the place."""

    vacancy: Vacancy
    score: float
    reasons: tuple[Weighted, ...]
    raw_reasons: tuple[Reason, ...]
    kilometres: float | None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One page of vacancies. `total` is exact; `reduced` says that the second engine answered. Suggestions come when little was found.

    `is_home_unknown`: work near home was wished, and where that is nobody said.
    `words` and `occupations` are what was matched; `by_region` counts what the search finds in each region, whichever regions were chosen.
    """

    hits: tuple[FoundVacancy, ...]
    total: int
    facets: tuple[FacetGroup, ...]
    understood: tuple[Understood, ...]
    corrected: tuple[tuple[str, str], ...]
    unknown_place: str
    suggestions: tuple[Suggestion, ...]
    sort: str
    next_cursor: str | None
    engine: str
    took_ms: float
    reduced: bool
    words: tuple[QueryWord, ...] = ()
    occupations: tuple[str, ...] = ()
    by_region: Mapping[str, int] = field(default_factory=dict)
    is_home_unknown: bool = False


def find_vacancies(session: Session, actor: Actor, query: SearchQuery, *, engine: str | None = None) -> FoundPage:
    """Raises Refusal(bad_cursor) for a cursor of another search, EngineUnavailable when no engine answers, KeyError for an unknown engine."""
    question = question_of(query)
    asked = engines.engine(engine)
    try:
        page = asked.find_vacancies(question.criteria)
    except BadCursor:
        raise Refusal(BAD_CURSOR) from None
    hits = _rows(session, actor, question, page)
    more = suggestions(query, question, page.total, asked) if page.total < FEW and query.cursor is None and query.facets else ()
    return FoundPage(
        hits=hits,
        total=page.total,
        facets=facet_groups(page.facets, OF_VACANCIES, _chosen(query, question)),
        understood=question.understood,
        corrected=question.corrected,
        unknown_place=question.unknown_place,
        suggestions=more,
        sort=question.criteria.sort,
        next_cursor=page.next_cursor,
        engine=page.engine,
        took_ms=page.took_ms,
        reduced=page.reduced,
        words=question.criteria.words,
        occupations=question.criteria.occupations,
        by_region=next((dict(facet.values) for facet in page.facets if facet.name == "region"), {}),
        is_home_unknown=question.is_home_unknown,
    )


def similar_vacancies(session: Session, actor: Actor, vacancy: Vacancy, *, limit: int = 5) -> list[Vacancy]:
    """Open vacancies for the same work, those that ask for the same skills first: near, then in the region, then anywhere.

    None when no engine answers, or when the vacancy names no work that is known.
    """
    codes = tuple(dict.fromkeys(code for code in (vacancy.occupation_code, *vacancy.occupation_codes) if code))[:MOST_OCCUPATIONS]
    if not codes:
        return []
    skills = tuple(dict.fromkeys((*vacancy.skills_required, *vacancy.skills_wished)))[:MOST_SKILLS]
    found: dict[str, Vacancy] = {}
    for filters in _wider_and_wider(vacancy):
        criteria = VacancyCriteria(occupations=codes, skills=skills, filters=filters, limit=limit + 1 + len(found))
        try:
            page = engines.engine().find_vacancies(criteria)
        except EngineUnavailable:
            break
        rows = vacancies_by_public_id(session, actor, [hit.public_id for hit in page.hits])
        found |= {hit.public_id: rows[hit.public_id] for hit in page.hits if hit.public_id in rows and hit.public_id not in found}
        found.pop(vacancy.public_id, None)
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _wider_and_wider(vacancy: Vacancy) -> list[VacancyFilters]:
    code = vacancy.district_code or vacancy.region_code
    filters = [VacancyFilters()]
    if vacancy.region_code:
        filters.insert(0, VacancyFilters(regions=(vacancy.region_code,)))
    if code and (vacancy.district_code or region(code).is_city):
        near: Near = (*point_of(code), NEAR_KM)
        filters.insert(0, VacancyFilters(near=near))
    return filters


def count_by_region(query: SearchQuery) -> tuple[int, dict[str, int]]:
    """How many vacancies a search finds in the whole country, and how many in each region. Raises EngineUnavailable."""
    question = question_of(replace(query, cursor=None))
    everywhere = replace(question.criteria.filters, regions=(), districts=(), near=None)
    sort = "newest" if question.criteria.sort == "distance" else question.criteria.sort
    page = engines.engine().find_vacancies(replace(question.criteria, filters=everywhere, sort=sort, limit=0, facets=True))
    counts: dict[str, int] = next((dict(facet.values) for facet in page.facets if facet.name == "region"), {})
    return page.total, counts


@dataclass(frozen=True, slots=True)
class CountryCounts:
    """Open vacancies in the country, in each region and in each major group of occupations (code, name, count)."""

    total: int
    by_region: dict[str, int]
    majors: tuple[tuple[str, Text, int], ...]


def country_counts() -> CountryCounts:
    """Counted at most once in half a minute by each process. Raises EngineUnavailable."""
    asked = engines.engine()
    if not _counted or _counted[0][0] is not asked or time.monotonic() - _counted[0][1] > COUNTED_SECONDS:
        page = asked.find_vacancies(VacancyCriteria(sort="newest", limit=0, facets=True))
        facets = {facet.name: facet.values for facet in page.facets}
        majors = tuple((code, isco.occupation(code).name, count) for code, count in facets.get("occupation_major", ()))
        _counted[:] = [(asked, time.monotonic(), CountryCounts(page.total, dict(facets.get("region", ())), majors))]
    return _counted[0][2]


_counted: list[tuple[Engine, float, CountryCounts]] = []


def _rows(session: Session, actor: Actor, question: Question, page: Page) -> tuple[FoundVacancy, ...]:
    rows = vacancies_by_public_id(session, actor, [hit.public_id for hit in page.hits])
    occupations = question.criteria.occupations
    origin = point_of(question.origin.code) if question.origin and _is_point(question) else None
    return tuple(
        FoundVacancy(
            rows[hit.public_id], hit.score, reasons_in_words(hit.reasons, occupations), hit.reasons, _kilometres(origin, rows[hit.public_id])
        )
        for hit in page.hits
        if hit.public_id in rows
    )


def _is_point(question: Question) -> bool:
    """Whether the place asked for is small enough to measure from, or was measured from."""
    place = question.origin
    return place is not None and (place.district_kato is not None or question.criteria.filters.near is not None or region(place.region_code).is_city)


def _kilometres(origin: tuple[float, float] | None, vacancy: Vacancy) -> float | None:
    if origin is None or vacancy.latitude is None or vacancy.longitude is None:
        return None
    return distance_km(*origin, vacancy.latitude, vacancy.longitude)


def _chosen(query: SearchQuery, question: Question) -> dict[str, tuple[str, ...]]:
    filters = question.criteria.filters
    chosen: dict[str, Iterable[str]] = {
        "region": query.regions,
        "occupation": query.occupations,
        "kind": filters.employment_kinds,
        "hours": filters.hours,
        "experience": filters.experience,
        "source": filters.sources,
        "remote": ("true",) if filters.remote else (),
        "quota": ("true",) if filters.quota else (),
    }
    return {name: tuple(values) for name, values in chosen.items()}
