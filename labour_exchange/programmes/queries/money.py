"""Allocations with what is left of them, their ledger, moves between regions, and whether every sum agrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import (
    visible_allocations,
    visible_of_enrolments,
    visible_of_projects,
    visible_payments,
    visible_reallocations,
)
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation, LedgerEntry, Payment, Reallocation
from labour_exchange.programmes.projects.models import Project, ProjectPayment
from labour_exchange.programmes.states import EntryKind, PaymentState, ReallocationState

COUNTERS = ("places", "places_taken", "planned", "committed", "paid")


@dataclass(frozen=True, slots=True)
class TreasuryRow:
    """One payment as the treasury needs it; nobody is named. What came back of one is a row of kind `return` with a negative amount."""

    payment: str
    enrolment: str
    measure: str
    region: str
    kind: str
    month: date | None
    amount: int
    paid_on: date | None


def allocation_by_public_id(session: Session, actor: Actor, public_id: str) -> Allocation:
    """Raises NotFound."""
    wanted = select(Allocation).options(joinedload(Allocation.measure)).where(Allocation.public_id == public_id)
    found = session.scalars(visible_allocations(actor, wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


def allocations(actor: Actor, *, measure_id: int | None = None) -> Select[tuple[Allocation]]:
    """What the actor sees, by period and region; of one measure or of all."""
    wanted = select(Allocation).options(joinedload(Allocation.measure))
    if measure_id is not None:
        wanted = wanted.where(Allocation.measure_id == measure_id)
    return visible_allocations(actor, wanted).order_by(Allocation.starts_on.desc(), Allocation.measure_id, Allocation.region_code)


def ledger_of(session: Session, allocation: Allocation, *, limit: int = 200) -> list[LedgerEntry]:
    """The latest rows of an allocation's ledger."""
    wanted = select(LedgerEntry).where(LedgerEntry.allocation_id == allocation.id).order_by(LedgerEntry.id.desc()).limit(limit)
    return list(session.scalars(wanted))


def reallocations_of(session: Session, actor: Actor, allocation: Allocation) -> list[Reallocation]:
    """Every move proposed from or to an allocation, the latest first."""
    wanted = select(Reallocation).where(or_(Reallocation.from_id == allocation.id, Reallocation.to_id == allocation.id))
    return list(session.scalars(_with_sides(visible_reallocations(actor, wanted)).order_by(Reallocation.id.desc())))


def open_reallocations(session: Session, actor: Actor) -> list[Reallocation]:
    """Moves that wait for a second person."""
    wanted = visible_reallocations(actor, select(Reallocation).where(Reallocation.state == ReallocationState.PROPOSED))
    return list(session.scalars(_with_sides(wanted).order_by(Reallocation.id)))


def reallocation_for(session: Session, actor: Actor, public_id: str) -> Reallocation:
    """Raises NotFound."""
    found = session.scalars(visible_reallocations(actor, select(Reallocation).where(Reallocation.public_id == public_id))).one_or_none()
    if found is None:
        raise NotFound
    return found


def treasury_rows(session: Session, actor: Actor, *, since: date, until: date) -> Iterator[TreasuryRow]:
    """Payments made and money taken back between two days, both included, in the order in which they were entered; of the actor's region only."""
    wanted = select(Payment).where(Payment.state == PaymentState.PAID, Payment.paid_on.between(since, until))
    if actor.region_code is not None:
        wanted = wanted.where(Payment.region_code == actor.region_code)  # A household that moved is seen by two regions and paid by one.
    loaded = wanted.options(joinedload(Payment.enrolment).joinedload(Enrolment.measure))
    for one in session.scalars(visible_payments(actor, loaded).order_by(Payment.paid_on, Payment.id)):
        enrolment = one.enrolment
        codes = (one.public_id, enrolment.public_id, enrolment.measure.code, one.region_code, one.kind.value)
        yield TreasuryRow(*codes, one.month, one.amount, one.paid_on)
    yield from _returned(session, actor, since, until)
    built = select(ProjectPayment).options(joinedload(ProjectPayment.project).joinedload(Project.measure))
    built = built.where(ProjectPayment.state == PaymentState.PAID, ProjectPayment.paid_on.between(since, until))
    for paid in session.scalars(visible_of_projects(actor, built, ProjectPayment).order_by(ProjectPayment.paid_on, ProjectPayment.id)):
        project = paid.project
        yield TreasuryRow(paid.public_id, project.public_id, project.measure.code, project.region_code, "project", None, paid.amount, paid.paid_on)


