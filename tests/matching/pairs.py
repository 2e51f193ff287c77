"""Random people and posts over real codes, for properties that must hold for any pair."""

import random

from hypothesis import strategies as st

from labour_exchange.classifications.licences import licences
from labour_exchange.classifications.occupations import occupations
from labour_exchange.classifications.skills import skills
from labour_exchange.matching.scoring import EXPERIENCE_MONTHS, PersonFacts, PostFacts
from labour_exchange.territory.queries import districts_of
from labour_exchange.vacancies.states import EmploymentKind, Hours

REGIONS = ("KZ-71", "KZ-75", "KZ-23")
DISTRICTS = tuple(one.kato for region in REGIONS for one in districts_of(region)[:3])
OCCUPATIONS = tuple(one.code for one in occupations() if len(one.code) == 4)
FEW_OCCUPATIONS = ("7411", "7412", "7421", "7212", "8332", "2411", "5120")
SKILLS = tuple(sorted(one.id for one in skills()))[:12]
LICENCES = tuple(one.code for one in licences())[:14]
LANGUAGES = ("kk", "ru", "en", "tr")
HOURS = tuple(one.value for one in Hours)
KINDS = tuple(one.value for one in EmploymentKind)


def sets_of(codes: tuple[str, ...], most: int = 4) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(codes), max_size=most)


def lists_of(codes: tuple[str, ...], most: int = 4) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(codes), max_size=most).map(tuple)


PAY = st.none() | st.integers(0, 10**6)
PEOPLE = st.builds(
    PersonFacts,
    occupations=lists_of(FEW_OCCUPATIONS, 3),
    skills=sets_of(SKILLS),
    licences=sets_of(LICENCES),
    languages=sets_of(LANGUAGES),
    education_level=st.none() | st.integers(0, 8),
    experience_months=st.integers(0, 400),
    region_code=st.sampled_from(REGIONS),
    district_code=st.none() | st.sampled_from(DISTRICTS),
    move_regions=sets_of((*REGIONS, "*")),
    pay_from=PAY,
    hours=sets_of(HOURS),
    employment_kinds=sets_of(KINDS),
    wants_remote=st.booleans(),
    is_quota_eligible=st.booleans(),
)
POSTS = st.builds(
    PostFacts,
    occupations=lists_of(FEW_OCCUPATIONS, 2),
    skills_required=lists_of(SKILLS),
    skills_wished=lists_of(SKILLS),
    licences=lists_of(LICENCES),
    languages=lists_of(LANGUAGES),
    education_level=st.none() | st.integers(0, 8),
    experience=st.none() | st.sampled_from(tuple(EXPERIENCE_MONTHS)),
    region_code=st.none() | st.sampled_from(REGIONS),
    district_code=st.none() | st.sampled_from(DISTRICTS),
    kilometres=st.none() | st.floats(0, 3000),
    pay_from=PAY,
    pay_to=PAY,
    hours=st.sampled_from(HOURS),
    employment_kind=st.sampled_from(KINDS),
    is_remote=st.booleans(),
    is_quota=st.booleans(),
    applications_per_post=st.floats(0, 100),
)


def random_person(chance: random.Random) -> PersonFacts:
    return PersonFacts(
        occupations=tuple(chance.sample(OCCUPATIONS, chance.randint(1, 3))),
        skills=_some(chance, SKILLS, 8),
        licences=_some(chance, LICENCES, 4),
        languages=_some(chance, LANGUAGES, 3),
        education_level=chance.choice((None, *range(9))),
        experience_months=chance.randint(0, 300),
        region_code=chance.choice(REGIONS),
        district_code=chance.choice((None, *DISTRICTS)),
        move_regions=_some(chance, REGIONS, 2),
        pay_from=chance.choice((None, chance.randrange(0, 900_000, 10_000))),
        hours=_some(chance, HOURS, 2),
        employment_kinds=_some(chance, KINDS, 2),
        wants_remote=chance.random() < 0.3,
        is_quota_eligible=chance.random() < 0.2,
    )


def random_post(chance: random.Random, near: PersonFacts) -> PostFacts:
    """Half of the posts are of the person's own occupation, so that explanations are rich."""
    pay = chance.choice((None, chance.randrange(60_000, 900_000, 10_000)))
    return PostFacts(
        occupations=(chance.choice(near.occupations) if chance.random() < 0.5 else chance.choice(OCCUPATIONS),),
        skills_required=tuple(_some(chance, SKILLS, 6)),
        skills_wished=tuple(_some(chance, SKILLS, 4)),
        licences=tuple(_some(chance, LICENCES, 2)),
        languages=tuple(_some(chance, LANGUAGES, 2)),
        education_level=chance.choice((None, *range(9))),
        experience=chance.choice((None, *EXPERIENCE_MONTHS)),
        region_code=chance.choice((None, *REGIONS)),
        district_code=chance.choice((None, *DISTRICTS)),
        kilometres=chance.choice((None, chance.uniform(0, 300))),
        pay_from=pay,
        pay_to=chance.choice((None, pay)),
        hours=chance.choice(HOURS),
        employment_kind=chance.choice(KINDS),
        is_remote=chance.random() < 0.3,
        is_quota=chance.random() < 0.3,
        applications_per_post=chance.choice((0.0, 1.5, chance.uniform(0, 60))),
    )


def _some(chance: random.Random, codes: tuple[str, ...], most: int) -> frozenset[str]:
    return frozenset(chance.sample(codes, chance.randint(0, min(most, len(codes)))))
