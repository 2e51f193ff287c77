"""A published release and a second edition of it, for the demo: what the pages of releases show."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.commands.demo.oversight.showing import actor_named
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import act_as
from labour_exchange.statistics.periods import Period, month_of
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.operations import prepare_release, publish_due_releases, sign_release
from labour_exchange.statistics.releases.states import ReleaseState

SECOND = "Мысал ретінде шығарылған екінші басылым: сандар өзгерген жоқ. / Второе издание для примера: цифры не изменились."


def show_releases(session: Session) -> None:
    """The job after the demo country is counted; nothing to do when there is any release already."""
    if session.scalar(select(Release.id).limit(1)) is not None:
        return
    act_as(session, system_actor("demo"))
    first, second = actor_named(session, "analyst"), actor_named(session, "analyst-2")
    period = month_of(clock.today()).previous
    if _publish(session, first, second, period, ""):
        _publish(session, first, second, period, SECOND)


def _publish(session: Session, first: Actor, second: Actor, period: Period, reason: str) -> bool:
    """By the exchange's own operations, announced for this minute. Where the next minute has begun meanwhile, the clock publishes it."""
    made = prepare_release(session, first, period.code, announced_at=clock.now() + timedelta(seconds=1), reason=reason)
    sign_release(session, second, made)
    publish_due_releases(session)
    return made.state is ReleaseState.PUBLISHED
