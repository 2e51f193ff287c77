"""Find people who may be found: profiles whose audience includes the actor, under their pseudonyms."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from labour_exchange.discovery import engines
from labour_exchange.discovery.explanations import Weighted, reasons_in_words
from labour_exchange.discovery.finders.facets import OF_PROFILES, FacetGroup, facet_groups
from labour_exchange.discovery.questions import SearchQuery, Understood, question_of
from labour_exchange.foundation.access import Actor, ActorKind, require
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.paging import BAD_CURSOR
from labour_exchange.jobseekers.access import READ_SHARED_PROFILE
from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.queries import profiles_by_public_id
from labour_exchange.jobseekers.states import Audience
from search.criteria import ProfileCriteria, ProfileFilters, Sort
from search.results import BadCursor


@dataclass(frozen=True, slots=True)
class ProfileQuery:
    """What is asked of people. `pay_to` is the most that can be paid, `experience_min` is in years; all licences and languages are needed."""

    text: str = ""
    place: str = ""
    regions: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    employment_kinds: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    pay_to: int | None = None
    remote: bool | None = None
    experience_min: int | None = None
    education_min: int | None = None
    without: frozenset[str] = frozenset()
    exact: bool = False
    sort: Sort | None = None
    limit: int = 20
    cursor: str | None = None
    facets: bool = True


@dataclass(frozen=True, slots=True)
class FoundProfile:
    profile: Profile
    score: float
    reasons: tuple[Weighted, ...]


@dataclass(frozen=True, slots=True)
class FoundProfiles:
    """One page of profiles; `total` is exact and counts only those that the actor may read."""

    hits: tuple[FoundProfile, ...]
    total: int
    facets: tuple[FacetGroup, ...]
    understood: tuple[Understood, ...]
    corrected: tuple[tuple[str, str], ...]
    unknown_place: str
    next_cursor: str | None
    reduced: bool


def find_profiles(session: Session, actor: Actor, query: ProfileQuery) -> FoundProfiles:
    """Raises NotFound for who may not search people, Refusal(bad_cursor), EngineUnavailable."""
    criteria, understood, corrected, unknown = _asked(actor, query)
    try:
        page = engines.engine().find_profiles(criteria)
    except BadCursor:
        raise Refusal(BAD_CURSOR) from None
    rows = profiles_by_public_id(session, actor, [hit.public_id for hit in page.hits])
    hits = tuple(
        FoundProfile(rows[hit.public_id], hit.score, reasons_in_words(hit.reasons, criteria.occupations, of_people=True))
        for hit in page.hits
        if hit.public_id in rows
    )
    chosen = {
        "region": query.regions,
        "occupation": query.occupations,
        "education": (str(query.education_min),) if query.education_min is not None else (),
        "remote": ("true",) if query.remote else (),
    }
    groups = facet_groups(page.facets, OF_PROFILES, chosen)
    return FoundProfiles(hits, page.total, groups, understood, corrected, unknown, page.next_cursor, page.reduced)


def _asked(actor: Actor, query: ProfileQuery) -> tuple[ProfileCriteria, tuple[Understood, ...], tuple[tuple[str, str], ...], str]:
    audience, offices = _scope(actor)
    # The words are read as those of a search for work; of conditions in them only the place says something about people.
    read = question_of(SearchQuery(text=query.text, place=query.place, regions=query.regions, without=query.without, exact=query.exact))
    place = read.criteria.filters
    filters = ProfileFilters(
        audience=audience,
        regions=place.regions,
        districts=place.districts,
        occupations=query.occupations,
        pay_to=query.pay_to,
        hours=query.hours,
        employment_kinds=query.employment_kinds,
        remote=query.remote,
        experience_min=query.experience_min,
        education_min=query.education_min,
        licences=query.licences,
        languages=query.languages,
        region_offices=offices,
    )
    words, occupations = read.criteria.words, read.criteria.occupations
    sort: Sort = query.sort if query.sort and query.sort != "distance" else "relevance" if words or occupations else "newest"
    criteria = ProfileCriteria(filters, words, occupations, read.criteria.skills, sort, query.limit, query.cursor, query.facets)
    understood = tuple(told for told in read.understood if told.kind in ("occupation", "skill", "place"))
    return criteria, understood, read.corrected, read.unknown_place


def _scope(actor: Actor) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which audiences the actor belongs to, and of which regions' offices."""
    if actor.kind is ActorKind.SYSTEM:
        return (Audience.OFFICES.value, Audience.EMPLOYERS.value), ()
    require(actor, READ_SHARED_PROFILE)
    if actor.kind in (ActorKind.EMPLOYER, ActorKind.AGENCY):
        return (Audience.EMPLOYERS.value,), ()
    if not actor.region_code:
        raise NotFound
    return (Audience.OFFICES.value, Audience.EMPLOYERS.value), (actor.region_code,)
