"""Saved searches in the browser's terms: kept from the results, run, changed, deleted; a visitor signs in on the way and loses nothing."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.alerts.models import SavedSearch
from labour_exchange.alerts.operations.searches import save_search
from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.jobseekers.models import Jobseeker
from tests.factories import jobseekers as people
from tests.factories.signing_in import sign_in_as

ASKED = "q=%D1%81%D0%B2%D0%B0%D1%80%D1%89%D0%B8%D0%BA&region=KZ-23&pay_from=200000"
WORDS = {
    "kk": ("Іздеуді сақтау", "Сақталған іздеулер", "дүйсенбі сайын"),
    "ru": ("Сохранить поиск", "Сохранённые поиски", "по понедельникам"),
    "en": ("Save this search", "Saved searches", "on mondays"),
}


@pytest.fixture
def person(client: FlaskClient, session: Session) -> Jobseeker:
    made = people.with_profile(session)
    sign_in_as(client, session, session.get_one(User, made.user_id))
    session.commit()
    return made


def kept(session: Session) -> list[SavedSearch]:
    session.expire_all()
    return list(session.scalars(select(SavedSearch).order_by(SavedSearch.id)))


def saved(session: Session, person: Jobseeker, name: str = "Сварщик, Атырау") -> SavedSearch:
    query = SearchQuery(text="сварщик", regions=("KZ-23",))
    made = save_search(session, people.actor_of(person), query, name=name, frequency=Frequency.WEEKLY)
    session.commit()
    return made


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_search_is_saved_from_the_results(client: FlaskClient, session: Session, person: Jobseeker, language: str) -> None:
    results = client.get(f"/{language}/vacancies?{ASKED}").get_data(as_text=True)
    link = re.search(rf'href="([^"]+)"[^>]*>(?:\s|<[^>]+>)*{WORDS[language][0]}', results)
    assert link
    form = client.get(unescape(link[1]))
    assert form.status_code == 200
    assert "сварщик" in form.get_data(as_text=True)
    answer = client.post(unescape(link[1]), data={"name": "Менің іздеуім", "frequency": "weekly"})
    assert (answer.status_code, answer.location) == (303, f"/{language}/jobseeker/searches")
    (made,) = kept(session)
    assert (made.name, made.question, made.frequency) == (
        "Менің іздеуім",
        {"text": "сварщик", "regions": ["KZ-23"], "pay_from": 200_000},
        Frequency.WEEKLY,
    )
    listed = client.get(f"/{language}/jobseeker/searches").get_data(as_text=True)
    assert all(word in listed for word in ("Менің іздеуім", *WORDS[language][1:]))


def test_a_visitor_signs_in_on_the_way_and_loses_nothing(client: FlaskClient, session: Session) -> None:
    results = client.get(f"/en/vacancies?{ASKED}").get_data(as_text=True)
    link = re.search(r'href="([^"]+)"[^>]*>(?:\s|<[^>]+>)*Save this search', results)
    assert link
    assert unescape(link[1]).startswith("/en/sign-in?next=/en/jobseeker/searches/new?")
    assert "pay_from%3D200000" in link[1]


def test_there_is_nothing_to_save_in_a_search_for_nothing(client: FlaskClient, person: Jobseeker) -> None:
    assert "Save this search" not in client.get("/en/vacancies").get_data(as_text=True)
    refused = client.post("/en/jobseeker/searches/new", data={"name": "Everything", "frequency": "daily"})
    assert refused.status_code == 422
    assert "First write what you are looking for" in refused.get_data(as_text=True)


def test_the_same_search_twice_names_the_first(client: FlaskClient, session: Session, person: Jobseeker) -> None:
    saved(session, person)
    refused = client.post("/ru/jobseeker/searches/new?q=Сварщик&region=KZ-23", data={"name": "Ещё раз", "frequency": "daily"})
    assert refused.status_code == 422
    page = refused.get_data(as_text=True)
    assert "Такой поиск уже сохранён: «Сварщик, Атырау»" in unescape(page)
    assert 'value="Ещё раз"' in page


def test_a_search_is_run_newest_first(client: FlaskClient, session: Session, person: Jobseeker) -> None:
    made = saved(session, person)
    answer = client.get(f"/en/jobseeker/searches/{made.public_id}")
    assert answer.status_code == 303
    assert client.get(answer.location).status_code == 200
    assert "sort=newest" in answer.location
    assert kept(session)[0].seen_at > kept(session)[0].created_at


def test_a_search_is_paused_and_renamed(client: FlaskClient, session: Session, person: Jobseeker) -> None:
    made = saved(session, person)
    address = f"/en/jobseeker/searches/{made.public_id}/edit"
    assert client.get(address).status_code == 200
    answer = client.post(address, data={"name": "Later", "frequency": "instant", "is_paused": "y", "version": made.version})
    assert answer.status_code == 303
    (changed,) = kept(session)
    assert (changed.name, changed.frequency, changed.state) == ("Later", Frequency.INSTANT, SearchState.PAUSED)
    assert "Paused" in client.get("/en/jobseeker/searches").get_data(as_text=True)


def test_the_second_of_two_windows_is_told(client: FlaskClient, session: Session, person: Jobseeker) -> None:
    made = saved(session, person)
    address = f"/en/jobseeker/searches/{made.public_id}/edit"
    form = {"name": "One", "frequency": "daily", "version": made.version}
    assert client.post(address, data=form).status_code == 303
    assert client.post(address, data=form | {"name": "Two"}).status_code == 409


def test_a_search_is_deleted(client: FlaskClient, session: Session, person: Jobseeker) -> None:
    made = saved(session, person)
    assert client.post(f"/en/jobseeker/searches/{made.public_id}/delete").status_code == 303
    assert kept(session) == []


def test_own_data_hold_the_saved_searches(client: FlaskClient, session: Session, person: Jobseeker) -> None:
    saved(session, person)
    exported = json.loads(client.get("/en/jobseeker/own-data/download").get_data(as_text=True))
    (one,) = exported["saved_searches"]
    assert (one["name"], one["question"]["text"]) == ("Сварщик, Атырау", "сварщик")
