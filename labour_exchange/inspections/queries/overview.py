"""How each region inspects: counts only, so that the ministry sees nobody's record."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.rules.signals import Signal
from labour_exchange.inspections.states import Decision

COUNTER = system_actor("count inspections")


@dataclass(frozen=True, slots=True)
class RegionOverview:
    """Inspections of a region by how they came about and ended. `answered` had at least one reply."""

    region_code: str
    drawn: int = 0
    by_officer: int = 0
    answered: int = 0
    decided: int = 0
    annulled: int = 0
    signals: Mapping[Signal, int] = field(default_factory=dict)
    signals_annulled: Mapping[Signal, int] = field(default_factory=dict)


def overview(session: ExchangeSession) -> list[RegionOverview]:
    """Every region that has inspected, by code."""
    is_annulled = (Inspection.decision == Decision.ANNULLED) & Inspection.decided_at.is_not(None)
    counts = (
        func.count(Inspection.sample_id).label("drawn"),
        func.count().filter(Inspection.sample_id.is_(None)).label("by_officer"),
        func.count().filter(Inspection.replies.any()).label("answered"),
        func.count(Inspection.decided_at).label("decided"),
        func.count().filter(is_annulled).label("annulled"),
    )
    signal = func.jsonb_array_elements_text(Inspection.signals).label("signal")
    each = select(Inspection.region_code, signal, func.coalesce(is_annulled, False).label("is_annulled")).subquery()
    by_signal = select(each.c.region_code, each.c.signal, func.count().label("found"), func.count().filter(each.c.is_annulled).label("annulled"))
    with acting_as(session, COUNTER):
        regions = session.execute(select(Inspection.region_code, *counts).group_by(Inspection.region_code).order_by(Inspection.region_code)).all()
        rows = session.execute(by_signal.group_by(each.c.region_code, each.c.signal)).all()
    found = {(row.region_code, Signal(row.signal)): (row.found, row.annulled) for row in rows}
    return [
        RegionOverview(
            *(row.region_code, row.drawn, row.by_officer, row.answered, row.decided, row.annulled),
            {signal: found[row.region_code, signal][0] for signal in Signal if (row.region_code, signal) in found},
            {signal: found[row.region_code, signal][1] for signal in Signal if (row.region_code, signal) in found},
        )
        for row in regions
    ]


def by_signal(regions: list[RegionOverview]) -> list[tuple[Signal, int, int]]:
    """Each signal with how many inspections named it and how many of these ended in an annulment."""
    found: Counter[Signal] = Counter()
    annulled: Counter[Signal] = Counter()
    for one in regions:
        found.update(one.signals)
        annulled.update(one.signals_annulled)
    return [(signal, found[signal], annulled[signal]) for signal in Signal]
