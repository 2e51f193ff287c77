"""Applications, candidates and placements by a program: only under a mandate, only what was shared, through to a placement with evidence."""

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.agencies.models import Mandate
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.records.audit import AuditRow
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.states import Audience
from labour_exchange.placements.models import Invitation, JobApplication, Offer, Placement
from labour_exchange.placements.operations.invitations import accept_invitation
from labour_exchange.placements.operations.placements import accept_offer, confirm_placement
from labour_exchange.placements.states import Channel, EvidenceSource
from labour_exchange.vacancies.models import Vacancy
from tests.factories import clients, jobseekers, placements
from tests.factories.clients import Program, sent

VACANCY = "/api/v1/vacancies/ours/a-1"


@pytest.fixture
def program(client: FlaskClient, session: ExchangeSession) -> Program:
    """A program that has sent one vacancy."""
    made = clients.program(session)
    assert client.put(VACANCY, json=sent(made.employer, posts=3), headers=made.headers).status_code == 201
    return made


def pushed(session: ExchangeSession) -> Vacancy:
    return session.scalars(select(Vacancy)).one()


def applied(session: ExchangeSession, person: Jobseeker | None = None) -> str:
    public_id = placements.application(session, pushed(session), person or jobseekers.with_profile(session)).public_id
    session.commit()
    return public_id


def ask(client: FlaskClient, program: Program, address: str, body: dict[str, Any] | None = None, status: int = 0, **headers: str) -> Any:
    method = "GET" if body is None else "POST"
    answer = client.open(f"/api/v1{address}", method=method, json=body, headers=program.headers | headers)
    assert answer.status_code == (status or (200 if body is None else 201)), answer.get_data(as_text=True)
    return answer.get_json()


def terms() -> dict[str, Any]:
    today = clock.today().isoformat()
    return {"starts_on": today, "answer_by_on": today, "pay": 320_000}


