"""How much help a person needs, on the pages of both sides: the group, each condition that decided it, an officer's own decision with its reason."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import close_case, override_effort
from labour_exchange.cases.operations.assessments import assess_again
from labour_exchange.cases.states import CloseReason, EffortGroup
from labour_exchange.cases.texts.cases import EFFORT_GROUPS, NO_RULE_HOLDS, PROFILING_RULES
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Registration
from tests.factories import offices
from tests.factories.cases import case
from tests.factories.signing_in import sign_in_as
from tests.web.test_office_pages import LANGUAGES, at_work

GROUP = EFFORT_GROUPS[EffortGroup.SUPPORTED]


def long_registered(session: ExchangeSession, officer: Actor) -> Case:
    made = case(session, officer)
    row = session.scalars(select(Registration).where(Registration.jobseeker_id == made.jobseeker_id)).one()
    row.registered_on = clock.today() - timedelta(days=120)
    session.flush()
    assess_again(session, {"jobseeker_id": made.jobseeker_id})
    session.commit()
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_officer_reads_every_condition_and_what_held_before(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    made = long_registered(session, offices.officer(at_work(client, session)))
    text = client.get(f"/{language}/office/cases/{made.public_id}").text
    for said in (GROUP, PROFILING_RULES["registered_3_months"], EFFORT_GROUPS[EffortGroup.INDEPENDENT], NO_RULE_HOLDS):
        assert said.in_language(language) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_person_reads_the_same_and_an_officers_reason(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    officer = offices.officer(offices.staff(session, offices.office(session, "KZ-71")))
    made = long_registered(session, officer)
    sign_in_as(client, session, session.get_one(User, made.jobseeker.user_id))
    session.commit()
    here = f"/{language}/jobseeker/case"
    text = client.get(here).text
    assert GROUP.in_language(language) in text
    assert PROFILING_RULES["registered_3_months"].in_language(language) in text
    override_effort(session, officer, made, group=EffortGroup.INTENSIVE, reason="Cares for a parent")
    session.commit()
    text = client.get(here).text
    assert EFFORT_GROUPS[EffortGroup.INTENSIVE].in_language(language) in text
    assert "Cares for a parent" in text


def test_an_officer_decides_otherwise_with_a_reason_and_gives_it_back(client: FlaskClient, session: ExchangeSession) -> None:
    made = long_registered(session, offices.officer(at_work(client, session)))
    here = f"/en/office/cases/{made.public_id}"
    assert "Let the rules decide" not in client.get(here).text
    refused = client.post(f"{here}/effort", data={"group": "intensive", "reason": " "})
    assert refused.status_code == 422
    assert re.search(r'<input checked [^>]*value="intensive"', refused.text)
    assert client.post(f"{here}/effort", data={"group": "intensive", "reason": "Cares for a parent"}).status_code == 303
    text = client.get(here).text
    assert "Cares for a parent" in text
    assert "Let the rules decide" in text
    assert client.post(f"{here}/effort/rules").status_code == 303
    assert "Let the rules decide" not in client.get(here).text


def test_nothing_is_decided_on_a_closed_case_or_one_of_another_region(client: FlaskClient, session: ExchangeSession) -> None:
    officer = offices.officer(at_work(client, session))
    ended = long_registered(session, officer)
    close_case(session, officer, ended, reason=CloseReason.OTHER)
    foreign = case(session, offices.officer(offices.staff(session, offices.office(session, "KZ-75"))))
    session.commit()
    for one, status in ((ended, 409), (foreign, 404)):
        here = f"/en/office/cases/{one.public_id}/effort"
        assert client.get(here).status_code == status
        assert client.post(f"{here}/rules").status_code == status
