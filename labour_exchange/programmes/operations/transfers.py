"""What becomes of measures when a person's register moves to another region: what has not begun there gives its place to the next."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import CaseTransfer
from labour_exchange.cases.states import TransferState
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.clock import COUNTRY_ZONE
from labour_exchange.foundation.events import record
from labour_exchange.programmes.events import EnrolmentLeftBehind
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations.participation import withdraw_enrolment
from labour_exchange.programmes.queries.staying import leaves_its_place
from labour_exchange.programmes.rules.participation import NOT_BEGUN, may_have_begun
from labour_exchange.programmes.states import WithdrawReason


def withdraw_what_is_left(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to transfer_decided: what the person had not begun with the region that is left is withdrawn; heard again, it finds nothing.

    Somebody may come back and apply anew before the event is heard again: only what was there when the other office accepted is withdrawn.
    """
    transfer = session.get_one(CaseTransfer, facts["transfer_id"])
    if facts["decision"] != TransferState.ACCEPTED or transfer.decided_at is None:
        return
    actor, day = system_actor("withdraw_what_is_left"), transfer.decided_at.astimezone(COUNTRY_ZONE).date()
    wanted = select(Enrolment).where(Enrolment.jobseeker_id == transfer.jobseeker_id, Enrolment.region_code == transfer.from_region)
    wanted = wanted.where(Enrolment.state.in_(NOT_BEGUN), Enrolment.created_at <= transfer.decided_at).order_by(Enrolment.id)
    for one in session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).all():
        if not leaves_its_place(session, one):
            continue
        is_withdrawn = not may_have_begun(one.state, one.starts_on, day)
        if is_withdrawn:
            withdraw_enrolment(session, actor, one, reason=WithdrawReason.TRANSFERRED)
        record(session, actor, EnrolmentLeftBehind(one.id, transfer.id, is_withdrawn))
