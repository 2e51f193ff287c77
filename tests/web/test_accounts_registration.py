"""Registering, confirming, resetting: one answer for everybody, the letter says the rest."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Consent, User
from labour_exchange.accounts.operations import issue_token
from labour_exchange.accounts.states import TokenPurpose
from labour_exchange.employers.models import Employer, EmployerMember
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.database import act_as
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications import channels, operations
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions import accounts as reactions
from labour_exchange.notifications.states import MessageKind
from tests.factories.accounts import PASSWORD, user

JOBSEEKER = {
    "iin": "900101300811", "family_name": "Ойдан", "given_name": "Шығарылған", "region_code": "KZ-75",
    "phone": "+7 701 000 00 00", "email": "new.person@example.kz", "password": "қызыл алма піседі", "consent": "y",
}  # fmt: skip
EMPLOYER = {
    "bin": "080140001233", "name": "Invented LLP", "region_code": "KZ-75", "display_name": "Invented Person",
    "email": "new.firm@example.kz", "password": "a long enough password", "consent": "y",
}  # fmt: skip
REACTIONS = {
    "confirmation_needed": reactions.ask_to_confirm,
    "registered_again": reactions.tell_registered_already,
    "reset_asked": reactions.send_reset_link,
}


@pytest.fixture
def letters(app: Flask, session: Session, tmp_path: Path) -> Iterator["Letters"]:
    before = list(channels._post)
    settings = app.config["SETTINGS"]
    channels.configure(settings)
    channels.use_post(channels.Post(tmp_path, "exchange@example.kz", "http://localhost", channels.post().site_name, "a key for tests"))
    yield Letters(session, tmp_path)
    channels._post[:] = before


class Letters:
    """Does what the worker does after the commit, and reads what came out."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.folder, self.seen = session, folder, 0

    def delivered(self) -> list[tuple[str, str]]:
        """Recipient and words of each new letter."""
        act_as(self.session, system_actor("test"))
        for event in self.session.scalars(select(RecordedEvent).where(RecordedEvent.id > self.seen).order_by(RecordedEvent.id)).all():
            self.seen = event.id
            if event.kind in REACTIONS:
                REACTIONS[event.kind](self.session, event.facts)
        for message in self.session.scalars(select(Message).where(Message.state == "waiting")).all():
            operations.send_message(self.session, message.id)
        self.session.commit()
        found = []
        for path in sorted(self.folder.glob("*.eml")):
            letter = message_from_bytes(path.read_bytes(), policy=policy.default)
            found.append((str(letter["To"]), letter.get_content()))
            path.unlink()
        return found


def link_in(words: str) -> str:
    return next(word for word in words.split() if word.startswith("http://localhost/")).removeprefix("http://localhost")


def count(session: Session, model: type) -> int:
    act_as(session, system_actor("test"))
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_jobseeker_registers_confirms_and_signs_in(client: FlaskClient, session: Session, letters: Letters) -> None:
    answer = client.post("/kk/register/jobseeker", data=JOBSEEKER)
    assert (answer.status_code, answer.location) == (303, "/kk/check-mail")
    ((to, words),) = letters.delivered()
    assert to == JOBSEEKER["email"]
    opened = session.scalars(select(User).where(User.email == to)).one()
    assert (opened.kind, opened.language) == (ActorKind.JOBSEEKER, "kk")
    person = session.scalars(select(Jobseeker)).one()
    assert (person.user_id, person.iin, person.region_code) == (opened.id, JOBSEEKER["iin"], "KZ-75")
    assert session.scalars(select(Consent.subject)).all() == ["personal_data"]

    link = link_in(words)
    assert client.get(link).status_code == 200
    assert opened.email_confirmed_at is None
    assert client.post(link).location == "/kk/sign-in"
    assert opened.email_confirmed_at is not None
    assert client.get(link).status_code == 410
    assert client.post("/kk/sign-in", data={"email": to, "password": JOBSEEKER["password"]}).status_code == 303
    assert client.get("/kk/account").status_code == 200


def test_an_employer_registers(client: FlaskClient, session: Session, letters: Letters) -> None:
    assert client.post("/ru/register/employer", data=EMPLOYER).location == "/ru/check-mail"
    assert [to for to, _words in letters.delivered()] == [EMPLOYER["email"]]
    firm = session.scalars(select(Employer)).one()
    member = session.scalars(select(EmployerMember)).one()
    assert (firm.bin, member.employer_id) == (EMPLOYER["bin"], firm.id)


