"""The administrator's pages: staff invited, moved, blocked; jobs tried again; the log read for a reason."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, text

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.records.audit import AuditRow, record_act
from labour_exchange.offices.models import StaffMember
from tests.factories.accounts import user
from tests.factories.offices import office, staff
from tests.factories.signing_in import sign_in_as

PAGES = {
    "users": {"kk": "Қызметкерлер", "ru": "Сотрудники", "en": "Staff"},
    "users/new": {"kk": "Адам шақыру", "ru": "Пригласить сотрудника", "en": "Invite somebody"},
    "jobs": {"kk": "Тапсырмалар", "ru": "Задания", "en": "Jobs"},
    "audit": {"kk": "Аудит журналы", "ru": "Журнал аудита", "en": "Audit log"},
}
PARK = "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts) VALUES ('default', 'react', '{}', 'failed', 8) RETURNING id"


@pytest.fixture
def administrator(client: FlaskClient, session: ExchangeSession) -> FlaskClient:
    sign_in_as(client, session, user(session, ActorKind.ADMINISTRATOR))
    return client


def staff_account(session: ExchangeSession, email: str) -> User:
    return session.scalars(select(User).where(User.email == email)).one()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_the_administrator_reads_each_page_in_each_language(administrator: FlaskClient, page: str, language: str) -> None:
    answer = administrator.get(f"/{language}/headquarters/{page}")
    assert answer.status_code == 200
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", answer.get_data(as_text=True), re.DOTALL)
    assert heading
    assert PAGES[page][language] in heading[1]


@pytest.mark.parametrize("page", PAGES)
def test_the_analyst_has_none_of_them(client: FlaskClient, session: ExchangeSession, page: str) -> None:
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    assert client.get(f"/en/headquarters/{page}").status_code == 404


def test_an_officer_is_invited_to_an_office_once(administrator: FlaskClient, session: ExchangeSession) -> None:
    place = office(session, "KZ-71")
    sent = {"kind": "office", "office": place.public_id, "email": "new@office.example", "display_name": "Invented Officer"}
    sent["submission_id"] = "0f0e6d5c-1111-4222-8333-944445555666"
    for _ in range(2):
        assert administrator.post("/en/headquarters/users/new", data=sent).status_code == 303
    made = staff_account(session, "new@office.example")
    assert session.scalars(select(StaffMember).where(StaffMember.user_id == made.id)).one().office_id == place.id
    assert session.query(RecordedEvent).filter_by(kind="staff_invited").count() == 1


def test_an_officer_needs_an_office_and_the_page_says_so(administrator: FlaskClient, session: ExchangeSession) -> None:
    answer = administrator.post("/en/headquarters/users/new", data={"kind": "office", "email": "new@office.example"})
    assert answer.status_code == 422
    assert "Choose the office where the person works" in answer.get_data(as_text=True)
    assert "new@office.example" in answer.get_data(as_text=True)
    assert session.scalar(select(User.id).where(User.email == "new@office.example")) is None


def test_staff_is_found_by_name_or_address(administrator: FlaskClient, session: ExchangeSession) -> None:
    member = staff(session, office(session, "KZ-71"), display_name="Айнұр Үлгілі")
    staff(session, office(session, "KZ-75"), display_name="Somebody Else")
    found = administrator.get("/en/headquarters/users?q=үлгілі").get_data(as_text=True)
    assert member.user.email in found
    assert "Somebody Else" not in found


def test_staff_moves_to_another_office(administrator: FlaskClient, session: ExchangeSession) -> None:
    member, other = staff(session, office(session, "KZ-71")), office(session, "KZ-75")
    answer = administrator.post(f"/en/headquarters/users/{member.user.public_id}/move", data={"office": other.public_id})
    assert answer.status_code == 303
    session.refresh(member)
    assert member.office_id == other.id


def test_blocking_needs_a_reason_and_can_be_undone(administrator: FlaskClient, session: ExchangeSession) -> None:
    member = staff(session, office(session, "KZ-71"))
    address = f"/en/headquarters/users/{member.user.public_id}"
    assert administrator.post(f"{address}/block", data={"reason": ""}).status_code == 422
    assert member.user.state is UserState.ACTIVE
    assert administrator.post(f"{address}/block", data={"reason": "Left the service"}).status_code == 303
    session.refresh(member.user)
    assert member.user.state is UserState.BLOCKED
    assert "Left the service" in administrator.get(address).get_data(as_text=True)
    assert administrator.post(f"{address}/unblock", data={"reason": "Came back"}).status_code == 303
    session.refresh(member.user)
    assert member.user.state is UserState.ACTIVE


def test_who_is_no_staff_is_not_there(administrator: FlaskClient, session: ExchangeSession) -> None:
    person = user(session, ActorKind.JOBSEEKER)
    assert administrator.get(f"/en/headquarters/users/{person.public_id}").status_code == 404
    assert administrator.post(f"/en/headquarters/users/{person.public_id}/block", data={"reason": "x"}).status_code == 404


def test_a_parked_job_is_tried_again_once(administrator: FlaskClient, session: ExchangeSession) -> None:
    job_id = session.execute(text(PARK)).scalar_one()
    session.commit()
    assert "react" in administrator.get("/en/headquarters/jobs").get_data(as_text=True)
    assert administrator.post(f"/en/headquarters/jobs/{job_id}/again").status_code == 303
    assert session.execute(text("SELECT status FROM procrastinate_jobs WHERE id = :id"), {"id": job_id}).scalar_one() == "todo"
    assert administrator.post(f"/en/headquarters/jobs/{job_id}/again").status_code == 404


def test_the_log_is_read_for_a_reason_that_is_written_into_it(administrator: FlaskClient, session: ExchangeSession) -> None:
    record_act(session, system_actor("test"), "show identifiers", "jobseeker", 77, reason="asked by phone")
    session.commit()
    refused = administrator.post("/en/headquarters/audit", data={"reason": ""})
    assert refused.status_code == 422
    assert "asked by phone" not in refused.get_data(as_text=True)
    shown = administrator.post("/en/headquarters/audit", data={"reason": "a complaint", "act": "show identifiers"}).get_data(as_text=True)
    assert "asked by phone" in shown
    reading = session.scalars(select(AuditRow).where(AuditRow.act == "read audit log")).one()
    assert (reading.reason, reading.facts) == ("a complaint", {"of_act": "show identifiers"})
