"""Invented documents and criteria, the same for the same seed."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from search.criteria import ProfileCriteria, ProfileFilters, QueryWord, Sort, VacancyCriteria, VacancyFilters
from search.documents import ProfileDocument, VacancyDocument

TODAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
TITLES = ("сварщик", "водитель", "повар", "есепші", "жүргізуші", "welder", "teacher", "бухгалтер", "c++", "1с", "o'neil", "a\\b", "аспаз")
WORDS = (*TITLES, *(f"сөз{number}" for number in range(150)), "вахта", "c#", "|", "&!", "'", "ё|ж", "зауыт")
OCCUPATIONS = ("7212", "7213", "8332", "8322", "5120", "3313", "2411", "2221", "2341", "2330", "9112", "0110", "1120", "4110")
REGIONS = ("KZ-71", "KZ-75", "KZ-79", "KZ-10", "KZ-63", "KZ-35")
SKILLS = tuple(f"skill-{number}" for number in range(25))
KINDS = ("permanent", "fixed_term", "seasonal", "temporary")
HOURS = ("full", "part", "shift", "rotational")
EXPERIENCE = ("none", "year", "three", "six")
LICENCES = ("B", "C", "D", "electric-3")
LANGUAGES = ("kk", "ru", "en")


def _some(random: Random, values: tuple[str, ...], most: int, *, least: int = 0) -> tuple[str, ...]:
    return tuple(random.sample(values, random.randint(least, most)))


def _common(random: Random) -> str:
    return WORDS[min(int(random.expovariate(0.04)), len(WORDS) - 1)]


def _place(random: Random) -> tuple[float, float]:
    # Some places are shared by many documents, as the middle of a town is.
    return (random.choice((43.25, 51.1694, 42.3)), 71.4) if random.random() < 0.4 else (random.uniform(41, 54), random.uniform(48, 86))


def _mostly(random: Random, value: Any, share: float = 0.8) -> Any:
    return value if random.random() < share else None


def vacancies(count: int, seed: int = 1) -> list[VacancyDocument]:
    random = Random(seed)
    return [_vacancy(random, f"{random.getrandbits(48):012x}") for _ in range(count)]


def _vacancy(random: Random, public_id: str) -> VacancyDocument:
    published_at = NOW - timedelta(days=random.choice((0, 1, 2, 3, 5, 7, 8, 20, 30, 31, 90)), microseconds=random.choice((0, 1, 999, 1000, 77_777)))
    latitude, longitude = _mostly(random, _place(random), 0.9) or (None, None)
    return VacancyDocument(
        public_id=public_id,
        version=random.randint(1, 9),
        title_terms=tuple(random.choices(TITLES, k=random.randint(1, 3))),
        body_terms=tuple(_common(random) for _ in range(random.randint(0, 60))),
        employer_terms=_some(random, WORDS, 2),
        language=random.choice(LANGUAGES),
        occupations=_some(random, OCCUPATIONS, 3),
        skills=_some(random, SKILLS, 6),
        region=random.choice(REGIONS),
        district=_mostly(random, f"d{random.randint(1, 12)}"),
        latitude=latitude,
        longitude=longitude,
        pay_from=_mostly(random, random.randrange(80_000, 900_000, 10_000), 0.6),
        pay_to=_mostly(random, random.randrange(100_000, 1_500_000, 10_000), 0.5),
        employment_kind=random.choice(KINDS),
        hours=random.choice(HOURS),
        remote=random.random() < 0.2,
        experience=_mostly(random, random.choice(EXPERIENCE)),
        education=_mostly(random, random.randint(1, 8)),
        licences=_some(random, LICENCES, 2),
        languages=_some(random, LANGUAGES, 2),
        published_on=published_at.date(),
        published_at=published_at,
        employer=f"employer-{random.randint(1, 40)}",
        source=random.choice(("direct", "agency", "import")),
        quota=random.random() < 0.1,
        answer_rate=_mostly(random, random.choice((0.0, 0.3, 0.5, 0.7999999, 0.8, 1.0)), 0.7),
        posts=random.randint(1, 10),
    )


def profiles(count: int, seed: int = 2) -> list[ProfileDocument]:
    random = Random(seed)
    return [_profile(random, f"{random.getrandbits(48):012x}") for _ in range(count)]


def _profile(random: Random, public_id: str) -> ProfileDocument:
    latitude, longitude = _mostly(random, _place(random), 0.9) or (None, None)
    return ProfileDocument(
        public_id=public_id,
        version=random.randint(1, 9),
        headline_terms=tuple(random.choices(TITLES, k=random.randint(1, 3))),
        body_terms=tuple(_common(random) for _ in range(random.randint(0, 60))),
        occupations=_some(random, OCCUPATIONS, 3),
        skills=_some(random, SKILLS, 6),
        region=random.choice(REGIONS),
        district=_mostly(random, f"d{random.randint(1, 12)}"),
        latitude=latitude,
        longitude=longitude,
        move_regions=random.choice(((), (), ("*",), _some(random, REGIONS, 3))),
        pay_from=_mostly(random, random.randrange(80_000, 900_000, 10_000)),
        hours=_some(random, HOURS, 2),
        employment_kinds=_some(random, KINDS, 2),
        remote=random.random() < 0.3,
        experience_years=random.randint(0, 30),
        education=_mostly(random, random.randint(1, 8)),
        licences=_some(random, LICENCES, 3),
        languages=_some(random, LANGUAGES, 3),
        audience=random.choice(("offices", "employers")),
        region_office=f"office-{random.randint(1, 5)}",
        active_at=NOW - timedelta(days=random.choice((0, 1, 2, 3, 5, 7, 8, 20, 30, 31, 90)), microseconds=random.choice((0, 1, 999, 1000, 77_777))),
    )


def _words(random: Random) -> tuple[QueryWord, ...]:
    chosen = [random.choice(TITLES) if random.random() < 0.6 else _common(random) for _ in range(random.choice((0, 0, 1, 1, 1, 2, 3)))]
    return tuple(QueryWord(word, (word, *_some(random, WORDS, 2))) for word in chosen)


def _if(random: Random, value: Any, share: float = 0.15) -> dict[str, Any]:
    """Some of these filters, each by chance."""
    return {name: wanted for name, wanted in value.items() if random.random() < share}


def _asked(random: Random) -> dict[str, Any]:
    return {
        "words": _words(random),
        "occupations": _some(random, OCCUPATIONS, 2) if random.random() < 0.3 else (),
        "skills": _some(random, SKILLS, 3) if random.random() < 0.3 else (),
        "limit": random.choice((0, 1, 7, 20, 50)),
        "facets": random.random() < 0.6,
    }


def _places(random: Random) -> dict[str, Any]:
    return {
        "regions": _some(random, REGIONS, 3),
        "districts": (f"d{random.randint(1, 12)}", "d3"),
        "not_regions": _some(random, REGIONS, 2),
        "near": (*_place(random), random.choice((0.5, 50.0, 300.0, 1500.0))),
        "occupations": tuple(code[: random.randint(1, 4)] for code in _some(random, OCCUPATIONS, 2, least=1)),
        "remote": random.random() < 0.5,
    }


def _sorted_somehow(random: Random, near: Any) -> Sort:
    sorts: tuple[Sort, ...] = ("relevance", "relevance", "newest", "pay")
    return random.choice((*sorts, "distance", "distance") if near else sorts)


def vacancy_criteria(random: Random) -> VacancyCriteria:
    chosen = _if(random, _places(random)) | _if(
        random,
        {
            "pay_from": random.choice((100_000, 250_000, 800_000)),
            "employment_kinds": _some(random, KINDS, 2),
            "hours": _some(random, HOURS, 2),
            "experience": _some(random, EXPERIENCE, 2),
            "education_max": random.randint(0, 8),
            "published_since": TODAY - timedelta(days=random.choice((0, 3, 30))),
            "employer": f"employer-{random.randint(1, 41)}",
            "sources": ("agency", "import"),
            "quota": random.random() < 0.5,
            "languages": _some(random, LANGUAGES, 2),
            "licences": _some(random, LICENCES, 3),
            "licences_any": _some(random, LICENCES, 2),
            "spoken": _some(random, LANGUAGES, 2),
        },
        0.08,
    )
    filters = VacancyFilters(**chosen)
    return VacancyCriteria(filters=filters, sort=_sorted_somehow(random, filters.near), **_asked(random))


def profile_criteria(random: Random) -> ProfileCriteria:
    chosen = _if(random, _places(random)) | _if(
        random,
        {
            "pay_to": random.choice((100_000, 250_000, 800_000)),
            "employment_kinds": _some(random, KINDS, 2),
            "hours": _some(random, HOURS, 2),
            "experience_min": random.randint(0, 20),
            "education_min": random.randint(1, 8),
            "licences": _some(random, LICENCES, 2),
            "languages": _some(random, LANGUAGES, 2),
            "region_offices": ("office-1", "office-4"),
            "active_since": NOW - timedelta(days=random.choice((0, 7, 30))),
        },
        0.08,
    )
    filters = ProfileFilters(audience=random.choice((("employers",), ("offices", "employers"))), **chosen)
    return ProfileCriteria(filters=filters, sort=_sorted_somehow(random, filters.near), **_asked(random))
