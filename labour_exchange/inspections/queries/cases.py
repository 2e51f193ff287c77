"""Inspections and samples the actor may see: one, a region's, and what each act would do now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, case, func, literal, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.inspections.access import visible_inspections, visible_samples
from labour_exchange.inspections.models import Inspection, InspectionReply, InspectionSample, Recovery, RecoveryEntry
from labour_exchange.inspections.states import OPEN_INSPECTIONS, InspectionState, RecoveryState
from labour_exchange.placements.models import Placement

SHOWN_SAMPLES = 10


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """One inspection as the office's list shows it; the person's name is not part of it."""

    inspection: Inspection
    employer: Employer


def inspection_for(session: Session, actor: Actor, public_id: str) -> Inspection:
    """Raises NotFound for one that is not the actor's to see."""
    wanted = select(Inspection).options(joinedload(Inspection.placement)).where(Inspection.public_id == public_id)
    found = session.scalars(visible_inspections(actor, wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


def inspections(actor: Actor, state: InspectionState | None = None) -> Select[tuple[Inspection]]:
    """Of one state, or all that are not closed."""
    states = [state] if state is not None else list(OPEN_INSPECTIONS)
    return visible_inspections(actor, select(Inspection).options(joinedload(Inspection.placement)).where(Inspection.state.in_(states)))


def rows_of(session: Session, found: Sequence[Inspection]) -> list[InspectionRow]:
    employers = {one.id: one for one in session.scalars(select(Employer).where(Employer.id.in_({row.placement.employer_id for row in found})))}
    return [InspectionRow(one, employers[one.placement.employer_id]) for one in found]


def most_pressing(wanted: Select[tuple[Inspection]]) -> Select[tuple[Inspection]]:
    """What waits for the office first: prepared decisions, replies, then by due date and risk."""
    order = case((Inspection.state == InspectionState.PREPARED, 0), (Inspection.state == InspectionState.ANSWERED, 1), else_=2)
    return wanted.order_by(order, Inspection.due_on.nulls_first(), Inspection.risk.desc(), Inspection.id)


def waiting_for(session: Session, actor: Actor, today: date) -> int:
    """How many wait for this actor: to be asked, answered, past their due date, and for an approver what another prepared, returns included."""
    is_due = or_(
        Inspection.state.in_((InspectionState.OPENED, InspectionState.ANSWERED)),
        and_(Inspection.state == InspectionState.ASKED, Inspection.due_on < today),
        and_(
            Inspection.state == InspectionState.PREPARED,
            Inspection.prepared_by_id != actor.user_id,
            literal(actor.kind is ActorKind.APPROVER),
        ),
        and_(literal(actor.kind is ActorKind.APPROVER), Inspection.id.in_(_with_entries_of_others(actor))),
    )
    wanted = visible_inspections(actor, select(Inspection).where(is_due))
    return session.scalar(wanted.with_only_columns(func.count())) or 0


def counts_by_state(session: Session, actor: Actor) -> dict[InspectionState, int]:
    rows = visible_inspections(actor, select(Inspection)).with_only_columns(Inspection.state, func.count().label("found")).group_by(Inspection.state)
    return {row.state: row.found for row in session.execute(rows)}


def samples(session: Session, actor: Actor) -> list[InspectionSample]:
    """The latest draws of the actor's region."""
    wanted = visible_samples(actor, select(InspectionSample)).order_by(InspectionSample.id.desc()).limit(SHOWN_SAMPLES)
    return list(session.scalars(wanted))


def replies_of(session: Session, inspection: Inspection) -> list[InspectionReply]:
    """Those the actor may see, by the policy of the table: an office all, a side its own."""
    wanted = select(InspectionReply).where(InspectionReply.inspection_id == inspection.id).order_by(InspectionReply.id)
    return list(session.scalars(wanted.execution_options(populate_existing=True)))


def inspection_of(session: Session, actor: Actor, placement: Placement) -> Inspection | None:
    """The latest inspection of a placement, if the actor may see one."""
    wanted = visible_inspections(actor, select(Inspection).where(Inspection.placement_id == placement.id))
    return session.scalars(wanted.order_by(Inspection.id.desc()).limit(1)).one_or_none()


def _with_entries_of_others(actor: Actor) -> Select[tuple[int]]:
    wanted = select(Recovery.inspection_id).join(RecoveryEntry, RecoveryEntry.recovery_id == Recovery.id)
    return wanted.where(RecoveryEntry.state == RecoveryState.PREPARED, RecoveryEntry.prepared_by_id != actor.user_id)
