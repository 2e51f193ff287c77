"""The sandbox: from nothing to a placement with evidence without asking anybody; and no figure of record holds any of it."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text

from config import SettingsError, read_settings
from labour_exchange.agencies.clients.models import ApiClient
from labour_exchange.agencies.models import Agency
from labour_exchange.api.programs import clients as programs
from labour_exchange.api.v1.agencies import sandbox
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import JobApplication, Placement
from labour_exchange.sandbox.operations import close_old_sandboxes
from labour_exchange.sandbox.rules import LIVES
from labour_exchange.statistics.collection import collect
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.architecture.test_settings import SAFE
from tests.factories import clients

CLIENTS = "/api/v1/sandbox/clients"


class Tried:
    """Somebody who tries the interface."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        answer = client.post(CLIENTS)
        assert answer.status_code == 201
        self.given: dict[str, Any] = answer.get_json()
        auth = (self.given["client_id"], self.given["client_secret"])
        token = client.post("/api/v1/oauth/token", data={"grant_type": "client_credentials"}, auth=auth).get_json()["access_token"]
        self.headers = {"Authorization": f"Bearer {token}"}

    def put(self, external_id: str = "a-1") -> str:
        employer = self.given["employers"][0]
        body = {"title": "Welder", "description": "Weld frames of buses every day.", "employer_bin": employer["bin"], "region_code": "KZ-71"}
        answer = self.client.put(f"/api/v1/vacancies/ours/{external_id}", json=body, headers=self.headers)
        assert answer.status_code == 201, answer.get_data(as_text=True)
        return str(answer.get_json()["vacancy"]["id"])

    def post(self, address: str, body: dict[str, Any], status: int = 201) -> Any:
        answer = self.client.post(f"/api/v1{address}", json=body, headers=self.headers)
        assert answer.status_code == status, answer.get_data(as_text=True)
        return answer.get_json()


@pytest.fixture
def tried(client: FlaskClient, session: ExchangeSession) -> Tried:
    return Tried(client)


def test_from_nothing_to_a_placement_with_evidence(client: FlaskClient, session: ExchangeSession, tried: Tried) -> None:
    assert len(tried.given["employers"]) == 2
    vacancy = tried.put()
    application = tried.post("/sandbox/applications", {"vacancy": vacancy})
    assert client.get("/api/v1/applications", headers=tried.headers).get_json()["items"][0]["id"] == application["id"]
    today = clock.today().isoformat()
    offer = tried.post(f"/applications/{application['id']}/offers", {"starts_on": today, "answer_by_on": today})
    placed = tried.post("/sandbox/answers", {"offer": offer["id"]})
    confirmed = tried.post("/sandbox/answers", {"placement": placed["id"]})
    assert [one["kind"] for one in confirmed["evidence"]] == ["declared", "confirmed"]
    session.expire_all()
    models: tuple[Any, ...] = (Agency, Employer, Vacancy, Jobseeker, JobApplication, Placement, ApiClient)
    for model in models:
        rows = session.scalars(select(model)).all()
        assert {one.is_demo for one in rows} == {True}, model


def test_no_figure_of_record_holds_it(session: ExchangeSession, tried: Tried) -> None:
    tried.post("/sandbox/applications", {"vacancy": tried.put()})
    collect(session)
    assert session.scalar(text("SELECT count(*) FROM facts")) == 0
    session.scalars(select(Agency)).one().is_sandbox = False
    session.flush()
    collect(session, everything=True)
    assert (session.scalar(text("SELECT count(*) FROM facts")) or 0) > 0, "the same of an agency of record is counted"


def test_it_ends_after_a_week(client: FlaskClient, session: ExchangeSession, tried: Tried) -> None:
    tried.put()
    with clock.hold(clock.now() + LIVES - timedelta(hours=1)):
        close_old_sandboxes(session)
        session.commit()
        session.expire_all()
        assert session.scalars(select(Vacancy)).one().state is VacancyState.PUBLISHED, "not before the week is over"
    with clock.hold(clock.now() + LIVES + timedelta(hours=1)):
        close_old_sandboxes(session)
        session.commit()
        session.expire_all()
        assert session.scalars(select(Vacancy)).one().state is VacancyState.WITHDRAWN
        assert session.scalars(select(ApiClient)).one().revoked_at is not None


def test_only_what_the_sandbox_gave_may_play(client: FlaskClient, session: ExchangeSession, tried: Tried) -> None:
    real = clients.program(session)
    sent = clients.sent(real.employer)
    own = client.put("/api/v1/vacancies/ours/a-1", json=sent, headers=real.headers).get_json()["vacancy"]["id"]
    assert client.post("/api/v1/sandbox/applications", json={"vacancy": own}, headers=real.headers).status_code == 404
    tried.post("/sandbox/applications", {"vacancy": own}, 404)
    tried.post("/sandbox/answers", {}, 422)
    tried.post("/sandbox/answers", {"offer": "0" * 16}, 404)


def test_an_installation_without_a_sandbox_does_not_know_it(
    app: Flask, client: FlaskClient, session: ExchangeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "SANDBOX", False)
    assert client.post(CLIENTS).status_code == 404
    assert session.scalars(select(Agency)).all() == []


def test_an_address_opens_so_many(client: FlaskClient, session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SANDBOXES_AN_HOUR", 2)
    assert programs.WINDOW < sandbox.AN_HOUR
    assert [client.post(CLIENTS).status_code for _ in range(3)] == [201, 201, 429]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, True),
        ({"DEMO": "none"}, False),
        ({"DEMO": "none", "SANDBOX": "on"}, True),
        ({"SANDBOX": "off"}, False),
        (SAFE, False),
        (SAFE | {"SANDBOX": "on"}, True),
    ],
)
def test_where_there_is_one(given: dict[str, str], expected: bool, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FLASK_DEBUG", raising=False)
    assert read_settings({"INSTANCE_DIR": str(tmp_path)} | given).has_sandbox is expected


def test_another_word_is_refused(tmp_path: Any) -> None:
    with pytest.raises(SettingsError, match="SANDBOX"):
        read_settings({"INSTANCE_DIR": str(tmp_path), "SANDBOX": "perhaps"})
