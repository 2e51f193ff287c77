"""A decision prepared by one person and taken by another, and what it does to placement, subsidy and figures."""

from datetime import date, timedelta

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.inspections import access
from labour_exchange.inspections.events import InspectionDecided
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.operations.locking import hold
from labour_exchange.inspections.operations.recoveries import open_recovery
from labour_exchange.inspections.rules.decisions import NEEDING_SUBSIDY, RECOVERING, STOPPING, decision_errors, may_be_prepared, text_errors
from labour_exchange.inspections.states import INSPECTION_LIFECYCLE, Decision, Side
from labour_exchange.inspections.texts import refusals
from labour_exchange.placements.operations.annulments import annul_after_hearing
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations.locking import hold as keep
from labour_exchange.programmes.operations.participation import drop_out
from labour_exchange.programmes.operations.returns import cancel_waiting
from labour_exchange.programmes.states import DropReason, EnrolmentState

STOPPER = system_actor("stop subsidy after inspection")


def prepare_decision(
    session: ExchangeSession, actor: Actor, inspection: Inspection, decision: Decision, *, reason: str, unfounded_since: date | None = None
) -> Inspection:
    """Write down what should be decided and why, after a reply or once the time to reply is over.

    `unfounded_since` is the day from which the subsidy had no grounds. Raises InvalidInput, Conflict(reply_first, not_allowed_now).
    """
    if not access.may_inspect(actor, inspection) or actor.user_id is None:
        raise NotFound
    inspection, today = hold(session, inspection), clock.today()
    INSPECTION_LIFECYCLE.after(inspection.state, "prepare")
    if not may_be_prepared(inspection.state, inspection.due_on, today):
        raise Conflict(refusals.REPLY_FIRST, until=f"{inspection.due_on:%d.%m.%Y}")
    started_on, has_subsidy = inspection.placement.started_on, inspection.enrolment_id is not None
    errors = decision_errors(decision, reason, unfounded_since, started_on, today, has_subsidy=has_subsidy)
    if errors:
        raise InvalidInput(errors)
    since = unfounded_since if decision in NEEDING_SUBSIDY else started_on if decision is Decision.ANNULLED else None
    inspection.decision, inspection.decision_reason, inspection.unfounded_since = decision, reason.strip(), since
    inspection.prepared_by_id, inspection.prepared_at = actor.user_id, clock.now()
    move(session, actor, inspection, INSPECTION_LIFECYCLE, "prepare")
    record_act(session, actor, "prepare decision", "inspection", inspection.id, decision=decision.value)
    return inspection


def return_decision(session: ExchangeSession, actor: Actor, inspection: Inspection, *, reason: str) -> Inspection:
    """The second person sends it back to be prepared anew, and says why. Raises InvalidInput, Conflict(same_person, not_allowed_now)."""
    inspection = _held_for_second_person(session, actor, inspection, "return")
    errors = text_errors("reason", reason)
    if errors:
        raise InvalidInput(errors)
    inspection.decision = inspection.prepared_by_id = inspection.prepared_at = inspection.unfounded_since = None
    inspection.decision_reason = ""
    action = "return_answered" if inspection.replies else "return"
    move(session, actor, inspection, INSPECTION_LIFECYCLE, action, reason=reason.strip())
    record_act(session, actor, "return decision", "inspection", inspection.id)
    return inspection


def decide_inspection(session: ExchangeSession, actor: Actor, inspection: Inspection) -> Inspection:
    """An approver who did not prepare it decides, and its effect is carried out in the same transaction.

    It is closed at once when there is nothing to recover. Raises Conflict(same_person, not_allowed_now).
    """
    inspection = _held_for_second_person(session, actor, inspection, "decide")
    assert inspection.decision is not None
    decision = inspection.decision
    inspection.decided_by_id, inspection.decided_at = actor.user_id, clock.now()
    move(session, actor, inspection, INSPECTION_LIFECYCLE, "decide")
    if decision in STOPPING:
        inspection.to_recover = _stop_subsidy(session, inspection, is_recovered=decision in RECOVERING)
    record_act(session, actor, "decide inspection", "inspection", inspection.id, decision=decision.value, to_recover=inspection.to_recover)
    if decision is Decision.ANNULLED:
        _annul(session, actor, inspection)
    if inspection.to_recover == 0:
        inspection.closed_on = clock.today()
        move(session, actor, inspection, INSPECTION_LIFECYCLE, "close")
    record(session, actor, InspectionDecided(inspection.id, decision.value))
    return inspection


def _held_for_second_person(session: ExchangeSession, actor: Actor, inspection: Inspection, action: str) -> Inspection:
    if not access.may_decide(actor, inspection) or actor.user_id is None:
        raise NotFound
    inspection = hold(session, inspection)
    INSPECTION_LIFECYCLE.after(inspection.state, action)
    if inspection.prepared_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    return inspection


def _stop_subsidy(session: ExchangeSession, inspection: Inspection, *, is_recovered: bool) -> int:
    """Cancel payments that wait, end the subsidised job the day before it lost its grounds, and claim what was paid; gives the tenge owed.

    The exchange acts, because the person may live in another region than the work is in. The enrolment is held first, so that no approval
    of a payment comes between: it is paid before this and claimed, or cancelled and never paid.
    """
    since = inspection.unfounded_since
    if inspection.enrolment_id is None or since is None:
        return 0
    with acting_as(session, STOPPER):
        enrolment = keep(session, session.get_one(Enrolment, inspection.enrolment_id))
        cancel_waiting(session, STOPPER, enrolment, since=since, reason=inspection.decision_reason)
        if enrolment.state is EnrolmentState.STARTED and enrolment.started_on is not None:
            ended_on = max(enrolment.started_on, since - timedelta(days=1))
            drop_out(session, STOPPER, enrolment, ended_on=ended_on, reason=DropReason.INSPECTION)
        owed = open_recovery(session, inspection, enrolment, since) if is_recovered else 0
        session.flush()
    return owed


def _annul(session: ExchangeSession, actor: Actor, inspection: Inspection) -> None:
    assert inspection.prepared_by_id is not None
    assert inspection.prepared_at is not None
    heard = "\n\n".join(one.text for one in inspection.replies if one.side is Side.EMPLOYER)
    prepared = {"proposed_by_id": inspection.prepared_by_id, "proposed_at": inspection.prepared_at}
    annul_after_hearing(session, actor, inspection.placement, reason=inspection.decision_reason, reply=heard, **prepared)
