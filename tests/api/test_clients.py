"""Programs prove themselves: secrets for tokens, keys, scopes, rotation, revocation, limits; and nothing without them."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text

from labour_exchange.agencies.clients.models import ApiCredential, ApiToken
from labour_exchange.agencies.clients.operations import forget_dead_tokens, issue_credential, revoke_client, revoke_credential
from labour_exchange.agencies.clients.rules import LIVES, TOKEN_LIVES, is_alive
from labour_exchange.agencies.clients.states import CredentialKind
from labour_exchange.api.programs.clients import LIMIT_SETTING
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.texts import LANGUAGES
from tests.factories import clients
from tests.factories.clients import SYSTEM, Program

ADDRESS = "/api/v1/own/vacancies"
TOKEN = "/api/v1/oauth/token"  # noqa: S105 - an address
GRANT = {"grant_type": "client_credentials"}


@pytest.fixture
def program(session: ExchangeSession) -> Program:
    return clients.program(session)


def bearer(words: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {words}"}


def test_a_secret_is_exchanged_for_a_token(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    secret = clients.secret(session, program.client)
    by_basic = client.post(TOKEN, data=GRANT, auth=(program.client.public_id, secret))
    by_form = client.post(TOKEN, data=GRANT | {"client_id": program.client.public_id, "client_secret": secret, "scope": "vacancies feed unknown"})
    for answer, scopes in ((by_basic, set(clients.ALL_SCOPES)), (by_form, {"vacancies", "feed"})):
        given = answer.get_json()
        assert (answer.status_code, given["token_type"], given["expires_in"]) == (200, "Bearer", 3600)
        assert set(given["scope"].split()) == scopes
        assert answer.headers["Cache-Control"] == "no-store"
        assert client.get(ADDRESS, headers=bearer(given["access_token"])).status_code == 200
    kept = session.scalars(select(ApiToken)).all()
    assert all(by_basic.get_json()["access_token"] not in (one.hash, str(one.id)) for one in kept)


@pytest.mark.parametrize(
    ("form", "auth", "status", "error"),
    [
        ({}, None, 400, "unsupported_grant_type"),
        ({"grant_type": "password"}, None, 400, "unsupported_grant_type"),
        (GRANT, None, 401, "invalid_client"),
        (GRANT, ("nobody", "secret"), 401, "invalid_client"),
        (GRANT, ("", ""), 401, "invalid_client"),
        (GRANT | {"client_id": "nobody", "client_secret": "x"}, None, 400, "invalid_client"),
    ],
)
def test_no_token_for_others(
    client: FlaskClient, session: ExchangeSession, form: dict[str, str], auth: tuple[str, str] | None, status: int, error: str
) -> None:
    answer = client.post(TOKEN, data=form, auth=auth)
    assert (answer.status_code, answer.get_json()["error"]) == (status, error)
    assert session.scalars(select(ApiToken)).all() == []


def test_a_key_is_no_secret_and_a_secret_no_key(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    secret = clients.secret(session, program.client)
    assert client.get(ADDRESS, headers=bearer(secret)).status_code == 401
    assert client.post(TOKEN, data=GRANT, auth=(program.client.public_id, program.key)).status_code == 401


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_credentials_nobody_is_let_in(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    answer = client.get(ADDRESS, headers={"Accept-Language": language})
    assert (answer.status_code, answer.get_json()["code"]) == (401, "credentials_missing")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    wrong = client.get(ADDRESS, headers=bearer("elx_nobodys") | {"Accept-Language": language})
    assert (wrong.status_code, wrong.get_json()["code"]) == (401, "credentials_wrong")
    assert 'error="invalid_token"' in wrong.headers["WWW-Authenticate"]


def test_a_scope_is_needed(client: FlaskClient, session: ExchangeSession) -> None:
    narrow = clients.program(session, scopes=("feed",))
    answer = client.get(ADDRESS, headers=narrow.headers)
    assert (answer.status_code, answer.get_json()["code"]) == (403, "scope_lacking")


def test_credentials_and_tokens_die(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    secret = clients.secret(session, program.client)
    token = client.post(TOKEN, data=GRANT, auth=(program.client.public_id, secret)).get_json()["access_token"]
    with clock.hold(clock.now() + TOKEN_LIVES):
        assert client.get(ADDRESS, headers=bearer(token)).status_code == 401
        forget_dead_tokens(session)
        assert session.scalars(select(ApiToken)).all() == []
    token = client.post(TOKEN, data=GRANT, auth=(program.client.public_id, secret)).get_json()["access_token"]
    credential = session.scalars(select(ApiCredential).where(ApiCredential.kind == CredentialKind.SECRET)).one()
    revoke_credential(session, SYSTEM, program.client, credential)
    session.commit()
    assert client.get(ADDRESS, headers=bearer(token)).status_code == 401, "the token dies with its secret"
    assert client.get(ADDRESS, headers=program.headers).status_code == 200, "the key lives on"
    revoke_client(session, SYSTEM, program.client)
    session.commit()
    assert client.get(ADDRESS, headers=program.headers).status_code == 401


def test_at_most_two_are_alive(session: ExchangeSession, program: Program) -> None:
    second, _ = issue_credential(session, SYSTEM, program.client, CredentialKind.KEY)
    with pytest.raises(Conflict, match="two_alive"):
        issue_credential(session, SYSTEM, program.client, CredentialKind.KEY)
    revoke_credential(session, SYSTEM, program.client, second)
    issue_credential(session, SYSTEM, program.client, CredentialKind.KEY)


def test_the_words_are_kept_nowhere_and_the_day_of_use_only(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    client.get(ADDRESS, headers=program.headers)
    session.expire_all()
    (kept,) = session.scalars(select(ApiCredential))
    assert kept.last_used_on == clock.today()
    whole = session.scalar(text("SELECT string_agg(c::text, '') || (SELECT string_agg(a::text, '') FROM audit_log a) FROM api_credentials c"))
    assert program.key not in str(whole)
    assert len(program.key) >= 40


def test_only_members_keep_programs(session: ExchangeSession, program: Program) -> None:
    for actor in (Actor(ActorKind.AGENCY, user_id=1, organisation_id=program.agency.id + 1), program.actor, Actor(ActorKind.ANALYST, user_id=1)):
        with pytest.raises(NotFound):
            issue_credential(session, actor, program.client, CredentialKind.KEY)


def test_the_limit_is_told_and_held(app: Flask, client: FlaskClient, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, LIMIT_SETTING, 3)
    with clock.hold(clock.now().replace(second=30)):
        answers = [client.get(ADDRESS, headers=program.headers) for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert [one.headers["RateLimit-Remaining"] for one in answers] == ["2", "1", "0", "0"]
    assert answers[3].headers["Retry-After"] == answers[3].headers["RateLimit-Reset"] == "30"
    with clock.hold(clock.now() + timedelta(minutes=2)):
        assert client.get(ADDRESS, headers=program.headers).status_code == 200


@pytest.mark.parametrize(("seconds", "revoked", "alive"), [(-1, None, True), (0, None, False), (1, None, False), (-1, -1, False)])
def test_the_edges_of_a_life(seconds: int, revoked: int | None, alive: bool) -> None:
    now = clock.now()
    ends = now - timedelta(seconds=seconds)
    assert is_alive(ends, None if revoked is None else now + timedelta(seconds=revoked), now) is alive
    assert LIVES > TOKEN_LIVES
