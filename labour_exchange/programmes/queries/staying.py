"""Money that stays where it was committed when a person's register moves: open measures that another region pays for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.cases.access import may_receive
from labour_exchange.cases.models import CaseTransfer
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.states import ENROLMENT_LIFECYCLE, EnrolmentState


@dataclass(frozen=True, slots=True)
class StayingMeasure:
    """One measure that goes on under the region that pays; sums in tenge."""

    measure: Text
    paying_region: str
    state: EnrolmentState
    committed: int
    paid: int


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
    return [StayingMeasure(row[1].name, row[2], row[0].state, row[0].committed, row[0].paid) for row in rows]
