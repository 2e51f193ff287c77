"""Releases on the ministry's pages and in the API: frozen by one, signed by another, revised with a reason, published by the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.releases.operations import publish_due_releases
from labour_exchange.statistics.releases.queries import release_by_name
from labour_exchange.statistics.releases.requests import freeze_asked, requests_waiting
from labour_exchange.statistics.releases.states import ReleaseState
from tests.factories import accounts
from tests.factories.signing_in import sign_in_as
from tests.statistics.facts import put

NOW = datetime(2026, 11, 9, 7, tzinfo=UTC)
FORM = {"period": "2026-10", "announced_at-day": "12", "announced_at-month": "11", "announced_at-year": "2026", "minute": "09:00", "reason": ""}
NEW = "/en/headquarters/releases/new"


@pytest.fixture
def analysts(session: ExchangeSession) -> list[User]:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 40, channel="agency")
    put(session, "placements_declared", "KZ-79", "2026-10-05", 3, channel="agency")
    put(session, "placements_declared", "KZ-75", "2026-10-05", 9, channel="agency")
    return [accounts.user(session, ActorKind.ANALYST) for _ in range(2)]


def seen(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


def frozen(client: FlaskClient, session: ExchangeSession, form: dict[str, str]) -> str:
    """Ask for a release, let the worker freeze it, look again: the address one is sent to."""
    asked = client.post(NEW, data=form)
    assert asked.status_code == 303
    assert "Look again" in seen(client, asked.location)
    for one in requests_waiting(session):
        freeze_asked(session, one.id)
    session.commit()
    answer = client.get(asked.location)
    assert answer.status_code == 303
    return answer.location


def test_a_release_goes_its_way_by_two_people(client: FlaskClient, session: ExchangeSession, analysts: list[User]) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, analysts[0])
        made = frozen(client, session, FORM)
        assert made == "/en/headquarters/releases/2026-10.1"
        page = seen(client, made)
        assert "Ask another analyst" in page
        assert "Sign the release" not in page
        # 9:00 in the country is 4:00 of the clock that is stored.
        assert release_by_name(session, "2026-10.1").announced_at == datetime(2026, 11, 12, 4, 0, tzinfo=UTC)
        assert client.post("/en/headquarters/releases/2026-10.1/sign").status_code == 409
        sign_in_as(client, session, analysts[1])
        assert "Sign the release" in seen(client, made)
        assert client.post("/en/headquarters/releases/2026-10.1/sign").status_code == 303
        assert client.get("/api/v1/statistics/releases/2026-10.1").status_code == 404
        told = client.get("/api/v1/statistics/releases").get_json()
        assert told["announced"] == [{"period": "2026-10", "edition": 1, "announced_at": "2026-11-12T04:00:00Z"}]
    with clock.hold(NOW + timedelta(days=3)):
        assert publish_due_releases(session) == 1
        session.commit()
        document = client.get("/api/v1/statistics/releases/2026-10.1").get_json()
        assert document["content_sha256"] == release_by_name(session, "2026-10.1").content_hash
        cells = {tuple(row[:-1]): row[-1] for row in document["tables"][0]["cells"]}
        assert (cells["KZ-71", "2026-10", "_T"], cells["KZ-79", "2026-10", "_T"]) == (40, None)
        sign_in_as(client, session, analysts[1])
        assert "As everybody sees it" in seen(client, "/en/headquarters/releases/2026-10.1")


def test_a_revision_says_why_and_shows_what_changed(client: FlaskClient, session: ExchangeSession, analysts: list[User]) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, analysts[0])
        frozen(client, session, FORM)
        waiting = client.post(NEW, data=FORM | {"reason": "Late contracts."})
        assert waiting.status_code == 409 or "The edition before is not published yet" in waiting.get_data(as_text=True)
        sign_in_as(client, session, analysts[1])
        client.post("/en/headquarters/releases/2026-10.1/sign")
    with clock.hold(NOW + timedelta(days=3)):
        publish_due_releases(session)
        put(session, "placements_declared", "KZ-71", "2026-10-06", 25, channel="agency")
        session.commit()
    with clock.hold(NOW + timedelta(days=9)):
        sign_in_as(client, session, analysts[0])
        session.commit()
        later = FORM | {"announced_at-day": "20"}
        refused = client.post(NEW, data=later)
        assert refused.status_code == 422
        assert "Say what the new edition changes and why" in refused.get_data(as_text=True)
        assert frozen(client, session, later | {"reason": "Late contracts."}) == "/en/headquarters/releases/2026-10.2"
        page = seen(client, "/en/headquarters/releases/2026-10.2")
    assert "Late contracts." in page
    assert "Cells that differ from the edition before" in page
    assert ">40<" in page
    assert ">65<" in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"minute": "9 o'clock"}, "minute"), ({"announced_at-day": "1"}, "announced_at"), ({"period": ""}, "period"), ({"period": "2026-11"}, "period")],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    client: FlaskClient, session: ExchangeSession, analysts: list[User], wrong: dict[str, str], field: str
) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, analysts[0])
        answer = client.post(NEW, data=FORM | {"reason": ""} | wrong)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'href="#{field}' in text
    assert 'value="2026"' in text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_calendar_is_read_in_each_language(client: FlaskClient, session: ExchangeSession, analysts: list[User], language: str) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, analysts[0])
        asked = client.post(NEW, data=FORM).location.replace("/en/", f"/{language}/")
        assert asked in seen(client, f"/{language}/headquarters/releases")
        assert "2026-10" in seen(client, asked)
        for one in requests_waiting(session):
            freeze_asked(session, one.id)
        session.commit()
        assert "2026-10.1" in seen(client, f"/{language}/headquarters/releases")
        assert release_by_name(session, "2026-10.1").state is ReleaseState.PREPARED
        sign_in_as(client, session, accounts.user(session, ActorKind.ADMINISTRATOR))
        assert f"/{language}/headquarters/releases/new" not in seen(client, f"/{language}/headquarters/releases")
        assert client.get(NEW).status_code == 404
