"""Figures of a finished quarter, counted once and never again, so that two readings of them cannot be subtracted from each other."""

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.standards.models import Commitment, Rating, ServiceFigure
from labour_exchange.standards.rules import promises as rules
from labour_exchange.standards.states import CommitmentState

COUNTED_AFTER = timedelta(days=5)
QUARTERS_BACK = 8


def count_service_figures(session: Session) -> int:
    """Count the finished quarters that have no figures yet; gives how many rows were written. The daily job."""
    quarter, written = rules.quarter_of(clock.today() - COUNTED_AFTER), 0
    for _back in range(QUARTERS_BACK):
        quarter = rules.quarter_before(quarter)
        if session.scalar(select(ServiceFigure.quarter).where(ServiceFigure.quarter == quarter).limit(1)) is None:
            written += _count(session, quarter)
    return written


def _count(session: Session, quarter: date) -> int:
    after = rules.quarter_after(quarter)
    ended = select(Commitment.standard_id, Commitment.office_id, Commitment.state, Commitment.days).where(
        Commitment.due_on >= quarter, Commitment.due_on < after, Commitment.state.in_((CommitmentState.KEPT, CommitmentState.BREACHED))
    )
    kept: dict[tuple[int, int], int] = defaultdict(int)
    breached: dict[tuple[int, int], int] = defaultdict(int)
    days: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in session.execute(ended):
        key = (row.standard_id, row.office_id)
        (kept if row.state is CommitmentState.KEPT else breached)[key] += 1
        if row.days is not None:
            days[key].append(row.days)
    rated = _ratings(session, quarter, after)
    rows = [
        {
            "quarter": quarter,
            "standard_id": standard_id,
            "office_id": office_id,
            "kept": kept[standard_id, office_id],
            "breached": breached[standard_id, office_id],
            "median_days": rules.middle(days[standard_id, office_id]),
            "days_of_nine_in_ten": rules.nine_in_ten(days[standard_id, office_id]),
            "ratings": rated.get((standard_id, office_id), (0, 0))[0],
            "points": rated.get((standard_id, office_id), (0, 0))[1],
            "counted_at": clock.now(),
        }
        for standard_id, office_id in sorted({*kept, *breached, *rated})
    ]
    if rows:
        session.execute(insert(ServiceFigure).values(rows).on_conflict_do_nothing())
    return len(rows)


def _ratings(session: Session, quarter: date, after: date) -> dict[tuple[int, int], tuple[int, int]]:
    wanted = (
        select(Rating.standard_id, Rating.office_id, func.count().label("ratings"), func.sum(Rating.points).label("points"))
        .where(Rating.rated_on >= quarter, Rating.rated_on < after)
        .group_by(Rating.standard_id, Rating.office_id)
    )
    return {(row.standard_id, row.office_id): (row.ratings, int(row.points)) for row in session.execute(wanted)}
