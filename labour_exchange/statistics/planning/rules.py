"""What so many places promise, from what was observed of people before: a prediction with its interval, or "cannot say".

Of m new people the number who succeed is predicted by the beta-binomial distribution that follows from k successes among n people and
Jeffreys' prior Beta(1/2, 1/2): J. Aitchison and I. R. Dunsmore, Statistical Prediction Analysis (1975), chapter 5; for the prior and
its coverage L. D. Brown, T. T. Cai and A. DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001). Unlike
an interval of the rate alone (Wilson's, Journal of the American Statistical Association 22, 1927) it holds both what is not known of the rate
and what chance does with the new people. The sum of costs is predicted with Student's t: W. Q. Meeker, G. J. Hahn and L. A. Escobar,
Statistical Intervals (2nd ed., 2017), section 4.6.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Any

ENOUGH = 20
"""Of fewer people observed nothing is promised."""
LEVELS = (0.80, 0.95)
MOST_PLACES = 100_000
PRIOR = 0.5


@dataclass(frozen=True, slots=True)
class Promise:
    """What is expected, and the intervals that hold it with 80 and 95 per cent."""

    expected: float
    likely: tuple[float, float]
    nearly_sure: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Observed:
    """How many of so many people succeeded."""

    people: int
    succeeded: int

    @property
    def is_said(self) -> bool:
        return self.people >= ENOUGH


@dataclass(frozen=True, slots=True)
class Costs:
    """What so many people cost: the sum and the sum of squares, in tenge."""

    people: int
    total: int
    squares: int

    @property
    def is_said(self) -> bool:
        return self.people >= ENOUGH


def promised(observed: Observed, places: int) -> Promise | None:
    """How many of so many new people will succeed; None when too few were observed. ValueError for counts that cannot be."""
    if not 0 <= observed.succeeded <= observed.people or not 0 < places <= MOST_PLACES:
        raise ValueError("no such people or places")
    if not observed.is_said:
        return None
    # It takes half a second to import, and nobody needs it before a scenario is asked for.
    from scipy.stats import betabinom

    found = betabinom(places, observed.succeeded + PRIOR, observed.people - observed.succeeded + PRIOR)
    likely, nearly_sure = (_middle(found, level) for level in LEVELS)
    return Promise(float(found.mean()), likely, nearly_sure)


def cost_promised(costs: Costs, places: int) -> Promise | None:
    """What so many new people will cost; None when the cost of too few is known, or nothing was ever paid."""
    if not costs.is_said or not costs.total:
        return None
    from scipy.stats import t

    mean = costs.total / costs.people
    variance = max(0.0, (costs.squares - costs.people * mean * mean) / (costs.people - 1))
    spread = sqrt(variance * places * (1 + places / costs.people))
    likely, nearly_sure = (_middle(t(costs.people - 1), level) for level in LEVELS)
    ends = [(max(0.0, places * mean + low * spread), places * mean + high * spread) for low, high in (likely, nearly_sure)]
    return Promise(places * mean, ends[0], ends[1])


def _middle(distribution: Any, level: float) -> tuple[float, float]:
    """The quantiles between which a value lies with this probability, as much of the rest below as above."""
    return float(distribution.ppf((1 - level) / 2)), float(distribution.ppf((1 + level) / 2))
