"""Signing in and out in a browser: rotation, replay, one answer for all, the way back, what a visitor may open."""

from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import SecondFactor, SignedInSession
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.texts import LANGUAGES
from tests.factories.accounts import PASSWORD, blocked_user, unconfirmed_user, user
from tests.factories.signing_in import COOKIE, sign_in_as

OUTSIDE = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/%0d%0aSet-Cookie:a=b\r\n",
    "",
]


def enter(client: FlaskClient, email: str, password: str = PASSWORD, query: str = "") -> object:
    return client.post(f"/en/sign-in{query}", data={"email": email, "password": password, "submission_id": "00000000-0000-4000-8000-000000000000"})


def cookie(client: FlaskClient) -> str:
    found = client.get_cookie(COOKIE)
    return found.value if found else ""


def test_signing_in_gives_a_safe_cookie_and_opens_the_account(client: FlaskClient, session: Session) -> None:
    known = user(session)
    answer = enter(client, known.email)
    assert answer.status_code == 303
    header = next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith(f"{COOKIE}="))
    assert "HttpOnly" in header
    assert "SameSite=Lax" in header
    assert "Path=/" in header
    assert "Domain" not in header
    page = client.get("/en/account")
    assert page.status_code == 200
    assert known.email in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_the_cookie_of_production_is_bound_to_host_and_https(
    app: Flask, client: FlaskClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    production = type("Settings", (), {"is_production": True, "environment": "production", "smtp_url": "smtp://x"})()
    monkeypatch.setitem(app.config, "SETTINGS", production)
    answer = enter(client, user(session).email)
    header = next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith("__Host-session="))
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(header.split("; "))


def test_a_planted_session_is_not_taken_over(client: FlaskClient, session: Session) -> None:
    attacker, victim = user(session), user(session)
    planted = sign_in_as(client, session, attacker)
    enter(client, victim.email)
    assert cookie(client) != planted
    client.set_cookie(COOKIE, planted)
    assert client.get("/en/account").status_code == 302


def test_a_copied_cookie_is_dead_after_signing_out(client: FlaskClient, session: Session) -> None:
    known = user(session)
    enter(client, known.email)
    copied = cookie(client)
    assert client.post("/en/sign-out").status_code == 303
    assert cookie(client) == ""
    client.set_cookie(COOKIE, copied)
    answer = client.get("/en/account")
    assert answer.status_code == 302
    assert answer.location == "/en/sign-in?next=/en/account"


def test_known_and_unknown_addresses_get_the_same_page(client: FlaskClient, session: Session) -> None:
    known = user(session)
    pages = [enter(client, email, "wrong password") for email in (known.email, "nobody@example.kz")]
    assert [page.status_code for page in pages] == [422, 422]
    bodies = [page.text.replace(known.email, "X").replace("nobody@example.kz", "X") for page in pages]
    nonces = [page.headers["Content-Security-Policy"].split("nonce-")[1].split("'")[0] for page in pages]
    assert bodies[0].replace(nonces[0], "N") == bodies[1].replace(nonces[1], "N")
    assert "The email address or the password is not right." in bodies[0]


def test_blocked_and_unconfirmed_people_are_told_after_the_right_password(client: FlaskClient, session: Session) -> None:
    assert "blocked" in enter(client, blocked_user(session).email).text
    assert "confirm your email address first" in enter(client, unconfirmed_user(session).email).text
    assert cookie(client) == ""


def test_the_eleventh_try_is_told_when_to_come_back(client: FlaskClient, session: Session) -> None:
    known = user(session)
    assert [enter(client, known.email, "wrong").status_code for _number in range(10)] == [422] * 10
    answer = enter(client, known.email)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15
    with clock.hold(clock.now() + timedelta(seconds=16)):
        assert enter(client, known.email).status_code == 303


def test_who_asked_for_a_page_gets_there_after_signing_in(client: FlaskClient, session: Session) -> None:
    asked = client.get("/en/account/messages?cursor=x")
    assert asked.location == "/en/sign-in?next=/en/account/messages?cursor%3Dx"
    answer = client.post(asked.location, data={"email": user(session).email, "password": PASSWORD})
    assert answer.location == "/en/account/messages?cursor=x"


