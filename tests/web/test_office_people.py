"""People of the region: found, opened as a logged act, entered, registered; nobody of another region."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.records.audit import AuditRow
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.states import Audience, RegistrationState
from tests.factories import jobseekers
from tests.web.test_office_pages import LANGUAGES, acts, at_work


def period_of(session: ExchangeSession, person: Jobseeker) -> Registration:
    session.expire_all()
    return session.scalars(select(Registration).where(Registration.jobseeker_id == person.id).order_by(Registration.id.desc())).first()  # type: ignore[return-value]


def test_people_are_found_by_name_and_by_iin_never_in_an_address(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    person = jobseekers.jobseeker(session, family_name="Ойдан", given_name="Дана")
    jobseekers.jobseeker(session, "KZ-75", family_name="Ойдан", given_name="Алматыдан")
    session.commit()
    answer = client.post("/ru/office/jobseekers", data={"who": "ойдан"})
    assert answer.status_code == 200
    assert "Ойдан Дана" in answer.text
    assert "Алматыдан" not in answer.text
    assert acts(session, "search by iin") == 0
    whole = client.post("/ru/office/jobseekers", data={"who": person.iin})
    assert whole.headers["Location"].endswith(f"/ru/office/jobseekers/{person.public_id}")
    assert acts(session, "search by iin") == 1
    assert "Ойдан Дана" not in client.post("/ru/office/jobseekers", data={"who": jobseekers.iin()}).text
    assert client.post("/ru/office/jobseekers", data={"who": ""}).status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
def test_opening_a_person_is_logged_and_numbers_are_masked(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    at_work(client, session)
    person = jobseekers.registered(session)
    session.commit()
    text = client.get(f"/{language}/office/jobseekers/{person.public_id}").text
    assert person.full_name in text
    assert person.iin
    assert person.iin not in text
    assert acts(session, "open jobseeker") == 1


def test_a_number_is_shown_for_a_reason(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    person = jobseekers.jobseeker(session)
    session.commit()
    here = f"/en/office/jobseekers/{person.public_id}/identifiers"
    refused = client.post(here, data={"reason": ""})
    assert refused.status_code == 422
    assert (person.iin or "?") not in refused.text
    assert (person.iin or "?") in client.post(here, data={"reason": "calls about a referral"}).text
    row = session.scalars(select(AuditRow).where(AuditRow.act == "show identifiers")).one()
    assert (row.reason, row.subject_id) == ("calls about a referral", person.id)


def test_a_profile_for_nobody_is_not_shown(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    person = jobseekers.with_profile(session, audience=Audience.NOBODY)
    session.commit()
    text = client.get(f"/en/office/jobseekers/{person.public_id}").text
    assert "does not show the profile" in text
    assert "Electrician with five years" not in text


def test_a_person_of_another_region_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session, "KZ-75")
    person = jobseekers.registered(session, "KZ-71")
    period = period_of(session, person)
    session.commit()
    for path in ("", "/registrations/new"):
        assert client.get(f"/en/office/jobseekers/{person.public_id}{path}").status_code == 404
    assert client.post(f"/en/office/jobseekers/{person.public_id}/identifiers", data={"reason": "x"}).status_code == 404
    assert client.post(f"/en/office/registrations/{period.public_id}/renew").status_code == 404
    assert client.post(f"/en/office/registrations/{period.public_id}/end", data={"reason": "moved"}).status_code == 404
    assert period_of(session, person).state is RegistrationState.ACTIVE
    assert acts(session, "open jobseeker") == 0


def test_a_person_is_entered_at_the_counter_and_registered(client: FlaskClient, session: ExchangeSession) -> None:
    member = at_work(client, session)
    data = {"iin": jobseekers.iin(), "family_name": "Примеров", "given_name": "Олег", "phone": "+7 700 000 00 00"}
    assert client.post("/ru/office/jobseekers/new", data=data | {"iin": "123"}).status_code == 422
    answer = client.post("/ru/office/jobseekers/new", data=data)
    assert answer.status_code == 303, answer.text
    person = session.scalars(select(Jobseeker).where(Jobseeker.family_name == "Примеров", Jobseeker.region_code == "KZ-71")).one()
    assert person.user_id is None
    assert client.post("/ru/office/jobseekers/new", data=data).status_code == 422
    register = answer.headers["Location"]
    assert client.get(register).status_code == 200
    assert client.post(register, data={"category": "nonsense", "office_id": str(member.office_id)}).status_code == 422
    assert client.post(register, data={"category": "unemployed", "office_id": str(member.office_id), "is_rural": "y"}).status_code == 303
    period = period_of(session, person)
    assert (period.state, period.office_id, period.is_rural) == (RegistrationState.ACTIVE, member.office_id, True)
    again = client.post(register, data={"category": "unemployed", "office_id": str(member.office_id)})
    assert again.status_code == 422


def test_a_registration_is_renewed_from_the_queue_and_ended_for_a_reason(client: FlaskClient, session: ExchangeSession) -> None:
    at_work(client, session)
    person = jobseekers.registered(session, on=clock.today() - timedelta(days=58))
    period = period_of(session, person)
    session.commit()
    assert person.full_name in client.get("/en/office/queue").text
    answer = client.post(f"/en/office/registrations/{period.public_id}/renew", data={"back": "queue"})
    assert answer.headers["Location"].endswith("/en/office/queue")
    assert period_of(session, person).renewed_on == clock.today()
    assert person.full_name not in client.get("/en/office/queue").text
    end = f"/en/office/registrations/{period.public_id}/end"
    assert client.get(end).status_code == 200
    assert client.post(end, data={}).status_code == 422
    assert client.post(end, data={"reason": "placed"}).status_code == 422
    assert client.post(end, data={"reason": "found_work"}).status_code == 303
    assert period_of(session, person).state is RegistrationState.ENDED
    assert client.post(end, data={"reason": "found_work"}).status_code == 422
