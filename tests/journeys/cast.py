"""Who takes part in the journey: an employer with a vacancy, two offices with their people, and an analyst; all with accounts to sign in."""

from dataclasses import dataclass

import pyotp
from sqlalchemy import select

from labour_exchange.accounts.models import SecondFactor, User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.vacancies.models import Vacancy
from tests.factories import jobseekers as people
from tests.factories import offices, placements
from tests.factories.accounts import user

HOME, ELSEWHERE = "KZ-71", "KZ-75"
OCCUPATION = "7212"
TITLES = {"kk": "Электргазбен дәнекерлеуші", "ru": "Электрогазосварщик", "en": "Gas and arc welder"}


@dataclass(frozen=True)
class Staff:
    email: str
    totp_secret: str


@dataclass(frozen=True)
class Cast:
    """What the journey must know of people and places; nothing of it is shown to a reader who may not see it."""

    employer_email: str
    vacancy_title: str
    officer: Staff
    analyst: Staff
    unemployed_name: str
    stranger_id: str
    names: tuple[str, ...]


def staged(session: ExchangeSession, language: str) -> Cast:
    """Everything but the jobseeker, who registers; committed."""
    home, elsewhere = offices.office(session, HOME), offices.office(session, ELSEWHERE)
    employer, owner = placements.hiring_employer(session, HOME, name="Үлгі құрылыс")
    vacancy = _vacancy(session, employer, language)
    unemployed = people.registered(session, HOME, person=_person(session, HOME, "Ойдан", "Шығарылған"), at=home)
    stranger = people.registered(session, ELSEWHERE, person=_person(session, ELSEWHERE, "Бөтен", "Өңірдікі"), at=elsewhere)
    officer = offices.staff(session, home).user
    analyst = user(session, ActorKind.ANALYST)
    made = Cast(
        session.scalars(select(User.email).where(User.id == owner.user_id)).one(),
        vacancy.title,
        _with_second_factor(session, officer),
        _with_second_factor(session, analyst),
        unemployed.full_name,
        stranger.public_id,
        (unemployed.family_name, stranger.family_name),
    )
    session.commit()
    return made


def _vacancy(session: ExchangeSession, employer: placements.Employer, language: str) -> Vacancy:
    facts = {"occupation_code": OCCUPATION, "occupation_codes": [OCCUPATION], "language": language, "posts": 2, "pay_from": 350_000}
    return placements.open_vacancy(session, employer, title=TITLES[language], **facts)


def _person(session: ExchangeSession, region_code: str, family_name: str, given_name: str) -> Jobseeker:
    person = people.jobseeker(session, region_code, family_name=family_name, given_name=given_name)
    return people.with_profile(session, region_code, person=person, occupation_codes=[OCCUPATION])


def _with_second_factor(session: ExchangeSession, account: User) -> Staff:
    secret = pyotp.random_base32()
    session.add(SecondFactor(user_id=account.id, totp_secret=secret, confirmed_at=clock.now(), recovery_hashes=[]))
    session.flush()
    return Staff(account.email, secret)
