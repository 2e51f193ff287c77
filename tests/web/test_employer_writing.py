"""Writing a vacancy: from the empty form to a published one, everything to correct at once, two editors."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from labour_exchange.classifications.skills import is_essential, skills_of
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.factories import employers, vacancies
from tests.web.test_employer_pages import LANGUAGES, signed_in

NEW = "/en/employer/vacancies/new"
FILLED: dict[str, Any] = {
    "title": "Electrician",
    "occupation": "",
    "description": "You mend wiring and switchboards in homes and workshops.",
    "language": "en",
    "region_code": "KZ-11",
    "district_code": "111600000",
    "place_text": "1 Invented Street",
    "posts": "2",
    "pay_from": "300 000",
    "pay_to": "400,000 ₸",
    "hours": "full",
    "employment_kind": "permanent",
    "skills_required": "Excel",
    "licences": ["driving-b"],
    "languages": ["kk", "ru"],
    "education_level": "4",
    "experience": "year_1_3",
    "submission_id": "6f1f7d6c-8f0a-4d0e-9f55-0c2f6a3f3f10",
    "do": "submit",
}


def only(session: ExchangeSession) -> Vacancy:
    session.expire_all()
    return session.scalars(select(Vacancy)).one()


def test_a_filled_form_is_published_with_all_it_says(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    answer = client.post(NEW, data=FILLED)
    assert answer.status_code == 303, answer.text
    made = only(session)
    assert answer.headers["Location"].endswith(made.public_id)
    assert (made.employer_id, made.state, made.occupation_code, made.posts) == (one.id, VacancyState.PUBLISHED, "7411", 2)
    assert (made.region_code, made.district_code, made.place_text) == ("KZ-11", "111600000", "1 Invented Street")
    assert (made.pay_from, made.pay_to, made.education_level, made.experience) == (300_000, 400_000, 4, "year_1_3")
    assert (made.skills_required, made.licences, made.languages) == (["ms-excel"], ["driving-b"], ["kk", "ru"])


def test_the_same_form_sent_twice_is_one_vacancy(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    assert [client.post(NEW, data=FILLED).status_code for _ in range(2)] == [303, 303]
    assert session.scalar(select(func.count()).select_from(Vacancy)) == 1


def test_a_new_employers_goes_to_the_office_first(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session, employers.employer(session))
    assert "Hand in" in client.get(NEW).text
    assert client.post(NEW, data=FILLED).status_code == 303
    assert only(session).state is VacancyState.SUBMITTED


@pytest.mark.parametrize(("language", "error"), [("kk", "Қате:"), ("ru", "Ошибка:"), ("en", "Error:")])
def test_everything_to_correct_is_said_at_once_and_kept(client: FlaskClient, session: ExchangeSession, language: str, error: str) -> None:
    signed_in(client, session)
    wrong = FILLED | {"description": "short", "region_code": "", "district_code": "", "pay_to": "200000", "skills_required": "Excel, juggling fire"}
    answer = client.post(f"/{language}/employer/vacancies/new", data=wrong)
    assert answer.status_code == 422
    assert f"<title>{error}" in answer.text
    for target in ("description", "region_code", "pay_to", "skills_required"):
        assert f'href="#{target}"' in answer.text
    assert "juggling fire" in answer.text
    assert 'value="1 Invented Street"' in answer.text
    assert session.scalar(select(func.count()).select_from(Vacancy)) == 0


def test_an_unclear_occupation_is_offered_and_chosen(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    vague = FILLED | {"title": "Specialist", "occupation": "shop"}
    answer = client.post(NEW, data=vague)
    assert answer.status_code == 422
    assert 'name="occupation_pick"' in answer.text
    assert client.post(NEW, data=vague | {"occupation_pick": "5223"}).status_code == 303
    assert only(session).occupation_code == "5223"


def test_an_occupation_typed_in_another_language_is_understood(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    assert (
        client.post(NEW, data=FILLED | {"title": "X", "occupation": "Құрылыс электриктері және туыстас кәсіптердің жұмысшылары"}).status_code == 303
    )
    assert only(session).occupation_code == "7411"


def test_a_preview_offers_the_skills_of_the_occupation_to_tick(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    assert 'name="usual_skills"' not in client.get(NEW).text
    shown = client.post(NEW, data=FILLED | {"do": "preview"}).text
    essential = [one for one in skills_of("7411") if is_essential(one.id, "7411")]
    useful = [one for one in skills_of("7411") if not is_essential(one.id, "7411")]
    assert shown.index(f'value="{essential[-1].id}"') < shown.index(f'value="{useful[0].id}"')
    assert client.post(NEW, data=FILLED | {"usual_skills": [essential[0].id]}).status_code == 303
    assert only(session).skills_required == [essential[0].id, "ms-excel"]


def test_a_preview_saves_nothing(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    answer = client.post(NEW, data=FILLED | {"do": "preview", "title": "Electrician <b>now</b>"})
    assert answer.status_code == 200
    assert "It is not saved yet." in answer.text
    assert "Electrician &lt;b&gt;now&lt;/b&gt;" in answer.text
    assert session.scalar(select(func.count()).select_from(Vacancy)) == 0


def test_a_draft_may_be_half_done_and_is_finished_later(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    half = {"title": "Electrician", "posts": "1", "language": "en", "hours": "full", "employment_kind": "permanent", "do": "draft"}
    assert client.post(NEW, data=half).status_code == 303
    made = only(session)
    assert made.state is VacancyState.DRAFT
    edit = f"/en/employer/vacancies/{made.public_id}/edit"
    assert client.post(edit, data=half | {"do": "submit", "version": made.version}).status_code == 422
    assert client.post(edit, data=FILLED | {"version": only(session).version}).status_code == 303
    assert only(session).state is VacancyState.PUBLISHED


def test_a_place_of_work_brings_its_address(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    place = employers.establishment(session, one, region_code="KZ-75", address="2 Invented Street")
    theirs = employers.establishment(session, employers.verified(session))
    assert client.post(NEW, data=FILLED | {"establishment": theirs.public_id}).status_code == 422
    assert client.post(NEW, data=FILLED | {"establishment": place.public_id}).status_code == 303
    made = only(session)
    assert (made.establishment_id, made.region_code, made.district_code, made.place_text) == (place.id, "KZ-75", None, "2 Invented Street")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_shows_what_is_stored(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    one = signed_in(client, session)
    made = vacancies.published(session, by=one, skills_required=["ms-excel"], apply_by_on=None, education_level=4)
    text = client.get(f"/{language}/employer/vacancies/{made.public_id}/edit").text
    assert 'value="Electrician"' in text
    assert 'name="occupation_code" type="hidden" value="7411"' in text
    assert "Excel" in text
    assert f'name="version" type="hidden" value="{made.version}"' in text


def test_the_second_of_two_editors_sees_both_texts_and_may_save_again(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    made = vacancies.published(session, by=one)
    edit, version = f"/en/employer/vacancies/{made.public_id}/edit", made.version
    session.commit()
    assert client.post(edit, data=FILLED | {"title": "First editor", "occupation_code": "7411", "version": version}).status_code == 303
    late = FILLED | {"title": "Second editor", "occupation_code": "7411", "version": version}
    answer = client.post(edit, data=late)
    assert answer.status_code == 409
    assert "First editor" in answer.text
    assert "Second editor" in answer.text
    stored = only(session)
    assert stored.title == "First editor"
    assert f'name="version" type="hidden" value="{stored.version}"' in answer.text
    assert client.post(edit, data=late | {"version": stored.version}).status_code == 303
    assert only(session).title == "Second editor"


def test_a_rejected_vacancy_is_corrected_and_handed_in_again(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session, employers.employer(session))
    made = vacancies.vacancy(session, by=one, state=VacancyState.REJECTED)
    session.commit()
    edit = f"/en/employer/vacancies/{made.public_id}/edit"
    assert client.post(edit, data=FILLED | {"version": made.version}).status_code == 303
    assert only(session).state is VacancyState.SUBMITTED