@pytest.mark.parametrize("target", OUTSIDE)
def test_nobody_is_led_elsewhere(client: FlaskClient, session: Session, target: str) -> None:
    answer = client.post("/en/sign-in", query_string={"next": target}, data={"email": user(session).email, "password": PASSWORD})
    assert answer.status_code == 303
    assert answer.location.startswith("/en/")
    assert "evil" not in answer.location


def test_forms_need_the_token_also_for_signing_in_and_out(app: Flask, client: FlaskClient, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    known = user(session)
    assert enter(client, known.email).status_code == 400
    sign_in_as(client, session, known)
    for path in (
        "/en/sign-out",
        "/en/account/sign-out-everywhere",
        "/en/account",
        "/en/account/password",
        "/en/account/close",
        "/en/register/employer",
    ):
        assert client.post(path).status_code == 400, path
    assert client.get("/en/account").status_code == 200


def totp(session: Session, account_id: int) -> str:
    return pyotp.TOTP(session.get_one(SecondFactor, account_id).totp_secret).at(clock.now())


def test_staff_set_up_the_app_first_and_give_a_code_later(client: FlaskClient, session: Session) -> None:
    officer = user(session, ActorKind.ADMINISTRATOR)
    answer = enter(client, officer.email, query="?next=/en/account")
    assert answer.location == "/en/second-factor?next=/en/account"
    before = cookie(client)
    assert client.get("/en/account").location == "/en/second-factor?next=/en/account"
    assert client.get(answer.location).location == "/en/second-factor/new?next=/en/account"
    page = client.get("/en/second-factor/new?next=/en/account")
    assert "<svg" in page.text
    assert "style=" not in page.text.split("<main")[1]
    assert client.post("/en/second-factor/new", data={"code": "000000"}).status_code == 422
    code = totp(session, officer.id)
    shown = client.post("/en/second-factor/new?next=/en/account", data={"code": code})
    assert shown.status_code == 200
    assert shown.text.count("<li><code>") == 10
    assert cookie(client) != before
    assert client.get("/en/account").status_code == 200

    client.post("/en/sign-out")
    enter(client, officer.email)
    assert client.get("/en/second-factor/new").location == "/en/second-factor"
    assert client.post("/en/second-factor", data={"code": code}).status_code == 422
    with clock.hold(clock.now() + timedelta(seconds=60)):
        assert client.post("/en/second-factor", data={"code": totp(session, officer.id)}).status_code == 303
        assert client.get("/en/account").status_code == 200


def test_a_session_without_its_second_factor_opens_nothing_of_staff(client: FlaskClient, session: Session) -> None:
    officer = user(session, ActorKind.OFFICE)
    sign_in_as(client, session, officer, has_second_factor=False)
    for path in ("/en/account", "/en/account/messages", "/en/account/password"):
        assert client.get(path).location.startswith("/en/second-factor")
    assert client.post("/en/account/sign-out-everywhere").location.startswith("/en/second-factor")


@pytest.mark.parametrize(("environment", "is_demo", "status"), [("development", True, 200), ("development", False, 302), ("test", True, 302)])
def test_only_demonstration_staff_of_a_development_installation_are_excused(
    app: Flask, client: FlaskClient, session: Session, monkeypatch: pytest.MonkeyPatch, environment: str, is_demo: bool, status: int
) -> None:
    monkeypatch.setitem(app.config, "SETTINGS", type("Settings", (), {"is_production": False, "environment": environment, "smtp_url": ""})())
    sign_in_as(client, session, user(session, ActorKind.ANALYST, is_demo=is_demo), has_second_factor=False)
    assert client.get("/en/account").status_code == status


def test_using_the_exchange_keeps_a_session_alive_and_silence_ends_it(client: FlaskClient, session: Session) -> None:
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    start = clock.now()
    for minutes in (20, 40, 60):
        with clock.hold(start + timedelta(minutes=minutes)):
            assert client.get("/en/account").status_code == 200
    with clock.hold(start + timedelta(minutes=91)):
        assert client.get("/en/account").status_code == 302
    assert session.scalars(select(SignedInSession)).one().seen_at == start + timedelta(minutes=60)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/sign-in", "/register", "/register/jobseeker", "/register/employer", "/check-mail", "/password/forgotten"])
def test_pages_stand_in_three_languages(client: FlaskClient, language: str, path: str) -> None:
    page = client.get(f"/{language}{path}")
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert page.text.count("<h1") == 1
