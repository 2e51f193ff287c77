"""Transfers on pages: asked by the office or the person, seen in the other office's queue, accepted or declined."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import CaseTransfer
from labour_exchange.cases.operations.transfers import ask_transfer
from labour_exchange.cases.states import TransferReason, TransferState
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from tests.factories import offices
from tests.factories.cases import case
from tests.factories.jobseekers import registered
from tests.factories.signing_in import sign_in_as
from tests.web.test_office_pages import LANGUAGES, at_work


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_office_asks_and_sees_that_it_went(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    member = at_work(client, session)
    actor = offices.officer(member)
    offices.office(session, "KZ-59")
    one = case(session, actor)
    session.commit()
    page = f"/{language}/office/jobseekers/{one.jobseeker.public_id}/transfer"
    assert page in client.get(f"/{language}/office/cases/{one.public_id}").text
    asked = client.get(page)
    assert asked.status_code == 200
    assert "Text(" not in asked.text
    refused = client.post(page, data={"to_region": "", "reason": "moved"})
    assert refused.status_code == 422
    assert client.post(page, data={"to_region": "KZ-59", "reason": "moved"}).status_code == 303
    assert one.jobseeker.full_name in client.get(f"/{language}/office/cases/transfers").text
    assert client.post(page, data={"to_region": "KZ-59", "reason": "moved"}).status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_office_that_is_asked_decides(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    member = at_work(client, session)
    sender = offices.officer(offices.staff(session, offices.office(session, "KZ-59")))
    comes, stays = case(session, sender).jobseeker, registered(session, "KZ-59")
    asked = [ask_transfer(session, sender, who, to_region=member.office.region_code or "", reason=TransferReason.MOVED) for who in (comes, stays)]
    session.commit()
    assert f"/{language}/office/cases/transfers" in client.get(f"/{language}/office/cases").text
    assert comes.full_name in client.get(f"/{language}/office/cases/transfers").text
    accept, decline = (f"/{language}/office/cases/transfers/{one.public_id}" for one in asked)
    assert comes.full_name in client.get(f"{accept}/accept").text
    assert client.post(f"{accept}/accept", data={"lead": ""}).status_code == 422
    assert client.post(f"{accept}/accept", data={"lead": member.user.public_id}).status_code == 303
    assert client.get(f"{accept}/accept").status_code == 404
    assert client.get(f"/{language}/office/jobseekers/{comes.public_id}").status_code == 200
    assert client.get(f"{decline}/decline").status_code == 200
    assert client.post(f"{decline}/decline", data={"reason": ""}).status_code == 422
    assert client.post(f"{decline}/decline", data={"reason": "No address here"}).status_code == 303
    session.expire_all()
    assert [one.state for one in session.scalars(select(CaseTransfer).order_by(CaseTransfer.id))] == [TransferState.ACCEPTED, TransferState.DECLINED]
    assert client.get(f"/{language}/office/jobseekers/{stays.public_id}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_who_moved_asks_and_takes_it_back(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    offices.office(session, "KZ-59")
    person = registered(session, "KZ-71")
    sign_in_as(client, session, session.get_one(User, person.user_id))
    session.commit()
    page = f"/{language}/jobseeker/registration/transfer"
    assert client.get(page).status_code == 200
    assert client.post(page, data={"to_region": "KZ-63", "reason": "moved"}).status_code == 422
    assert client.post(page, data={"to_region": "KZ-59", "reason": "moved"}).status_code == 303
    assert f"{page}/take-back" in client.get(page).text
    assert client.post(f"{page}/take-back").status_code == 303
    assert f"{page}/take-back" not in client.get(page).text
    assert session.get_one(Jobseeker, person.id).region_code == "KZ-71"
