"""The one way in which an allocation's counters move: a guarded update and a row of the ledger, together."""

from dataclasses import dataclass

from sqlalchemy import and_, update
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict
from labour_exchange.programmes.models.money import Allocation, LedgerEntry
from labour_exchange.programmes.states import EntryKind
from labour_exchange.programmes.texts import refusals


@dataclass(frozen=True, slots=True)
class Change:
    """What is added to each counter; places are people, the rest tenge."""

    places: int = 0
    places_taken: int = 0
    planned: int = 0
    committed: int = 0
    paid: int = 0


def enter(
    session: Session,
    actor: Actor,
    allocation_id: int,
    kind: EntryKind,
    change: Change,
    *,
    enrolment_id: int | None = None,
    payment_id: int | None = None,
    reallocation_id: int | None = None,
    project_id: int | None = None,
) -> None:
    """Move the counters and write the row. Raises Conflict(allocation_spent) when a promise would pass the plan or a payment the promise.

    The condition is part of the update: PostgreSQL asks it again of the row as another transaction left it.
    """
    model = Allocation
    places, taken = model.places + change.places, model.places_taken + change.places_taken
    planned, committed, paid = model.planned + change.planned, model.committed + change.committed, model.paid + change.paid
    holds = and_(taken >= 0, taken <= places, paid >= 0, paid <= committed, committed <= planned)
    entry = {
        "enrolment_id": enrolment_id,
        "payment_id": payment_id,
        "reallocation_id": reallocation_id,
        "project_id": project_id,
        "user_id": actor.user_id,
    }
    # A person who withdraws, or the office a household leaves, moves a plan that it may not read: the operation has asked who may do it.
    with acting_as(session, system_actor("ledger")):
        moved = session.execute(
            update(model)
            .where(model.id == allocation_id, holds)
            .values(places=places, places_taken=taken, planned=planned, committed=committed, paid=paid)
            .returning(model.id)
            .execution_options(synchronize_session=False)
        ).one_or_none()
        if moved is None:
            raise Conflict(refusals.ALLOCATION_SPENT)
        _write(session, allocation_id, kind, change, **entry)
        known = session.identity_map.get(session.identity_key(model, allocation_id))
        if known is not None:
            session.refresh(known)


def _write(session: Session, allocation_id: int, kind: EntryKind, change: Change, **entry: int | None) -> None:
    session.add(
        LedgerEntry(
            allocation_id=allocation_id,
            kind=kind,
            places=change.places,
            places_taken=change.places_taken,
            planned=change.planned,
            committed=change.committed,
            paid=change.paid,
            recorded_at=clock.now(),
            **entry,
        )
    )
    session.flush()
