"""Approaches, offers and placements for tests, each function a situation; they are made by the operations, as in life."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.accounts.rules.identifiers import check_digit
from labour_exchange.employers.models import Employer, EmployerMember, MemberRole
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import JobApplication, Offer, Placement
from labour_exchange.placements.operations import applications, offers, placements
from labour_exchange.placements.rules.approaches import OfferTerms
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.factories.accounts import user
from tests.factories.jobseekers import actor_of, jobseeker

_serials = count(10_000)


def bin_number() -> str:
    """A BIN that is valid in form and belongs to nobody; every call gives another one."""
    while True:
        start = f"260140{next(_serials):05d}"
        last = check_digit(start)
        if last is not None:
            return f"{start}{last}"


def hiring_employer(session: Session, region_code: str = "KZ-71", **facts: Any) -> tuple[Employer, Actor]:
    """A verified employer and the actor of its owner."""
    account = user(session, ActorKind.EMPLOYER)
    given = {"bin": bin_number(), "name": "Invented Works", "region_code": region_code, "state": EmployerState.VERIFIED, "created_at": clock.now()}
    made = Employer(**given | facts)
    session.add(made)
    session.flush()
    session.add(EmployerMember(user_id=account.id, employer_id=made.id, role=MemberRole.OWNER))
    session.flush()
    return made, Actor(ActorKind.EMPLOYER, user_id=account.id, organisation_id=made.id, display_name="Invented Works")


def open_vacancy(session: Session, employer: Employer, **facts: Any) -> Vacancy:
    """A published vacancy with one post."""
    given = {
        "title": "Electrician",
        "description": "Wires the halls of a new school.",
        "language": "en",
        "occupation_code": "7411",
        "region_code": employer.region_code,
        "state": VacancyState.PUBLISHED,
        "published_at": clock.now(),
        "created_at": clock.now(),
        "apply_by_on": clock.today() + timedelta(days=60),
        "pay_from": 300_000,
    }
    made = Vacancy(employer_id=employer.id, **given | facts)
    session.add(made)
    session.flush()
    return made


def application(session: Session, vacancy: Vacancy, person: Jobseeker | None = None, *, note: str = "I wire halls.") -> JobApplication:
    """An application that the employer has not opened."""
    who = person or jobseeker(session)
    return applications.apply(session, actor_of(who), vacancy, note=note)


def terms(*, starts_on: date | None = None, **facts: Any) -> OfferTerms:
    """An offer to start today, to be answered today."""
    day = starts_on or clock.today()
    return OfferTerms(starts_on=day, **{"answer_by_on": day, "pay": 320_000} | facts)


def offer(session: Session, vacancy: Vacancy, employer_actor: Actor, person: Jobseeker | None = None, *, starts_on: date | None = None) -> Offer:
    """An offer on an application, which waits for the person."""
    made = application(session, vacancy, person)
    return offers.make_offer(session, employer_actor, made, terms(starts_on=starts_on))


def placement(
    session: Session, vacancy: Vacancy, employer_actor: Actor, person: Jobseeker | None = None, *, starts_on: date | None = None
) -> Placement:
    """A placement from an accepted offer, declared by the employer and not confirmed."""
    who = person or jobseeker(session)
    made = offer(session, vacancy, employer_actor, who, starts_on=starts_on)
    return placements.accept_offer(session, actor_of(who), made)


def confirmed(session: Session, vacancy: Vacancy, employer_actor: Actor, person: Jobseeker | None = None) -> Placement:
    """A placement that began today and was confirmed by the person."""
    who = person or jobseeker(session)
    made = placement(session, vacancy, employer_actor, who)
    return placements.confirm_placement(session, actor_of(who), made)
