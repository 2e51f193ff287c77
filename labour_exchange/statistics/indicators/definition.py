"""What an indicator is: a named sum or ratio of measured amounts, with a worked example that a test recomputes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from labour_exchange.foundation.texts import Text
from labour_exchange.placements.rules.evidence import known_on
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.states import Measure


class Timing(StrEnum):
    """Which facts an amount adds up: those of the period, or all until its start or end; or the mean of the stocks at its month ends."""

    DURING = "during"
    AT_START = "at_start"
    AT_END = "at_end"
    MEAN = "mean"


class Unit(StrEnum):
    PEOPLE = "people"
    PLACEMENTS = "placements"
    POSTS = "posts"
    MOVES = "moves"
    PERCENT = "percent"
    RATIO = "ratio"
    DAYS = "days"
    AGENCIES = "agencies"
    PARTICIPATIONS = "participations"
    VACANCIES = "vacancies"
    HOUSEHOLDS = "households"


@dataclass(frozen=True, slots=True)
class Term:
    """One amount in a formula; `only` limits it to facts with one of these values of a dimension."""

    measure: Measure
    weight: int = 1
    timing: Timing = Timing.DURING
    only: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Amounts in the order of the terms, and what comes out."""

    numerator: tuple[float, ...]
    result: float
    words: Text
    denominator: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What every definition says of itself. `version` counts its changes, `literature` names where a method is from."""

    code: str
    name: Text
    formula: Text
    unit: Unit
    source: Text
    caveat: Text
    version: int = 1
    literature: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Definition):
    """One entry of the catalogue. `matures_after` is in months: before that long after its period nothing can be said.

    Without a denominator it is a sum; with one, `scale` times the ratio. Who is counted is withheld where few are, unless it is no person
    (`is_of_people`); of a share that sorts people into two kinds (`sorts_people`) also where few are of the other kind; what is
    `is_for_staff` is never shown to the public.
    """

    numerator: tuple[Term, ...]
    example: Example
    denominator: tuple[Term, ...] = ()
    scale: int = 1
    digits: int = 0
    matures_after: int = 0
    is_of_people: bool = True
    is_for_staff: bool = False
    sorts_people: bool = False

    @property
    def is_ratio(self) -> bool:
        return bool(self.denominator)

    @property
    def is_stock(self) -> bool:
        return not self.is_ratio and any(term.timing is not Timing.DURING for term in self.numerator)

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.numerator + self.denominator

    def value(self, numerator: Sequence[float], denominator: Sequence[float] = ()) -> float | None:
        """The indicator of amounts in the order of its terms; None for a share of nothing."""
        above = sum(term.weight * amount for term, amount in zip(self.numerator, numerator, strict=True))
        if not self.is_ratio:
            return above
        below = sum(term.weight * amount for term, amount in zip(self.denominator, denominator, strict=True))
        return self.scale * above / below if below > 0 else None

    def is_observable(self, period: Period, today: date) -> bool:
        """Whether the registers have already seen all they can see of the period."""
        return not self.matures_after or today >= known_on(period.last_day, self.matures_after)


@dataclass(frozen=True, slots=True)
class EstimateExample:
    """What the method is given, and what comes out."""

    given: tuple[object, ...]
    result: float
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate(Definition):
    """An entry of the catalogue that no sum or ratio gives: `method` computes it from what statistics/estimates reads."""

    method: Callable[..., float | None]
    example: EstimateExample
    digits: int = 0
    matures_after: int = 0
    is_for_staff: bool = False


Entry = Indicator | Estimate
"""One entry of the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing(Definition):
    """A definition whose figures are a matrix, from region to region, and no column of the catalogue; the example gives pairs and a region."""

    example: EstimateExample
