"""What is off plan, where, since when, and who is on it: the part of the first pages that the ministry and the regions share."""

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.oversight.queries import instructions as queries
from labour_exchange.oversight.queries.deviations import deviations, standing_by_measure
from labour_exchange.oversight.queries.reports import Shown, definition_of, latest_published, lines_of
from labour_exchange.oversight.rules import TOLERANCE
from labour_exchange.oversight.states import InstructionState
from labour_exchange.oversight.texts import labels
from labour_exchange.standards.queries.monitoring import PublicFigure, public_figures, quarters
from labour_exchange.standards.texts import PROMISES
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.oversight.wording import INSTRUCTION_BADGES, written

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
        "least_kept": _least_kept(session, region_code),
        "promises": PROMISES,
        **_of_report(session, is_of_country=region_code is None),
    }


def _of_report(session: Session, *, is_of_country: bool) -> dict[str, object]:
    """Lines of the latest published report that did not reach nine tenths of their plan; they tell of the country only."""
    report = latest_published(session) if is_of_country else None
    short: list[Shown] = []
    if report is not None:
        short = [one for one in lines_of(session, report) if one.share is not None and one.share < TOLERANCE]
    return {"report": report, "definition": definition_of(report) if report else None, "short_lines": short}


def _least_kept(session: Session, region_code: str | None) -> list[PublicFigure]:
    """Promises of the last finished quarter that surely were kept less often than the tolerance, the least kept first."""
    quarter = next(iter(quarters(session)), None)
    figures = public_figures(session, quarter) if quarter else []
    of_place = [one for one in figures if region_code in (None, one.office.region_code)]
    short = [(_most(one), one) for one in of_place]
    return [one for most, one in sorted(short, key=lambda pair: pair[0]) if most < float(TOLERANCE)][:SHOWN_PROMISES]


def _most(one: PublicFigure) -> float:
    """The share kept, or the most that it can be where it is withheld."""
    known = one.share if one.share is not None else one.at_most
    return 1.0 if known is None else known
