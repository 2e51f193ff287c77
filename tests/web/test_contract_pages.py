"""One person's way by the pages alone: registered, plan, agreed, contract approved, signed, obligation done, ended; and who may not."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.cases.models import Case, SocialContract
from labour_exchange.cases.operations import undertakings
from labour_exchange.cases.queries import latest_case_of
from labour_exchange.cases.queries.contracts import contracts_of
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.rules.contracts import PaperSignature
from labour_exchange.cases.signing import TestProvider, use_provider
from labour_exchange.cases.states import CaseState, ContractEnd, ContractState, StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.offices.models import StaffMember
from labour_exchange.web.hiring.printing import can_make_pdf
from tests.factories import offices
from tests.factories.cases import approved_contract, case, drafted_contract
from tests.factories.jobseekers import registered, with_profile
from tests.factories.signing_in import sign_in_as
from tests.web.test_office_pages import LANGUAGES
from tests.web.test_plan_pages import step

SYSTEM = system_actor("test")


def browsing(app: Flask, session: ExchangeSession, user: object) -> FlaskClient:
    client = app.test_client()
    sign_in_as(client, session, user)  # type: ignore[arg-type]
    return client


def day(name: str, days: int) -> dict[str, object]:
    on = clock.today().fromordinal(clock.today().toordinal() + days)
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


@pytest.fixture
def staff(session: ExchangeSession) -> tuple[StaffMember, StaffMember]:
    """An officer and an approver of one office."""
    place = offices.office(session, "KZ-71")
    return offices.staff(session, place), offices.staff(session, place, approver=True)


@pytest.fixture
def signing() -> Iterator[None]:
    use_provider(TestProvider())
    yield
    use_provider(TestProvider())


def only(session: ExchangeSession, made: Case) -> SocialContract:
    session.expire_all()
    return contracts_of(session, SYSTEM, made)[0]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_whole_way(app: Flask, session: ExchangeSession, staff: tuple[StaffMember, StaffMember], signing: None, language: str) -> None:
    person = with_profile(session)
    officer, approver = (browsing(app, session, one.user) for one in staff)
    reader = browsing(app, session, session.get_one(type(staff[0].user), person.user_id))
    session.commit()
    at = f"/{language}/office/jobseekers/{person.public_id}"
    registering = {"category": "unemployed", "office_id": str(staff[0].office_id)} | day("available_on", 0)
    assert officer.post(f"{at}/registrations/new", data=registering).status_code == 303
    assert officer.post(f"{at}/case/new", data={"next_step": "Талпыну"} | day("due_on", 7)).status_code == 303
    made = latest_case_of(session, SYSTEM, person.id)
    assert made is not None
    here = f"/{language}/office/cases/{made.public_id}"
    assert officer.get(f"{here}/contract/new").status_code == 404
    officer.post(f"{here}/plan/edit", data={"goals": "Дәнекерлеуші болу", "version": 0})
    officer.post(f"{here}/plan/steps/new", data=step("Курсты аяқтау", 1))
    officer.post(f"{here}/plan/steps/new", data=step("Курс табу", 2, doer="office"))
    assert officer.post(f"{here}/contract/new", data=day("starts_on", 0) | day("ends_on", 90)).status_code == 422
    assert reader.post(f"/{language}/jobseeker/case/plan/agree", data={"revision": 3}).status_code == 303
    assert officer.post(f"{here}/contract/new", data=day("starts_on", 0) | day("ends_on", 2)).status_code == 422
    assert officer.post(f"{here}/contract/new", data=day("starts_on", 0) | day("ends_on", 90)).status_code == 303
    contract = only(session, made)
    at = f"/{language}/office/contracts/{contract.public_id}"
    signing_at = f"/{language}/jobseeker/case/contracts/{contract.public_id}"
    assert reader.get(signing_at).status_code == 404
    assert officer.post(f"{at}/offer").status_code == 303
    assert reader.post(f"{signing_at}/sign").status_code == 409
    assert contract.public_id in approver.get(f"/{language}/office/cases").text
    assert officer.post(f"{at}/approve").status_code == 404
    assert approver.post(f"{at}/approve").status_code == 303
    assert f"{signing_at}/sign" in reader.get(f"/{language}/jobseeker/case").text
    assert reader.post(f"{signing_at}/sign").status_code == 303
    contract = only(session, made)
    assert contract.state is ContractState.IN_FORCE
    assert officer.post(f"{here}/close", data={"reason": "found_work"}).status_code == 422
    done = contract.obligations[0].public_id
    assert officer.post(f"{at}/obligations/{done}/finish").status_code == 303
    assert only(session, made).obligations[0].state is StepState.DONE
    assert officer.post(f"{at}/end", data={"end_reason": ""}).status_code == 422
    assert officer.post(f"{at}/end", data={"end_reason": "fulfilled"}).status_code == 303
    assert only(session, made).end_reason is ContractEnd.FULFILLED
    assert officer.post(f"{here}/close", data={"reason": "found_work"}).status_code == 303
    assert session.get_one(Case, made.id).state is CaseState.CLOSED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_in_every_language(app: Flask, session: ExchangeSession, staff: tuple[StaffMember, StaffMember], language: str) -> None:
    worker, second = (offices.officer(one) for one in staff)
    officer, approver = (browsing(app, session, one.user) for one in staff)
    made = case(session, worker, person=registered(session))
    contract = drafted_contract(session, worker, made)
    plan = plan_of(session, SYSTEM, made)
    assert plan is not None
    session.commit()
    here, at = f"/{language}/office/cases/{made.public_id}", f"/{language}/office/contracts/{contract.public_id}"
    pages = [f"{here}/plan", f"{here}/plan/edit", f"{here}/plan/steps/new", f"{here}/plan/steps/{plan.steps[0].public_id}/edit"]
    pages += [f"{here}/plan/steps/{plan.steps[0].public_id}/drop", f"{here}/contract/new", at, f"{at}/obligations/new", f"{at}/document"]
    pages += [f"{at}/obligations/{contract.obligations[0].public_id}/drop", f"{at}/signature", f"{at}/end", here]
    for page in pages:
        answer = officer.get(page)
        assert answer.status_code == 200, page
        assert answer.text.count("<h1") == 1
    assert approver.get(f"{at}/return").status_code == 200
    assert officer.get(f"{at}/document.pdf").status_code == (200 if can_make_pdf() else 404)
    assert second.user_id != worker.user_id


def test_a_draft_is_corrected_returned_and_signed_on_paper(app: Flask, session: ExchangeSession, staff: tuple[StaffMember, StaffMember]) -> None:
    officer, approver = (browsing(app, session, one.user) for one in staff)
    made = case(session, offices.officer(staff[0]))
    contract = drafted_contract(session, offices.officer(staff[0]), made)
    session.commit()
    at = f"/en/office/contracts/{contract.public_id}"
    removed = contract.obligations[0].public_id
    assert officer.post(f"{at}/obligations/{removed}/remove").status_code == 303
    assert officer.post(f"{at}/offer").status_code == 409
    assert officer.post(f"{at}/obligations/new", data=step("", 0)).status_code == 422
    assert officer.post(f"{at}/obligations/new", data=step("Go to the course", 0)).status_code == 303
    assert officer.post(f"{at}/offer").status_code == 303
    assert approver.post(f"{at}/return", data={"reason": ""}).status_code == 422
    assert approver.post(f"{at}/return", data={"reason": "Say who pays"}).status_code == 303
    assert "Say who pays" in officer.get(at).text
    assert officer.post(f"{at}/offer").status_code == 303
    paper = {"file_number": "17-204"} | day("signed_on", 0)
    assert officer.post(f"{at}/signature", data=paper).status_code == 422
    assert approver.post(f"{at}/approve").status_code == 303
    assert officer.post(f"{at}/signature", data={"file_number": ""} | day("signed_on", 1)).status_code == 422
    assert officer.post(f"{at}/signature", data=paper).status_code == 303
    assert "17-204" in officer.get(f"{at}/document").text
    dropped = only(session, made).obligations[0].public_id
    assert officer.post(f"{at}/obligations/{dropped}/drop", data={"reason": "The course closed"}).status_code == 303
    assert officer.post(f"{at}/obligations/{dropped}/reopen").status_code == 303


def test_due_obligations_stand_in_the_queue(app: Flask, session: ExchangeSession, staff: tuple[StaffMember, StaffMember]) -> None:
    worker = offices.officer(staff[0])
    made = case(session, worker)
    contract = approved_contract(session, worker, offices.officer(staff[1]), made)
    undertakings.record_paper_signature(session, worker, contract, PaperSignature(clock.today(), "1"))
    officer = browsing(app, session, staff[0].user)
    session.commit()
    assert "Find a course" not in officer.get("/en/office/cases").text
    contract.obligations[0].due_on = clock.today()
    session.commit()
    assert f"/en/office/contracts/{contract.public_id}" in officer.get("/en/office/cases").text


def test_another_region_and_another_person_find_nothing(app: Flask, session: ExchangeSession, staff: tuple[StaffMember, StaffMember]) -> None:
    contract = approved_contract(session, offices.officer(staff[0]), offices.officer(staff[1]), case(session, offices.officer(staff[0])))
    elsewhere = browsing(app, session, offices.staff(session, offices.office(session, "KZ-75"), approver=True).user)
    stranger = browsing(app, session, session.get_one(type(staff[0].user), registered(session).user_id))
    session.commit()
    at = f"/en/office/contracts/{contract.public_id}"
    for path in ("", "/return", "/signature", "/end", "/document", "/obligations/new"):
        assert elsewhere.get(at + path).status_code == 404
    for path in ("/offer", "/approve"):
        assert elsewhere.post(at + path).status_code == 404
    mine = f"/en/jobseeker/case/contracts/{contract.public_id}"
    assert stranger.get(mine).status_code == 404
    assert stranger.post(f"{mine}/sign").status_code == 404
