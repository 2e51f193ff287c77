"""What a report is made of: lines, each with its unit, its body, and where its figure comes from."""

from dataclasses import dataclass

from labour_exchange.foundation.texts import Text
from labour_exchange.oversight.states import LineKind, Unit
from labour_exchange.programmes.states import MeasureKind


@dataclass(frozen=True, slots=True)
class FromIndicator:
    """The value of an indicator of the statistics catalogue in the report's period; `channels` narrow it, and their values are added up."""

    code: str
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FromPlan:
    """What the regions' allocations planned and did with measures of these kinds (all, when none is named): places or tenge."""

    kinds: tuple[MeasureKind, ...] = ()
    is_money: bool = False


@dataclass(frozen=True, slots=True)
class FromHeadline:
    """A figure of the programme's own headline report, by its key."""

    report: str
    key: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Something the exchange counts of itself on the last day of the period: agencies connected, regions at work."""

    what: str


Source = FromIndicator | FromPlan | FromHeadline | Counted


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report. Without a `source` its body reports the figure. `gives_away` names counts that a ratio would tell.

    `plan` says whose allocations are the plan of a line that is counted in another way.
    """

    code: str
    name: Text
    unit: Unit
    body: str
    source: Source | None = None
    gives_away: tuple[str, ...] = ()
    plan: FromPlan | None = None

    @property
    def plan_source(self) -> FromPlan | None:
        """Where a plan comes from when nobody has typed one."""
        return self.source if isinstance(self.source, FromPlan) else self.plan

    @property
    def kind(self) -> LineKind:
        return LineKind.COMPUTED if self.source else LineKind.REPORTED


@dataclass(frozen=True, slots=True)
class Definition:
    """A report as it is ordered: `length` is 6 or 12 months; `periods` limits it to those it was made for.

    The next plan is that of the following period of the same length, or with `is_next_year_planned` of the year after.
    """

    code: str
    name: Text
    version: int
    length: int
    lines: tuple[Line, ...]
    periods: tuple[str, ...] = ()
    is_next_year_planned: bool = False

    def line(self, code: str) -> Line:
        """Raises KeyError."""
        return {one.code: one for one in self.lines}[code]
