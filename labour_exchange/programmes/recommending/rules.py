"""Observed rates with their interval, never said of fewer than twenty people; groups of similar people; which rules only papers can meet.

The interval is Wilson's at 95 per cent (E. B. Wilson, 1927): it stays within 0 and 1 and holds for small counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from labour_exchange.programmes.rules.eligibility import Finding

LEAST_PEOPLE, Z = 20, 1.959964
EMPLOYED_WITHIN_MONTHS = 6
AGE_GROUPS = ((15, 24), (25, 34), (35, 44), (45, 54), (55, 99))
ON_PAPER = frozenset({"has_business_plan", "household_at_least", "household_income_at_most"})
"""Rules about what the office has not been told yet: they are no reason against a measure before somebody has asked.

An individual plan is none of them: the register of cases says whether the person has agreed to one.
"""


@dataclass(frozen=True, slots=True)
class ObservedRate:
    """How many of so many people were employed in time. Its figures are asked only when `is_said`."""

    count: int = 0
    employed: int = 0

    @property
    def is_said(self) -> bool:
        return self.count >= LEAST_PEOPLE

    @property
    def share(self) -> float:
        return self.employed / self.count

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.employed, self.count)

    @property
    def order(self) -> float:
        """By what to sort: the lower end of the interval, and what is not said last."""
        return self.interval[0] if self.is_said else -1.0


def wilson(employed: int, count: int) -> tuple[float, float]:
    """The interval of a share. ValueError for nobody."""
    if count < 1 or not 0 <= employed <= count:
        raise ValueError("a share needs people")
    share, square = employed / count, Z * Z
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = Z * sqrt(share * (1 - share) / count + square / (4 * count * count)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def age_group(age: int) -> tuple[int, int]:
    """The first and last year of the group; whoever is younger than the first belongs to it."""
    return next((group for group in AGE_GROUPS if age <= group[1]), AGE_GROUPS[-1])


def only_papers_lack(findings: Iterable[Finding]) -> bool:
    """Whether everything that is not met could be met by what the office asks the person."""
    return all(_is_on_paper(one) for one in findings)


def _is_on_paper(finding: Finding) -> bool:
    if finding.alternatives:
        return any(_is_on_paper(one) for one in finding.alternatives)
    return finding.rule in ON_PAPER and not finding.had
