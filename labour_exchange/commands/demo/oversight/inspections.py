"""Inspections in each state for the demo: a sample of the home region, replies of the people that can be signed in as, decisions by two."""

from datetime import date, timedelta

from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.commands.demo.accounts import DOMAIN, HOME
from labour_exchange.employers.models import Employer, EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.inspections.models import Inspection, InspectionSample
from labour_exchange.inspections.operations import decisions, opening, recoveries, replies
from labour_exchange.inspections.rules.sampling import Plan
from labour_exchange.inspections.states import Decision, Payer
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.states import Channel, EvidenceKind, EvidenceSource, PlacementState
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.states import SUBSIDISED, TOOK_PART
from labour_exchange.vacancies.states import EmploymentKind

PLAN = Plan(seed=2026, employer_share=30, file_share=20)
DAYS = 365
REASON = "Жұмыс орнында адам болған жоқ деген хабарлама түсті."
REPLY_OF_PERSON = "Жұмысқа күн сайын шығамын, ауысыммен істеймін."
REPLY_OF_EMPLOYER = "Адам екінші ауысымда жұмыс істейді, табельді қоса ұсынамыз."
KEPT = "Табель мен еңбек шарты тексерілді, жұмыс расталды."
ANNULLED = "Еңбек шарты да, жарналар да жоқ, жұмыс басталмаған."
RECOVERED = "Адам жұмыстан кеткен, ал субсидия төлене берген."


def show_inspections(session: ExchangeSession) -> None:
    """The job after the demo country is loaded; nothing to do when there is a demo sample already."""
    if session.scalar(select(InspectionSample.id).where(InspectionSample.is_demo).limit(1)) is not None:
        return
    act_as(session, system_actor("demo"))
    officer, approver = _actor(session, "officer"), _actor(session, "approver")
    today = clock.today()
    sample = opening.draw_sample(session, officer, PLAN, since=today - timedelta(days=DAYS), until=today)
    sample.is_demo = True
    drawn = list(session.scalars(select(Inspection).where(Inspection.sample_id == sample.id).order_by(Inspection.risk.desc(), Inspection.id)))
    _in_each_state(session, officer, approver, drawn)
    _of_sign_ins(session, officer)
    _with_subsidy(session, officer, approver)
    session.flush()


def _in_each_state(session: ExchangeSession, officer: Actor, approver: Actor, drawn: list[Inspection]) -> None:
    """Two decided, the one with signals annulled; prepared, overdue, asked; the rest stays as it was drawn."""
    for number, one in enumerate(drawn[:5]):
        opening.ask_parties(session, officer, one)
        if number < 4:
            _let_time_pass(session, one)
    for one in drawn[:3]:
        decision, reason = (Decision.ANNULLED, ANNULLED) if one.signals else (Decision.KEPT, KEPT)
        decisions.prepare_decision(session, officer, one, decision, reason=reason)
    for one in drawn[:2]:
        decisions.decide_inspection(session, approver, one)


def _of_sign_ins(session: ExchangeSession, officer: Actor) -> None:
    """The demo's person worked at the demo's employer last spring: both can be signed in as, and both have replied."""
    person = session.scalars(select(Jobseeker).join(User, User.id == Jobseeker.user_id).where(User.email == f"jobseeker@{DOMAIN}")).one()
    member = session.scalars(select(EmployerMember).join(User, User.id == EmployerMember.user_id).where(User.email == f"employer@{DOMAIN}")).one()
    placement = _placement(session, person, session.get_one(Employer, member.employer_id), clock.today() - timedelta(days=200), ended_after=120)
    one = opening.open_inspection(session, officer, placement, reason=REASON)
    opening.ask_parties(session, officer, one)
    for kind, whose, text in (("jobseeker", {"jobseeker_id": person.id}, REPLY_OF_PERSON), ("employer", {}, REPLY_OF_EMPLOYER)):
        user = session.scalars(select(User).where(User.email == f"{kind}@{DOMAIN}")).one()
        organisation_id = member.employer_id if kind == "employer" else None
        replies.reply_to_inspection(session, Actor(user.kind, user_id=user.id, organisation_id=organisation_id, **whose), one, text=text)
    one.is_demo = True


