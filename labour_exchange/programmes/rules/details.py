"""What the terms of some kinds of measures say besides: conditions of a microcredit, regions and caps of a relocation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from labour_exchange.programmes.states import MeasureKind
from labour_exchange.territory.queries import is_region

MOST_INTEREST = 10_000
"""A hundred per cent a year, in hundredths of a per cent."""


@dataclass(frozen=True, slots=True)
class CreditTerms:
    """`interest` is for a year, in hundredths of a per cent; in the first `grace_months` only interest is paid."""

    interest: int = 0
    grace_months: int = 0


@dataclass(frozen=True, slots=True)
class MovingTerms:
    """Regions that receive households; tenge for the move of each member, and for the housing of the whole household."""

    receiving: tuple[str, ...] = ()
    moving_each: int = 0
    housing_most: int = 0


def credit_terms(details: Mapping[str, Any]) -> CreditTerms:
    return CreditTerms(details.get("interest", 0), details.get("grace_months", 0))


def moving_terms(details: Mapping[str, Any]) -> MovingTerms:
    return MovingTerms(tuple(details.get("receiving", ())), details.get("moving_each", 0), details.get("housing_most", 0))


def wrong_details(details: Mapping[str, Any], kind: MeasureKind, most_months: int) -> list[str]:
    """Names of the details that cannot be so for a kind of measure, or do not belong to it."""
    if kind is MeasureKind.MICROCREDIT:
        credit = credit_terms(details)
        wrong = {"interest": not 0 <= credit.interest <= MOST_INTEREST, "grace_months": not 0 <= credit.grace_months < most_months}
    elif kind is MeasureKind.RELOCATION:
        moving = moving_terms(details)
        is_known = all(is_region(code) for code in moving.receiving)
        wrong = {"receiving": not moving.receiving or not is_known, "moving_each": moving.moving_each < 0, "housing_most": moving.housing_most < 0}
    else:
        wrong = {}
    return [name for name, is_wrong in wrong.items() if is_wrong] + sorted(set(details) - set(wrong))
