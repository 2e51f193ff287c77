"""Prepare, sign and publish a release. Nobody does the first two alone, and the clock does the third."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, require, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.statistics import collection, texts
from labour_exchange.statistics.access import PREPARE_RELEASE, SIGN_RELEASE
from labour_exchange.statistics.indicators import DEFINITIONS_VERSION
from labour_exchange.statistics.periods import Period, read_period
from labour_exchange.statistics.releases import evidence
from labour_exchange.statistics.releases import texts as words
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.queries import editions, overlapping
from labour_exchange.statistics.releases.states import ReleaseState


def prepare_release(session: Session, actor: Actor, written_period: str, *, announced_at: datetime, reason: str = "") -> Release:
    """Freeze a period that is over, as known at the end of yesterday, and announce the minute of its publication.

    Raises InvalidInput for a period that is none or not over, a minute that has passed, and a later edition without a reason (or a first
    one with it), Conflict(edition_open) while the edition before is not published.
    """
    require(actor, PREPARE_RELEASE)
    period, before = checked(session, written_period, announced_at, reason)
    reason = reason.strip()
    as_of = clock.today() - timedelta(days=1)
    with acting_as(session, system_actor("freeze release")):
        collection.collect(session)
        ledger = evidence.ledger_hashes(session, period, as_of)
    count, rows = evidence.rows_hash(session, evidence.STORED, period, as_of)
    # They load scipy, which no web process needs at its start.
    from labour_exchange.statistics.releases.freezing import frozen_tables, hash_of

    tables = frozen_tables(session, evidence.STORED, period, as_of, overlapping(session, period))
    release = Release(
        period_code=period.code,
        edition=len(before) + 1,
        state=ReleaseState.PREPARED,
        as_of=as_of,
        announced_at=announced_at.replace(second=0, microsecond=0),
        reason=reason,
        definitions_version=DEFINITIONS_VERSION,
        facts_count=count,
        facts_hash=rows,
        content_hash=hash_of(tables),
        previous_content_hash=before[-1].content_hash if before else "",
        tables=tables,
        evidence_hashes=ledger,
        prepared_by_id=actor.user_id,
        prepared_at=clock.now(),
    )
    session.add(release)
    session.flush()
    _note(session, actor, "release prepared", release)
    return release


def sign_release(session: Session, actor: Actor, release: Release) -> Release:
    """The second signature. Raises Conflict(same_person, not_to_sign)."""
    require(actor, SIGN_RELEASE)
    session.refresh(release, with_for_update=True)
    if release.state is not ReleaseState.PREPARED:
        raise Conflict(words.NOT_TO_SIGN)
    if release.prepared_by_id == actor.user_id:
        raise Conflict(words.SAME_PERSON)
    release.state, release.signed_by_id, release.signed_at = ReleaseState.SIGNED, actor.user_id, clock.now()
    session.flush()
    _note(session, actor, "release signed", release)
    return release


def publish_due_releases(session: Session) -> int:
    """Publish what is signed and whose announced minute has come; gives how many. What nobody has signed by then waits for the signature."""
    wanted = select(Release).where(Release.state == ReleaseState.SIGNED, Release.announced_at <= clock.now()).with_for_update(skip_locked=True)
    found = list(session.scalars(wanted))
    for release in found:
        release.state, release.published_at = ReleaseState.PUBLISHED, clock.now()
        _note(session, system_actor("publish releases"), "release published", release)
    session.flush()
    return len(found)


def publish_releases(session: Session) -> None:
    """What runs every minute."""
    publish_due_releases(session)


def checked(session: Session, written: str, announced_at: datetime, reason: str) -> tuple[Period, list[Release]]:
    """The period, and its editions so far; what prepare_release raises is raised here, before anything is counted."""
    period = _written(written, announced_at)
    before = editions(session, period.code)
    if before and before[-1].state is not ReleaseState.PUBLISHED:
        raise Conflict(words.EDITION_OPEN)
    if bool(before) != bool(reason.strip()):
        raise InvalidInput([FieldError("reason", words.REASON_MISSING if before else words.REASON_NEEDLESS)])
    return period, before


def _written(written: str, announced_at: datetime) -> Period:
    errors: list[FieldError] = []
    period: Period | None = None
    try:
        period = read_period(written)
        if period.last_day >= clock.today():
            errors.append(FieldError("period", words.NOT_OVER))
    except ValueError:
        errors.append(FieldError("period", texts.UNKNOWN_PERIOD))
    if announced_at <= clock.now():
        errors.append(FieldError("announced_at", words.MINUTE_PASSED))
    if errors or period is None:
        raise InvalidInput(errors)
    return period


def _note(session: Session, actor: Actor, act: str, release: Release) -> None:
    facts: dict[str, Any] = {"period": release.period_code, "edition": release.edition, "content": release.content_hash}
    record_act(session, actor, act, "release", release.id, **facts)
