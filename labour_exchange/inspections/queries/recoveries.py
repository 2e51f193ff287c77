"""Claims with their entries: of one inspection, summed by region, and whether their sums agree with payments and entries."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.inspections.models import Inspection, Recovery, RecoveryEntry, RecoveryPayment
from labour_exchange.inspections.states import RecoveryKind, RecoveryState
from labour_exchange.programmes.models.money import Payment

COUNTER = system_actor("count recoveries")


@dataclass(frozen=True, slots=True)
class RecoverySums:
    """Claims of a region: how many, and tenge owed, returned and written off."""

    claims: int = 0
    owed: int = 0
    returned: int = 0
    written_off: int = 0

    @property
    def outstanding(self) -> int:
        return self.owed - self.returned - self.written_off


def recovery_of(session: Session, inspection: Inspection) -> Recovery | None:
    """The claim of an inspection that the actor sees."""
    wanted = select(Recovery).where(Recovery.inspection_id == inspection.id)
    return session.scalars(wanted.execution_options(populate_existing=True)).one_or_none()


def entries_of(session: Session, recovery: Recovery) -> list[RecoveryEntry]:
    """Oldest first; a side of the placement sees the confirmed ones, by the policy of the table."""
    wanted = select(RecoveryEntry).where(RecoveryEntry.recovery_id == recovery.id).order_by(RecoveryEntry.id)
    return list(session.scalars(wanted.execution_options(populate_existing=True)))


def entry_for(session: Session, inspection: Inspection, public_id: str) -> RecoveryEntry:
    """An entry of this inspection's claim. Raises NotFound."""
    wanted = select(RecoveryEntry).join(Recovery).where(Recovery.inspection_id == inspection.id, RecoveryEntry.public_id == public_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def waiting_of(session: Session, recovery: Recovery) -> int:
    """Tenge of entries that wait for a second person."""
    wanted = select(func.coalesce(func.sum(RecoveryEntry.amount), 0)).where(
        RecoveryEntry.recovery_id == recovery.id, RecoveryEntry.state == RecoveryState.PREPARED
    )
    return int(session.scalar(wanted) or 0)


def sums_by_region(session: ExchangeSession) -> Mapping[str, RecoverySums]:
    """Every region that claims money; nobody's record."""
    sums = [func.sum(getattr(Recovery, name)) for name in ("owed", "returned", "written_off")]
    with acting_as(session, COUNTER):
        rows = session.execute(select(Recovery.region_code, func.count(), *sums).group_by(Recovery.region_code).order_by(Recovery.region_code)).all()
    return {row[0]: RecoverySums(row[1], *(int(one) for one in row[2:])) for row in rows}


def disagreements(session: Session) -> list[str]:
    """Claims whose counters are not the sums of their confirmed entries, or whose returns are not what their payments took back.

    Nothing when all agree. The session must act as the system.
    """
    entered = [
        func.coalesce(func.sum(RecoveryEntry.amount).filter(RecoveryEntry.kind == kind, RecoveryEntry.state == RecoveryState.CONFIRMED), 0)
        for kind in (RecoveryKind.RETURN, RecoveryKind.WRITE_OFF)
    ]
    told = (
        select(Recovery.id, entered[0].label("returned"), entered[1].label("written_off")).outerjoin(RecoveryEntry).group_by(Recovery.id).subquery()
    )
    since_claimed = Payment.returned - Payment.amount + RecoveryPayment.amount
    claimed = select(RecoveryPayment.recovery_id, func.sum(RecoveryPayment.amount).label("owed"), func.sum(since_claimed).label("returned"))
    of_payments = claimed.join(Payment, Payment.id == RecoveryPayment.payment_id).group_by(RecoveryPayment.recovery_id).subquery()
    wanted = select(Recovery.id).join(told, told.c.id == Recovery.id).outerjoin(of_payments, of_payments.c.recovery_id == Recovery.id)
    untrue = or_(
        Recovery.returned != told.c.returned,
        Recovery.written_off != told.c.written_off,
        Recovery.owed != func.coalesce(of_payments.c.owed, 0),
        Recovery.returned != func.coalesce(of_payments.c.returned, 0),
    )
    return [f"recovery {number}" for number in session.scalars(wanted.where(untrue).order_by(Recovery.id))]
