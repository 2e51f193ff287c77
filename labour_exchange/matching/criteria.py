"""From a profile or a vacancy to search criteria, and to the facts that are scored."""

from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.states import Audience
from labour_exchange.matching.scoring import PersonFacts, PostFacts
from labour_exchange.territory.rules import distance_km, point_of
from labour_exchange.vacancies.models import Vacancy
from search.criteria import ProfileCriteria, ProfileFilters, VacancyCriteria, VacancyFilters

RETRIEVED = 200
MINOR_GROUP = 3


def person_facts(profile: Profile) -> PersonFacts:
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
        kilometres=_kilometres(vacancy, profile),
        pay_from=vacancy.pay_from,
        pay_to=vacancy.pay_to,
        hours=vacancy.hours,
        employment_kind=vacancy.employment_kind,
        is_remote=vacancy.is_remote,
        is_quota=vacancy.is_quota,
        applications_per_post=vacancy.applications / max(vacancy.posts_left, 1),
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


def _kilometres(vacancy: Vacancy, profile: Profile) -> float | None:
    try:
        home = point_of(profile.district_code or profile.region_code)
        if vacancy.latitude is not None and vacancy.longitude is not None:
            return distance_km(*home, vacancy.latitude, vacancy.longitude)
        where = vacancy.district_code or vacancy.region_code
        return distance_km(*home, *point_of(where)) if where else None
    except KeyError:
        return None
