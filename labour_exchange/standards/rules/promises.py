"""When a promise is due, what became of it, who may be asked for a rating, and what the public may read of the figures."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from statistics import median

from labour_exchange.standards.states import CommitmentState
from labour_exchange.vacancies.rules import working_day_after, working_days_between

SMALLEST_SHOWN = 5
SMALLEST_TENTH = 10
"""Of fewer, the slowest one in ten is one person."""
LINK_LIFETIME = timedelta(days=30)
PAUSE_BETWEEN_LINKS = timedelta(days=30)
WARNED_WORKING_DAYS = 1


def due_on(promised_on: date, term_days: int) -> date:
    """The last working day on which the promise is kept."""
    return working_day_after(promised_on, term_days)


def days_used(promised_on: date, done_on: date) -> int:
    """Working days from the promise to the deed; a deed on the same day took none."""
    return working_days_between(promised_on, done_on)


def standing(due: date, done_on: date | None, lapsed_on: date | None, today: date) -> CommitmentState:
    """A promise done by its day is kept; past it, it is broken, whatever is done later; it lapses when its ground went away in time."""
    if done_on is not None and done_on <= due:
        return CommitmentState.KEPT
    if lapsed_on is not None and lapsed_on <= due:
        return CommitmentState.LAPSED
    return CommitmentState.BREACHED if today > due else CommitmentState.OPEN


def last_warned_day(today: date) -> date:
    """The latest due day of open promises that the office is warned of today: that of the next working day."""
    return working_day_after(today, WARNED_WORKING_DAYS)


def may_be_asked(last_asked_on: date | None, today: date) -> bool:
    """Nobody gets a second link within thirty days."""
    return last_asked_on is None or today - last_asked_on >= PAUSE_BETWEEN_LINKS


def middle(days: Sequence[int]) -> float | None:
    return float(median(days)) if days else None


def nine_in_ten(days: Sequence[int]) -> float | None:
    """The number of days within which nine of ten were served (nearest rank)."""
    return float(sorted(days)[ceil(0.9 * len(days)) - 1]) if days else None


def quarter_of(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_before(quarter: date) -> date:
    return quarter_of(quarter - timedelta(days=1))


def quarter_after(quarter: date) -> date:
    return quarter_of(quarter + timedelta(days=100))


def is_shown(count: int) -> bool:
    """Fewer than five people are not counted out in public; nobody at all is no secret."""
    return count == 0 or count >= SMALLEST_SHOWN


def share_kept(kept: int, breached: int) -> float | None:
    """What the public reads: withheld when either side is a few people, because each gives the other away."""
    total = kept + breached
    return kept / total if total >= SMALLEST_SHOWN and is_shown(kept) and is_shown(breached) else None


def bounds_of_share(kept: int, breached: int) -> tuple[float | None, float | None]:
    """At least and at most this share, where it is withheld because one side is a few people: what a reader of the rule knows anyway."""
    total = kept + breached
    if total < SMALLEST_SHOWN or (is_shown(kept) and is_shown(breached)):
        return None, None
    few = SMALLEST_SHOWN - 1
    at_least = max(0, total - few) / total if not is_shown(breached) else None
    at_most = min(few, total) / total if not is_shown(kept) else None
    return at_least, at_most


def mean_points(ratings: int, points: int) -> float | None:
    return points / ratings if ratings >= SMALLEST_SHOWN else None


def adds_nothing(known: Sequence[tuple[int, int]], total: int) -> bool:
    """Whether the sum of withheld figures can be told: each could still be anything between the bounds that a reader knows already."""
    lows, highs = sum(low for low, _high in known), sum(high for _low, high in known)
    return all(total - (highs - high) <= low and total - (lows - low) >= high for low, high in known)


def national(figures: Sequence[tuple[int, int]]) -> tuple[int | None, float | None]:
    """Promises and the share kept of all offices, from (kept, broken) of each; None where it would tell more of one office than its own line does."""
    hidden = [kept + breached for kept, breached in figures if not is_shown(kept + breached)]
    if not adds_nothing([(1, SMALLEST_SHOWN - 1)] * len(hidden), sum(hidden)):
        return None, None
    told = [one for one in figures if sum(one)]
    return sum(sum(one) for one in figures), share_of_all(told)


def share_of_all(figures: Sequence[tuple[int, int]]) -> float | None:
    """The share of the first sides in all, from the two sides of each office; None where it would tell of an office what its own line withholds."""
    closed = [one for one in figures if share_kept(*one) is None]
    sides = (
        ([_known_of(first, second) for first, second in closed], sum(one[0] for one in closed)),
        ([_known_of(second, first) for first, second in closed], sum(one[1] for one in closed)),
    )
    is_open = all(adds_nothing(bounds, total) for bounds, total in sides)
    return share_kept(sum(one[0] for one in figures), sum(one[1] for one in figures)) if is_open else None


def national_ratings(figures: Sequence[tuple[int, int]]) -> tuple[int | None, float | None]:
    """Ratings of all offices and their mean, from (ratings, points) of each; None where it would tell of an office what its own line withholds."""
    hidden = [ratings for ratings, _points in figures if ratings < SMALLEST_SHOWN]
    ratings = sum(one[0] for one in figures)
    if not adds_nothing([(0, SMALLEST_SHOWN - 1)] * len(hidden), sum(hidden)) or ratings < SMALLEST_SHOWN:
        return None, None
    return ratings, mean_points(ratings, sum(one[1] for one in figures))


def _known_of(one: int, other: int) -> tuple[int, int]:
    """What an office's line tells of one side of a share that is withheld."""
    total, few = one + other, SMALLEST_SHOWN - 1
    if total < SMALLEST_SHOWN:
        return 0, few
    low, high = (0, total) if is_shown(one) else (1, few)
    return (low, high) if is_shown(other) else (max(low, total - few), min(high, total - 1))
