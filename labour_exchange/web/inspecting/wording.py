"""How inspections are shown: badges, reasons with their weights, and the timeline."""

from collections.abc import Iterable

from labour_exchange.foundation.lifecycle.moves import Transition
from labour_exchange.foundation.texts import Text
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.rules.signals import WEIGHTS, Signal
from labour_exchange.inspections.states import Decision, InspectionState, RecoveryState
from labour_exchange.inspections.texts.labels import MOVES, SIGNALS
from labour_exchange.web.localisation import moment

INSPECTION_BADGES = {
    InspectionState.OPENED: "info",
    InspectionState.ASKED: "warn",
    InspectionState.ANSWERED: "info",
    InspectionState.PREPARED: "warn",
    InspectionState.DECIDED: "bad",
    InspectionState.CLOSED: "",
}
DECISION_BADGES = {Decision.KEPT: "ok", Decision.SUBSIDY_STOPPED: "warn", Decision.SUBSIDY_RECOVERED: "bad", Decision.ANNULLED: "bad"}
RECOVERY_BADGES = {RecoveryState.PREPARED: "warn", RecoveryState.CONFIRMED: "ok", RecoveryState.REFUSED: "bad"}


def reasons_of(inspection: Inspection) -> list[tuple[Text, int]]:
    """Each named signal with its weight; the risk is their sum."""
    return [(SIGNALS[Signal(code)], WEIGHTS[Signal(code)]) for code in inspection.signals]


def timeline_of(moves: Iterable[Transition]) -> list[dict[str, object]]:
    return [{"title": MOVES[row.action], "when": moment(row.moved_at), "state": "done", "text": row.reason} for row in moves]
