"""Vacancies for tests, each function a situation: a draft, handed in, published, closed, brought by an import."""

from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.vacancies.models import AdvertisementSource, Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState
from tests.factories import employers

_numbers = count(1)


def vacancy(session: Session, *, by: Employer | None = None, **facts: Any) -> Vacancy:
    """A draft of a verified employer: an electrician in Astana. `facts` are columns of Vacancy."""
    if "employer_id" not in facts:
        facts["employer_id"] = (by or employers.verified(session)).id
    given = {
        "title": "Electrician",
        "description": "You mend wiring and switchboards in homes and workshops.",
        "language": "en",
        "occupation_code": "7411",
        "occupation_codes": ["7411"],
        "region_code": "KZ-71",
        "pay_from": 300_000,
        "pay_to": 400_000,
        "created_at": clock.now(),
    }
    made = Vacancy(**given | facts)
    session.add(made)
    session.flush()
    return made


def submitted(session: Session, **facts: Any) -> Vacancy:
    """Handed in, waiting for an office to read it."""
    return vacancy(session, **{"state": VacancyState.SUBMITTED, "submitted_at": clock.now()} | facts)


def published(session: Session, **facts: Any) -> Vacancy:
    """Open to everybody, checked by nobody yet."""
    now = clock.now()
    given = {"state": VacancyState.PUBLISHED, "submitted_at": now, "published_at": now, "apply_by_on": clock.today() + timedelta(days=30)}
    return vacancy(session, **given | facts)


def checked(session: Session, **facts: Any) -> Vacancy:
    """Published, and read by an office."""
    return published(session, **{"checked_at": clock.now()} | facts)


def expired(session: Session, **facts: Any) -> Vacancy:
    """Was public, is over."""
    then = clock.now() - timedelta(days=40)
    given = {"state": VacancyState.EXPIRED, "published_at": then, "closed_at": clock.now(), "apply_by_on": clock.today() - timedelta(days=1)}
    return vacancy(session, **given | facts)


def of_import(session: Session, *, source_name: str = "jobsite", **facts: Any) -> Vacancy:
    """Brought from a job site with its own number there, by an employer nobody has claimed."""
    if session.get(AdvertisementSource, source_name) is None:
        session.add(AdvertisementSource(name=source_name, title="Invented job site", registered_at=clock.now()))
    if "employer_id" not in facts and "by" not in facts:
        facts["employer_id"] = employers.unclaimed(session, source=source_name).id
    given = {"source": VacancySource.IMPORT, "source_name": source_name, "external_id": f"ad-{next(_numbers)}"}
    return published(session, **given | facts)
