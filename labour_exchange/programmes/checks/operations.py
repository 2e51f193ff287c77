"""Checks planned when money is paid, and answered by an office with what shows it."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes import access
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.checks.states import COUNTS_JOBS, MONTHS_AFTER, CheckKind
from labour_exchange.programmes.events import CheckDue
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.texts import measure_refusals


def plan_checks(session: Session, enrolment: Enrolment, kinds: Iterable[CheckKind], *, since: date) -> None:
    """Plan checks so many months after a day; those that are planned stay as they are. Called by the operation that begins them."""
    for kind in kinds:
        row = {"enrolment_id": enrolment.id, "kind": kind, "due_on": months_later(since, MONTHS_AFTER[kind]), "evidence": ""}
        made = insert(FollowUpCheck).values(**row).on_conflict_do_nothing(constraint="uq_follow_up_checks_enrolment_kind")
        session.execute(made)


def record_check(session: Session, actor: Actor, check: FollowUpCheck, *, is_met: bool, jobs_created: int | None, evidence: str) -> FollowUpCheck:
    """Say what was found on the spot or in a register. Raises InvalidInput, Conflict(check_early, check_done)."""
    if not access.may_follow(actor, check.enrolment):
        raise NotFound
    asks_jobs = check.kind in COUNTS_JOBS and is_met
    errors = [] if evidence.strip() else [FieldError("evidence", measure_refusals.EVIDENCE_MISSING)]
    if asks_jobs and (jobs_created is None or jobs_created < 0):
        errors.append(FieldError("jobs_created", measure_refusals.JOBS_COUNT_WRONG))
    if errors:
        raise InvalidInput(errors)
    check = hold(session, check)
    if check.checked_on is not None:
        raise Conflict(measure_refusals.CHECK_DONE)
    if check.due_on > clock.today():
        raise Conflict(measure_refusals.CHECK_EARLY)
    check.checked_on, check.is_met, check.jobs_created = clock.today(), is_met, jobs_created if asks_jobs else None
    check.evidence, check.checked_by_id, check.recorded_at = evidence.strip(), actor.user_id, clock.now()
    session.flush()
    record_act(session, actor, "record check", "enrolment", check.enrolment_id, kind=check.kind.value, is_met=is_met)
    return check


def announce_checks(session: Session) -> int:
    """Announce the checks that fall due today, so that the person is told; gives how many. Run daily as the system."""
    due = select(FollowUpCheck).where(FollowUpCheck.due_on == clock.today(), FollowUpCheck.checked_on.is_(None)).order_by(FollowUpCheck.id)
    found = list(session.scalars(due))
    for one in found:
        record(session, system_actor("announce_checks"), CheckDue(one.id, one.enrolment_id))
    return len(found)
