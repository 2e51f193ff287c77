"""The pages of offices: the queue, vacancies and employers to check, within the own region only."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.records.audit import AuditRow
from labour_exchange.offices.models import StaffMember
from labour_exchange.vacancies.states import RejectionCode, VacancyState
from tests.factories import accounts, employers, offices, vacancies
from tests.factories.signing_in import sign_in_as

LANGUAGES = ("kk", "ru", "en")
PAGES = (
    "queue",
    "vacancies",
    "vacancies?kind=imported",
    "vacancies/all",
    "vacancies/all?state=published&q=e",
    "employers",
    "jobseekers",
    "jobseekers/new",
)


def at_work(client: FlaskClient, session: ExchangeSession, region_code: str | None = "KZ-71", **facts: Any) -> StaffMember:
    """The browser of a member of staff."""
    member = offices.staff(session, offices.office(session, region_code), **facts)
    sign_in_as(client, session, member.user)
    session.commit()
    return member


def acts(session: ExchangeSession, act: str) -> int:
    return session.scalar(select(func.count()).where(AuditRow.act == act)) or 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_every_language(client: FlaskClient, session: ExchangeSession, language: str, path: str) -> None:
    at_work(client, session)
    vacancies.published(session)
    vacancies.of_import(session)
    employers.employer(session)
    answer = client.get(f"/{language}/office/{path}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert 'class="lx-dense"' in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("kind", [ActorKind.JOBSEEKER, ActorKind.EMPLOYER, ActorKind.AGENCY, ActorKind.ANALYST])
def test_nobody_else_finds_these_pages(client: FlaskClient, session: ExchangeSession, path: str, kind: ActorKind) -> None:
    sign_in_as(client, session, accounts.user(session, kind))
    assert client.get(f"/kk/office/{path}").status_code == 404


@pytest.mark.parametrize("path", ["queue", "vacancies", "employers", "jobseekers"])
def test_the_national_office_keeps_no_region(client: FlaskClient, session: ExchangeSession, path: str) -> None:
    at_work(client, session, None)
    assert client.get(f"/kk/office/{path}").status_code == 404


def test_the_queue_counts_what_waits(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    vacancies.submitted(session, title="Waiter")
    vacancies.submitted(session, title="Far away", region_code="KZ-75")
    employers.employer(session, name="New Invented Works")
    text = client.get("/en/office/queue").text
    assert "Waiter" in text
    assert "New Invented Works" in text
    assert "Far away" not in text


def test_doubts_stand_in_the_queue_and_in_the_text(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    found = vacancies.submitted(session, title="<b>Waiter</b>", description="Возраст до 35 лет. Звоните: +7 701 123 45 67 <script>")
    assert "Unlawful requirement" in client.get("/en/office/vacancies").text
    text = client.get(f"/en/office/vacancies/{found.public_id}").text
    assert "<mark>Возраст до 35</mark> лет" in text
    assert "<mark>+7 701 123 45 67</mark>" in text
    assert "&lt;script&gt;" in text
    assert "&lt;b&gt;Waiter&lt;/b&gt;" in text


def test_approve(client: FlaskClient, session: ExchangeSession) -> None:
    member = at_work(client, session)
    found = vacancies.submitted(session)
    assert client.post(f"/en/office/vacancies/{found.public_id}/approve").status_code == 303
    session.refresh(found)
    assert (found.state, found.checked_by_id) == (VacancyState.PUBLISHED, member.user_id)
    assert acts(session, "approve vacancy") == 1


def test_reject_needs_a_code_and_sometimes_words(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    found = vacancies.published(session)
    session.commit()
    here = f"/en/office/vacancies/{found.public_id}/reject"
    for wrong in ({}, {"code": "nonsense"}, {"code": "other"}, {"code": "other", "note": " "}):
        answer = client.post(here, data=wrong)
        assert answer.status_code == 422
        assert "<title>Error:" in answer.text
    assert client.post(here, data={"code": "unlawful_requirement", "note": "No age in the title"}).status_code == 303
    session.refresh(found)
    assert (found.state, found.rejection_code, found.rejection_note) == (
        VacancyState.REJECTED,
        RejectionCode.UNLAWFUL_REQUIREMENT,
        "No age in the title",
    )
    assert client.post(here, data={"code": "duplicate"}).status_code in (409, 422)


def test_picked_ones_are_approved_except_those_with_doubts(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    fine, doubtful = vacancies.submitted(session), vacancies.submitted(session, description="Только мужчины, тяжёлая работа")
    far = vacancies.submitted(session, region_code="KZ-75")
    session.commit()
    assert client.post("/en/office/vacancies/approve", data={"pick": [far.public_id]}).status_code == 404
    assert client.post("/en/office/vacancies/approve", data={"pick": [fine.public_id, doubtful.public_id]}).status_code == 303
    for one in (fine, doubtful, far):
        session.refresh(one)
    assert [one.state for one in (fine, doubtful, far)] == [VacancyState.PUBLISHED, VacancyState.SUBMITTED, VacancyState.SUBMITTED]


def test_another_regions_vacancy_and_a_draft_do_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session, "KZ-75")
    for found in (vacancies.submitted(session), vacancies.published(session), vacancies.vacancy(session, region_code="KZ-75")):
        session.commit()
        before = found.state
        here = f"/en/office/vacancies/{found.public_id}"
        assert client.get(here).status_code == 404
        assert client.post(f"{here}/approve").status_code == 404
        assert client.post(f"{here}/reject", data={"code": "duplicate"}).status_code == 404
        session.refresh(found)
        assert found.state is before


@pytest.mark.parametrize("language", LANGUAGES)
def test_verify_and_refuse_an_employer(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    at_work(client, session)
    one, other = employers.employer(session), employers.employer(session)
    session.commit()
    assert one.bin
    assert one.bin in client.get(f"/{language}/office/employers/{one.public_id}").text
    assert client.post(f"/{language}/office/employers/{one.public_id}/verify", data={"reason": "found"}).status_code == 303
    refuse = f"/{language}/office/employers/{other.public_id}/refuse"
    assert client.post(refuse, data={"reason": ""}).status_code == 422
    assert client.post(refuse, data={"reason": "another company"}).status_code == 303
    session.refresh(one)
    session.refresh(other)
    assert (one.state, other.state) == (EmployerState.VERIFIED, EmployerState.REFUSED)


def test_an_employer_of_another_region_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session, "KZ-75")
    one = employers.employer(session)
    claim = employers.claim(session, employers.verified(session), employers.unclaimed(session))
    session.commit()
    assert client.get(f"/en/office/employers/{one.public_id}").status_code == 404
    assert client.post(f"/en/office/employers/{one.public_id}/verify", data={"reason": "x"}).status_code == 404
    assert client.get(f"/en/office/claims/{claim.public_id}").status_code == 404
    assert client.post(f"/en/office/claims/{claim.public_id}/accept").status_code == 404
    session.refresh(one)
    session.refresh(claim)
    assert (one.state, claim.decided_at) == (EmployerState.CLAIMED, None)


def test_a_claim_is_answered(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    known, one = employers.unclaimed(session, name="Invented Shop"), employers.verified(session)
    claim = employers.claim(session, one, known)
    vacancies.of_import(session, by=known, title="Seller")
    session.commit()
    assert "Invented Shop" in client.get("/en/office/employers").text
    assert "Seller" in client.get(f"/en/office/claims/{claim.public_id}").text
    assert client.post(f"/en/office/claims/{claim.public_id}/refuse", data={"answer": ""}).status_code == 422
    assert client.post(f"/en/office/claims/{claim.public_id}/accept", data={"answer": ""}).status_code == 303
    session.refresh(known)
    assert known.claimed_by_id == one.id