def test_from_application_to_a_placement_with_evidence(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    person = jobseekers.with_profile(session)
    public_id = applied(session, person)
    (told,) = ask(client, program, "/applications")["items"]
    assert (told["id"], told["state"], told["vacancy"]["external_id"]) == (public_id, "sent", "a-1")
    assert told["person"] == {"family_name": person.family_name, "given_name": person.given_name, "phone": person.phone}
    assert "iin" not in str(told)
    assert person.iin not in str(told)
    ask(client, program, f"/applications/{public_id}/answers", {"answer": "seen"})
    answered = ask(client, program, f"/applications/{public_id}/answers", {"answer": "interview", "note": "Monday at ten, at the gate."})
    assert (answered["state"], answered["answer_note"]) == ("interview", "Monday at ten, at the gate.")
    offered = ask(client, program, f"/applications/{public_id}/offers", terms())
    offer = session.scalars(select(Offer).where(Offer.public_id == offered["id"])).one()
    placed = accept_offer(session, jobseekers.actor_of(person), offer)
    confirm_placement(session, jobseekers.actor_of(person), placed)
    session.commit()
    told = ask(client, program, f"/placements/{placed.public_id}")
    assert [one["kind"] for one in told["evidence"]] == ["declared", "confirmed"]
    body = {"kind": "ended", "ended_on": clock.today().isoformat(), "reason": "own_wish"}
    ended = ask(client, program, f"/placements/{placed.public_id}/evidence", body)
    assert (ended["state"], ended["evidence"][-1]["source"]) == ("ended", "agency")
    statistics = ask(client, program, "/vacancies/ours/a-1/statistics")
    assert (statistics["applications"], statistics["answered"]) == (1, 1)
    assert statistics["median_answer_hours"] is not None
    read = session.scalars(select(AuditRow.act).where(AuditRow.act == "read applications")).all()
    assert len(read) == 1, "reading what is protected is written down"


def test_an_agency_reports_who_started(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    public_id = applied(session)
    today = clock.today().isoformat()
    told = ask(client, program, "/placements", {"application": public_id, "started_on": today})
    assert (told["declared_by"], told["evidence"][0]["source"]) == ("agency", "agency")
    placed = session.scalars(select(Placement)).one()
    assert (placed.channel, placed.agency_id, placed.declared_by) == (Channel.AGENCY, program.agency.id, EvidenceSource.AGENCY)
    again = ask(client, program, "/placements", {"application": public_id, "started_on": today}, 409)
    assert again["code"] == "placement_known"
    assert ask(client, program, "/placements", {"started_on": today}, 422)["errors"][0]["code"] == "one_origin"
    assert ask(client, program, f"/placements/{told['id']}/evidence", {"kind": "ended"}, 422)["code"] == "invalid_input"
    assert ask(client, program, f"/placements/{told['id']}/evidence", {"kind": "confirmed"}, 404), "one's own word confirms nothing"


def test_a_decline_needs_a_reason(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    address = f"/applications/{applied(session)}/answers"
    refused = ask(client, program, address, {"answer": "decline"}, 422)
    assert [(one["pointer"], one["code"]) for one in refused["errors"]] == [("/json/note", "note_missing")]
    assert ask(client, program, address, {"answer": "decline", "note": "The post is filled by an insider."})["state"] == "declined"
    assert ask(client, program, address, {"answer": "decline", "note": "Again."}, 409)


def test_a_candidate_is_invited_and_known_when_they_accept(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    person = jobseekers.with_profile(session, audience=Audience.EMPLOYERS)
    session.commit()
    vacancy = pushed(session).public_id
    assert ask(client, program, f"/candidates?vacancy={vacancy}")["total"] >= 0
    assert person.profile is not None
    wanted = {"vacancy": vacancy, "candidate": person.profile.public_id, "note": "Come and see the workshop."}
    invited = ask(client, program, "/invitations", wanted)
    assert invited["person"] is None
    assert person.family_name not in str(ask(client, program, "/invitations"))
    assert session.scalars(select(JobApplication)).all() == []
    invitation = session.scalars(select(Invitation)).one()
    accept_invitation(session, jobseekers.actor_of(person), invitation)
    session.commit()
    session.expire_all()
    (told,) = ask(client, program, "/invitations")["items"]
    assert told["person"]["family_name"] == person.family_name
    assert ask(client, program, f"/invitations/{told['id']}/offers", terms())["state"] == "made"
    (offer,) = ask(client, program, "/offers")["items"]
    taken = ask(client, program, f"/offers/{offer['id']}/withdrawal", {"note": "The employer closed the line."})
    assert taken["state"] == "withdrawn"


ADDRESSES = ["/applications", "/offers", "/invitations", "/referrals"]


@pytest.mark.parametrize("scopes", [(), ("post",), ("post", "report", "refer")])
def test_without_a_mandate_to_answer_nobody_is_seen(client: FlaskClient, session: ExchangeSession, program: Program, scopes: tuple[str, ...]) -> None:
    public_id = applied(session)
    held = session.scalars(select(Mandate)).one()
    held.scopes = list(scopes)
    session.commit()
    for address in ADDRESSES:
        assert ask(client, program, address)["total"] == 0
    assert ask(client, program, f"/applications/{public_id}", status=404)
    assert ask(client, program, f"/applications/{public_id}/answers", {"answer": "decline", "note": "No"}, 404)
    assert ask(client, program, f"/applications/{public_id}/offers", terms(), 404)


@pytest.mark.parametrize("days", [-1, 0])
def test_a_mandate_ends_with_its_last_day(client: FlaskClient, session: ExchangeSession, program: Program, days: int) -> None:
    applied(session)
    session.scalars(select(Mandate)).one().until_on = clock.today() + timedelta(days=days)
    session.commit()
    assert ask(client, program, "/applications")["total"] == days + 1


def test_another_agency_sees_nothing(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    public_id = applied(session)
    other = clients.program(session)
    clients.mandate(session, other.agency, program.employer)
    session.commit()
    assert ask(client, other, "/applications")["total"] == 0, "a mandate of the same employer opens only what the agency brought itself"
    assert ask(client, other, f"/applications/{public_id}", status=404)
    today = clock.today().isoformat()
    assert ask(client, other, "/placements", {"application": public_id, "started_on": today}, 404)
