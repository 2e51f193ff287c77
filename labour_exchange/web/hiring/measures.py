"""What pages of the programme say alike on every side: colours of states, the timeline of an enrolment, regions by name."""

from labour_exchange.foundation.database import db
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.states import ClaimState, EnrolmentState, PaymentState, PostState, ReallocationState
from labour_exchange.programmes.texts import labels
from labour_exchange.territory.queries import region
from labour_exchange.web.localisation import moment, words

ENROLMENT_BADGES = {
    EnrolmentState.ELIGIBLE: "info",
    EnrolmentState.REFUSED: "bad",
    EnrolmentState.PREPARED: "warn",
    EnrolmentState.APPROVED: "ok",
    EnrolmentState.DECLINED: "bad",
    EnrolmentState.STARTED: "ok",
    EnrolmentState.DROPPED_OUT: "bad",
}
PAYMENT_BADGES = {PaymentState.PREPARED: "warn", PaymentState.PAID: "ok", PaymentState.REFUSED: "bad"}
POST_BADGES = {PostState.SUBMITTED: "warn", PostState.ACCEPTED: "ok", PostState.REFUSED: "bad"}
CLAIM_BADGES = {ClaimState.SUBMITTED: "warn", ClaimState.ACCEPTED: "info", ClaimState.REFUSED: "bad"}
REALLOCATION_BADGES = {ReallocationState.PROPOSED: "warn", ReallocationState.ACCEPTED: "ok", ReallocationState.REFUSED: "bad"}


WITHDRAWN_WHY = {reason.value: text for reason, text in labels.WITHDRAW_REASONS.items()}


def region_name(code: str) -> Text:
    return region(code).name


def timeline_of(enrolment: Enrolment) -> list[dict[str, object]]:
    """Every state it went through, with when, and why where the exchange moved it; the last is where it stands."""
    shown: list[dict[str, object]] = [
        {
            "title": words(labels.ENROLMENT_STATES[EnrolmentState(one.to_state)]),
            "when": moment(one.moved_at),
            "state": "done",
            "text": words(WITHDRAWN_WHY[one.reason]) if one.action == "withdraw" and one.reason in WITHDRAWN_WHY else "",
        }
        for one in history(db.session(), "enrolment", enrolment.id)
    ]
    if shown:
        shown[-1]["state"] = "bad" if ENROLMENT_BADGES.get(enrolment.state) == "bad" else "now"
    return shown