def _with_subsidy(session: ExchangeSession, officer: Actor, approver: Actor) -> None:
    """A subsidised job of the region whose money has to come back, where the demo drew one."""
    wanted = select(Enrolment).join(Measure).where(Enrolment.is_demo, Enrolment.region_code == HOME, Enrolment.employer_id.is_not(None))
    wanted = wanted.where(Measure.kind.in_(SUBSIDISED), Enrolment.state.in_(TOOK_PART), Enrolment.paid > 0, Enrolment.placement_id.is_(None))
    found = session.scalars(wanted.order_by(Enrolment.started_on.desc(), Enrolment.id).limit(1)).one_or_none()
    if found is None or found.started_on is None:
        return
    placement = _placement(session, session.get_one(Jobseeker, found.jobseeker_id), session.get_one(Employer, found.employer_id), found.started_on)
    if placement.region_of_work != HOME:
        return
    one = opening.open_inspection(session, officer, placement, reason=REASON)
    one.is_demo = True
    opening.ask_parties(session, officer, one)
    _let_time_pass(session, one)
    since = placement.started_on
    decisions.prepare_decision(session, officer, one, Decision.SUBSIDY_RECOVERED, reason=RECOVERED, unfounded_since=since)
    _coming_back(session, officer, approver, decisions.decide_inspection(session, approver, one))


def _coming_back(session: ExchangeSession, officer: Actor, approver: Actor, one: Inspection) -> None:
    """Half of what is owed is back; a part more is written down and waits for the approver."""
    facts = {"received_on": clock.today(), "payer": Payer.EMPLOYER}
    half, part = one.to_recover // 2, one.to_recover // 5
    if part == 0:
        return
    first = recoveries.record_return(session, officer, one, amount=half, reference="Төлем тапсырмасы № 118", **facts)
    recoveries.confirm_entry(session, approver, first)
    recoveries.record_return(session, officer, one, amount=part, reference="Төлем тапсырмасы № 131", **facts)


def _actor(session: ExchangeSession, name: str) -> Actor:
    user = session.scalars(select(User).where(User.email == f"{name}@{DOMAIN}")).one()
    return Actor(user.kind, user_id=user.id, region_code=HOME)


def _let_time_pass(session: ExchangeSession, inspection: Inspection) -> None:
    """As if the sides had been asked three weeks ago."""
    assert inspection.due_on is not None
    inspection.asked_on, inspection.due_on = clock.today() - timedelta(days=21), clock.today() - timedelta(days=4)
    session.flush()


def _placement(session: ExchangeSession, person: Jobseeker, employer: Employer, started_on: date, *, ended_after: int | None = None) -> Placement:
    """Declared by the employer on its first day, a programme's where it did not end."""
    made = Placement(
        jobseeker_id=person.id,
        employer_id=employer.id,
        region_of_work=employer.region_code or HOME,
        region_of_residence=person.region_code,
        started_on=started_on,
        employment_kind=EmploymentKind.PERMANENT,
        channel=Channel.SELF_SERVICE if ended_after else Channel.PROGRAMME,
        state=PlacementState.ENDED if ended_after else PlacementState.DECLARED,
        declared_by=EvidenceSource.EMPLOYER,
        declared_on=started_on,
        is_demo=True,
        created_at=clock.now(),
    )
    session.add(made)
    session.flush()
    rows = [(EvidenceKind.DECLARED, started_on)]
    if ended_after:
        rows.append((EvidenceKind.ENDED, started_on + timedelta(days=ended_after)))
    for kind, day in rows:
        row = {"kind": kind, "source": EvidenceSource.EMPLOYER, "effective_on": day, "recorded_at": clock.now()}
        session.add(PlacementEvidence(placement_id=made.id, **row))
    session.flush()
    return made
