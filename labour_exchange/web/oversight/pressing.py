"""What is off plan, where, since when, and who is on it: the part of the first pages that the ministry and the regions share."""

from collections import Counter
from dataclasses import dataclass

from flask import url_for
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import MINISTRY, Actor, ActorKind
from labour_exchange.offices.models import Office
from labour_exchange.oversight.queries import instructions as queries
from labour_exchange.oversight.queries.deviations import Place, by_region, deviations, standing_by_measure
from labour_exchange.oversight.queries.reports import Shown, definition_of, latest_published, lines_of
from labour_exchange.oversight.rules import TOLERANCE
from labour_exchange.oversight.states import InstructionState
from labour_exchange.oversight.texts import labels
from labour_exchange.standards.queries.monitoring import public_figures, quarters, whole_figures
from labour_exchange.standards.states import Promise
from labour_exchange.standards.texts import PROMISES
from labour_exchange.territory.queries import region as region_of
from labour_exchange.territory.queries import regions
from labour_exchange.web.oversight.wording import INSTRUCTION_BADGES, written
from labour_exchange.web.tile_map.tiles import legend, tiles

SHOWN, SHOWN_PROMISES = 10, 5


def pressing(session: Session, actor: Actor, *, region_code: str | None = None) -> dict[str, object]:
    """What the templates under oversight/ need; of one region or of all that the actor sees."""
    behind = deviations(session, actor, region_code=region_code)
    waiting = list(session.scalars(queries.instructions(actor, states=(InstructionState.REPORTED,))))
    late, soon = queries.overdue(session, actor), queries.due_soon(session, actor)
    if region_code is not None:
        late, soon, waiting = ([one for one in rows if one.region_code == region_code] for rows in (late, soon, waiting))
    return {
        "behind_plan": behind[:SHOWN],
        "behind_count": len(behind),
        **_places(by_region(behind) if region_code is None else []),
        "late_in": Counter(one.region_code for one in late),
        "late": late,
        "soon": soon,
        "waiting": len(waiting),
        "standings": standing_by_measure(session, actor, region_code=region_code),
        "responsible": queries.responsible,
        "region_of": region_of,
        "labels": labels,
        "badges": INSTRUCTION_BADGES,
        "today": clock.today(),
        "may_give": actor.kind is ActorKind.ANALYST,
        "written_line": written,
        "least_kept": _least_kept(session, actor, region_code),
        "promises": PROMISES,
        **_of_report(session, is_of_country=region_code is None),
    }


def _places(found: list[Place]) -> dict[str, object]:
    """The regions that are behind, as rows and as a map of the places they lack; nothing while there is one region only."""
    if len(found) < 2:
        return {"behind_places": []}
    lacking = {one.iso_code: 0 for one in regions()} | {one.region_code: one.lacking for one in found}
    made = tiles(lacking, lambda code: url_for("headquarters.region", region_code=code))
    return {"behind_places": found, "behind_tiles": made, "behind_legend": legend(lacking)}


def _of_report(session: Session, *, is_of_country: bool) -> dict[str, object]:
    """Lines of the latest published report that did not reach nine tenths of their plan; they tell of the country only."""
    report = latest_published(session) if is_of_country else None
    short: list[Shown] = []
    if report is not None:
        short = [one for one in lines_of(session, report) if one.share is not None and one.share < TOLERANCE]
    return {"report": report, "definition": definition_of(report) if report else None, "short_lines": short}


@dataclass(frozen=True, slots=True)
class Kept:
    """One office and promise: the share kept, or where the public may not read it, the most that it can be."""

    office: Office
    promise: Promise
    share: float | None
    at_most: float | None = None

    @property
    def most(self) -> float:
        known = self.share if self.share is not None else self.at_most
        return 1.0 if known is None else known


def _least_kept(session: Session, actor: Actor, region_code: str | None) -> list[Kept]:
    """Promises of the last finished quarter that surely were kept less often than the tolerance, the least kept first; whole for the ministry."""
    quarter = next(iter(quarters(session)), None)
    if quarter is None:
        return []
    if actor.kind in MINISTRY:
        figures = [Kept(office, promise, share) for office, promise, share, _complaints in whole_figures(session, quarter)]
    else:
        figures = [Kept(one.office, one.promise, one.share, one.at_most) for one in public_figures(session, quarter)]
    short = [one for one in figures if region_code in (None, one.office.region_code) and one.most < float(TOLERANCE)]
    return sorted(short, key=lambda one: one.most)[:SHOWN_PROMISES]
