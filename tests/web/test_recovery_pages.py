"""Claims of inspections on pages: a return written down by one and confirmed by another, sums for the ministry, the treasury's file."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.inspections.models import Inspection, RecoveryEntry
from labour_exchange.inspections.operations import recoveries
from labour_exchange.inspections.states import InspectionState, RecoveryState
from labour_exchange.inspections.texts import labels
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.models.enrolments import Enrolment
from tests.factories import inspections as made
from tests.factories.accounts import user
from tests.factories.signing_in import sign_in_as


@pytest.fixture
def cast(session: ExchangeSession) -> made.Cast:
    return made.cast(session)


def enter(client: FlaskClient, session: ExchangeSession, who: Actor) -> None:
    sign_in_as(client, session, session.get_one(User, who.user_id))


def read(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"(?<=\d)[\s,](?=\d{3})|\u00a0", " ", answer.get_data(as_text=True))


def returning(amount: str, reference: str = "Order 7", days: int = 0) -> dict[str, str]:
    year, month, day = f"{clock.today() + timedelta(days=days)}".split("-")
    received = {"received_on-year": year, "received_on-month": month, "received_on-day": day}
    return {"amount": amount, "payer": "employer", "reference": reference} | received


def place_of(inspection: Inspection) -> str:
    return f"/en/office/inspections/{inspection.public_id}"


def test_a_return_is_written_down_by_one_and_confirmed_by_another(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    address = place_of(inspection)
    enter(client, session, cast.officer)
    assert "50 000 ₸ has to come back." in read(client, address)
    assert client.post(f"{address}/returns/new", data=returning("20 000")).status_code == 303
    page = read(client, address)
    assert "Order 7" in page
    assert "Another approver confirms." in page
    entry = session.scalars(select(RecoveryEntry)).one()
    assert client.post(f"{address}/entries/{entry.public_id}/confirm").status_code == 404
    enter(client, session, cast.approver)
    assert "Inspections that wait for you: 1" in read(client, "/en/office/queue")
    assert client.post(f"{address}/entries/{entry.public_id}/confirm").status_code == 303
    session.commit()
    assert client.post(f"{address}/entries/{entry.public_id}/confirm").status_code == 409
    page = read(client, address)
    assert "Confirmed" in page
    assert "30 000 ₸ has to come back." in page
    enrolment = session.get_one(Enrolment, inspection.enrolment_id)
    assert "returned: 20 000 ₸" in read(client, f"/en/office/enrolments/{enrolment.public_id}")
    enter(client, session, cast.hirer)
    own = read(client, f"/en/employer/inspections/{inspection.public_id}")
    assert "30 000 ₸" in own
    assert "Order 7" not in own


def test_the_last_part_given_up_closes_the_inspection(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    address = place_of(inspection)
    enter(client, session, cast.officer)
    assert client.post(f"{address}/write-offs/new", data={"amount": "50 000", "reason": "The firm is wound up."}).status_code == 303
    assert "All of it is written down." in read(client, address)
    entry = session.scalars(select(RecoveryEntry)).one()
    enter(client, session, cast.approver)
    assert client.post(f"{address}/entries/{entry.public_id}/confirm").status_code == 303
    session.refresh(inspection)
    assert inspection.state is InspectionState.CLOSED
    assert "Nothing: the inspection is closed." in read(client, address)


def test_what_is_not_confirmed_says_why(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    entry = made.returned(session, cast, inspection, 20_000)
    place = f"{place_of(inspection)}/entries/{entry.public_id}/refuse"
    enter(client, session, cast.approver)
    assert client.post(place, data={"reason": ""}).status_code == 422
    assert client.post(place, data={"reason": "The order is of another firm."}).status_code == 303
    session.refresh(entry)
    assert entry.state is RecoveryState.REFUSED
    assert "The order is of another firm." in read(client, place_of(inspection))


@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "қалған қарыздан асырмай"), ("ru", "не больше остатка: 50000 ₸"), ("en", "up to what is left: 50000 ₸")],
)
def test_a_wrong_sum_is_told_beside_its_field_and_nothing_is_lost(
    client: FlaskClient, session: ExchangeSession, cast: made.Cast, language: str, said: str
) -> None:
    inspection = made.owing(session, cast)
    enter(client, session, cast.officer)
    session.commit()
    for form, kept in ((returning("50 001"), "Order 7"), (returning("0"), "Order 7")):
        answer = client.post(f"/{language}/office/inspections/{inspection.public_id}/returns/new", data=form)
        assert answer.status_code == 422
        page = answer.get_data(as_text=True)
        assert said in page
        assert kept in page
    late = client.post(f"/{language}/office/inspections/{inspection.public_id}/returns/new", data=returning("1", days=1))
    assert late.status_code == 422
    assert session.scalars(select(RecoveryEntry)).all() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_claim_is_shown_in_each_language(client: FlaskClient, session: ExchangeSession, cast: made.Cast, language: str) -> None:
    inspection = made.owing(session, cast)
    made.returned(session, cast, inspection, 20_000)
    enter(client, session, cast.second_approver)
    page = read(client, f"/{language}/office/inspections/{inspection.public_id}")
    for text in (labels.RECOVERY_KINDS["return"], labels.PAYERS["employer"], labels.RECOVERY_STATES["prepared"]):  # type: ignore[index]
        assert text.in_language(language) in page
    assert "Text(" not in page
    assert labels.PAYERS["bailiff"].in_language(language) in read(  # type: ignore[index]
        client, f"/{language}/office/inspections/{inspection.public_id}/returns/new"
    )


def test_the_ministry_sees_sums_by_region_and_nobody(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    recoveries.confirm_entry(session, cast.approver, made.returned(session, cast, inspection, 20_000))
    recoveries.confirm_entry(session, cast.approver, recoveries.propose_write_off(session, cast.officer, inspection, amount=1_000, reason="Gone."))
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    for language in LANGUAGES:
        page = read(client, f"/{language}/headquarters/inspections")
        assert all(f"{sum_} ₸" in page for sum_ in ("50 000", "20 000", "1 000", "29 000"))
        assert session.get_one(Jobseeker, cast.placement.jobseeker_id).family_name not in page


def test_the_treasurys_file_shows_what_came_back_as_a_number_below_zero(client: FlaskClient, session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    recoveries.confirm_entry(session, cast.approver, made.returned(session, cast, inspection, 20_000))
    session.commit()
    enter(client, session, cast.officer)
    lines = client.get("/en/office/payments.csv").get_data(as_text=True).splitlines()
    assert [line.split(",")[4:7:2] for line in lines[1:]] == [["subsidy", "50000"], ["return", "-20000"]]
