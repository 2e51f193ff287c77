"""From a profile or a vacancy to search criteria, and to the facts that are scored."""

from functools import cache

from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.states import Audience
from labour_exchange.matching.scoring import PersonFacts, PostFacts
from labour_exchange.territory.rules import distance_km, point_of
from labour_exchange.vacancies.models import Vacancy
from search.criteria import ProfileCriteria, ProfileFilters, VacancyCriteria, VacancyFilters

RETRIEVED = 200
STORED = 30  # In a ready list; more than a page shows, since some are dismissed or filled before they are shown.
MINOR_GROUP = 3


def person_facts(profile: Profile) -> PersonFacts:
    """What of a profile counts; a row with the same columns will do."""
    return PersonFacts(
        occupations=tuple(profile.occupation_codes),
        skills=frozenset(profile.skills),
        licences=frozenset(profile.licences),
        languages=frozenset(spoken["code"] for spoken in profile.languages),
        education_level=profile.education_level,
        experience_months=profile.experience_months,
        region_code=profile.region_code,
        district_code=profile.district_code,
        move_regions=frozenset(profile.move_regions),
        pay_from=profile.pay_from,
        hours=frozenset(profile.hours),
        employment_kinds=frozenset(profile.employment_kinds),
        wants_remote=profile.wants_remote,
        is_quota_eligible=profile.is_quota_eligible,
    )


def post_facts(vacancy: Vacancy, profile: Profile) -> PostFacts:
    """What the vacancy asks and offers, with its distance from the person's home."""
    return offered_facts(vacancy, _kilometres(vacancy, profile))


def offered_facts(vacancy: Vacancy, kilometres: float | None = None) -> PostFacts:
    """What the vacancy asks and offers whoever looks at it; a row with the same columns will do."""
    return PostFacts(
        occupations=tuple(code for code in (vacancy.occupation_code, *vacancy.occupation_codes) if code),
        skills_required=tuple(vacancy.skills_required),
        skills_wished=tuple(vacancy.skills_wished),
        licences=tuple(vacancy.licences),
        languages=tuple(vacancy.languages),
        education_level=vacancy.education_level,
        experience=vacancy.experience,
        region_code=vacancy.region_code,
        district_code=vacancy.district_code,
        kilometres=kilometres,
        pay_from=vacancy.pay_from,
        pay_to=vacancy.pay_to,
        hours=vacancy.hours,
        employment_kind=vacancy.employment_kind,
        is_remote=vacancy.is_remote,
        is_quota=vacancy.is_quota,
        applications_per_post=vacancy.applications / max(vacancy.posts - vacancy.posts_filled, 1),
    )


def vacancy_criteria(profile: Profile) -> list[VacancyCriteria]:
    """Questions whose answers hold the vacancies worth scoring for this person: near ones first, then work from home."""
    occupations = tuple(sorted({code[:MINOR_GROUP] for code in profile.occupation_codes}))
    regions = () if "*" in profile.move_regions else tuple(sorted({profile.region_code, *profile.move_regions}))
    asked = VacancyCriteria(
        occupations=tuple(profile.occupation_codes),
        skills=tuple(profile.skills),
        filters=VacancyFilters(regions=regions, occupations=occupations),
        limit=RETRIEVED,
    )
    if not (profile.wants_remote and regions):
        return [asked]
    at_home = VacancyFilters(remote=True, occupations=occupations)
    return [asked, VacancyCriteria(occupations=asked.occupations, skills=asked.skills, filters=at_home, limit=RETRIEVED)]


def profile_criteria(vacancy: Vacancy, actor: Actor) -> ProfileCriteria:
    """The question whose answer holds the people worth scoring for this vacancy, within what the asker may read."""
    codes = tuple(code for code in (vacancy.occupation_code, *vacancy.occupation_codes) if code)
    regions = () if vacancy.is_remote or vacancy.region_code is None else (vacancy.region_code,)
    offices = (actor.region_code,) if actor.is_office_staff and actor.region_code else ()
    filters = ProfileFilters(
        audience=audiences_of(actor),
        regions=regions,
        region_offices=offices,
        occupations=tuple(sorted({code[:MINOR_GROUP] for code in codes})),
    )
    return ProfileCriteria(filters=filters, occupations=codes, skills=(*vacancy.skills_required, *vacancy.skills_wished), limit=RETRIEVED)


def audiences_of(actor: Actor) -> tuple[str, ...]:
    """The audiences whose profiles this actor is part of."""
    if actor.kind in (ActorKind.EMPLOYER, ActorKind.AGENCY):
        return (Audience.EMPLOYERS.value,)
    return (Audience.EMPLOYERS.value, Audience.OFFICES.value)


def home_point(profile: Profile) -> tuple[float, float] | None:
    """Latitude and longitude of the district or region where the person lives; None when it is not known."""
    return known_point(profile.district_code or profile.region_code)


def work_point(vacancy: Vacancy) -> tuple[float, float] | None:
    """Latitude and longitude of the place of work, of its district or region when nothing nearer is known."""
    if vacancy.latitude is not None and vacancy.longitude is not None:
        return vacancy.latitude, vacancy.longitude
    return known_point(vacancy.district_code or vacancy.region_code)


def _kilometres(vacancy: Vacancy, profile: Profile) -> float | None:
    home, work = home_point(profile), work_point(vacancy)
    return distance_km(*home, *work) if home and work else None


@cache
def known_point(code: str | None) -> tuple[float, float] | None:
    try:
        return point_of(code) if code else None
    except KeyError:
        return None
