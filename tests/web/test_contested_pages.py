"""A reason that is called wrong: recorded, put right in the profile or looked at by the office, answered where it was said."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.matching.models import ContestedReason, DismissedSuggestion, Fault, PersonSuggestions
from labour_exchange.matching.operations import forget_suggestions
from tests.factories import vacancies
from tests.factories.jobseekers import actor_of, with_profile
from tests.factories.offices import office, staff
from tests.factories.signing_in import sign_in_as


class Scene:
    def __init__(self, session: ExchangeSession) -> None:
        self.session = session
        self.vacancy = vacancies.published(session)
        self.person = with_profile(session)
        self.officer = staff(session, office(session, "KZ-71"))
        self.address = f"/en/jobseeker/suggestions/{self.vacancy.public_id}"

    def as_person(self, client: FlaskClient) -> None:
        sign_in_as(client, self.session, self.session.get_one(User, self.person.user_id))

    def contests(self) -> list[ContestedReason]:
        return list(self.session.scalars(select(ContestedReason).order_by(ContestedReason.id)))


@pytest.fixture
def scene(session: ExchangeSession) -> Scene:
    return Scene(session)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_in_the_profile_is_put_right_there(client: FlaskClient, scene: Scene, language: str) -> None:
    scene.as_person(client)
    address = scene.address.replace("/en/", f"/{language}/") + "/contest/pay_met"
    assert client.get(address).status_code == 200
    done = client.post(address, data={"fault": "profile"})
    assert (done.status_code, done.headers["Location"]) == (303, f"/{language}/jobseeker/profile/wishes")
    assert [(one.reason, one.fault) for one in scene.contests()] == [("pay_met", Fault.PROFILE)]


def test_the_office_looks_at_a_vacancy_and_its_answer_is_read(client: FlaskClient, scene: Scene) -> None:
    other = with_profile(scene.session)
    for person in (scene.person, other):
        sign_in_as(client, scene.session, scene.session.get_one(User, person.user_id))
        for _ in range(2):
            assert client.post(f"{scene.address}/contest/pay_met", data={"fault": "vacancy"}).status_code == 303
    assert len(scene.contests()) == 2
    scene.as_person(client)
    assert "The employment office looks at it." in client.get(scene.address).get_data(as_text=True)
    sign_in_as(client, scene.session, scene.officer.user)
    assert "To look at: 1" in client.get("/en/office/queue").get_data(as_text=True)
    page = client.get("/en/office/contested").get_data(as_text=True)
    assert "2 people" in page
    assert scene.vacancy.title in page
    assert all(person.family_name not in page for person in (scene.person, other))
    first = scene.contests()[0]
    assert client.post(f"/en/office/contested/{first.public_id}/vacancy_maybe").status_code == 404
    assert client.post(f"/en/office/contested/{first.public_id}/vacancy_wrong").status_code == 303
    scene.session.expire_all()
    assert {one.answer for one in scene.contests()} == {"vacancy_wrong"}
    assert "Nobody calls a vacancy" in client.get("/en/office/contested").get_data(as_text=True)
    scene.as_person(client)
    assert "the employer has to put it right" in client.get(scene.address).get_data(as_text=True)


def test_another_regions_office_neither_sees_nor_answers(client: FlaskClient, scene: Scene) -> None:
    scene.as_person(client)
    client.post(f"{scene.address}/contest/pay_met", data={"fault": "vacancy"})
    sign_in_as(client, scene.session, staff(scene.session, office(scene.session, "KZ-75")).user)
    assert scene.vacancy.title not in client.get("/en/office/contested").get_data(as_text=True)
    assert client.post(f"/en/office/contested/{scene.contests()[0].public_id}/vacancy_right").status_code == 404


def test_what_rests_on_the_vacancy_alone_can_be_wrong_there_only(client: FlaskClient, scene: Scene) -> None:
    scene.as_person(client)
    assert client.post(f"{scene.address}/contest/nobody_yet", data={"fault": "profile"}).status_code == 422
    assert client.post(f"{scene.address}/contest/nobody_yet", data={"fault": ""}).status_code == 422
    assert client.post(f"{scene.address}/contest/nobody_yet", data={"fault": "vacancy"}).status_code == 303
    assert client.get(f"{scene.address}/contest/star_sign").status_code == 404


def test_a_reason_named_when_a_suggestion_is_taken_away_is_recorded_too(client: FlaskClient, scene: Scene) -> None:
    scene.as_person(client)
    assert client.post(f"{scene.address}/dismiss", data={"contested": "nobody_yet"}).status_code == 303
    assert [(one.reason, one.fault) for one in scene.contests()] == [("nobody_yet", Fault.VACANCY)]


def test_an_erased_person_leaves_nothing_here(client: FlaskClient, scene: Scene) -> None:
    scene.as_person(client)
    client.post(f"{scene.address}/contest/pay_met", data={"fault": "vacancy"})
    client.post(f"{scene.address}/dismiss", data={"contested": ""})
    forget_suggestions(scene.session, {"jobseeker_id": actor_of(scene.person).jobseeker_id})
    for table in (ContestedReason, DismissedSuggestion, PersonSuggestions):
        assert scene.session.scalars(select(table)).all() == []
