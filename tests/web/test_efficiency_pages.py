"""What measures are worth, as the ministry and an office read it: the kept assessment, within the region, each figure with its definition."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.efficiency.definitions import MEANINGS
from labour_exchange.programmes.efficiency.keeping import keep_assessment
from labour_exchange.programmes.states import DropReason
from tests.factories import programmes as made
from tests.factories.accounts import user
from tests.programmes.conftest import Cast, make_cast
from tests.web.test_programme_pages import page, post, signed_in


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
        assert set(re.findall(r'href="#(\w+)"', shown)) >= {meaning.key for meaning in MEANINGS}, "a definition that no figure leads to"
        for meaning in MEANINGS:
            assert f'id="{meaning.key}"' in shown
        for target in set(re.findall(r'href="#(\w+)"', shown)) - {"main"}:
            assert f'id="{target}"' in shown, "a figure leads nowhere"
        assert cast.measure.name.in_language(language) in shown
    assert "KZ-71" in page(ministry, f"/{language}/headquarters/efficiency?region=KZ-71&by=region")


def test_each_measure_says_who_works_within_3_6_and_12_months(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    year = assessed(session, cast)
    shown = page(signed_in(client, session, made.analyst(session)), f"/en/headquarters/efficiency?year={year}")
    for months in (3, 6, 12):
        for name in ("Declared", "Confirmed"):
            assert f'data-label="{name}, {months} months"' in shown


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


def test_the_ministry_has_measures_assessed_before_the_night_and_reads_so(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    ministry, keeper = signed_in(client, session, made.analyst(session)), signed_in(client, session, administrator(session))
    shown = page(ministry, "/en/headquarters/efficiency")
    assert "Nothing is counted yet" in shown
    assert "flask" not in shown
    assert "Assess the measures now" in shown
    assert "Assess the measures now" not in page(keeper, "/en/headquarters/efficiency")
    for _twice in range(2):
        assert post(ministry, "/en/headquarters/efficiency/assess", region="KZ-71").endswith("/en/headquarters/efficiency?region=KZ-71")
    waiting = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'assess_efficiency'")
    assert session.scalar(waiting) == 1
    shown = page(ministry, "/en/headquarters/efficiency")
    assert "An assessment is under way" in shown
    assert "Assess the measures now" not in shown
    assert keeper.post("/en/headquarters/efficiency/assess", data={}).status_code == 404


def administrator(session: ExchangeSession) -> Actor:
    return Actor(ActorKind.ADMINISTRATOR, user_id=user(session, ActorKind.ADMINISTRATOR).id)
