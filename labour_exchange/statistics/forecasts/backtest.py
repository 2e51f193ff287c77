"""How well the chosen models would have forecast the last five years, one series at a time.

MASE (Hyndman and Koehler, Another look at measures of forecast accuracy, Int. J. Forecasting 22, 2006): at each origin the mean absolute
error of the next twelve months, divided by the mean absolute change on a year before within the data before that origin; averaged over
the origins. Origins step by one month, from sixty months before the end to twelve before it, so that every horizon is observed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from labour_exchange.statistics.forecasts.candidates import HORIZON, SEASON, SEASONAL_NAIVE, Floats, all_forecasts
from labour_exchange.statistics.forecasts.choice import Chosen, choose, errors_of

TESTED_MONTHS = 60
ROUNDING = 1e-9
"""How far, as a share of the greatest value, an error may lie beyond the interval for nothing but rounding."""
SHORTEST = 3 * SEASON
"""With fewer months of history than this at an origin, nothing is tested there."""


@dataclass(frozen=True, slots=True)
class Tested:
    """A series' result. `model` is the one chosen at most origins; a measure is None where it has no meaning (too short, never changing)."""

    name: str
    model: str | None
    mase: float | None
    mase_seasonal_naive: float | None
    coverage: float | None
    filled: int = 0

    @property
    def is_worse_than_naive(self) -> bool:
        return self.mase is not None and self.mase_seasonal_naive is not None and self.mase > self.mase_seasonal_naive


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next twelve months: the middle and an 80 % interval, whose ends are None while too few errors are known."""

    model: str
    middle: list[float]
    low: list[float | None]
    high: list[float | None]


def backtest(name: str, observed: Floats) -> Tested:
    """Test one series of consecutive months, NaN where none was observed."""
    filled = int(np.isnan(observed).sum())
    origins = list(range(max(SHORTEST, len(observed) - TESTED_MONTHS), len(observed) - HORIZON + 1))
    if not origins:
        return Tested(name, None, None, None, None, filled)
    _, chosen, naive = _run(observed)
    errors = errors_of(chosen.forecasts, observed)
    covered = errors[origins] <= chosen.half_widths[origins] + ROUNDING * np.nanmax(np.abs(observed))
    known = np.isfinite(errors[origins]) & np.isfinite(chosen.half_widths[origins])
    return Tested(
        name,
        Counter(chosen.names[origin] for origin in origins).most_common(1)[0][0],
        _mase(errors, observed, origins),
        _mase(errors_of(naive, observed), observed, origins),
        float(covered[known].mean()) if known.any() else None,
        filled,
    )


def forecast(observed: Floats, *, not_below: float | None = None) -> Ahead | None:
    """The twelve months after the last one; None when there is not even a year of history."""
    values, chosen, _ = _run(observed)
    if not chosen.names[-1]:
        return None
    middle, half = chosen.forecasts[-1], chosen.half_widths[-1]
    floor = -np.inf if not_below is None else not_below
    low = [None if np.isnan(one) else float(max(one, floor)) for one in middle - half]
    high = [None if np.isnan(one) else float(max(one, floor)) for one in middle + half]
    return Ahead(chosen.names[-1], [float(max(one, floor)) for one in middle], low, high)


def _run(observed: Floats) -> tuple[Floats, Chosen, Floats]:
    values = filled_in(observed)
    found = all_forecasts(values)
    return values, choose(found, observed), found[SEASONAL_NAIVE]


def observed_of(figures: Sequence[float | None]) -> Floats:
    """Figures of consecutive months as an array; NaN where there is none."""
    return np.array([np.nan if one is None else one for one in figures], dtype=np.float64)


def filled_in(observed: Floats) -> Floats:
    """A month that was not observed takes the value of the year before, else the last one: never anything later than itself."""
    values = observed.astype(np.float64).copy()
    for month in np.flatnonzero(np.isnan(values)):
        values[month] = values[month - SEASON] if month >= SEASON else values[month - 1]
    return values


def _mase(errors: Floats, observed: Floats, origins: list[int]) -> float | None:
    """Only changes between two observed months count: a month filled in from the year before has not changed, and would make the scale small."""
    changes = np.abs(observed[SEASON:] - observed[:-SEASON])
    found = []
    for origin in origins:
        past = changes[: origin - SEASON]
        scale, known = past[np.isfinite(past)], errors[origin][np.isfinite(errors[origin])]
        if len(known) and len(scale) and scale.mean() > 0:
            found.append(known.mean() / scale.mean())
    return float(np.mean(found)) if found else None
