"""One's own account in a browser: password, language, sessions, messages, letters stopped without signing in."""

from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from labour_exchange.accounts.operations import give_consent
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.database import act_as
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.notifications import operations, queries
from labour_exchange.notifications.letters import unsubscribe_token
from labour_exchange.notifications.states import MessageKind, Topic
from tests.factories.accounts import PASSWORD, actor_of, user
from tests.factories.signing_in import COOKIE, sign_in_as


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/account", "/account/password", "/account/close", "/account/messages"])
def test_own_pages_stand_in_three_languages(client: FlaskClient, session: Session, language: str, path: str) -> None:
    sign_in_as(client, session, user(session, ActorKind.EMPLOYER))
    page = client.get(f"/{language}{path}")
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert "noindex" in page.text


@pytest.mark.parametrize("kind", sorted(set(ActorKind) - {ActorKind.VISITOR, ActorKind.SYSTEM}))
def test_everybody_keeps_an_account_and_staff_cannot_close_theirs(client: FlaskClient, session: Session, kind: ActorKind) -> None:
    sign_in_as(client, session, user(session, kind))
    assert client.get("/en/account").status_code == 200
    is_staff = kind in {ActorKind.OFFICE, ActorKind.APPROVER, ActorKind.ANALYST, ActorKind.ADMINISTRATOR}
    status = 303 if kind is ActorKind.JOBSEEKER else 404 if is_staff else 200
    assert client.get("/en/account/close").status_code == status


def test_closing_needs_the_password_and_takes_consents_back(client: FlaskClient, session: Session) -> None:
    known = user(session, ActorKind.EMPLOYER)
    consent = give_consent(session, actor_of(known), known, subject="terms")
    sign_in_as(client, session, known)
    assert client.post("/en/account/close", data={"present_password": "wrong"}).status_code == 422
    assert client.get("/en/account").status_code == 200
    assert client.post("/en/account/close", data={"present_password": PASSWORD}).status_code == 303
    assert client.get("/en/account").status_code == 302
    session.refresh(consent)
    assert consent.withdrawn_at is not None
    assert known.state is UserState.CLOSED


def test_changing_the_password_keeps_this_browser_and_ends_the_others(app: Flask, client: FlaskClient, session: Session) -> None:
    known, other = user(session), app.test_client()
    mine = sign_in_as(client, session, known)
    sign_in_as(other, session, known)
    wrong = client.post("/en/account/password", data={"present_password": "wrong", "new_password": "a much longer password"})
    assert wrong.status_code == 422
    assert 'id="present_password-error"' in wrong.text
    answer = client.post("/en/account/password", data={"present_password": PASSWORD, "new_password": "a much longer password"})
    assert answer.status_code == 303
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None
    assert cookie.value != mine
    assert client.get("/en/account").status_code == 200
    assert other.get("/en/account").status_code == 302


def test_signing_out_everywhere(app: Flask, client: FlaskClient, session: Session) -> None:
    known, other = user(session), app.test_client()
    for browser in (client, other):
        sign_in_as(browser, session, known)
    assert client.get("/en/account").text.count('data-label="Last used"') == 2
    assert client.post("/en/account/sign-out-everywhere").status_code == 303
    assert [browser.get("/en/account").status_code for browser in (client, other)] == [302, 302]


def test_the_language_of_letters(client: FlaskClient, session: Session) -> None:
    known = user(session, language="en")
    sign_in_as(client, session, known)
    assert client.post("/en/account", data={"language": "kk"}).location == "/kk/account"
    assert known.language == "kk"
    assert client.post("/en/account", data={"language": "xx"}).status_code == 422


def test_messages_are_read_by_their_owner_only(app: Flask, client: FlaskClient, session: Session) -> None:
    reader, stranger = user(session), app.test_client()
    message = operations.compose_message(session, MessageKind.APPLICATION_RECEIVED, reader.id, vacancy="Baker", path="/account")
    assert message is not None
    sign_in_as(client, session, reader)
    sign_in_as(stranger, session, user(session))
    assert "New application: Baker" in client.get("/en/account/messages").text
    assert "1 unread message" in client.get("/en/account").text
    assert "/en/account" in client.get(f"/en/account/messages/{message.public_id}").text
    assert "You have read everything." in client.get("/en/account").text
    answer = stranger.get(f"/en/account/messages/{message.public_id}")
    assert answer.status_code == 404
    assert "Baker" not in answer.text
    assert app.test_client().get(f"/en/account/messages/{message.public_id}").status_code == 302


def test_choosing_letters(client: FlaskClient, session: Session) -> None:
    reader = user(session)
    sign_in_as(client, session, reader)
    assert client.post("/en/account/messages", data={"topics": ["work"]}).status_code == 303
    assert queries.wanted_topics(session, reader.id) == [Topic.WORK]


def test_letters_are_stopped_in_one_click_without_signing_in(
    app: Flask, client: FlaskClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    reader = user(session)
    address = f"/en/unsubscribe/{unsubscribe_token(reader.public_id, Topic.WORK)}"
    assert client.get(address).status_code == 200
    assert queries.is_wanted(session, reader.id, Topic.WORK)
    assert client.post(address, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    act_as(session, system_actor("test"))
    session.expire_all()
    assert not queries.is_wanted(session, reader.id, Topic.WORK)
    assert client.post(address + "x", data={"List-Unsubscribe": "One-Click"}).status_code == 422


def test_the_paths_of_letters_lead_to_pages(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")
    for path in ("/confirm/x", "/password/new/x", "/invitation/x", "/unsubscribe/x", "/sign-in"):
        endpoint, _values = adapter.match(urlsplit(f"/ru{path}").path)
        assert endpoint.startswith("accounts.")


@pytest.mark.parametrize(
    ("kind", "mine", "others"), [("jobseeker", "saved searches", "my vacancies"), ("employer", "my vacancies", "saved searches")]
)
def test_each_kind_chooses_among_the_topics_that_concern_it(client: FlaskClient, session: Session, kind: str, mine: str, others: str) -> None:
    sign_in_as(client, session, user(session, ActorKind(kind)))
    page = client.get("/en/account/messages").get_data(as_text=True)
    assert mine in page
    assert others not in page
