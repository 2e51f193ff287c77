"""Figures of reports as they are read, and the looks of states."""

from decimal import Decimal

from labour_exchange.oversight.states import InstructionState, ReportState, Unit
from labour_exchange.web import localisation

REPORT_BADGES = {ReportState.DRAFT: "info", ReportState.FROZEN: "warn", ReportState.SIGNED: "warn", ReportState.PUBLISHED: "ok"}
INSTRUCTION_BADGES = {
    InstructionState.OPEN: "info",
    InstructionState.EXTENDED: "warn",
    InstructionState.OVERDUE: "bad",
    InstructionState.REPORTED: "warn",
    InstructionState.DONE: "ok",
}


def written(value: Decimal | None, unit: Unit) -> str:
    """A figure in its unit; "–" where there is none."""
    if value is None:
        return "–"
    if unit is Unit.TENGE:
        return localisation.money(int(value))
    if unit is Unit.PER_CENT:
        return localisation.percent(float(value) / 100, 1)
    return localisation.number(float(value), 1 if value % 1 else 0)
