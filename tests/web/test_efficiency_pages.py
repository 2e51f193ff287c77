"""What measures are worth, as the ministry and an office read it: the kept assessment, within the region, each figure with its definition."""

import re

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.efficiency.definitions import MEANINGS
from labour_exchange.programmes.efficiency.keeping import keep_assessment
from labour_exchange.programmes.states import DropReason
from tests.factories import programmes as made
from tests.programmes.conftest import Cast, make_cast
from tests.web.test_programme_pages import page, signed_in


@pytest.fixture
def cast(session: ExchangeSession) -> Cast:
    return make_cast(session)


def assessed(session: ExchangeSession, cast: Cast) -> int:
    """Two people of the region in a measure of this year, one of whom left it; counted for the country and the region."""
    made.started(session, cast.measure, cast.officer, cast.approver)
    gone = made.started(session, cast.measure, cast.officer, cast.approver)
    gone.state, gone.drop_reason, gone.ended_on = type(gone.state).DROPPED_OUT, DropReason.ILLNESS, clock.today()
    session.flush()
    year = clock.today().year
    for region in (None, "KZ-71"):
        keep_assessment(session, year, region)
    return year


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_read_the_kept_figures_with_their_definitions(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    year = assessed(session, cast)
    ministry = signed_in(client, session, made.analyst(session))
    office = signed_in(client, session, cast.officer)
    for shown in (page(ministry, f"/{language}/headquarters/efficiency?year={year}"), page(office, f"/{language}/office/efficiency")):
        assert re.search(r'href="#entrants"><b>2</b>', shown)
        for meaning in MEANINGS:
            assert f'id="{meaning.key}"' in shown
        for target in set(re.findall(r'href="#(\w+)"', shown)) - {"main"}:
            assert f'id="{target}"' in shown, "a figure leads nowhere"
        assert cast.measure.name.in_language(language) in shown
    assert "KZ-71" in page(ministry, f"/{language}/headquarters/efficiency?region=KZ-71&by=region")


def test_an_office_of_another_region_and_a_year_without_measures_show_nothing(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    year = assessed(session, cast)
    stranger: Actor = cast.stranger
    shown = page(signed_in(client, session, stranger), f"/en/office/efficiency?year={year}&region=KZ-71")
    assert "Nothing is counted yet" in shown
    assert "#entrants" not in shown
    ministry = signed_in(client, session, made.analyst(session))
    assert "Nothing is counted yet" in page(ministry, "/en/headquarters/efficiency?region=KZ-10")


def test_with_two_people_the_page_cannot_say_what_the_measure_added(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    assessed(session, cast)
    shown = page(signed_in(client, session, cast.officer), "/en/office/efficiency?by=nonsense")
    assert "cannot say" in shown
    assert "0 of 2 have people like them" in shown
    assert "Illness" in shown
