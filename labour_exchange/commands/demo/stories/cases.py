"""Cases of the demo's officer: overdue, due today, waiting, with a plan, with a contract in force, with an appointment."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Case, Plan
from labour_exchange.cases.operations import contracts, meetings, open_case, plans, undertakings, wait_for_person
from labour_exchange.cases.operations.transfers import ask_transfer
from labour_exchange.cases.rules import CaseFacts
from labour_exchange.cases.rules.contracts import PaperSignature, Term
from labour_exchange.cases.rules.meetings import ContactFacts, Slot
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import ContactChannel, Doer, TransferReason
from labour_exchange.commands.demo.accounts import DOMAIN, ELSEWHERE, HOME
from labour_exchange.commands.demo.stories.partners import tell_partners
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.operations.registrations import open_registration
from labour_exchange.jobseekers.queries import open_registration_of
from labour_exchange.jobseekers.states import Category, RegistrationState
from labour_exchange.offices.models import StaffMember
from labour_exchange.offices.queries import office_serving

PEOPLE = 7
OPENS, CLOSES = 9, 17
GOAL = "Тұрақты жұмысқа орналасу.\nКедергі: біліктілік куәлігінің мерзімі өткен."
STEPS = (
    ("Біліктілікті арттыру курсын аяқтау", Doer.PERSON, 40),
    ("Курс тауып, жолдама беру", Doer.OFFICE, 10),
    ("Аптасына екі бос орынға өтінім жіберу", Doer.PERSON, 60),
)
TALK = ("Курс туралы сөйлесу", "Кешкі топты таңдады", "Жолдама беру")


def tell_cases(session: Session) -> int:
    """Open the cases; gives how many. Nothing when the demo's officer, approver or people are not there."""
    officer, approver = _member(session, "officer"), _member(session, "approver")
    if officer is None or approver is None:
        return 0
    found = [_opened(session, officer, person) for person in _people(session)]
    if len(found) < PEOPLE:
        return len(found)
    late, waiting, planned, meeting, bound, drafted, moving = found
    late.due_on = clock.today() - timedelta(days=3)
    wait_for_person(session, officer, waiting)
    _written(session, officer, planned)
    meetings.record_contact(session, officer, planned, ContactFacts(clock.today(), ContactChannel.PHONE, *TALK))
    _met(session, officer, meeting)
    _in_force(session, officer, approver, bound)
    contracts.offer_contract(session, officer, _drafted(session, officer, drafted))
    _moving(session, officer, moving.jobseeker)
    own = session.scalars(select(Jobseeker).join(User, User.id == Jobseeker.user_id).where(User.email == f"jobseeker@{DOMAIN}")).one_or_none()
    if own is not None:
        _own_case(session, officer, own)
    session.flush()
    return len(found) + (own is not None)


def _own_case(session: Session, officer: Actor, person: Jobseeker) -> None:
    """Of the person one can sign in as: a plan to agree to, an appointment to accept, partners to decide about."""
    if open_registration_of(session, officer, person) is None and officer.office_id is not None:
        made = open_registration(session, officer, person, category=Category.UNEMPLOYED, is_rural=False, office_id=officer.office_id)
        made.is_demo = True
    case = _opened(session, officer, person)
    tell_partners(session, officer, case, _written(session, officer, case))
    _met(session, officer, case, days=1)


def _moving(session: Session, officer: Actor, leaves: Jobseeker) -> None:
    """One person asks to leave for the other region of the demo, and one of that region asks to come."""
    if office_serving(session, ELSEWHERE) is not None:
        ask_transfer(session, officer, leaves, to_region=ELSEWHERE, reason=TransferReason.MOVED)
    on_register = select(Registration.jobseeker_id).where(Registration.region_code == ELSEWHERE, Registration.state == RegistrationState.ACTIVE)
    wanted = select(Jobseeker).where(Jobseeker.is_demo, Jobseeker.region_code == ELSEWHERE, Jobseeker.id.in_(on_register)).order_by(Jobseeker.id)
    comes = session.scalars(wanted.limit(1)).one_or_none()
    if comes is not None:
        ask_transfer(session, system_actor("demo"), comes, to_region=HOME, reason=TransferReason.WORK_THERE)


def _opened(session: Session, officer: Actor, person: Jobseeker) -> Case:
    return open_case(session, officer, person, CaseFacts("Дипломның көшірмесін әкелу", clock.today()))


def _written(session: Session, officer: Actor, case: Case) -> Plan:
    plan = plans.write_goals(session, officer, case, None, goals=GOAL, revision=0)
    for what, doer, days in STEPS:
        plans.add_step(session, officer, plan, StepFacts(what, doer, clock.today() + timedelta(days=days)), revision=plan.revision)
    return plan


def _drafted(session: Session, officer: Actor, case: Case) -> contracts.SocialContract:
    plan = _written(session, officer, case)
    plans.agree_to_plan(session, Actor(ActorKind.JOBSEEKER, jobseeker_id=case.jobseeker_id), plan, revision=plan.revision)
    return contracts.draft_contract(session, officer, plan, Term(clock.today(), clock.today() + timedelta(days=180)))


def _in_force(session: Session, officer: Actor, approver: Actor, case: Case) -> None:
    """Signed on paper, one obligation done and one of the office due today."""
    made = contracts.offer_contract(session, officer, _drafted(session, officer, case))
    contracts.approve_contract(session, approver, made)
    undertakings.record_paper_signature(session, officer, made, PaperSignature(clock.today(), "17-204"))
    undertakings.move_obligation(session, officer, made, made.obligations[-1], "finish")
    made.obligations[0].due_on = clock.today()


def _met(session: Session, officer: Actor, case: Case, *, days: int = 0) -> None:
    """So many days from today in the hours of an office: at the next full hour, or at ten in the morning."""
    late = (clock.now() + timedelta(days=days)).astimezone(clock.COUNTRY_ZONE).replace(minute=0, second=0, microsecond=0)
    if OPENS <= late.hour < CLOSES:
        starts_at = late + timedelta(hours=1)
    else:
        starts_at = (late + timedelta(days=late.hour >= CLOSES)).replace(hour=OPENS + 1)
    slot = Slot(starts_at, 30, "4-кабинет", "Жеке жоспарды талқылау")
    meetings.propose_appointment(session, officer, case, slot, officer=session.get_one(User, officer.user_id))


def _member(session: Session, name: str) -> Actor | None:
    wanted = select(StaffMember).join(User, User.id == StaffMember.user_id).where(User.email == f"{name}@{DOMAIN}")
    found = session.scalars(wanted).one_or_none()
    if found is None:
        return None
    return Actor(found.user.kind, user_id=found.user_id, office_id=found.office_id, region_code=found.office.region_code)


def _people(session: Session) -> list[Jobseeker]:
    registered = select(Registration.jobseeker_id).where(Registration.state == RegistrationState.ACTIVE, Registration.ended_on.is_(None))
    wanted = select(Jobseeker).where(Jobseeker.is_demo, Jobseeker.user_id.is_(None), Jobseeker.region_code == HOME, Jobseeker.id.in_(registered))
    return list(session.scalars(wanted.order_by(Jobseeker.id).limit(PEOPLE)))
