"""What so many places promise, from what was observed of people before: a prediction with its interval, or "cannot say".

Of m new people the number who succeed is predicted by the beta-binomial distribution that follows from k successes among n people and
Jeffreys' prior Beta(1/2, 1/2): J. Aitchison and I. R. Dunsmore, Statistical Prediction Analysis (1975), chapter 5; for the prior and
its coverage L. D. Brown, T. T. Cai and A. DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001). Unlike
an interval of the rate alone (Wilson's, Journal of the American Statistical Association 22, 1927) it holds both what is not known of the rate
and what chance does with the new people. The sum of costs is predicted with Student's t: W. Q. Meeker, G. J. Hahn and L. A. Escobar,
Statistical Intervals (2nd ed., 2017), section 4.6.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, lgamma, sqrt
from statistics import NormalDist

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
    mean = places * (observed.succeeded + PRIOR) / (observed.people + 2 * PRIOR)
    likely, nearly_sure = (_interval(observed, places, level) for level in LEVELS)
    return Promise(mean, likely, nearly_sure)


def cost_promised(costs: Costs, places: int) -> Promise | None:
    """What so many new people will cost; None when the cost of too few is known, or nothing was ever paid."""
    if not costs.is_said or not costs.total:
        return None
    mean = costs.total / costs.people
    variance = max(0.0, (costs.squares - costs.people * mean * mean) / (costs.people - 1))
    spread = sqrt(variance * places * (1 + places / costs.people))
    ends = []
    for level in LEVELS:
        half = students(level, costs.people - 1) * spread
        ends.append((max(0.0, places * mean - half), places * mean + half))
    return Promise(places * mean, ends[0], ends[1])


def chances(observed: Observed, places: int) -> Iterator[float]:
    """The probability of 0, 1, 2 ... successes among the new people."""
    alpha, beta = observed.succeeded + PRIOR, observed.people - observed.succeeded + PRIOR
    whole = lgamma(alpha) + lgamma(beta) - lgamma(alpha + beta)
    for count in range(places + 1):
        ways = lgamma(places + 1) - lgamma(count + 1) - lgamma(places - count + 1)
        part = lgamma(count + alpha) + lgamma(places - count + beta) - lgamma(places + alpha + beta)
        yield exp(ways + part - whole)


def students(level: float, freedom: int) -> float:
    """The two-sided quantile of Student's t, from the normal one by Fisher's expansion (Abramowitz and Stegun 26.7.5)."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3


def _interval(observed: Observed, places: int, level: float) -> tuple[float, float]:
    """The narrowest whole numbers with at most half of what is left of the probability beyond each."""
    tail, below = (1 - level) / 2, 0.0
    low, high = None, places
    for count, chance in enumerate(chances(observed, places)):
        if low is None and below + chance > tail:
            low = count
        below += chance
        if below >= 1 - tail:
            high = count
            break
    return float(low or 0), float(high)
