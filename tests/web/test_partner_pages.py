"""Follow-up partners by the pages alone, on all three sides and in three languages: proposed, read, consented, followed up, confirmed, withdrawn."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.agencies.operations import suspend_licence
from labour_exchange.cases.models import Case, PlanStep
from labour_exchange.cases.operations.plans import add_step
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import Doer, StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.partners.models import FollowUpPartner, PartnerMeeting
from labour_exchange.partners.states import MeetingState, PartnerState
from tests.factories import agencies, offices
from tests.factories.cases import agreed_plan, case
from tests.factories.jobseekers import registered
from tests.factories.partners import active, proposed, provider
from tests.web.test_contract_pages import browsing, day
from tests.web.test_office_pages import LANGUAGES

SYSTEM = system_actor("test")


class Cast:
    """An officer with a case of a person, an agency, and a browser of each of the three."""

    def __init__(self, app: Flask, session: ExchangeSession) -> None:
        self.member = offices.staff(session, offices.office(session, "KZ-71"))
        self.acting = offices.officer(self.member)
        self.person = registered(session)
        self.case: Case = case(session, self.acting, person=self.person)
        self.plan = agreed_plan(session, self.acting, self.case)
        self.agency, self.agent_actor = agencies.in_force(session)
        self.office = browsing(app, session, self.member.user)
        self.reader = browsing(app, session, session.get_one(User, self.person.user_id))
        self.agent = browsing(app, session, session.get_one(User, self.agent_actor.user_id))
        session.commit()

    def proposal(self, session: ExchangeSession, **more: object) -> dict[str, object]:
        steps = [step.public_id for step in self.plan.steps[:1]]
        said = {"organisation": f"agency-{self.agency.public_id}", "purpose": "Finds work for a welder", "steps": steps}
        return said | day("until_on", 90) | more


@pytest.fixture
def cast(app: Flask, session: ExchangeSession) -> Cast:
    return Cast(app, session)


def only(session: ExchangeSession) -> FollowUpPartner:
    session.expire_all()
    return session.scalars(select(FollowUpPartner).order_by(FollowUpPartner.id.desc()).limit(1)).one()


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_proposal_to_the_withdrawal(session: ExchangeSession, cast: Cast, language: str) -> None:
    here = f"/{language}/office/cases/{cast.case.public_id}"
    assert cast.office.get(f"{here}/partners/new").status_code == 200
    assert cast.office.post(f"{here}/partners/new", data=cast.proposal(session)).status_code == 303
    made = only(session)
    mine, theirs, ours = f"/{language}/jobseeker/case", f"/{language}/agency/followed", f"/{language}/office/partners/{made.public_id}"
    assert cast.agent.get(f"{theirs}/{made.public_id}").status_code == 404
    for asking in (mine, f"/{language}/jobseeker/home"):
        assert cast.agency.name in cast.reader.get(asking).text
    page = cast.reader.get(f"{mine}/partners/{made.public_id}").text
    first, second = (step.what for step in cast.plan.steps)
    assert first in page
    assert second not in page
    assert cast.person.full_name in page
    for lacking in ({}, {"name": "given"}, {"consent": "y"}):
        assert cast.reader.post(f"{mine}/partners/{made.public_id}", data=lacking).status_code == 422
    assert cast.reader.post(f"{mine}/partners/{made.public_id}", data={"name": "given", "consent": "y"}).status_code == 303
    assert only(session).state is PartnerState.ACTIVE
    seen = cast.agent.get(f"{theirs}/{made.public_id}").text
    assert cast.person.given_name in seen
    assert first in seen
    for hidden in (cast.person.family_name, second, cast.case.next_step, cast.plan.goals, cast.case.public_id, cast.person.public_id):
        assert hidden not in seen
    assert cast.person.given_name in cast.agent.get(theirs).text
    said = {"channel": "phone", "outcome": "as_agreed", "remark": "Interview on Monday"}
    assert cast.agent.get(f"{theirs}/{made.public_id}/contacts/new").status_code == 200
    assert cast.agent.post(f"{theirs}/{made.public_id}/contacts/new", data=said | day("held_on", 1)).status_code == 422
    assert cast.agent.post(f"{theirs}/{made.public_id}/contacts/new", data=said | day("held_on", 0)).status_code == 303
    for log in (cast.office.get(here).text, cast.reader.get(mine).text):
        assert "Interview on Monday" in log
        assert cast.agency.name in log
    step = made.steps[0]
    assert cast.agent.post(f"{theirs}/{made.public_id}/steps/{step.public_id}/report").status_code == 303
    assert f"/office/partners/{made.public_id}" in cast.office.get(f"/{language}/office/cases").text
    assert cast.office.get(f"{ours}/steps/{step.public_id}/return").status_code == 200
    assert cast.office.post(f"{ours}/steps/{step.public_id}/return", data={"reason": ""}).status_code == 422
    assert cast.office.post(f"{ours}/steps/{step.public_id}/return", data={"reason": "No paper yet"}).status_code == 303
    assert "No paper yet" in cast.agent.get(f"{theirs}/{made.public_id}").text
    assert cast.agent.post(f"{theirs}/{made.public_id}/steps/{step.public_id}/report").status_code == 303
    assert cast.office.post(f"{ours}/steps/{step.public_id}/confirm").status_code == 303
    session.expire_all()
    assert session.get_one(PlanStep, step.step_id).state is StepState.DONE
    looked = cast.reader.get(f"{mine}/partners/{made.public_id}").text
    assert looked.count("<li>") > 2
    assert cast.reader.post(f"{mine}/partners/{made.public_id}/withdraw").status_code == 303
    assert cast.agent.get(f"{theirs}/{made.public_id}").status_code == 404
    assert cast.person.given_name not in cast.agent.get(theirs).text
    assert cast.agent.post(f"{theirs}/{made.public_id}/contacts/new", data=said | day("held_on", 0)).status_code == 404
    assert cast.office.get(ours).status_code == 200


def test_a_meeting_is_proposed_answered_and_cancelled(session: ExchangeSession, cast: Cast) -> None:
    made = active(session, cast.acting, cast.case, cast.agency)
    session.commit()
    theirs, mine = f"/en/agency/followed/{made.public_id}", "/en/jobseeker/case"
    sent = {"starts": "11:30", "minutes": "30", "place": "Room 2", "purpose": "The interview"}
    assert cast.agent.get(f"{theirs}/meetings/new").status_code == 200
    for wrong in (day("day", 91), day("day", 2) | {"starts": "25:00"}, day("day", -1)):
        assert cast.agent.post(f"{theirs}/meetings/new", data=sent | wrong).status_code == 422
    assert cast.agent.post(f"{theirs}/meetings/new", data=sent | day("day", 2)).status_code == 303
    met = session.scalars(select(PartnerMeeting)).one()
    assert "The interview" in cast.reader.get(f"{mine}/partners/{made.public_id}").text
    assert cast.reader.post(f"{mine}/partner-meetings/{met.public_id}/accept").status_code == 303
    assert cast.agent.post(f"/en/agency/followed/meetings/{met.public_id}/cancel").status_code == 303
    session.expire_all()
    assert met.state is MeetingState.CANCELLED
    assert cast.reader.post(f"{mine}/partner-meetings/{met.public_id}/decline").status_code == 409


def test_what_is_wrong_is_said_and_the_form_is_kept(session: ExchangeSession, cast: Cast) -> None:
    at = f"/en/office/cases/{cast.case.public_id}/partners/new"
    late = cast.office.post(at, data=cast.proposal(session) | day("until_on", 367))
    assert late.status_code == 422
    assert "twelve months at most" in late.text
    assert "Finds work for a welder" in late.text
    none = cast.office.post(at, data=cast.proposal(session, steps=[]))
    assert none.status_code == 422
    assert "at least one step" in none.text
    assert cast.office.post(at, data=cast.proposal(session, organisation="agency-nobody")).status_code == 422
    assert cast.office.post(at, data=cast.proposal(session)).status_code == 303
    twice = cast.office.post(at, data=cast.proposal(session))
    assert twice.status_code == 422
    assert "already proposed" in twice.text


def test_declined_or_ended_by_the_officer(session: ExchangeSession, cast: Cast) -> None:
    made = proposed(session, cast.acting, cast.case, cast.agency)
    session.commit()
    mine = f"/en/jobseeker/case/partners/{made.public_id}"
    assert cast.reader.post(f"{mine}/decline").status_code == 303
    assert only(session).state is PartnerState.DECLINED
    assert cast.reader.post(f"{mine}/withdraw").status_code == 409
    again = active(session, cast.acting, cast.case, cast.agency)
    session.commit()
    assert cast.office.post(f"/en/office/partners/{again.public_id}/end").status_code == 303
    assert cast.agent.get(f"/en/agency/followed/{again.public_id}").status_code == 404
    assert cast.office.post(f"/en/office/partners/{again.public_id}/end").status_code == 409


def test_a_suspended_agency_reads_why_and_nothing_else(session: ExchangeSession, cast: Cast) -> None:
    made = active(session, cast.acting, cast.case, cast.agency)
    suspend_licence(session, agencies.SYSTEM, agencies.licence(session, cast.agency), reason="Checked")
    session.commit()
    for path in ("/en/agency/followed", f"/en/agency/followed/{made.public_id}", f"/en/agency/followed/{made.public_id}/contacts/new"):
        stopped = cast.agent.get(path)
        assert "Checked" in stopped.text
        assert cast.person.given_name not in stopped.text
    assert "It sees nothing now." in cast.reader.get(f"/en/jobseeker/case/partners/{made.public_id}").text
    assert "It sees nothing now." in cast.office.get(f"/en/office/partners/{made.public_id}").text


def test_the_office_writes_for_a_provider(app: Flask, session: ExchangeSession, cast: Cast) -> None:
    made = active(session, cast.acting, cast.case, provider(session))
    of_agency = active(session, cast.acting, case(session, cast.acting), cast.agency)
    session.commit()
    at = f"/en/office/partners/{made.public_id}"
    sheet = cast.office.get(f"{at}/sheet").text
    assert made.shown_name in sheet
    assert "the office opened the sheet" in cast.reader.get(f"/en/jobseeker/case/partners/{made.public_id}").text
    said = {"channel": "phone", "outcome": "started", "remark": "In class"} | day("held_on", 0)
    assert cast.office.get(f"{at}/contacts/new").status_code == 200
    assert cast.office.post(f"{at}/contacts/new", data=said).status_code == 303
    assert "Written down by the office" in cast.office.get(f"/en/office/cases/{cast.case.public_id}").text
    assert cast.office.post(f"{at}/steps/{made.steps[0].public_id}/report").status_code == 303
    sent = {"starts": "11:30", "minutes": "30", "place": "Room 2", "purpose": "First lesson"} | day("day", 2)
    assert cast.office.get(f"{at}/meetings/new").status_code == 200
    assert cast.office.post(f"{at}/meetings/new", data=sent).status_code == 303
    met = session.scalars(select(PartnerMeeting)).one()
    assert cast.office.post(f"/en/office/partner-meetings/{met.public_id}/cancel").status_code == 303
    for path in ("sheet", "contacts/new", "meetings/new"):
        assert cast.office.get(f"/en/office/partners/{of_agency.public_id}/{path}").status_code == 404
    elsewhere = browsing(app, session, offices.staff(session, offices.office(session, "KZ-75")).user)
    session.commit()
    for path in ("", "/sheet", "/contacts/new", "/meetings/new"):
        assert elsewhere.get(f"{at}{path}").status_code == 404


def test_a_plan_without_open_steps_is_written_first(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    bare = case(session, cast.acting)
    session.commit()
    at = f"/en/office/cases/{bare.public_id}/partners/new"
    assert "Write one first" in cast.office.get(at).text


def test_a_changed_plan_is_pointed_out_to_the_officer(session: ExchangeSession, cast: Cast) -> None:
    made = active(session, cast.acting, cast.case, cast.agency)
    session.get_one(PlanStep, made.steps[0].step_id).what = "Learn to weld pipes"
    session.commit()
    assert "The plan has changed since." in cast.office.get(f"/en/office/partners/{made.public_id}").text
    assert "Learn to weld pipes" not in cast.agent.get(f"/en/agency/followed/{made.public_id}").text


def test_own_data_hold_the_partners(session: ExchangeSession, cast: Cast) -> None:
    plan = plan_of(session, SYSTEM, cast.case)
    assert plan is not None
    add_step(session, cast.acting, plan, StepFacts("One more", Doer.PERSON, clock.today() + timedelta(days=3)), revision=plan.revision)
    made = active(session, cast.acting, cast.case, cast.agency)
    session.commit()
    cast.agent.get(f"/en/agency/followed/{made.public_id}")
    held = cast.reader.get("/en/jobseeker/own-data/download").get_json()["follow_up_partners"]
    assert [one["name"] for one in held] == [cast.agency.name]
    assert len(held[0]["followed_steps"]) == 3
    assert [one["act"] for one in held[0]["looks"]] == ["read followed person"]
