"""Pages of single measures in three languages: a business from the plan to its check, with everything that is refused on the way."""

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.businesses.models import BusinessPlan, Credit
from labour_exchange.programmes.businesses.states import CreditState
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from tests.factories import programmes as made
from tests.programmes.conftest import Cast, make_cast
from tests.web.test_programme_pages import day, page, post, signed_in

PLAN = {"purpose": "Наубайхана", "asked": "1 200 000", "own_share": "0", "jobs_planned": "2", "months": "24"}


@pytest.fixture
def cast(session: ExchangeSession) -> Cast:
    return make_cast(session)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_microcredit_from_the_plan_to_the_check(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    measure = made.measure(session, made.MICROCREDIT)
    made.allocation(session, measure)
    person = made.unemployed(session)
    browsers = [signed_in(client, session, actor) for actor in (cast.officer, cast.approver, cast.second_approver)]
    officer, approver, second = browsers
    own = signed_in(client, session, Actor(ActorKind.JOBSEEKER, user_id=person.user_id))
    office = f"/{language}/office"
    post(own, f"/{language}/jobseeker/business-plan", **PLAN)
    post(officer, f"{office}/jobseekers/{person.public_id}/measures", measure=measure.code)
    found = session.scalars(select(Enrolment)).one()
    address = f"{office}/enrolments/{found.public_id}"
    assert "Наубайхана" in page(officer, f"{address}/prepare")
    post(officer, f"{address}/prepare", amount="1 000 000", **day("starts_on", clock.today()))
    post(approver, f"{address}/approve")
    post(second, f"{address}/approve")
    post(officer, f"{address}/payments/new", kind="loan", amount="1 000 000")
    payment = session.scalars(select(Payment)).one()
    post(approver, f"{office}/payments/{payment.public_id}/pay")
    credit = session.scalars(select(Credit)).one()
    said = post(officer, f"{office}/repayments", 200, lines=f"{credit.public_id}; {clock.today()}; 5 000; B-1\nnobody;{clock.today()};1;B-2")
    assert "B-1" in said
    assert "B-2" in said
    session.refresh(credit)
    assert credit.received == 5_000
    for browser, where in ((officer, f"{office}/credits"), (officer, f"{office}/credits/{credit.public_id}"), (officer, f"{office}/checks")):
        assert page(browser, where)
    assert credit.public_id in page(own, f"/{language}/jobseeker/measures/{found.public_id}")
    check = session.scalars(select(FollowUpCheck).order_by(FollowUpCheck.due_on)).first()
    assert check is not None
    check.due_on = clock.today() - timedelta(days=1)
    session.flush()
    post(officer, f"{office}/checks/{check.public_id}", found="yes", jobs_created="2", evidence="Visited.")
    session.refresh(check)
    assert (check.is_met, check.jobs_created) == (True, 2)
    post(officer, f"{office}/credits/{credit.public_id}", reason="It burned down.")
    post(approver, f"{office}/credits/{credit.public_id}/write-off")
    session.refresh(credit)
    assert credit.state is CreditState.WRITTEN_OFF


@pytest.mark.parametrize(("field", "value"), [("asked", "99 000 000"), ("months", "0"), ("jobs_planned", "0")])
def test_a_wrong_plan_names_the_field_and_loses_nothing(client: FlaskClient, session: ExchangeSession, cast: Cast, field: str, value: str) -> None:
    person = made.unemployed(session)
    own = signed_in(client, session, Actor(ActorKind.JOBSEEKER, user_id=person.user_id))
    sent: dict[str, Any] = PLAN | {field: value}
    answer = post(own, "/en/jobseeker/business-plan", 422, **sent)
    assert f'href="#{field}"' in answer
    assert "Наубайхана" in answer
    assert session.scalars(select(BusinessPlan)).all() == []


def test_a_line_that_cannot_be_read_is_named(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    answer = post(signed_in(client, session, cast.officer), "/en/office/repayments", 422, lines="a; b; c")
    assert "Line 1" in answer
    assert "a; b; c" in answer
