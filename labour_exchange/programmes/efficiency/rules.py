"""The matched comparison: participants against people of exactly the same kind who took no part, with an interval, or "cannot say"."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

ENOUGH = 20
"""Fewer matched participants, or fewer people to compare them with, say more of chance than of the measure."""
FEWEST_ALIKE = 2
"""People compared with in one cell: of one alone it cannot be told how far such people differ."""
LEAST_MATCHED = 0.5
"""Below this share of participants who have anybody like them, the estimate would be of other people than the measure has."""
LEVEL = 0.95
DEVIATIONS = 1.959964  # Of a normal distribution, LEVEL of it inside.
GRAIN = 2.0**-32
"""Of a person: to such grains each cell's additional placements are rounded. Sums of them are exact in any order, so parts add up to the whole."""


@dataclass(frozen=True, slots=True)
class Cell:
    """People of one kind: how many took part and how many did not, and how many of each were employed."""

    participants: int
    employed: int
    others: int
    others_employed: int

    @property
    def is_usable(self) -> bool:
        """Whether its participants have people to be compared with."""
        return self.participants > 0 and self.others >= FEWEST_ALIKE

    @property
    def difference(self) -> float:
        """Share employed of the participants less that of the others; of a usable cell."""
        return self.employed / self.participants - self.others_employed / self.others

    @property
    def additional(self) -> float:
        """Jobs of the participants less those that as many of the others would have; of a usable cell."""
        return round(self.participants * self.difference / GRAIN) * GRAIN


@dataclass(frozen=True, slots=True)
class Estimate:
    """The effect on the participants, as a share of 1, with a 95 % interval; all None when it cannot be said.

    `matched` of `participants` had people like them, `compared_with` people in all.
    """

    participants: int
    matched: int
    compared_with: int
    effect: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def can_be_said(self) -> bool:
        return self.effect is not None

    @property
    def error(self) -> float | None:
        """Standard error of the effect, as a share of 1."""
        return None if self.low is None or self.high is None else (self.high - self.low) / 2 / DEVIATIONS

    def covers(self, true_effect: float) -> bool:
        return self.low is not None and self.high is not None and self.low <= true_effect <= self.high


def estimate(cells: Iterable[Cell]) -> Estimate:
    """The average, over matched participants, of the difference to people of the same cell.

    Exact matching weights each cell by its participants. The variance adds what each cell's shares vary by, from the unbiased variance within the
    cell; where a cell has one participant alone, from the mean of that variance over the other cells.
    """
    known = list(cells)
    everybody = sum(cell.participants for cell in known)
    usable = [cell for cell in known if cell.is_usable]
    matched, alike = sum(cell.participants for cell in usable), sum(cell.others for cell in usable)
    if matched < ENOUGH or alike < ENOUGH or matched < LEAST_MATCHED * everybody:
        return Estimate(everybody, matched, alike)
    effect = sum(cell.additional for cell in usable) / matched
    spread = DEVIATIONS * sqrt(_variance(usable)) / matched
    return Estimate(everybody, matched, alike, effect, effect - spread, effect + spread)


def cost_per_additional(cost_per_participant: float, found: Estimate) -> tuple[float, float, float] | None:
    """Tenge for each job that would not have been without the measure: estimate, low and high. None unless the whole interval is above zero."""
    if found.effect is None or found.low is None or found.high is None or found.low <= 0:
        return None
    return cost_per_participant / found.effect, cost_per_participant / found.high, cost_per_participant / found.low


def _variance(cells: list[Cell]) -> float:
    """Of the sum over participants; binary outcomes, people independent of each other."""
    several = [cell for cell in cells if cell.participants > 1]
    within = [(cell.participants, _unbiased(cell.employed, cell.participants)) for cell in several]
    counted = sum(count for count, _ in within)
    pooled = sum(count * value for count, value in within) / counted if counted else 0.25
    alone = sum(1 for cell in cells if cell.participants == 1)
    of_participants = sum(count * value for count, value in within) + alone * pooled
    of_others = sum(cell.participants**2 / cell.others * _unbiased(cell.others_employed, cell.others) for cell in cells)
    return of_participants + of_others


def _unbiased(successes: int, count: int) -> float:
    share = successes / count
    return share * (1 - share) * count / (count - 1)