def _returned(session: Session, actor: Actor, since: date, until: date) -> Iterator[TreasuryRow]:
    """By the day on which two people had entered it; the plan that it went back to says whose region it is."""
    entered_on = func.date(func.timezone(clock.COUNTRY_ZONE.key, LedgerEntry.recorded_at))
    wanted = select(LedgerEntry, entered_on.label("entered_on"), Payment, Allocation.region_code).join(Payment, Payment.id == LedgerEntry.payment_id)
    wanted = wanted.join(Allocation, Allocation.id == LedgerEntry.allocation_id).where(LedgerEntry.kind == EntryKind.RETURN)
    if actor.region_code is not None:
        wanted = wanted.where(Allocation.region_code == actor.region_code)
    loaded = wanted.where(entered_on.between(since, until)).options(joinedload(Payment.enrolment).joinedload(Enrolment.measure))
    for row in session.execute(visible_of_enrolments(actor, loaded, Payment).order_by(LedgerEntry.id)):
        enrolment = row.Payment.enrolment
        codes = (row.Payment.public_id, enrolment.public_id, enrolment.measure.code, row.region_code, EntryKind.RETURN.value)
        yield TreasuryRow(*codes, row.Payment.month, row.LedgerEntry.paid, row.entered_on)


def disagreements(session: Session) -> list[str]:
    """Allocations whose counters are not the sums of their ledger, and enrolments, projects and payments that the ledger tells otherwise.

    Nothing when all agree.

    The session must act as the system.
    """
    sums = select(LedgerEntry.allocation_id, *(func.sum(getattr(LedgerEntry, name)).label(name) for name in COUNTERS)).group_by(
        LedgerEntry.allocation_id
    )
    kept = sums.subquery()
    differs = or_(*(getattr(Allocation, name) != func.coalesce(getattr(kept.c, name), 0) for name in COUNTERS))
    wrong = select(Allocation.id).outerjoin(kept, kept.c.allocation_id == Allocation.id).where(differs)
    found = [f"allocation {number}" for number in session.scalars(wrong.order_by(Allocation.id))]
    of_enrolment = select(LedgerEntry.enrolment_id, func.sum(LedgerEntry.committed).label("committed"), func.sum(LedgerEntry.paid).label("paid"))
    told = of_enrolment.where(LedgerEntry.enrolment_id.is_not(None)).group_by(LedgerEntry.enrolment_id).subquery()
    untrue = or_(Enrolment.committed != func.coalesce(told.c.committed, 0), Enrolment.paid != func.coalesce(told.c.paid, 0))
    other = select(Enrolment.id).outerjoin(told, told.c.enrolment_id == Enrolment.id).where(untrue)
    found += [f"enrolment {number}" for number in session.scalars(other.order_by(Enrolment.id))]
    of_project = select(LedgerEntry.project_id, func.sum(LedgerEntry.committed).label("committed"), func.sum(LedgerEntry.paid).label("paid"))
    spent = of_project.where(LedgerEntry.project_id.is_not(None)).group_by(LedgerEntry.project_id).subquery()
    untold = or_(Project.committed != func.coalesce(spent.c.committed, 0), Project.paid != func.coalesce(spent.c.paid, 0))
    wrong_project = select(Project.id).outerjoin(spent, spent.c.project_id == Project.id).where(untold)
    found += [f"project {number}" for number in session.scalars(wrong_project.order_by(Project.id))]
    of_payment = select(LedgerEntry.payment_id, func.sum(LedgerEntry.paid).label("paid")).where(LedgerEntry.payment_id.is_not(None))
    entered = of_payment.group_by(LedgerEntry.payment_id).subquery()
    stands = case((Payment.state == PaymentState.PAID, Payment.amount - Payment.returned), else_=0)
    wrong_payment = select(Payment.id).outerjoin(entered, entered.c.payment_id == Payment.id).where(stands != func.coalesce(entered.c.paid, 0))
    return found + [f"payment {number}" for number in session.scalars(wrong_payment.order_by(Payment.id))]


def _with_sides(wanted: Select[tuple[Reallocation]]) -> Select[tuple[Reallocation]]:
    return wanted.options(joinedload(Reallocation.source), joinedload(Reallocation.target))
