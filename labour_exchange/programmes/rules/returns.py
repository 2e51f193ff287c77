"""How money that came back is set against the payments it was paid by, and what that does to a plan."""

from collections.abc import Sequence
from datetime import date


def portions(amount: int, left: Sequence[int]) -> list[int]:
    """How much of `amount` counts against each payment, in their order, each capped by what is still left of it; tenge.

    The sum is smaller than `amount` when the payments together do not hold as much.
    """
    found = []
    for most in left:
        found.append(min(amount, most))
        amount -= found[-1]
    return found


def lowers_plan(ends_on: date, today: date) -> bool:
    """Whether the plan falls with the payment: its period is over, so nobody may promise anew what came back."""
    return today > ends_on
