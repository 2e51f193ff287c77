"""Pages of a jobseeker: every one in three languages, for its owner only, without a number that identifies anybody."""

import json
import logging

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.foundation.access import ActorKind
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.jobseekers.states import Audience, EndReason, RegistrationState
from tests.factories import jobseekers as people
from tests.factories.accounts import user
from tests.factories.signing_in import sign_in_as

PAGES = (
    "home",
    "profile",
    "profile/about",
    "profile/occupations",
    "profile/skills",
    "profile/languages",
    "profile/education",
    "profile/licences",
    "profile/wishes",
    "profile/work",
    "profile/work/new",
    "profile/audience",
    "profile/preview",
    "contacts",
    "registration",
    "registration/end",
    "own-data",
    "own-data/erase",
)


def signed_in(client: FlaskClient, session: Session, person: Jobseeker) -> Jobseeker:
    """Committed, so that a refused form rolls back no more than its own change."""
    sign_in_as(client, session, session.get_one(User, person.user_id))
    session.commit()
    return person


def profile_of(session: Session, person: Jobseeker) -> Profile:
    session.expire_all()
    return session.scalars(select(Profile).where(Profile.jobseeker_id == person.id)).one()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_and_tells_no_number(
    client: FlaskClient, session: Session, caplog: pytest.LogCaptureFixture, page: str, language: str
) -> None:
    person = signed_in(client, session, people.registered(session, person=people.open_to_employers(session)))
    with caplog.at_level(logging.DEBUG):
        answer = client.get(f"/{language}/jobseeker/{page}")
    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    for number in (person.iin, person.iin_hash, str(person.phone).removeprefix("+")):
        assert str(number) not in answer.text or page == "contacts"
        assert str(number) not in caplog.text
    assert str(person.iin) not in answer.text


@pytest.mark.parametrize("page", [*PAGES, "own-data/download"])
def test_the_pages_are_for_jobseekers_only(client: FlaskClient, session: Session, page: str) -> None:
    visitor = client.get(f"/en/jobseeker/{page}")
    assert visitor.status_code == 302
    assert "/en/sign-in" in visitor.headers["Location"]
    for kind in (ActorKind.EMPLOYER, ActorKind.OFFICE, ActorKind.ANALYST, ActorKind.ADMINISTRATOR, ActorKind.AGENCY):
        sign_in_as(client, session, user(session, kind))
        assert client.get(f"/en/jobseeker/{page}").status_code == 404, kind


def test_home_says_what_to_do_first(client: FlaskClient, session: Session) -> None:
    signed_in(client, session, people.jobseeker(session, given_name="Айсұлу"))
    text = client.get("/en/jobseeker/home").text
    assert "Good day, Айсұлу!" in text
    assert "There are 2 things to do today" in text
    assert "/en/jobseeker/profile/occupations" in text
    assert text.count("btn-primary") == 1


def test_a_registration_is_renewed_and_ended_by_the_person(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.registered(session, state=RegistrationState.LAPSED))
    assert "Renew your registration" in client.get("/en/jobseeker/home").text
    assert client.post("/en/jobseeker/registration/renew").status_code == 303
    session.expire_all()
    row = session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()
    assert row.state is RegistrationState.ACTIVE
    assert client.post("/en/jobseeker/registration/end", data={"reason": "placed"}).status_code == 422
    assert client.post("/en/jobseeker/registration/end", data={"reason": "found_work"}).status_code == 303
    session.expire_all()
    row = session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()
    assert row.end_reason is EndReason.FOUND_WORK
    assert client.post("/en/jobseeker/registration/renew").status_code == 404
    assert "How to register" in client.get("/en/jobseeker/registration").text


def test_own_data_are_taken_along_and_erased(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.registered(session))
    number = person.iin
    file = client.get("/en/jobseeker/own-data/download")
    assert file.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert json.loads(file.text)["person"]["iin"] == number
    unsure = client.post("/en/jobseeker/own-data/erase", data={})
    assert unsure.status_code == 422
    assert "<title>Error: " in unsure.text
    assert client.post("/en/jobseeker/own-data/erase", data={"is_sure": "y"}).status_code == 303
    session.expire_all()
    erased = session.get_one(Jobseeker, person.id)
    assert (erased.iin, erased.full_name, erased.user_id) == (None, "", None)
    assert client.get("/en/jobseeker/home").status_code == 302


def test_contacts_are_changed_with_words_or_codes(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.with_profile(session))
    sent = {"phone": "8 701 222 33 44", "region_code": "KZ-11", "district": "Көкшетау"}
    answer = client.post("/kk/jobseeker/contacts", data=sent)
    assert answer.status_code == 303
    session.expire_all()
    assert (person.phone, person.region_code) == ("+77012223344", "KZ-11")
    assert person.district_code is not None
    assert profile_of(session, person).district_code == person.district_code
    elsewhere = client.post("/kk/jobseeker/contacts", data=sent | {"region_code": "KZ-31"})
    assert elsewhere.status_code == 422
    assert client.post("/kk/jobseeker/contacts", data=sent | {"phone": "12"}).status_code == 422


def test_the_audience_is_explained_and_chosen(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.with_profile(session))
    read = profile_of(session, person).version
    assert "They learn your name and phone only if you accept" in client.get("/en/jobseeker/profile/audience").text
    assert client.post("/en/jobseeker/profile/audience", data={"audience": "everybody", "version": read}).status_code == 422
    assert client.post("/en/jobseeker/profile/audience", data={"audience": "employers", "version": read}).status_code == 303
    assert profile_of(session, person).audience is Audience.EMPLOYERS
    assert client.post("/en/jobseeker/profile/audience", data={"audience": "nobody", "version": read}).status_code == 409
    assert profile_of(session, person).audience is Audience.EMPLOYERS


def test_the_preview_shows_work_and_no_name(client: FlaskClient, session: Session) -> None:
    person = signed_in(client, session, people.open_to_employers(session))
    account = session.get_one(User, person.user_id)
    account.display_name = ""
    text = client.get("/en/jobseeker/profile/preview").text
    assert "Invented Works" in text
    for secret in (person.family_name, person.given_name, "1990"):
        assert secret not in text
