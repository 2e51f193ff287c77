"""What a licence and a mandate allow on a day."""

from collections.abc import Iterable
from datetime import date

from labour_exchange.agencies.states import LicenceState

WARNING_DAYS = (60, 30, 7)


def is_in_force(state: LicenceState, granted_on: date | None, expires_on: date | None, today: date) -> bool:
    """A licence allows work from the day it is granted to the day it expires, both included, unless suspended or withdrawn."""
    return state is LicenceState.GRANTED and granted_on is not None and granted_on <= today and (expires_on is None or today <= expires_on)


def mandate_allows(scopes: Iterable[str], scope: str, given_on: date, until_on: date | None, withdrawn_on: date | None, today: date) -> bool:
    """A mandate allows what it names, until its last day, and nothing from the day it is withdrawn."""
    if scope not in scopes or today < given_on:
        return False
    return (until_on is None or today <= until_on) and (withdrawn_on is None or today < withdrawn_on)


def days_to_expiry(state: LicenceState, expires_on: date | None, today: date) -> int | None:
    """Days left, once the first warning is due; None while there is nothing to warn of."""
    if state is not LicenceState.GRANTED or expires_on is None:
        return None
    days = (expires_on - today).days
    return days if 0 <= days <= max(WARNING_DAYS) else None
