"""Which model speaks at each origin, and how sure it is: both from errors that were already known at that origin.

The choice: the combination, unless another candidate was clearly better over the last three years, or seasonal naive was.
The interval: split conformal with adaptive level (Gibbs and Candes, Adaptive conformal inference under distribution shift, 2021), for
each horizon by itself: the quantile of the absolute errors that the chosen models made, widened after a miss and narrowed after a hit.
"""

from dataclasses import dataclass

import numpy as np

from labour_exchange.statistics.forecasts.candidates import COMBINATION, HORIZON, SEASONAL_NAIVE, Floats

CHOICE_WINDOW = 36
"""Origins whose errors decide."""
CLEARLY_BETTER = 0.8
"""How much of the combination's error another model may have to take its place."""
ERROR_WINDOW, FEWEST_ERRORS = 60, 8
COVERAGE, STEP = 0.8, 0.05


@dataclass(frozen=True, slots=True)
class Chosen:
    """By origin: the model's name ('' before there is any), its forecasts, and half the width of the interval (NaN when unknown)."""

    names: list[str]
    forecasts: Floats
    half_widths: Floats


def errors_of(forecasts: Floats, values: Floats) -> Floats:
    """Absolute errors by origin and horizon; NaN where the month lies beyond the values, was not observed or was not forecast."""
    beyond = np.r_[values, np.full(HORIZON, np.nan)]
    actual = np.lib.stride_tricks.sliding_window_view(beyond, HORIZON)[: len(values) + 1]
    return np.asarray(np.abs(forecasts - actual))


def choose(forecasts: dict[str, Floats], observed: Floats) -> Chosen:
    """The chosen model of every origin. `observed` are the values with NaN where a month was filled in, which no error is taken from."""
    errors = {name: errors_of(found, observed) for name, found in forecasts.items()}
    names = [_name_at(origin, forecasts, errors) for origin in range(len(observed) + 1)]
    picked = np.array([forecasts[name][origin] if name else np.full(HORIZON, np.nan) for origin, name in enumerate(names)])
    return Chosen(names, picked, _half_widths(errors_of(picked, observed)))


def _name_at(origin: int, forecasts: dict[str, Floats], errors: dict[str, Floats]) -> str:
    speaking = [name for name, found in forecasts.items() if np.isfinite(found[origin]).all()]
    if not speaking:
        return ""
    first = max(0, origin - CHOICE_WINDOW)
    known = np.arange(first, origin)[:, None] + np.arange(1, HORIZON + 1) <= origin
    common = known & np.all([np.isfinite(errors[name][first:origin]) for name in speaking], axis=0)
    if common.sum() < HORIZON:
        return SEASONAL_NAIVE if SEASONAL_NAIVE in speaking else speaking[0]
    past = {name: float(errors[name][first:origin][common].mean()) for name in speaking}
    best = min(past, key=lambda name: (past[name], name != SEASONAL_NAIVE))
    usual = COMBINATION if COMBINATION in past else best
    if past[usual] >= past.get(SEASONAL_NAIVE, np.inf) or past[best] < CLEARLY_BETTER * past[usual]:
        return best
    return usual


def _half_widths(errors: Floats) -> Floats:
    """For every origin o and horizon h from the errors of origins s with s + h <= o only."""
    found = np.full(errors.shape, np.nan)
    for horizon in range(1, HORIZON + 1):
        column, missing = errors[:, horizon - 1], 1 - COVERAGE
        for origin in range(len(errors)):
            target = origin - horizon
            if target >= 0 and np.isfinite(found[target, horizon - 1]) and np.isfinite(column[target]):
                missed = column[target] > found[target, horizon - 1]
                missing = float(np.clip(missing + STEP * (1 - COVERAGE - missed), 0.02, 0.6))
            past = column[max(0, target + 1 - ERROR_WINDOW) : max(0, target + 1)]
            past = np.sort(past[np.isfinite(past)])
            if len(past) >= FEWEST_ERRORS:
                rank = int(np.ceil((len(past) + 1) * (1 - missing)))
                found[origin, horizon - 1] = past[min(rank, len(past)) - 1]
    return found
