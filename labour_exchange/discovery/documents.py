"""What of a vacancy and of a profile is searchable, and nothing more: an allowlist, with texts as analysed words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from labour_exchange.classifications.occupations import is_unit_group
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.jobseekers.models import Profile
from labour_exchange.territory.queries import is_region, region
from labour_exchange.territory.rules import point_of
from labour_exchange.vacancies.models import Vacancy
from search.analysis.concepts import Concept, lexicon
from search.analysis.words import document_terms
from search.documents import ProfileDocument, VacancyDocument

# Recognised in the text: sure enough to stand beside what the employer chose, or to stand alone where nothing was chosen.
SURE = 0.75
BEST_GUESS = 0.25
MOST_RECOGNISED = 3
# The index keeps whole numbers of 32 bits; pay beyond is a slip of the keyboard.
MOST_PAY = 2**31 - 1

# Addresses, links and numbers as long as a telephone's say nothing about work, and may say who somebody is.
_CONTACTS = re.compile(r"\S+@\S+|(?:https?://|www\.|t\.me/|wa\.me/)\S+|\+?\d(?:[ ().–-]*\d){6,}")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")


class ShownEmployer(Protocol):
    """What a vacancy's document takes of its employer."""

    public_id: str
    name: str
    applications_due: int
    applications_answered: int


def vacancy_document(vacancy: Vacancy, employer: Employer | ShownEmployer | None) -> VacancyDocument:
    """The document of a published vacancy; whether it is published is the caller's to know."""
    body = f"{vacancy.description}\n{vacancy.requirements}"
    concepts = _concepts(vacancy.title, "" if vacancy.occupation_code else body)
    latitude, longitude = _point(vacancy.latitude, vacancy.longitude, vacancy.district_code, vacancy.region_code)
    published_at = vacancy.published_at or vacancy.created_at
    return VacancyDocument(
        public_id=vacancy.public_id,
        version=vacancy.document_version,
        title_terms=_terms(vacancy.title, vacancy.language),
        body_terms=_terms(body, vacancy.language),
        employer_terms=_terms(employer.name, None) if employer else (),
        language=vacancy.language,
        occupations=_occupations((vacancy.occupation_code, *vacancy.occupation_codes), concepts),
        skills=_skills((*vacancy.skills_required, *vacancy.skills_wished), concepts),
        region=vacancy.region_code or "",
        district=vacancy.district_code,
        latitude=latitude,
        longitude=longitude,
        pay_from=_pay(vacancy.pay_from),
        pay_to=_pay(vacancy.pay_to),
        employment_kind=str(vacancy.employment_kind),
        hours=str(vacancy.hours),
        remote=vacancy.is_remote,
        experience=str(vacancy.experience) if vacancy.experience else None,
        education=vacancy.education_level,
        licences=tuple(vacancy.licences),
        languages=tuple(vacancy.languages),
        published_on=published_at.astimezone(clock.COUNTRY_ZONE).date(),
        published_at=published_at,
        employer=employer.public_id if employer else "",
        source=str(vacancy.source),
        quota=vacancy.is_quota,
        answer_rate=shown_answer_rate(employer.applications_due, employer.applications_answered) if employer else None,
        posts=vacancy.posts,
    )


