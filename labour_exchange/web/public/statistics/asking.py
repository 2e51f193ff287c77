"""What an address asks of the figures: a choice that does not exist is refused by its name with what can be chosen, never answered with another."""

from collections.abc import Collection, Sequence

from flask import request

from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.statistics import texts
from labour_exchange.statistics.periods import Period, read_period

LONGEST_ECHO = 40


def refuse_wrong(*problems: FieldError | None) -> None:
    """Raises InvalidInput when there is any problem."""
    found = [one for one in problems if one is not None]
    if found:
        raise InvalidInput(found)


def wrong_indicator(codes: Collection[str]) -> FieldError | None:
    given = request.args.get("indicator", "")
    return None if not given or given in codes else FieldError("indicator", texts.UNKNOWN_INDICATOR, {"code": given[:LONGEST_ECHO]})


def wrong_choice(field: str, choices: Sequence[str]) -> FieldError | None:
    """Of a parameter that names one of a few choices."""
    given = request.args.get(field, "")
    if not given or given in choices:
        return None
    return FieldError(field, texts.UNKNOWN_CHOICE, {"field": field, "given": given[:LONGEST_ECHO], "choices": ", ".join(choices)})


def wrong_group(is_known: bool) -> FieldError | None:
    given = request.args.get("group", "")
    return None if not given or is_known else FieldError("group", texts.UNKNOWN_GROUP, {"given": given[:LONGEST_ECHO]})


def wrong_region(is_known: bool) -> FieldError | None:
    given = request.args.get("region", "")
    return None if not given or is_known else FieldError("region", texts.UNKNOWN_REGION, {"code": given[:LONGEST_ECHO]})


def wrong_month(choices: Sequence[Period]) -> FieldError | None:
    """`choices` are the months with figures, newest first."""
    given = request.args.get("month", "")
    if not given or _month(given) in choices:
        return None
    return FieldError("month", texts.UNKNOWN_MONTH, {"given": given[:LONGEST_ECHO], "first": choices[-1].code, "last": choices[0].code})


def month_asked(choices: Sequence[Period]) -> Period:
    """The month of the address, the newest without one. Raises InvalidInput for a month without figures."""
    refuse_wrong(wrong_month(choices))
    return _month(request.args.get("month", "")) or choices[0]


def _month(given: str) -> Period | None:
    try:
        return read_period(given)
    except ValueError:
        return None
