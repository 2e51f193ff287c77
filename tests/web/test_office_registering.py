"""Put on the register at the counter: a refusal of unemployed status stands beside its field, and nothing typed is lost."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.cases.rules.eligibility import RULES
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Registration
from labour_exchange.offices.models import Office
from tests.factories import jobseekers
from tests.web.test_office_pages import LANGUAGES, at_work


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_named_and_a_second_try_registers(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    at_work(client, session)
    person = jobseekers.jobseeker(session)
    session.commit()
    place = session.scalars(select(Office.id).where(Office.region_code == person.region_code)).first()
    sent = {"category": "unemployed", "office_id": str(place), "is_rural": "y"}
    here = f"/{language}/office/jobseekers/{person.public_id}/registrations/new"
    refused = client.post(here, data=sent | {"studies_full_time": "y"})
    assert refused.status_code == 422
    studies = next(rule for rule in RULES if rule.field == "studies_full_time")
    assert studies.refusal.text.in_language(language) in refused.text
    assert session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).first() is None
    assert client.post(here, data=sent).status_code == 303
    assert session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one().category == "unemployed"
