"""One year of measures assessed from records: everybody together, and by measure, region, provider and employer."""

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.programmes.efficiency import statements
from labour_exchange.programmes.efficiency.disclosure import Kind
from labour_exchange.programmes.efficiency.rules import ENOUGH, Cell, Estimate, cost_per_additional, estimate
from labour_exchange.programmes.models.training import Provider

Matched = dict[tuple[str, str], dict[Kind, Cell]]
"""Of each group, by dimension and key, its cells."""
COUNTER = system_actor("programme efficiency")
MONTHS = (3, 6, 12)
DIMENSIONS = ("measure", "region", "provider", "employer")
SMALL_HIDDEN = frozenset({"provider", "employer"})
"""Shown from ENOUGH entrants on: of fewer, a figure would speak of chance, and of persons."""
TRAITS = ("age_group", "sex", "education", "region_code", "occupation", "waited")
"""What people of one kind have alike, in this order."""
REGION_OF = TRAITS.index("region_code")
_TRAITS = len(TRAITS)


@dataclass(frozen=True, slots=True)
class Group:
    """Counts of one group of participations, tenge paid for them, and the matched comparison.

    `counts` holds for 3, 6 and 12 months: `left_N` who left the measure so long ago, of them `declared_N`, `confirmed_N`, `sustained_N` employed
    within that time; `begun_N` jobs begun so long ago, `kept_N` of them with a contribution of that month.
    """

    dimension: str
    key: str
    counts: dict[str, int]
    estimate: Estimate
    name: str = ""

    def share(self, part: str, whole: str) -> float | None:
        """Of 1; None where the whole is nobody: it cannot be observed yet."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else None

    def cost(self, of: str) -> float | None:
        """Tenge paid in all for each of these; None where nothing was paid: what a project costs is not on record here."""
        return self.counts["paid"] / self.counts[of] if self.counts[of] and self.counts["paid"] else None

    @property
    def additional_cost(self) -> tuple[float, float, float] | None:
        """Tenge for each job that would not have been; None when it cannot be said."""
        each = self.cost("entrants")
        return cost_per_additional(each, self.estimate) if each else None


@dataclass(frozen=True, slots=True)
class Assessment:
    """`middle` is the day on which half of the participants had begun, by which people without a measure are chosen."""

    year: int
    region: str | None
    middle: date | None
    whole: Group | None
    groups: dict[str, list[Group]] = field(default_factory=dict)
    reasons: list[tuple[str, int]] = field(default_factory=list)


def as_kept(found: Assessment) -> dict[str, Any]:
    """The assessment as JSON can hold it."""
    return asdict(found) | {"middle": found.middle.isoformat() if found.middle else None}


def from_kept(kept: dict[str, Any]) -> Assessment:
    """The assessment again."""
    groups = {dimension: [_group_again(one) for one in some] for dimension, some in kept["groups"].items()}
    return Assessment(
        kept["year"],
        kept["region"],
        date.fromisoformat(kept["middle"]) if kept["middle"] else None,
        _group_again(kept["whole"]) if kept["whole"] else None,
        groups,
        [(reason, count) for reason, count in kept["reasons"]],
    )


def _group_again(kept: dict[str, Any]) -> Group:
    return Group(**kept | {"estimate": Estimate(**kept["estimate"])})


def assessed_years(session: Session, region: str | None = None) -> list[int]:
    """Years in which measures began, the latest first."""
    with acting_as(session, COUNTER):
        return [row[0] for row in session.execute(text(statements.YEARS), {"region": region})]


def assess(session: Session, year: int, region: str | None = None) -> Assessment:
    """Everything about the measures that began in the year. Counted by the exchange itself; what comes out are figures, never a person."""
    return assess_with_cells(session, year, region)[0]


def assess_with_cells(session: Session, year: int, region: str | None = None) -> tuple[Assessment, Matched]:
    """The same, with the cells behind the estimate of each group that is shown: as they are they hold counts of one person too."""
    asked = {"first": date(year, 1, 1), "last": date(year, 12, 31), "region": region}
    today = clock.today()
    with acting_as(session, COUNTER):
        session.execute(text(statements.FORGET))
        session.execute(text(statements.DRAW), asked)
        found = [dict(row) for row in session.execute(text(statements.GROUPS), {"today": today}).mappings()]
        # The country's day for a region too: its own page and its line in the country's say the same.
        middle = session.scalar(text(statements.MIDDLE), asked) if any(row["entrants"] for row in found) else None
        cells = _cells(session, region, middle, today) if middle else {}
        reasons = [(row[0], row[1]) for row in session.execute(text(statements.REASONS))]
        names = _names(session, found)
        session.execute(text(statements.FORGET))
    groups: dict[str, list[Group]] = {dimension: [] for dimension in DIMENSIONS}
    whole, matched = None, {}
    for row in found:
        dimension, key, small = row["dimension"], row["key"], row["entrants"] < ENOUGH
        if not row["entrants"] or dimension != "all" and (key is None or dimension in SMALL_HIDDEN and small):
            continue
        group = _group(row, estimate(cells[dimension, key or ""].values()) if (dimension, key or "") in cells else None, names)
        matched[dimension, group.key] = cells.get((dimension, key or ""), {})
        if dimension == "all":
            whole = group
        else:
            groups[dimension].append(group)
    return Assessment(year, region, middle, whole, {name: sorted(some, key=_largest_first) for name, some in groups.items()}, reasons), matched


def _largest_first(group: Group) -> tuple[int, str]:
    return -group.counts["entrants"], group.key


def _group(row: dict[str, Any], known: Estimate | None, names: dict[tuple[str, str], tuple[str, str]]) -> Group:
    dimension, key = row["dimension"], row["key"] or ""
    counts = {name: int(value or 0) for name, value in row.items() if name not in ("dimension", "key")}
    key, name = names.get((dimension, key), (key, key))
    return Group(dimension, key, counts, known or Estimate(counts["entrants"], 0, 0), name)


def _cells(session: Session, region: str | None, middle: date, today: date) -> Matched:
    """Who took part and who is compared with them, of everybody and of each group."""
    others: dict[Kind, tuple[int, int]] = {}
    if is_comparable(middle, today):
        rows = session.execute(text(statements.OTHERS), {"middle": middle, "region": region})
        others = {tuple(row[:_TRAITS]): (row[_TRAITS], row[_TRAITS + 1]) for row in rows}
    cells: Matched = defaultdict(dict)
    asked = {"today": today, "enough": ENOUGH}
    for statement in (statements.CELLS, statements.EMPLOYER_CELLS):
        for row in session.execute(text(statement), {name: asked[name] for name in asked if f":{name}" in statement}):
            kind = tuple(row[:_TRAITS])
            dimension, key, taking, employed = row[_TRAITS:]
            cell = Cell(taking, employed, *others.get(kind, (0, 0)))
            if dimension == "all":
                cells["region", str(kind[REGION_OF])][kind] = cell
                cells["all", ""][kind] = cell
            elif key is not None:
                cells[dimension, key][kind] = cell
    return cells


def is_comparable(middle: date, today: date) -> bool:
    """Whether a year has passed since the day on which people to compare with are chosen."""
    return middle.replace(year=middle.year + 1, day=min(middle.day, 28)) <= today


def _names(session: Session, found: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[str, str]]:
    """Public ids and names of the providers and employers that are shown; measures and regions are named in the reader's language."""
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for dimension, model in (("provider", Provider), ("employer", Employer)):
        ids = [int(row["key"]) for row in found if row["dimension"] == dimension and row["key"] and row["entrants"] >= ENOUGH]
        if ids:
            wanted = select(model.id, model.public_id, model.name).where(model.id.in_(ids))
            names |= {(dimension, str(row[0])): (row[1], row[2]) for row in session.execute(wanted)}
    return names