def test_a_known_address_gets_the_same_page_and_only_a_letter_tells(client: FlaskClient, session: Session, letters: Letters) -> None:
    known = user(session, email=JOBSEEKER["email"])
    answer = client.post("/en/register/jobseeker", data=JOBSEEKER)
    fresh = client.post("/en/register/jobseeker", data=JOBSEEKER | {"email": "other@example.kz"})
    assert (answer.status_code, answer.location, answer.data) == (fresh.status_code, fresh.location, fresh.data)
    told = dict(letters.delivered())
    assert set(told) == {known.email, "other@example.kz"}
    assert "already" in told[known.email] or "again" in told[known.email]
    assert "/confirm/" not in told[known.email]
    assert (count(session, User), count(session, Jobseeker)) == (2, 1)


def test_a_known_iin_gets_the_same_page_and_only_a_letter_tells(client: FlaskClient, session: Session, letters: Letters) -> None:
    first = client.post("/en/register/jobseeker", data=JOBSEEKER)
    second = client.post("/en/register/jobseeker", data=JOBSEEKER | {"email": "other@example.kz"})
    assert (second.status_code, second.location, second.data) == (first.status_code, first.location, first.data)
    told = dict(letters.delivered())
    assert "another" in told["other@example.kz"] or "IIN" in told["other@example.kz"]
    assert session.scalars(select(Message.kind).where(Message.user_id.is_(None))).all() == [MessageKind.IIN_REGISTERED_ALREADY]
    assert (count(session, User), count(session, Jobseeker)) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "good", "wrong"),
    [
        ("jobseeker", JOBSEEKER, {"iin": "900101300812"}),
        ("jobseeker", JOBSEEKER, {"email": "no address"}),
        ("jobseeker", JOBSEEKER, {"password": "password123"}),
        ("jobseeker", JOBSEEKER, {"consent": ""}),
        ("jobseeker", JOBSEEKER, {"phone": "123"}),
        ("jobseeker", JOBSEEKER, {"region_code": "KZ-99"}),
        ("employer", EMPLOYER, {"bin": "080140001234"}),
    ],
)
def test_what_must_be_corrected_is_said_beside_its_field(
    client: FlaskClient, session: Session, letters: Letters, language: str, path: str, good: dict[str, str], wrong: dict[str, str]
) -> None:
    page = client.post(f"/{language}/register/{path}", data=good | wrong)
    assert page.status_code == 422
    assert 'id="errors"' in page.text
    (name,) = wrong
    assert f'id="{name}-error"' in page.text
    assert 'value="қызыл алма піседі"' not in page.text
    assert count(session, User) == 0
    assert letters.delivered() == []


def test_everything_to_correct_is_named_at_once(client: FlaskClient, session: Session) -> None:
    page = client.post("/en/register/jobseeker", data={"iin": "123", "email": "x", "password": "short"})
    for name in set(JOBSEEKER):
        assert f'id="{name}-error"' in page.text, name


def test_registering_is_limited_by_address(client: FlaskClient, session: Session, letters: Letters) -> None:
    for number in range(10):
        client.post("/en/register/jobseeker", data=JOBSEEKER | {"email": f"person{number}@example.kz"})
    assert client.post("/en/register/jobseeker", data=JOBSEEKER | {"email": "person10@example.kz"}).status_code == 429


def test_a_forgotten_password_is_asked_for_alike_and_set_by_the_link(client: FlaskClient, session: Session, letters: Letters) -> None:
    known = user(session)
    answers = [client.post("/en/password/forgotten", data={"email": email}) for email in (known.email, "nobody@example.kz")]
    assert (answers[0].status_code, answers[0].location, answers[0].data) == (answers[1].status_code, answers[1].location, answers[1].data)
    ((to, words),) = letters.delivered()
    assert to == known.email
    link = link_in(words)
    assert client.post(link, data={"new_password": "short"}).status_code == 422
    assert client.post(link, data={"new_password": "a much longer password"}).location == "/en/sign-in"
    assert client.post(link, data={"new_password": "a much longer password"}).status_code == 410
    assert client.post("/en/sign-in", data={"email": known.email, "password": PASSWORD}).status_code == 422
    assert client.post("/en/sign-in", data={"email": known.email, "password": "a much longer password"}).status_code == 303


def test_an_invited_colleague_sets_a_password(client: FlaskClient, session: Session) -> None:
    invited = user(session, ActorKind.ANALYST, password_hash="!", email_confirmed_at=None)
    secret = issue_token(session, invited.id, TokenPurpose.INVITE)
    assert client.get(f"/en/password/new/{secret}").status_code == 410
    assert client.get(f"/en/invitation/{secret}").status_code == 200
    assert client.post(f"/en/invitation/{secret}", data={"new_password": "a much longer password"}).status_code == 303
    answer = client.post("/en/sign-in", data={"email": invited.email, "password": "a much longer password"})
    assert answer.location == "/en/second-factor"
