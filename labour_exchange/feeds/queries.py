"""Read the feed: changes of transactions that no running one can still precede, with the latest state of each vacancy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Row, Select, Text, cast, func, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from labour_exchange.feeds import documents, rules, texts
from labour_exchange.feeds.models import FeedHorizon, VacancyChange
from labour_exchange.feeds.rules import BEGINNING, Place, Position, Wanted
from labour_exchange.feeds.states import ChangeKind
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import signed, unsigned
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

MOST_CHANGES = 1000
USUAL_CHANGES = 200
# xmin of a snapshot: every transaction before it has ended, and none that begins later can have a smaller number.
SAFE = select(cast(cast(func.pg_snapshot_xmin(func.pg_current_snapshot()), Text), BigInteger))


class CursorTooOld(Refusal):
    """Changes behind this cursor have been forgotten: only a snapshot helps."""

    status = 410

    def __init__(self) -> None:
        super().__init__(texts.CURSOR_TOO_OLD, field="query/cursor")


@dataclass(frozen=True, slots=True)
class Change:
    """One vacancy in a page: `row` is its latest state, None when there is nothing (more) to be read of it."""

    kind: ChangeKind
    public_id: str
    region_code: str | None
    occupation_code: str | None
    changed_at: datetime
    row: Row[Any] | None


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Changes in order, each vacancy once; `next_cursor` is always there, `has_more` says whether to ask again at once."""

    changes: list[Change]
    next_cursor: str
    has_more: bool


def page_of_changes(session: Session, wanted: Wanted, *, cursor: str | None = None, limit: int = USUAL_CHANGES) -> ChangePage:
    """What follows the cursor, or the beginning. Raises Refusal(bad_cursor), CursorTooOld."""
    horizon = _horizon(session)
    position = Position(horizon=horizon) if cursor is None else rules.read(unsigned(cursor, wanted.purpose))
    safe = session.scalars(SAFE).one()
    # A cursor ahead of every transaction was given by another database server, before a copy was put back into this one.
    if position.is_too_old(horizon) or position.place[0] > safe:
        raise CursorTooOld
    rows = session.execute(_following(wanted, position, safe).limit(limit + 1)).all()
    has_more = len(rows) > limit
    place = (rows[limit - 1].transaction, rows[limit - 1].id) if has_more else _last_place(session, wanted, safe)
    return ChangePage(_latest(session, wanted, rows[:limit]), signed(rules.written(position.moved(place)), wanted.purpose), has_more)


def cursor_at(position: Position, wanted: Wanted) -> str:
    return signed(rules.written(position), wanted.purpose)


def readable(wanted: Wanted) -> Select[Any]:
    """The vacancies that a reader may have now, whether or not they changed."""
    if wanted.agency_id is not None:
        return documents.selected().where(Vacancy.agency_id == wanted.agency_id)
    found = documents.selected().where(Vacancy.state == VacancyState.PUBLISHED)
    if wanted.regions:
        found = found.where(Vacancy.region_code.in_(wanted.regions))
    return found.where(_begins_with(Vacancy.occupation_code, wanted)) if wanted.occupations else found


def readable_among(session: Session, wanted: Wanted, public_ids: Sequence[str]) -> dict[str, Row[Any]]:
    """Those of some that the reader may have now, by public id."""
    if not public_ids:
        return {}
    return {row.public_id: row for row in session.execute(readable(wanted).where(Vacancy.public_id.in_(public_ids)))}


def _following(wanted: Wanted, position: Position, safe: int) -> Select[Any]:
    """Rows behind the position. A vacancy that has moved is read by those whom it left and those whom it joined."""
    change = VacancyChange
    question = select(change.transaction, change.id, change.kind, change.public_id, change.region_code, change.occupation_code, change.changed_at)
    question = question.where(_of(wanted), tuple_(change.transaction, change.id) > tuple_(*position.place), change.transaction < safe)
    if wanted.regions:
        question = question.where(or_(change.region_code.in_(wanted.regions), change.former_region_code.in_(wanted.regions)))
    if wanted.occupations:
        question = question.where(or_(_begins_with(change.occupation_code, wanted), _begins_with(change.former_occupation_code, wanted)))
    if position.seen is not None:
        question = question.where(or_(change.transaction >= position.seen.until, change.transaction.in_(position.seen.running)))
    return question.order_by(change.transaction, change.id)


def _begins_with(column: InstrumentedAttribute[str | None], wanted: Wanted) -> ColumnElement[bool]:
    return or_(*(column.startswith(code, autoescape=True) for code in wanted.occupations))


def _of(wanted: Wanted) -> ColumnElement[bool]:
    return VacancyChange.is_public.is_(True) if wanted.agency_id is None else VacancyChange.agency_id == wanted.agency_id


def _latest(session: Session, wanted: Wanted, rows: Any) -> list[Change]:
    """Each vacancy once, at its last change in the page; what is no longer readable is told as closed."""
    kinds: dict[str, set[ChangeKind]] = {}
    last: dict[str, Any] = {}
    for row in rows:
        kinds.setdefault(row.public_id, set()).add(row.kind)
        last.pop(row.public_id, None)
        last[row.public_id] = row
    found = readable_among(session, wanted, list(last))
    changes = []
    for public_id, row in last.items():
        now = found.get(public_id)
        kind = row.kind if wanted.agency_id is not None else ChangeKind.PUBLISHED if ChangeKind.PUBLISHED in kinds[public_id] else ChangeKind.CHANGED
        where = row if now is None else now
        changes.append(Change(ChangeKind.CLOSED if now is None else kind, public_id, where.region_code, where.occupation_code, row.changed_at, now))
    return changes


def _last_place(session: Session, wanted: Wanted, safe: int) -> Place:
    """The last row of the feed before `safe`, filters aside: a reader of a quiet region moves on with everybody."""
    change = VacancyChange
    question = select(change.transaction, change.id).where(_of(wanted), change.transaction < safe)
    row = session.execute(question.order_by(change.transaction.desc(), change.id.desc()).limit(1)).one_or_none()
    return (row.transaction, row.id) if row else BEGINNING


def _horizon(session: Session) -> Place:
    row = session.execute(select(FeedHorizon.transaction, FeedHorizon.change_id)).one_or_none()
    return (row.transaction, row.change_id) if row else BEGINNING
