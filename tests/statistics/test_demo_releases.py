"""The demo publishes a release and a second edition of it once, by two people."""

from sqlalchemy import select

from labour_exchange.commands.demo.accounts import open_demo_accounts
from labour_exchange.commands.demo.oversight.releasing import show_releases
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.statistics.periods import month_of
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.states import ReleaseState
from tests.statistics.facts import put


def test_it_shows_a_release_and_an_edition_of_it_once(session: ExchangeSession) -> None:
    ensure_offices(session)
    open_demo_accounts(session, "a secret of the test")
    period = month_of(clock.today()).previous
    put(session, "placements_declared", "KZ-71", f"{period.first}", 40, channel="agency")
    with clock.hold(clock.now().replace(second=10)):
        for _time in range(2):
            show_releases(session)
    found = list(session.scalars(select(Release).order_by(Release.edition)))
    assert [(one.name, one.state) for one in found] == [(f"{period.code}.{edition}", ReleaseState.PUBLISHED) for edition in (1, 2)]
    assert all(one.signed_by_id != one.prepared_by_id for one in found)
    assert found[1].previous_content_hash == found[0].content_hash
