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
DEVIATIONS = 1.959964  # Of a normal distribution, 95 % inside.


@dataclass(frozen=True, slots=True)
class Cell:
    """People of one kind: how many took part and how many did not, and how many of each were employed."""

    participants: int
    employed: int
    others: int
    others_employed: int


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

    def covers(self, true_effect: float) -> bool:
        return self.low is not None and self.high is not None and self.low <= true_effect <= self.high


def estimate(cells: Iterable[Cell]) -> Estimate:
    """The average, over matched participants, of the difference to people of the same cell.

    Exact matching weights each cell by its participants. The variance adds what each cell's shares vary by, from the unbiased variance within the
    cell; where a cell has one participant alone, from the mean of that variance over the other cells.
    """
    known = list(cells)
    everybody = sum(cell.participants for cell in known)
    usable = [cell for cell in known if cell.participants and cell.others >= FEWEST_ALIKE]
    matched, alike = sum(cell.participants for cell in usable), sum(cell.others for cell in usable)
    if matched < ENOUGH or alike < ENOUGH or matched < LEAST_MATCHED * everybody:
        return Estimate(everybody, matched, alike)
    effect = sum(cell.participants * (cell.employed / cell.participants - cell.others_employed / cell.others) for cell in usable) / matched
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
