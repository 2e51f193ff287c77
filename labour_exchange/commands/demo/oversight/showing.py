"""A published report and a session with an instruction in each state, for the demo: what the pages of oversight show."""

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.commands.demo.accounts import DOMAIN, ELSEWHERE, HOME
from labour_exchange.commands.demo.oversight.plans import morning, plan_year
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import act_as
from labour_exchange.foundation.lifecycle.moves import Transition
from labour_exchange.oversight.models.instructions import Instruction, OversightSession
from labour_exchange.oversight.models.reports import Report
from labour_exchange.oversight.operations import instructions, reports
from labour_exchange.oversight.operations.instructions import InstructionFacts
from labour_exchange.oversight.queries.deviations import deviations
from labour_exchange.oversight.states import INSTRUCTION_LIFECYCLE
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.statistics import collection
from labour_exchange.statistics.periods import Period

SOURCE = "Денсаулық сақтау министрлігінің хаты / Письмо Министерства здравоохранения"
REPORTED = {"health_under_construction": 73, "health_overhauled": 46, "health_reconstructed": 4, "digital_posts": 209}
TEXTS = (
    ("Шара жоспарының орындалуын жеделдетіңіз.", "Ускорьте выполнение плана меры.", "Catch up with the plan of the measure."),
    ("Орналасуларды растауды жеделдетіңіз.", "Ускорьте подтверждение трудоустройств.", "Speed up the confirmation of placements."),
    ("Агенттіктердің биржаға қосылуын аяқтаңыз.", "Завершите подключение агентств к бирже.", "Finish connecting the agencies to the exchange."),
    (
        "Шаралардың тиімділігін бағалау жүйесін енгізіңіз.",
        "Внедрите систему оценки эффективности мер.",
        "Introduce a system that assesses how measures work.",
    ),
    ("Заңға түзетулерді әзірлеуді жеделдетіңіз.", "Ускорьте подготовку поправок в закон.", "Speed up the amendment of the law."),
)


def show_oversight(session: Session) -> None:
    """The job after the demo country is loaded; nothing to do when there is a demo report already."""
    if session.scalar(select(Report.id).where(Report.is_demo).limit(1)) is not None:
        return
    act_as(session, system_actor("demo"))
    collection.collect(session)
    first, second, officer = actor_named(session, "analyst"), actor_named(session, "analyst-2"), actor_named(session, "officer", HOME)
    if not session.scalar(select(Allocation.id).where(Allocation.ends_on >= clock.today()).limit(1)):
        plan_year(session)
    report = _publish(session, first, second)
    _instruct(session, first, second, officer, report)


def actor_named(session: Session, name: str, region_code: str | None = None) -> Actor:
    """One of those who can be signed in as."""
    user = session.scalars(select(User).where(User.email == f"{name}@{DOMAIN}")).one()
    return Actor(user.kind, user_id=user.id, region_code=region_code)


def _publish(session: Session, first: Actor, second: Actor) -> Report:
    """The report of the half-year that the demo's programme was drawn for, with what the Ministry of Health reports."""
    today = clock.today()
    period = Period(date(today.year - 1, 1, 1), 6)
    report = reports.open_report(session, first, "half_year", period.code)
    report.is_demo = True
    for code, count in REPORTED.items():
        reports.enter_figures(session, first, report, code, fact=Decimal(count), source=SOURCE)
    plans = {"declared": 900, "employed": 700, "permanent": 500, "through_exchange": 800, "confirmed_share": 90, "agencies": 5, "regions": 20}
    for code, plan in plans.items():
        reports.enter_figures(session, first, report, code, plan=Decimal(plan), next_plan=Decimal(plan))
    reports.freeze_report(session, first, report)
    reports.sign_report(session, first, report)
    reports.sign_report(session, second, report)
    reports.publish_report(session, first, report)
    draft = reports.open_report(session, first, "year", str(period.first.year), comments_until=today + timedelta(days=14))
    draft.is_demo = True
    return report


def _instruct(session: Session, first: Actor, second: Actor, officer: Actor, report: Report) -> None:
    """One in each state: done, overdue, extended, with evidence to check, open."""
    today = clock.today()
    sitting = instructions.record_sitting(
        session,
        first,
        held_on=today - timedelta(days=40),
        body="Министрлік алқасы / Коллегия министерства",
        title="Жартыжылдық қорытындысы / Итоги полугодия",
        report=report,
    )
    sitting.is_demo = True
    worst = deviations(session, system_actor("demo"))[:1]
    about = {"region_code": worst[0].allocation.region_code, "measure_id": worst[0].allocation.measure_id} if worst else {"region_code": ELSEWHERE}
    given = [
        _late(session, first, sitting, TEXTS[0], **about),
        _give(session, first, sitting, TEXTS[1], today + timedelta(days=5), region_code=HOME),
        _give(session, first, sitting, TEXTS[2], today + timedelta(days=9), region_code=HOME),
        _give(session, first, sitting, TEXTS[3], today + timedelta(days=3), body_code="programmes"),
        _give(session, first, sitting, TEXTS[4], today + timedelta(days=30), body_code="law"),
    ]
    instructions.give_evidence(session, officer, given[1], text="Жұмыс берушілермен салыстыру жүргізілді.", reference="№ 12-4/318")
    instructions.ask_extension(session, second, given[3], until_on=today + timedelta(days=60), reason="Әдістеме келісуде.")
    instructions.decide_extension(session, first, given[3], is_accepted=True)
    instructions.give_evidence(session, second, given[4], text="Түзетулер жобасы енгізілді.", reference="№ 7-1/55")
    instructions.decide_evidence(session, first, given[4], is_accepted=True)
    instructions.escalate_overdue(session)


def _give(session: Session, actor: Actor, sitting: OversightSession, words: tuple[str, str, str], due_on: date, **facts: object) -> Instruction:
    kk, ru, en = words
    made = instructions.give_instruction(session, actor, sitting, InstructionFacts(kk, ru, due_on, en, **facts))  # type: ignore[arg-type]
    made.is_demo = True
    return made


def _late(session: Session, actor: Actor, sitting: OversightSession, words: tuple[str, str, str], **facts: object) -> Instruction:
    """Given at the session and due five days ago, which nobody could give today."""
    kk, ru, en = words
    due_on, given_at = clock.today() - timedelta(days=5), morning(sitting.held_on)
    kept = {"due_on": due_on, "first_due_on": due_on, "given_by_id": actor.user_id, "given_at": given_at, "is_demo": True}
    made = Instruction(session_id=sitting.id, text_kk=kk, text_ru=ru, text_en=en, state=INSTRUCTION_LIFECYCLE.initial, **kept | facts)
    session.add(made)
    session.flush()
    logged = {"action": "give", "from_state": "", "to_state": made.state.value, "actor_label": actor.label, "user_id": actor.user_id}
    session.add(Transition(subject_kind=INSTRUCTION_LIFECYCLE.name, subject_id=made.id, moved_at=given_at, **logged))
    return made
