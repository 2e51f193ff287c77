"""Open a sandbox, let invented people apply, accept and confirm in it, and close it after a week."""

from dataclasses import dataclass
from random import SystemRandom

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.agencies.clients.models import ApiClient
from labour_exchange.agencies.clients.operations import issue_credential, register_client, revoke_client
from labour_exchange.agencies.clients.states import ClientScope, CredentialKind
from labour_exchange.agencies.models import Agency, Licence, Mandate
from labour_exchange.agencies.states import LicenceState
from labour_exchange.agencies.texts import SCOPES
from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import new_public_id
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.events import record
from labour_exchange.jobseekers.models import Jobseeker, Profile
from labour_exchange.jobseekers.states import Audience, Sex
from labour_exchange.placements.models import JobApplication, Offer, Placement
from labour_exchange.placements.operations.applications import apply
from labour_exchange.placements.operations.placements import accept_offer, confirm_placement
from labour_exchange.sandbox import rules, texts
from labour_exchange.sandbox.access import may_play
from labour_exchange.vacancies.events import VacanciesWithdrawn
from labour_exchange.vacancies.imports.statements import withdraw_vacancies
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, VacancyState

ACTOR = system_actor("sandbox")
REGION = "KZ-71"
CLOSED_AT_ONCE = 500
chance = SystemRandom()


@dataclass(frozen=True, slots=True)
class Sandbox:
    """What somebody who tries the interface is given; `secret` is told once."""

    agency: Agency
    employers: tuple[Employer, ...]
    client: ApiClient
    secret: str


def open_sandbox(session: Session) -> Sandbox:
    """A licensed agency, employers that gave it every mandate, and a program with every scope; the session acts as the system."""
    now, today = clock.now(), clock.today()
    # Two at the same time must not draw the same number; the lock ends with the transaction.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("open sandbox"))))
    mark = new_public_id()[:6]
    agency = Agency(bin=_free_bin(session), name=texts.AGENCY.format(mark=mark), region_code=REGION, is_demo=True, is_sandbox=True, created_at=now)
    session.add(agency)
    session.flush()
    ends = today + rules.LIVES
    session.add(Licence(agency_id=agency.id, number=f"SANDBOX-{agency.public_id}", state=LicenceState.GRANTED, granted_on=today, expires_on=ends))
    employers = tuple(_employer(session, texts.EMPLOYER.format(mark=mark, number=number)) for number in range(1, rules.EMPLOYERS + 1))
    session.add_all(Mandate(agency_id=agency.id, employer_id=one.id, scopes=list(SCOPES), given_on=today, until_on=ends) for one in employers)
    client = register_client(session, ACTOR, agency, name=texts.PROGRAM, scopes=[one.value for one in ClientScope])
    credential, secret = issue_credential(session, ACTOR, client, CredentialKind.SECRET)
    credential.expires_at = now + rules.LIVES
    session.flush()
    return Sandbox(agency, employers, client, secret)


def apply_as_invented(session: Session, agency: Agency, vacancy: Vacancy) -> JobApplication:
    """An invented person applies to a vacancy of the sandbox. Raises NotFound elsewhere, Conflict when it is not open."""
    _require_own(agency, vacancy)
    person = _person(session)
    application = apply(session, _actor_of(person.id), vacancy, note=texts.LETTER)
    application.is_demo = True
    session.flush()
    return application


def accept_as_invented(session: Session, agency: Agency, offer: Offer) -> Placement:
    """The invented person takes the job. Raises NotFound, Conflict."""
    _require_own(agency, offer.vacancy)
    placement = accept_offer(session, _actor_of(offer.jobseeker_id), offer)
    placement.is_demo = True
    session.flush()
    return placement


def confirm_as_invented(session: Session, agency: Agency, placement: Placement) -> Placement:
    """The invented person says that the work has begun. Raises NotFound, Conflict."""
    if placement.vacancy is None:
        raise NotFound
    _require_own(agency, placement.vacancy)
    placement.is_demo = True
    return confirm_placement(session, _actor_of(placement.jobseeker_id), placement)


def close_old_sandboxes(session: Session) -> None:
    """After a week the program is let in no more and its vacancies are taken off. Run daily."""
    old = select(Agency.id).where(Agency.is_sandbox, Agency.created_at < clock.now() - rules.LIVES)
    for client in session.scalars(select(ApiClient).where(ApiClient.agency_id.in_(old), ApiClient.revoked_at.is_(None))):
        revoke_client(session, ACTOR, client)
    states = [state for state in VacancyState if VACANCY_LIFECYCLE.allows(state, "withdraw")]
    wanted = select(Vacancy).where(Vacancy.agency_id.in_(old), Vacancy.state.in_(states)).order_by(Vacancy.id).limit(CLOSED_AT_ONCE)
    while due := list(session.scalars(wanted)):
        withdraw_vacancies(session, ACTOR, due)
        record(session, ACTOR, VacanciesWithdrawn(tuple(vacancy.id for vacancy in due)))
        session.expire_all()


def _free_bin(session: Session) -> str:
    while True:
        number = rules.invented_bin(chance)
        taken = select(Agency.id).where(Agency.bin == number).union_all(select(Employer.id).where(Employer.bin == number))
        if session.execute(taken).first() is None:
            return number


def _employer(session: Session, name: str) -> Employer:
    made = Employer(bin=_free_bin(session), name=name, region_code=REGION, state=EmployerState.VERIFIED, is_demo=True, created_at=clock.now())
    session.add(made)
    session.flush()
    return made


def _person(session: Session) -> Jobseeker:
    """Somebody without a number and without a sign-in, whose profile offices and employers may read."""
    family_name, given_name = rules.invented_name(chance)
    facts = {"region_code": REGION, "born_on": rules.BORN_ON, "sex": Sex.FEMALE, "phone": rules.invented_phone(chance)}
    person = Jobseeker(family_name=family_name, given_name=given_name, is_demo=True, created_at=clock.now(), **facts)
    person.profile = Profile(headline=texts.HEADLINE, language="kk", region_code=REGION, audience=Audience.OFFICES, active_at=clock.now())
    session.add(person)
    session.flush()
    return person


def _actor_of(jobseeker_id: int) -> Actor:
    return Actor(ActorKind.JOBSEEKER, jobseeker_id=jobseeker_id, task="sandbox")


def _require_own(agency: Agency, vacancy: Vacancy) -> None:
    if not may_play(agency) or vacancy.agency_id != agency.id:
        raise NotFound
