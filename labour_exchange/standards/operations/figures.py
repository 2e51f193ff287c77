"""Figures of a finished quarter, counted once and never again, so that two readings of them cannot be subtracted from each other."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, selectinload

from labour_exchange.foundation import clock
from labour_exchange.standards.models import Commitment, Rating, ServiceComplaint, ServiceFigure
from labour_exchange.standards.rules import complaints as complaint_rules
from labour_exchange.standards.rules import promises as rules
from labour_exchange.standards.states import CommitmentState, ComplaintState, Instance

COUNTED_AFTER = timedelta(days=5)
QUARTERS_BACK = 8
NO_COMPLAINTS: dict[str, Any] = {
    **dict.fromkeys(("complaints", "complaints_answered", "complaints_in_time", "complaints_justified"), 0),
    "complaint_days": None,
}


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
    complained = _complaints(session, quarter, after)
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
            **complained.get((standard_id, office_id), NO_COMPLAINTS),
            "counted_at": clock.now(),
        }
        for standard_id, office_id in sorted({*kept, *breached, *rated, *complained})
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


def _complaints(session: Session, quarter: date, after: date) -> dict[tuple[int, int], dict[str, Any]]:
    """By standard and office, those whose first answer was due in the quarter; one taken back before anybody answered is none."""
    wanted = select(ServiceComplaint, Commitment.standard_id).join(Commitment, Commitment.id == ServiceComplaint.commitment_id)
    wanted = wanted.options(selectinload(ServiceComplaint.answers))
    found: dict[tuple[int, int], list[ServiceComplaint]] = defaultdict(list)
    for complaint, standard_id in session.execute(wanted.where(ServiceComplaint.first_due_on >= quarter, ServiceComplaint.first_due_on < after)):
        if complaint.answers or complaint.state is not ComplaintState.WITHDRAWN:
            found[standard_id, complaint.office_id].append(complaint)
    return {key: _counted(complaints) for key, complaints in found.items()}


def _counted(complaints: list[ServiceComplaint]) -> dict[str, Any]:
    """What was found last counts; days and time are those of the office."""
    first = [(one, answer.answered_on) for one in complaints for answer in one.answers if answer.instance is Instance.OFFICE]
    return {
        "complaints": len(complaints),
        "complaints_answered": sum(bool(one.answers) for one in complaints),
        "complaints_in_time": sum(answered_on <= one.first_due_on for one, answered_on in first),
        "complaints_justified": sum(one.answers[-1].finding in complaint_rules.UPHELD for one in complaints if one.answers),
        "complaint_days": rules.middle([complaint_rules.answer_days(one.filed_on, answered_on) for one, answered_on in first]),
    }
