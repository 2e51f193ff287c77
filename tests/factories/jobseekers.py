"""Invented jobseekers for tests, each function a situation: with a profile, open to employers, registered, long without work."""

from datetime import date, timedelta
from itertools import count, cycle
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.rules.identifiers import check_digit
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration, WorkHistory
from labour_exchange.jobseekers.states import Audience, Category, RegistrationState, Sex
from labour_exchange.offices.models import Office
from tests.factories.accounts import user
from tests.factories.offices import office

FAMILY_NAMES = cycle(("Теңізбаева", "Қиялбеков", "Ойдан", "Вымыслова", "Примеров", "Sampleby"))
GIVEN_NAMES = cycle(("Айсұлу", "Нұрбол", "Дана", "Вера", "Олег", "Timur"))
_serials = count(1000)


def iin(born_on: date = date(1990, 5, 17), sex: Sex = Sex.FEMALE) -> str:
    """A number that is valid in form and belongs to nobody; every call gives another one."""
    century = {1800: 1, 1900: 3, 2000: 5}[born_on.year // 100 * 100] + (sex is Sex.FEMALE)
    while True:
        start = f"{born_on:%y%m%d}{century}{next(_serials) % 10000:04d}"
        last = check_digit(start)
        if last is not None:
            return f"{start}{last}"


def jobseeker(session: Session, region_code: str = "KZ-71", **facts: Any) -> Jobseeker:
    """A person with a sign-in and an empty profile that offices may read; `facts` are columns of Jobseeker (user_id=None: no sign-in)."""
    born_on, sex = facts.pop("born_on", date(1990, 5, 17)), facts.pop("sex", Sex.FEMALE)
    number, phone = facts.pop("iin", None) or iin(born_on, sex), facts.pop("phone", "+77000000000")
    if "user_id" not in facts:
        facts["user_id"] = user(session, ActorKind.JOBSEEKER).id
    given = {"family_name": next(FAMILY_NAMES), "given_name": next(GIVEN_NAMES), "created_at": clock.now(), "is_rural": False}
    made = Jobseeker(
        born_on=born_on,
        sex=sex,
        iin=number,
        iin_hash=lookup_hash(number),
        phone=phone,
        phone_hash=lookup_hash(phone),
        region_code=region_code,
        **given | facts,
    )
    made.profile = Profile(region_code=region_code, district_code=made.district_code, active_at=clock.now(), language="kk")
    session.add(made)
    session.flush()
    return made


def with_profile(session: Session, region_code: str = "KZ-71", *, person: Jobseeker | None = None, **facts: Any) -> Jobseeker:
    """An electrician whose profile is filled in for offices; `facts` are columns of Profile."""
    made = person or jobseeker(session, region_code)
    given = {
        "headline": "Electrician with five years on sites",
        "summary": "Wiring and switchboards in homes and workshops.",
        "occupation_codes": ["7411"],
        "skills": ["ms-excel"],
        "licences": ["driving-b"],
        "languages": [{"code": "kk", "level": "native"}, {"code": "ru", "level": "B2"}],
        "education_level": 4,
        "education": [{"level": 4, "institution": "Invented College", "subject": "Electrical works", "finished_in": 2012}],
        "experience_months": 60,
        "pay_from": 250_000,
        "hours": ["full"],
        "employment_kinds": ["permanent"],
    }
    for name, value in (given | facts).items():
        setattr(made.profile, name, value)
    start = clock.today() - timedelta(days=1830)
    made.profile.work_history.append(WorkHistory(title="Electrician", employer_name="Invented Works", occupation_code="7411", started_on=start))
    session.flush()
    return made


def open_to_employers(session: Session, region_code: str = "KZ-71", **facts: Any) -> Jobseeker:
    """The same electrician, seen by employers too."""
    return with_profile(session, region_code, **{"audience": Audience.EMPLOYERS} | facts)


def registered(
    session: Session, region_code: str = "KZ-71", *, person: Jobseeker | None = None, at: Office | None = None, on: date | None = None, **facts: Any
) -> Jobseeker:
    """Registered as unemployed at an office since `on` (today); `facts` are columns of Registration."""
    made = person or with_profile(session, region_code)
    day = on or clock.today()
    wanted = select(Office).where(Office.region_code == made.region_code).order_by(Office.id).limit(1)
    place = at or session.scalars(wanted).first() or office(session, made.region_code)
    given = {"category": Category.UNEMPLOYED, "state": RegistrationState.ACTIVE, "registered_on": day, "renewed_on": day}
    session.add(Registration(jobseeker_id=made.id, office_id=place.id, region_code=made.region_code, **given | facts))
    session.flush()
    return made


def long_term_unemployed(session: Session, region_code: str = "KZ-71", **facts: Any) -> Jobseeker:
    """On the register for fourteen months, renewed last week."""
    today = clock.today()
    return registered(session, region_code, **{"on": today - timedelta(days=425), "renewed_on": today - timedelta(days=7)} | facts)


def actor_of(person: Jobseeker) -> Actor:
    """The actor this person is when signed in."""
    return Actor(ActorKind.JOBSEEKER, user_id=person.user_id, jobseeker_id=person.id, display_name="Invented P.")
