"""What announcements of one post state differently, kept while they are shown together."""

from collections.abc import Sequence

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.vacancies.duplicates.models import DuplicateConflict
from labour_exchange.vacancies.models import Vacancy

COMPARED = ("pay_from", "pay_to", "posts")


def note_conflicts(session: Session, leader: Vacancy | None, others: Sequence[Vacancy]) -> None:
    """Store anew where the others differ from the leader; without a leader nothing is left to differ from."""
    if not others:
        return
    session.execute(delete(DuplicateConflict).where(DuplicateConflict.vacancy_id.in_([one.id for one in others])))
    if leader is None:
        return
    now = clock.now()
    rows = [
        {"vacancy_id": one.id, "field": field, "leader_id": leader.id, "stated": stated, "led": led, "noticed_at": now}
        for one in others
        for field in COMPARED
        if (stated := getattr(one, field)) != (led := getattr(leader, field)) and not (stated is None or led is None)
    ]
    if rows:
        session.execute(insert(DuplicateConflict), rows)
