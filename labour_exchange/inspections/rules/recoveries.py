"""What is wrong with a return or a write-off that an officer writes down."""

from datetime import date

from labour_exchange.foundation.errors import FieldError
from labour_exchange.inspections.rules.decisions import text_errors
from labour_exchange.inspections.texts import refusals

LONGEST_REFERENCE = 200


def amount_errors(amount: int, left: int) -> list[FieldError]:
    """At least one tenge, and no more than is owed and neither back, given up nor waiting for confirmation (`left`, tenge)."""
    return [] if 1 <= amount <= left else [FieldError("amount", refusals.RECOVERY_TOO_HIGH, {"left": left})]


def return_errors(amount: int, left: int, received_on: date, paid_on: date, today: date, reference: str) -> list[FieldError]:
    """Money comes back from the day on which the first of it was paid (`paid_on`) until today, with a document."""
    errors = amount_errors(amount, left)
    if not paid_on <= received_on <= today:
        errors.append(FieldError("received_on", refusals.RECEIVED_ON_WRONG, {"since": f"{paid_on:%d.%m.%Y}"}))
    if not reference.strip():
        errors.append(FieldError("reference", refusals.REFERENCE_MISSING))
    elif len(reference) > LONGEST_REFERENCE:
        errors.append(FieldError("reference", refusals.TEXT_TOO_LONG, {"most": LONGEST_REFERENCE}))
    return errors


def write_off_errors(amount: int, left: int, reason: str) -> list[FieldError]:
    return amount_errors(amount, left) + text_errors("reason", reason)
