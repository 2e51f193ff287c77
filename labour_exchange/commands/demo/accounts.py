"""The demo's sign-ins: one for each kind of actor, with a password that only this installation has."""

import hmac
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import hash_password
from labour_exchange.accounts.models import User
from labour_exchange.agencies.models import Agency, AgencyMember, Licence, Mandate
from labour_exchange.agencies.states import LicenceState, Scope
from labour_exchange.commands.demo.names import SIGN_IN_SERIALS, invented_bin, invented_iin
from labour_exchange.employers.models import Employer, EmployerMember, Establishment, MemberRole
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.jobseekers.models import Jobseeker, Profile
from labour_exchange.jobseekers.states import Audience, Sex
from labour_exchange.offices.models import Office, StaffMember

HOME, ELSEWHERE = "KZ-71", "KZ-75"
DOMAIN = "demo.example"


@dataclass(frozen=True, slots=True)
class SignIn:
    """What to type to look around as one kind of actor."""

    kind: str
    email: str
    password: str


PEOPLE = (
    ("jobseeker", ActorKind.JOBSEEKER, HOME),
    ("employer", ActorKind.EMPLOYER, HOME),
    ("agency", ActorKind.AGENCY, HOME),
    ("officer", ActorKind.OFFICE, HOME),
    ("approver", ActorKind.APPROVER, HOME),
    ("officer-almaty", ActorKind.OFFICE, ELSEWHERE),
    ("analyst", ActorKind.ANALYST, HOME),
    ("analyst-2", ActorKind.ANALYST, HOME),
    ("administrator", ActorKind.ADMINISTRATOR, HOME),
)
NAMES = {
    ActorKind.JOBSEEKER: "Үлгі Дәнекерлеуші",
    ActorKind.EMPLOYER: "Үлгі Жұмысберуші",
    ActorKind.AGENCY: "Үлгі Агент",
    ActorKind.OFFICE: "Үлгі Маман",
    ActorKind.APPROVER: "Үлгі Бекітуші",
    ActorKind.ANALYST: "Үлгі Талдаушы",
    ActorKind.ADMINISTRATOR: "Үлгі Әкімші",
}


SECOND_ANALYST = "Үлгі Екінші Талдаушы"
"""Who signs what the first analyst has frozen."""


def demo_password(secret_key: str) -> str:
    """One password for every demo sign-in, made from this installation's own secret."""
    digest = hmac.new(secret_key.encode(), b"demo sign-ins", sha256).hexdigest()
    return "-".join((digest[:4], digest[4:8], digest[8:12]))


def open_demo_accounts(session: Session, secret_key: str) -> list[SignIn]:
    """Open what is missing of the demo's sign-ins; gives them all."""
    password = demo_password(secret_key)
    known = set(session.scalars(select(User.email).where(User.is_demo)))
    if len(known) < len(PEOPLE):
        hashed = hash_password(password)
        for name, kind, region_code in PEOPLE:
            if f"{name}@{DOMAIN}" not in known:
                _open(session, f"{name}@{DOMAIN}", kind, region_code, hashed)
    return [SignIn(name, f"{name}@{DOMAIN}", password) for name, _, _ in PEOPLE]


def _open(session: Session, email: str, kind: ActorKind, region_code: str, hashed: str) -> None:
    user = User(
        email=email,
        email_confirmed_at=clock.now(),
        password_hash=hashed,
        kind=kind,
        display_name=SECOND_ANALYST if email.startswith("analyst-2@") else NAMES[kind],
        is_demo=True,
        created_at=clock.now(),
    )
    session.add(user)
    session.flush()
    if kind is ActorKind.JOBSEEKER:
        _open_jobseeker(session, user, region_code)
    elif kind is ActorKind.EMPLOYER:
        _open_employer(session, user, region_code)
    elif kind is ActorKind.AGENCY:
        _open_agency(session, user, region_code)
    elif kind in (ActorKind.OFFICE, ActorKind.APPROVER):
        office = session.scalars(select(Office).where(Office.region_code == region_code).order_by(Office.id).limit(1)).one()
        session.add(StaffMember(user_id=user.id, office_id=office.id, appointed_on=clock.today()))
    session.flush()


def _open_jobseeker(session: Session, user: User, region_code: str) -> None:
    born_on = date(1990, 5, 17)
    iin = next(found for serial in SIGN_IN_SERIALS if (found := invented_iin(born_on, True, serial)))
    person = Jobseeker(
        user_id=user.id,
        iin=iin,
        iin_hash=lookup_hash(iin),
        family_name="Дәнекерлеуші",
        given_name="Үлгі",
        born_on=born_on,
        sex=Sex.MALE,
        region_code=region_code,
        is_demo=True,
        created_at=clock.now(),
    )
    session.add(person)
    session.flush()
    session.add(
        Profile(
            jobseeker_id=person.id,
            audience=Audience.EMPLOYERS,
            headline="Электргазбен дәнекерлеуші",
            summary="8 жыл тәжірибем бар. Құбырлар мен металл құрылымдарын дәнекерлеймін.",
            occupation_codes=["7212"],
            skills=[],
            licences=["driving-b"],
            languages=[{"code": "kk", "level": "native"}, {"code": "ru", "level": "B2"}],
            education_level=4,
            experience_months=96,
            region_code=region_code,
            pay_from=300_000,
            hours=["full", "shift"],
            active_at=clock.now(),
        )
    )


def _open_employer(session: Session, user: User, region_code: str) -> None:
    employer = Employer(
        bin=next(found for serial in range(80_000, 80_100) if (found := invented_bin(serial))),
        name="ЖШС «Үлгі құрылыс»",
        about="",
        region_code=region_code,
        state=EmployerState.VERIFIED,
        is_demo=True,
        created_at=clock.now(),
    )
    session.add(employer)
    session.flush()
    session.add(EmployerMember(user_id=user.id, employer_id=employer.id, role=MemberRole.OWNER))
    session.add(Establishment(employer_id=employer.id, name=employer.name, region_code=region_code, address="Мәңгілік Ел даңғылы, 1"))


def _open_agency(session: Session, user: User, region_code: str) -> None:
    agency = Agency(
        bin=next(found for serial in range(99_000, 99_100) if (found := invented_bin(serial))),
        name="ЖЖА «Үлгі қадам»",
        region_code=region_code,
        connected_on=clock.today(),
        is_demo=True,
        created_at=clock.now(),
    )
    session.add(agency)
    session.flush()
    session.add(AgencyMember(user_id=user.id, agency_id=agency.id))
    today = clock.today()
    session.add(Licence(agency_id=agency.id, number="DEMO-1", state=LicenceState.GRANTED, granted_on=today, expires_on=today + timedelta(days=1095)))
    hiring = select(EmployerMember.employer_id).join(User, User.id == EmployerMember.user_id).where(User.is_demo)
    employer_id = session.scalar(hiring.order_by(EmployerMember.id).limit(1))
    if employer_id is not None:
        session.add(Mandate(agency_id=agency.id, employer_id=employer_id, scopes=[scope.value for scope in Scope], given_on=today))
