"""The models that compete, each giving at every origin the next twelve months from what lies before the origin, and from nothing else.

All of them return an array (origins 0 … T, HORIZON): row o holds the forecasts of months o, o + 1 … made from values[:o], NaN where
the history is too short. Sources: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd ed., 2021), chapters 5 and 8
(naive methods, Holt-Winters, damped trend); Assimakopoulos and Nikolopoulos, The theta model, Int. J. Forecasting 16 (2000) with the
equivalence of Hyndman and Billah (2003); Bates and Granger, The combination of forecasts (1969) for the plain mean.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
SEASON = HORIZON = 12
START = 2 * SEASON
"""Months of history before a model with a season says anything."""
THETA_WEIGHT, THETA_YEARS, SEASON_YEARS = 0.4, 5, 6
CHANGE_KEPT = 0.9
"""Share of the change on a year before that is expected to last over the coming year."""
AHEAD = np.arange(1, HORIZON + 1)


@dataclass(frozen=True, slots=True)
class Smoothing:
    """Weights of an additive Holt-Winters recursion; every combination is run and the forecasts are averaged.

    Averaging over a few fixed weights takes the place of estimating them: nothing is fitted, so nothing can be fitted to the future.
    """

    level: tuple[float, ...]
    trend: tuple[float, ...]
    season: tuple[float, ...]
    damping: tuple[float, ...]


TRENDING = Smoothing((0.3, 0.5), (0.05, 0.1), (0.1, 0.2), (1.0,))
SLIGHTLY_DAMPED = Smoothing((0.3, 0.5), (0.05, 0.1), (0.1, 0.2), (0.98,))
DAMPED = Smoothing((0.3, 0.5), (0.1, 0.2), (0.1, 0.2), (0.9, 0.95))


def seasonal_naive(values: Floats) -> Floats:
    """The same month of the year before."""
    found = _nothing(values)
    for origin in range(SEASON, len(values) + 1):
        found[origin] = values[origin - SEASON : origin]
    return found


def drift(values: Floats) -> Floats:
    """The last value and the mean monthly change so far."""
    found = _nothing(values)
    for origin in range(2, len(values) + 1):
        found[origin] = values[origin - 1] + (values[origin - 1] - values[0]) / (origin - 1) * AHEAD
    return found


def seasonal_change(values: Floats) -> Floats:
    """The same month of the year before, moved by most of the latest change on a year before."""
    found = _nothing(values)
    for origin in range(SEASON + 1, len(values) + 1):
        found[origin] = values[origin - SEASON : origin] + CHANGE_KEPT * (values[origin - 1] - values[origin - 1 - SEASON])
    return found


def smoothed(values: Floats, weights: Smoothing) -> Floats:
    """Holt-Winters with an additive season and a trend, damped or not, averaged over the weights: ETS(A,A,A) and ETS(A,Ad,A)."""
    found = _nothing(values)
    if len(values) < START:
        return found
    level_weight, trend_weight, season_weight, damping = (
        np.array(one)[:, None] for one in zip(*product(weights.level, weights.trend, weights.season, weights.damping), strict=True)
    )
    first = values[:START].reshape(2, SEASON).mean(axis=0)
    season = np.tile(first - first.mean(), (len(damping), 1))
    level, trend = np.full_like(damping, values[:SEASON].mean()), np.zeros_like(damping)
    ahead = np.cumsum(damping**AHEAD, axis=1)
    for month, value in enumerate(values):
        place = month % SEASON
        error = value - (level + damping * trend + season[:, [place]])
        level = level + damping * trend + level_weight * error
        trend = damping * trend + level_weight * trend_weight * error
        season[:, [place]] += season_weight * error
        if month + 1 >= START:
            found[month + 1] = (level + trend * ahead + season[:, (month + AHEAD) % SEASON]).mean(axis=0)
    return found


def theta(values: Floats) -> Floats:
    """Simple smoothing with half the slope of the last years, on values whose season was taken out by centred yearly means."""
    found = _nothing(values)
    for origin in range(3 * SEASON, len(values) + 1):
        past = values[:origin]
        season = _season(past)
        level_line = past - season[np.arange(origin) % SEASON]
        recent = level_line[-THETA_YEARS * SEASON :]
        slope = np.polyfit(np.arange(len(recent)), recent, 1)[0]
        weights = THETA_WEIGHT * (1 - THETA_WEIGHT) ** np.arange(origin)[::-1]
        level = (weights * level_line).sum() / weights.sum()
        found[origin] = level + slope / 2 * (AHEAD + 1 / THETA_WEIGHT - 1) + season[(origin + AHEAD - 1) % SEASON]
    return found


def _season(past: Floats) -> Floats:
    """Deviation of each calendar place from the centred 2 x 12 mean, over the last years; the twelve add up to zero."""
    start = max(0, len(past) - SEASON_YEARS * SEASON)
    window = np.r_[0.5, np.ones(SEASON - 1), 0.5] / SEASON
    recent = past[start:]
    deviation = recent[SEASON // 2 : -(SEASON // 2)] - np.convolve(recent, window, "valid")
    place = (np.arange(len(deviation)) + start + SEASON // 2) % SEASON
    sums = np.bincount(place, deviation, SEASON) / np.bincount(place, minlength=SEASON)
    return np.asarray(sums - sums.mean())


def _on_logarithms(model: Callable[[Floats], Floats]) -> Callable[[Floats], Floats]:
    """The model on logarithms: seasons and changes are shares. It ends at the first value that is not positive."""

    def forecast(values: Floats) -> Floats:
        found = _nothing(values)
        past_zero = np.flatnonzero(~(values > 0))
        usable = int(past_zero[0]) if len(past_zero) else len(values)
        with np.errstate(over="ignore"):
            found[: usable + 1] = np.exp(model(np.log(values[:usable])))
        return np.where(np.isfinite(found), found, np.nan)

    return forecast


def _nothing(values: Floats) -> Floats:
    return np.full((len(values) + 1, HORIZON), np.nan)


SEASONAL_NAIVE, COMBINATION = "seasonal_naive", "combination"
CANDIDATES: dict[str, Callable[[Floats], Floats]] = {
    SEASONAL_NAIVE: seasonal_naive,
    "drift": drift,
    "ets": lambda values: smoothed(values, SLIGHTLY_DAMPED),
    "ets_damped": lambda values: smoothed(values, DAMPED),
    "ets_log": _on_logarithms(lambda values: smoothed(values, TRENDING)),
    "seasonal_change": seasonal_change,
    "seasonal_change_log": _on_logarithms(seasonal_change),
    "theta": theta,
    "theta_log": _on_logarithms(theta),
}
COMBINED = (("ets",), ("ets_log",), ("seasonal_change_log", "seasonal_change"), ("theta_log", "theta"))
"""What the combination is the mean of; where a model on logarithms cannot speak, the plain one does."""


def all_forecasts(values: Floats) -> dict[str, Floats]:
    """Every candidate's forecasts at every origin; the combination is the mean of different kinds of model."""
    found = {name: model(values) for name, model in CANDIDATES.items()}
    parts = [_first_known([found[name] for name in kinds]) for kinds in COMBINED]
    known = np.sum([np.isfinite(part) for part in parts], axis=0)
    total = np.sum([np.nan_to_num(part) for part in parts], axis=0)
    found[COMBINATION] = np.where(known > 1, total / np.maximum(known, 1), np.nan)
    return found


def _first_known(forecasts: list[Floats]) -> Floats:
    chosen = forecasts[0]
    for other in forecasts[1:]:
        chosen = np.where(np.isfinite(chosen), chosen, other)
    return chosen
