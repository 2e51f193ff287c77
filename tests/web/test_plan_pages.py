"""Pages of the individual plan: written by the officer, two officers at once, read and agreed by the person; nobody of another region."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from labour_exchange.cases.models import Plan
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.states import StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import offices
from tests.factories.cases import agreed_plan, case
from tests.factories.jobseekers import registered
from tests.factories.signing_in import sign_in_as
from tests.web.test_case_pages import working
from tests.web.test_office_pages import LANGUAGES


def step(what: str, version: int, **more: object) -> dict[str, object]:
    day = clock.today() + timedelta(days=10)
    return {"what": what, "doer": "person", "due_on-day": day.day, "due_on-month": day.month, "due_on-year": day.year, "version": version} | more


def again(session: ExchangeSession, plan: Plan) -> Plan:
    session.expire_all()
    return session.get_one(Plan, plan.id)


def test_a_plan_is_written_and_its_steps_followed(client: FlaskClient, session: ExchangeSession) -> None:
    made = case(session, working(client, session))
    session.commit()
    here = f"/en/office/cases/{made.public_id}"
    assert f"{here}/plan/edit" in client.get(here).text
    assert client.get(f"{here}/plan").status_code == 404
    assert client.post(f"{here}/plan/edit", data={"goals": "", "version": 0}).status_code == 422
    assert client.post(f"{here}/plan/edit", data={"goals": "Work as a welder", "version": 0}).status_code == 303
    assert client.post(f"{here}/plan/steps/new", data=step("", 1)).status_code == 422
    assert client.post(f"{here}/plan/steps/new", data=step("Learn to weld", 1)).status_code == 303
    plan = plan_of(session, system_actor("test"), made)
    assert plan is not None
    at = f"{here}/plan/steps/{plan.steps[0].public_id}"
    assert client.get(f"{at}/edit").status_code == 200
    assert client.post(f"{at}/edit", data=step("Learn to weld well", 2)).status_code == 303
    assert client.post(f"{at}/drop", data={"reason": ""}).status_code == 422
    assert client.post(f"{at}/drop", data={"reason": "No course nearby"}).status_code == 303
    assert "No course nearby" in client.get(f"{here}/plan").text
    assert client.get(f"{at}/edit").status_code == 409
    assert client.post(f"{at}/reopen").status_code == 303
    assert client.post(f"{at}/finish").status_code == 303
    assert [one.state for one in again(session, plan).steps] == [StepState.DONE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_officers_at_once_lose_nothing(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    worker = working(client, session)
    made = case(session, worker)
    plan = agreed_plan(session, worker, made)
    session.commit()
    here = f"/{language}/office/cases/{made.public_id}/plan"
    at = f"{here}/steps/{plan.steps[0].public_id}/edit"
    for address, sent, mine in ((f"{here}/edit", {"goals": "Mine", "version": 3}, "Mine"), (at, step("My step", 4), "My step")):
        assert client.post(f"{here}/edit", data={"goals": "A colleague's", "version": plan.revision}).status_code == 303
        refused = client.post(address, data=sent)
        plan = again(session, plan)
        assert refused.status_code == 409
        assert mine in refused.text
        assert f'name="version" type="hidden" value="{plan.revision}"' in refused.text
    assert "My step" not in client.get(here).text
    assert client.post(at, data=step("My step", plan.revision)).status_code == 303
    assert client.get(here).text.count("My step") >= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_person_reads_and_agrees(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    member = offices.staff(session, offices.office(session, "KZ-71"))
    worker, person = offices.officer(member), registered(session)
    plan = agreed_plan(session, worker, case(session, worker, person=person))
    plan.agreed_revision = plan.agreed_at = None
    sign_in_as(client, session, session.get_one(type(member.user), person.user_id))
    session.commit()
    here, home = f"/{language}/jobseeker/case", f"/{language}/jobseeker/home"
    assert f'href="{here}"' in client.get(home).text
    text = client.get(here).text
    assert "Learn to weld" in text
    assert f'name="revision" value="{plan.revision}"' in text
    assert client.post(f"{here}/plan/agree", data={"revision": plan.revision - 1}).status_code == 409
    assert client.post(f"{here}/plan/agree", data={"revision": plan.revision}).status_code == 303
    assert again(session, plan).is_agreed
    assert f'name="revision" value="{plan.revision}"' not in client.get(here).text
    assert f'href="{here}"' not in client.get(home).text


def test_a_plan_of_another_region_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    elsewhere = offices.officer(offices.staff(session, offices.office(session, "KZ-75")))
    made = case(session, elsewhere)
    plan = agreed_plan(session, elsewhere, made)
    working(client, session)
    here = f"/en/office/cases/{made.public_id}/plan"
    for path in ("", "/edit", "/steps/new", f"/steps/{plan.steps[0].public_id}/edit"):
        assert client.get(here + path).status_code == 404
    assert client.post(f"{here}/steps/{plan.steps[0].public_id}/finish").status_code == 404
