"""Pages of talks and appointments: proposed by the officer, answered by the person, settled from the queue; nobody of another region."""

from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.cases.models import Appointment, Case
from labour_exchange.cases.queries.meetings import appointments_of, contacts_of
from labour_exchange.cases.states import AppointmentState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.web.forms.times import moment_of
from tests.factories import offices
from tests.factories.cases import appointment, case
from tests.factories.jobseekers import registered
from tests.web.test_case_pages import working
from tests.web.test_contract_pages import browsing, day
from tests.web.test_office_pages import LANGUAGES

SYSTEM = system_actor("test")


def meeting(made: Case, time: str = "11:30", days: int = 3, **more: object) -> dict[str, object]:
    return {"officer": made.lead.public_id, "starts": time, "minutes": "30", "place": "Room 4", "purpose": "The plan"} | day("day", days) | more


def latest(session: ExchangeSession, made: Case) -> Appointment:
    session.expire_all()
    return appointments_of(session, SYSTEM, made)[0]


@pytest.mark.parametrize(("written", "read"), [("9:05", "09:05"), ("14.30", "14:30"), ("24:00", None), ("9", None), ("9:60", None)])
def test_the_time_is_that_of_the_country(written: str, read: str | None) -> None:
    found = moment_of(date(2026, 11, 28), written)
    assert (found and f"{found:%H:%M}") == read
    assert found is None or found.tzinfo is clock.COUNTRY_ZONE


def test_a_talk_is_written_down(client: FlaskClient, session: ExchangeSession) -> None:
    made = case(session, working(client, session))
    session.commit()
    here = f"/en/office/cases/{made.public_id}"
    sent = {"channel": "phone", "purpose": "The course", "result": "Goes on Monday", "next_step": ""}
    assert client.post(f"{here}/contacts/new", data=sent | day("held_on", 1)).status_code == 422
    assert client.post(f"{here}/contacts/new", data=sent | day("held_on", 0)).status_code == 303
    assert "Goes on Monday" in client.get(here).text
    assert [one.purpose for one in contacts_of(session, SYSTEM, made)] == ["The course"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_is_proposed_answered_and_moved(app: Flask, session: ExchangeSession, language: str) -> None:
    member = offices.staff(session, offices.office(session, "KZ-71"))
    person = registered(session)
    made = case(session, offices.officer(member), person=person)
    officer = browsing(app, session, member.user)
    reader = browsing(app, session, session.get_one(type(member.user), person.user_id))
    session.commit()
    here, mine = f"/{language}/office/cases/{made.public_id}", f"/{language}/jobseeker/case"
    assert officer.get(f"{here}/appointments/new").status_code == 200
    assert officer.post(f"{here}/appointments/new", data=meeting(made, "25:00")).status_code == 422
    assert officer.post(f"{here}/appointments/new", data=meeting(made)).status_code == 303
    taken = officer.post(f"{here}/appointments/new", data=meeting(made, "11:45"))
    assert taken.status_code == 422
    first = latest(session, made)
    assert f"/case/appointments/{first.public_id}/accept" in reader.get(mine).text
    assert reader.post(f"{mine}/appointments/{first.public_id}/accept").status_code == 303
    assert reader.get(f"{mine}/appointments/{first.public_id}/move").status_code == 200
    assert reader.post(f"{mine}/appointments/{first.public_id}/move", data={"wish": ""}).status_code == 422
    assert reader.post(f"{mine}/appointments/{first.public_id}/move", data={"wish": "After six"}).status_code == 303
    assert "After six" in officer.get(f"/{language}/office/appointments/{first.public_id}/move").text
    assert made.jobseeker.full_name in officer.get(f"/{language}/office/cases").text
    assert officer.post(f"/{language}/office/appointments/{first.public_id}/move", data=meeting(made, "11:45")).status_code == 303
    assert latest(session, made).state is AppointmentState.PROPOSED
    assert reader.post(f"{mine}/appointments/{first.public_id}/accept").status_code == 409


def test_it_is_settled_when_its_time_has_come(client: FlaskClient, session: ExchangeSession) -> None:
    worker = working(client, session)
    made = case(session, worker)
    first = appointment(session, worker, made)
    session.commit()
    at = f"/en/office/appointments/{first.public_id}"
    assert client.post(f"{at}/keep").status_code == 409
    first.starts_at = clock.now() - timedelta(minutes=5)
    session.commit()
    assert client.post(f"{at}/miss", data={"reason": ""}).status_code == 422
    assert client.post(f"{at}/miss", data={"reason": "Ill"}).status_code == 303
    assert latest(session, made).reason == "Ill"


def test_who_came_is_noted_in_the_queue(client: FlaskClient, session: ExchangeSession) -> None:
    worker = working(client, session)
    first = appointment(session, worker, case(session, worker))
    keep = f"/en/office/appointments/{first.public_id}/keep"
    session.commit()
    assert keep not in client.get("/en/office/queue").text
    first.starts_at = clock.now() - timedelta(minutes=5)
    session.commit()
    for queue in ("queue", "cases"):
        assert keep in client.get(f"/en/office/{queue}").text
    assert client.post(keep, data={"back": "queue"}).headers["Location"].endswith("/en/office/queue")
    assert keep not in client.get("/en/office/queue").text


def test_a_talk_does_not_write_over_a_next_step_that_was_not_read(client: FlaskClient, session: ExchangeSession) -> None:
    made = case(session, working(client, session))
    read = made.version
    made.next_step = "A colleague's step"
    session.commit()
    here = f"/en/office/cases/{made.public_id}/contacts/new"
    sent = {"channel": "phone", "purpose": "Course", "result": "Agreed", "next_step": "Enrol", "version": str(read)}
    sent |= day("held_on", 0) | day("due_on", 7)
    refused = client.post(here, data=sent)
    assert refused.status_code == 422
    assert "A colleague&#39;s step" in refused.text
    assert ">Enrol</textarea>" in refused.text.replace("\r\n", "")
    assert contacts_of(session, SYSTEM, made) == []
    assert client.post(here, data=sent | {"version": str(made.version)}).status_code == 303
    session.expire_all()
    assert (made.next_step, made.due_on) == ("Enrol", clock.today() + timedelta(days=7))


def test_an_appointment_knows_its_purpose_and_its_place(client: FlaskClient, session: ExchangeSession) -> None:
    worker = working(client, session)
    made = case(session, worker, step="Bring the\r\ndiploma")
    appointment(session, worker, made)
    session.commit()
    text = client.get(f"/en/office/cases/{made.public_id}/appointments/new").text
    assert 'value="Bring the diploma"' in text
    assert 'value="Room 4"' in text


def test_another_region_and_another_person_find_nothing(app: Flask, session: ExchangeSession) -> None:
    member = offices.staff(session, offices.office(session, "KZ-71"))
    made = appointment(session, offices.officer(member), case(session, offices.officer(member)))
    elsewhere = browsing(app, session, offices.staff(session, offices.office(session, "KZ-75")).user)
    stranger = browsing(app, session, session.get_one(type(member.user), registered(session).user_id))
    session.commit()
    for path in ("move", "miss"):
        assert elsewhere.get(f"/en/office/appointments/{made.public_id}/{path}").status_code == 404
    assert elsewhere.post(f"/en/office/appointments/{made.public_id}/cancel").status_code == 404
    assert stranger.post(f"/en/jobseeker/case/appointments/{made.public_id}/accept").status_code == 404
    assert stranger.get(f"/en/jobseeker/case/appointments/{made.public_id}/move").status_code == 404
