"""Money that stays where it was committed when a person's register moves: open measures that another region pays for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.cases.access import may_receive
from labour_exchange.cases.models import CaseTransfer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.rules.participation import is_left_behind, may_have_begun
from labour_exchange.programmes.states import ENROLMENT_LIFECYCLE, EnrolmentState, PaymentState


@dataclass(frozen=True, slots=True)
class StayingMeasure:
    """One measure of the region that pays, which goes on there unless it is withdrawn; sums in tenge."""

    measure: Text
    paying_region: str
    state: EnrolmentState
    committed: int
    paid: int
    is_withdrawn: bool
    """Nothing of it has begun: its place becomes free when the transfer is accepted."""


def measures_staying(session: Session, actor: Actor, transfer: CaseTransfer) -> Sequence[StayingMeasure]:
    """Shown to the office that is asked. The exchange reads it: the enrolments remain the paying region's, before and after."""
    if not may_receive(actor, transfer):
        raise NotFound
    payer = func.coalesce(Enrolment.receiving_region_code, Enrolment.region_code)
    wanted = select(Enrolment, Measure, payer).join(Measure, Measure.id == Enrolment.measure_id)
    wanted = wanted.where(
        Enrolment.jobseeker_id == transfer.jobseeker_id, Enrolment.state.in_(ENROLMENT_LIFECYCLE.open_states()), payer != transfer.to_region
    )
    with acting_as(session, system_actor("measures_staying")):
        rows = session.execute(wanted.order_by(Enrolment.id)).all()
        ends = {row[0].id: row[0].region_code == transfer.from_region and _is_withdrawn(session, row[0]) for row in rows}
    return [StayingMeasure(row[1].name, row[2], row[0].state, row[0].committed, row[0].paid, ends[row[0].id]) for row in rows]


def leaves_its_place(session: Session, enrolment: Enrolment) -> bool:
    """Whether a transfer of the person reaches it: not begun, nothing paid or waiting for payment, no agreement that three have signed."""
    waiting = select(Payment.id).where(Payment.enrolment_id == enrolment.id, Payment.state == PaymentState.PREPARED).limit(1)
    agreement = session.scalars(select(Agreement).where(Agreement.enrolment_id == enrolment.id)).one_or_none()
    is_bound = enrolment.paid > 0 or session.scalar(waiting) is not None or (agreement is not None and agreement.is_signed)
    return is_left_behind(enrolment.measure.kind, enrolment.state, is_bound=is_bound)


def _is_withdrawn(session: Session, enrolment: Enrolment) -> bool:
    """As it would be if the other office accepted today."""
    return leaves_its_place(session, enrolment) and not may_have_begun(enrolment.state, enrolment.starts_on, clock.today())