def profile_document(profile: Profile) -> ProfileDocument:
    """The document of a shared profile. The person's own name is taken out of what they wrote; former employers are not named."""
    names = _names(profile.jobseeker.family_name, profile.jobseeker.given_name, profile.jobseeker.patronymic)
    # In an order of their own, so that the same jobs always make the same document.
    held = sorted(profile.work_history, key=lambda job: (job.occupation_code or "", job.title, job.duties))
    headline = [term for term in _terms(profile.headline, profile.language) if term not in names]
    written = "\n".join((profile.summary, *(f"{job.title}\n{job.duties}" for job in held)))
    chosen = (*profile.occupation_codes, *(job.occupation_code for job in held))
    concepts = _concepts(profile.headline, "")
    latitude, longitude = _point(None, None, profile.district_code, profile.region_code)
    return ProfileDocument(
        public_id=profile.public_id,
        version=profile.document_version,
        headline_terms=tuple(headline),
        body_terms=tuple(term for term in _terms(written, profile.language) if term not in names),
        occupations=_occupations(chosen, concepts),
        skills=_skills(profile.skills, concepts),
        region=profile.region_code,
        district=profile.district_code,
        latitude=latitude,
        longitude=longitude,
        move_regions=tuple(profile.move_regions),
        pay_from=_pay(profile.pay_from),
        hours=tuple(profile.hours),
        employment_kinds=tuple(profile.employment_kinds),
        remote=profile.wants_remote,
        experience_years=profile.experience_months // 12,
        education=profile.education_level,
        licences=tuple(profile.licences),
        languages=tuple(spoken["code"] for spoken in profile.languages),
        audience=str(profile.audience),
        # Offices read the profiles of their own region, whichever of them keeps the registration.
        region_office=profile.region_code,
        active_at=profile.active_at,
    )


def shown_answer_rate(due: int, answered: int) -> float | None:
    """In tenths, rounded down, none below five due: as fine as the trigger on employers looks, so that a document is never older than its row."""
    return (10 * answered // due) / 10 if due >= 5 else None


def _terms(text: str, language: str | None) -> tuple[str, ...]:
    """The distinct terms of a text, sentence by sentence: advertisements share sentences, and those are analysed once."""
    found = {
        term for sentence in _SENTENCE.split(_CONTACTS.sub(" ", text)) if sentence.strip() for term in _sentence_terms(sentence.strip(), language)
    }
    return tuple(sorted(found))


@lru_cache(maxsize=20_000)
def _sentence_terms(sentence: str, language: str | None) -> tuple[str, ...]:
    return document_terms(sentence, language)


@lru_cache(maxsize=20_000)
def _names(*names: str) -> frozenset[str]:
    return frozenset(term for name in names if name.strip() for term in document_terms(name))


@lru_cache(maxsize=20_000)
def _title_concepts(title: str) -> tuple[Concept, ...]:
    return lexicon().recognise(title)


def forget_concepts() -> None:
    """The lexicon has changed: titles are recognised anew."""
    _title_concepts.cache_clear()


def _concepts(title: str, body: str) -> tuple[Concept, ...]:
    """Occupations and skills the title names; where it names no occupation surely, the body is asked too."""
    found = _title_concepts(title)
    if body.strip() and not any(concept.kind == "occupation" and concept.score >= SURE for concept in found):
        return lexicon().recognise(title, context=body)
    return found


def _occupations(chosen: Iterable[str | None], concepts: tuple[Concept, ...]) -> tuple[str, ...]:
    stated = [code for code in chosen if code and is_unit_group(code)]
    recognised = [concept for concept in concepts if concept.kind == "occupation" and is_unit_group(concept.id)]
    sure = [concept.id for concept in recognised if concept.score >= SURE][:MOST_RECOGNISED]
    guessed = [recognised[0].id] if recognised and not stated and not sure and recognised[0].score >= BEST_GUESS else []
    return tuple(dict.fromkeys((*stated, *sure, *guessed)))


def _skills(stated: Iterable[str], concepts: tuple[Concept, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*stated, *(concept.id for concept in concepts if concept.kind == "skill" and concept.score >= SURE))))


def _point(latitude: float | None, longitude: float | None, district_code: str | None, region_code: str | None) -> tuple[float | None, float | None]:
    """The stated point, else that of the district or of a city; a whole region is no place to measure from."""
    if latitude is not None and longitude is not None:
        return latitude, longitude
    if district_code:
        return _point_of(district_code)
    if region_code and is_region(region_code) and region(region_code).is_city:
        return _point_of(region_code)
    return None, None


@lru_cache(maxsize=1000)
def _point_of(code: str) -> tuple[float | None, float | None]:
    try:
        return point_of(code)
    except KeyError:
        return None, None


def _pay(amount: int | None) -> int | None:
    return None if amount is None else min(amount, MOST_PAY)
