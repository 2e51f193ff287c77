"""Releases: the calendar, one of them, the editions of a period, and those that tell of the same months."""

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from labour_exchange.foundation.errors import NotFound
from labour_exchange.statistics.periods import Period, read_period
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.states import ReleaseState


def calendar(session: Session) -> tuple[list[Release], list[Release]]:
    """What is announced, the next first; and what is published, the newest first. Without their tables."""
    every = list(session.scalars(select(Release).options(defer(Release.tables)).order_by(Release.announced_at, Release.id)))
    announced = [one for one in every if one.state is not ReleaseState.PUBLISHED]
    return announced, [one for one in reversed(every) if one.state is ReleaseState.PUBLISHED]


def latest_of_month(session: Session, month: Period) -> Release | None:
    """The published release that tells last of a month, without its tables."""
    wanted = select(Release).where(Release.state == ReleaseState.PUBLISHED).options(defer(Release.tables))
    newest_first = session.scalars(wanted.order_by(Release.published_at.desc(), Release.id.desc()))
    return next((one for one in newest_first if month.first in read_period(one.period_code).months), None)


def published_release(session: Session, name: str) -> Release:
    """By a name such as 2026-10.1. Raises NotFound; before its minute a release does not exist for the public."""
    release = release_by_name(session, name)
    if release.state is not ReleaseState.PUBLISHED:
        raise NotFound
    return release


def release_by_name(session: Session, name: str) -> Release:
    """In whatever state. Raises NotFound."""
    period, _, edition = name.rpartition(".")
    if not edition.isascii() or not edition.isdigit() or len(edition) > 4:
        raise NotFound
    found = session.scalar(select(Release).where(Release.period_code == period, Release.edition == int(edition)))
    if found is None:
        raise NotFound
    return found


def editions(session: Session, period_code: str) -> list[Release]:
    """The first one first."""
    return list(session.scalars(select(Release).where(Release.period_code == period_code).order_by(Release.edition)))


def overlapping(session: Session, period: Period, *, before: int | None = None) -> list[Release]:
    """Releases of any of the period's months, the oldest first; only those before an id, when it is given."""
    wanted = select(Release).order_by(Release.id)
    if before is not None:
        wanted = wanted.where(Release.id < before)
    months = set(period.months)
    return [one for one in session.scalars(wanted) if months & set(read_period(one.period_code).months)]
