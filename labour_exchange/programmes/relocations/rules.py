"""What a relocation may cost, and what is wrong with one."""

from dataclasses import dataclass
from datetime import date

from labour_exchange.foundation.errors import FieldError
from labour_exchange.programmes.rules.details import MovingTerms
from labour_exchange.programmes.texts import measure_refusals

MOST_MEMBERS = 20


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """A household by its numbers, the person included; costs in tenge. Nobody of it is named."""

    to_region: str
    members: int
    children: int
    moving_cost: int
    housing_cost: int


def move_errors(move: MoveFacts, terms: MovingTerms, *, from_region: str) -> list[FieldError]:
    """Everything that is wrong at once."""
    errors = []
    if move.to_region not in terms.receiving or move.to_region == from_region:
        errors.append(FieldError("to_region", measure_refusals.RECEIVING_WRONG))
    if not 1 <= move.members <= MOST_MEMBERS:
        errors.append(FieldError("members", measure_refusals.MEMBERS_WRONG, {"most": MOST_MEMBERS}))
    if not 0 <= move.children < max(move.members, 1):
        errors.append(FieldError("children", measure_refusals.CHILDREN_WRONG))
    most_moving = terms.moving_each * max(move.members, 1)
    if not 0 <= move.moving_cost <= most_moving:
        errors.append(FieldError("moving_cost", measure_refusals.AMOUNT_TOO_HIGH_FOR_HOUSEHOLD, {"most": most_moving}))
    if not 0 <= move.housing_cost <= terms.housing_most:
        errors.append(FieldError("housing_cost", measure_refusals.AMOUNT_TOO_HIGH_FOR_HOUSEHOLD, {"most": terms.housing_most}))
    return errors


def may_have_moved(moved_on: date, starts_on: date, today: date) -> bool:
    """Not before the first day of the measure, and not in the future."""
    return starts_on <= moved_on <= today
