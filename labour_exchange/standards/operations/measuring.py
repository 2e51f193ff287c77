"""Promises written from the registers: each counted once, settled when it is done or its day has passed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import new_public_id
from labour_exchange.foundation.events import record
from labour_exchange.standards.events import ServiceReceived
from labour_exchange.standards.models import Commitment, RatingLink
from labour_exchange.standards.queries.sources import SOURCES, Terms, terms_in_force
from labour_exchange.standards.rules import promises as rules
from labour_exchange.standards.states import CommitmentState, Promise

MEASURER = system_actor("measure commitments")
PORTION = 5_000
ASKED_WITHIN = timedelta(days=3)
"""Who was served longer ago is not asked to rate it: a first measurement of old registers writes to nobody."""
WATCHED_AFTER = timedelta(days=180)
"""How long a broken promise is still looked at, for the day on which it was done after all."""


def measure_commitments(session: Session, commit: Callable[[], None]) -> int:
    """Write promises that are new and settle those that are open; gives how many rows changed. Safe to run again and at once with another."""
    changed = 0
    for promise in Promise:
        terms = terms_in_force(session, promise)
        if terms:
            changed += _write_new(session, promise, terms, commit)
        changed += _settle(session, promise, commit)
    return changed


def forget_links(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: what would let somebody rate in the person's name goes; promises stay as figures without a name."""
    own = select(Commitment.id).where(Commitment.jobseeker_id == facts["jobseeker_id"])
    for link in session.scalars(select(RatingLink).where(RatingLink.commitment_id.in_(own))):
        session.delete(link)


def _write_new(session: Session, promise: Promise, terms: Sequence[Terms], commit: Callable[[], None]) -> int:
    source, last, written = SOURCES[promise](), 0, 0
    known = select(Commitment.id).where(Commitment.promise == promise, Commitment.subject_id == source.c.subject_id)
    wanted = select(source).where(source.c.promised_on >= min(one.from_on for one in terms), ~known.exists())
    if all(one.region_code for one in terms):
        wanted = wanted.where(source.c.region_code.in_([one.region_code for one in terms]))
    while rows := session.execute(wanted.where(source.c.subject_id > last).order_by(source.c.subject_id).limit(PORTION)).all():
        last = rows[-1].subject_id
        made = [one for row in rows if (one := _commitment(promise, row, terms)) is not None]
        written += _insert(session, made)
        commit()
    return written


def _commitment(promise: Promise, row: Row[Any], terms: Sequence[Terms]) -> dict[str, Any] | None:
    """The row to be written; None where no standard promised anything on that day."""
    found = next((one for one in terms if one.covers(row.region_code, row.promised_on)), None)
    if found is None or row.office_id is None:
        return None
    due = rules.due_on(row.promised_on, found.term_days)
    return {
        "public_id": new_public_id(),
        "standard_id": found.standard_id,
        "promise": promise,
        "subject_id": row.subject_id,
        "jobseeker_id": row.jobseeker_id,
        "employer_id": row.employer_id,
        "office_id": row.office_id,
        "region_code": row.region_code,
        "promised_on": row.promised_on,
        "due_on": due,
        **_settled(row.promised_on, due, row.done_on, row.lapsed_on),
    }


def _insert(session: Session, made: list[dict[str, Any]]) -> int:
    if not made:
        return 0
    added = insert(Commitment).on_conflict_do_nothing(constraint="uq_commitments_promise_subject")
    # Without it rows that differ in what is empty would go in one statement each.
    rows = session.execute(added.returning(Commitment.id, Commitment.done_on), made, execution_options={"render_nulls": True}).all()
    for row in rows:
        _announce(session, row.id, row.done_on)
    return len(rows)


def _settle(session: Session, promise: Promise, commit: Callable[[], None]) -> int:
    """Open promises, and broken ones that were not done so far."""
    source, today = SOURCES[promise](), clock.today()
    unfinished = or_(
        Commitment.state == CommitmentState.OPEN,
        and_(Commitment.state == CommitmentState.BREACHED, Commitment.done_on.is_(None), Commitment.due_on > today - WATCHED_AFTER),
    )
    wanted = (
        select(Commitment.id, Commitment.promised_on, Commitment.due_on, Commitment.state, source.c.done_on, source.c.lapsed_on)
        .join(source, source.c.subject_id == Commitment.subject_id)
        .where(
            Commitment.promise == promise, unfinished, or_(source.c.done_on.is_not(None), source.c.lapsed_on.is_not(None), Commitment.due_on < today)
        )
    )
    changes = []
    for row in session.execute(wanted):
        settled = _settled(row.promised_on, row.due_on, row.done_on, row.lapsed_on)
        if settled["state"] is not row.state or settled["done_on"] is not None:
            changes.append({"row_id": row.id, **settled})
    if changes:
        changing = update(Commitment).where(Commitment.id == bindparam("row_id"))
        session.connection().execute(changing.values(state=bindparam("state"), done_on=bindparam("done_on"), days=bindparam("days")), changes)
        for one in changes:
            _announce(session, one["row_id"], one["done_on"])
    commit()
    return len(changes)


def _settled(promised_on: date, due: date, done_on: date | None, lapsed_on: date | None) -> dict[str, Any]:
    """A day before the promise is a clerk's slip of the pen and counts as the same day; what lapsed was not done."""
    done = max(done_on, promised_on) if done_on else None
    state = rules.standing(due, done, lapsed_on, clock.today())
    if state is CommitmentState.LAPSED:
        done = None
    return {"state": state, "done_on": done, "days": rules.days_used(promised_on, done) if done else None}


def _announce(session: Session, commitment_id: int, done_on: date | None) -> None:
    if done_on is not None and done_on >= clock.today() - ASKED_WITHIN:
        record(session, MEASURER, ServiceReceived(commitment_id))
