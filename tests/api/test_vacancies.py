"""Vacancies for programs: searched with filters and facets, walked to the end, read one by one, and nothing else of them told."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from labour_exchange.api.v1.vacancy_shapes import FoundVacancies
from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.models import Vacancy
from tests.factories import employers, vacancies

ADDRESS = "/api/v1/vacancies"


@pytest.fixture(scope="module")
def market(module_committed: ExchangeSession) -> dict[str, Vacancy]:
    """Fifteen electricians in Astana, welders in Almaty, one of them closed and one never published."""
    session = module_committed
    by = employers.answering(session, due=10, answered=9)
    made = {}
    for number in range(15):
        made[f"astana {number}"] = vacancies.published(
            session, by=by, published_at=clock.now() - timedelta(hours=number), contact_name="Invented Contact", contact_phone="+77010000000"
        )
    made["almaty"] = vacancies.published(
        session, by=by, title="Welder", occupation_code="7212", occupation_codes=["7212"], region_code="KZ-75", pay_from=None, pay_to=900_000
    )
    made["closed"] = vacancies.expired(session, by=by)
    made["draft"] = vacancies.vacancy(session, by=by)
    session.commit()
    synchronise_all(session)
    return made


@pytest.fixture
def browser(market: dict[str, Vacancy], module_app_client: FlaskClient) -> FlaskClient:
    return module_app_client


def found(client: FlaskClient, question: str = "") -> dict:  # type: ignore[type-arg]
    answer = client.get(f"{ADDRESS}?{question}")
    assert answer.status_code == 200, answer.get_json()
    return dict(answer.get_json())


def test_an_answer_has_the_shape_that_the_document_promises(browser: FlaskClient) -> None:
    answer = found(browser, "q=electrician&facets=true&limit=50")

    assert answer["items"]
    assert FoundVacancies().validate(answer) == {}
    assert FoundVacancies().dump(FoundVacancies().load(answer)) == answer


def test_a_walk_finds_every_published_vacancy_once(browser: FlaskClient, market: dict[str, Vacancy]) -> None:
    expected = {one.public_id for name, one in market.items() if name not in ("closed", "draft")}
    for sort in ("newest", "pay", "relevance"):
        seen: list[str] = []
        cursor = ""
        while True:
            page = found(browser, f"sort={sort}&limit=4{cursor}")
            assert page["total"] == len(expected)
            seen += [one["id"] for one in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = f"&cursor={page['next_cursor']}"
        assert len(seen) == len(expected)
        assert set(seen) == expected


def test_a_cursor_of_another_search_is_refused(browser: FlaskClient) -> None:
    cursor = found(browser, "limit=2&sort=newest")["next_cursor"]
    answer = browser.get(f"{ADDRESS}?limit=2&sort=pay&cursor={cursor}")
    assert (answer.status_code, answer.get_json()["code"]) == (422, "bad_cursor")


def test_filters_and_facets_agree(browser: FlaskClient) -> None:
    facets = {one["name"]: {option["value"]: option["count"] for option in one["options"]} for one in found(browser, "facets=true")["facets"]}
    assert facets["region"] == {"KZ-71": 15, "KZ-75": 1}
    for region, count in facets["region"].items():
        assert found(browser, f"region={region}")["total"] == count
    assert found(browser, "region=KZ-71&region=KZ-75")["total"] == 16
    assert found(browser, "region=KZ-71&occupation=7212")["total"] == 0
    assert found(browser, "occupation=72")["total"] == 1
    assert found(browser, "pay_from=500000")["total"] == 1
    assert found(browser, "remote=true")["total"] == 0
    assert found(browser, "region=KZ-71")["facets"] == []


def test_words_are_understood(browser: FlaskClient) -> None:
    page = found(browser, "q=сварщик алматы&lang=ru")
    assert [one["title"] for one in page["items"]] == ["Welder"]
    assert {one["kind"] for one in page["understood"]} >= {"occupation", "place"}
    assert page["items"][0]["reasons"]
    assert found(browser, "place=Нигдеево")["unknown_place"] == "Нигдеево"


def test_one_vacancy_tells_pay_place_and_employer_but_no_contact(browser: FlaskClient, market: dict[str, Vacancy]) -> None:
    one = market["almaty"]
    answer = browser.get(f"{ADDRESS}/{one.public_id}?lang=en")
    body = answer.get_json()
    assert body["pay"] == {"from": None, "to": 900_000, "currency": "KZT"}
    assert (body["region"], body["occupation"], body["employer"]["answer_rate"]) == ("KZ-75", "7212", 0.9)
    assert body["published_at"].endswith("Z")
    assert body["url"].endswith(f"/en/vacancies/{one.public_id}")
    assert browser.get(f"{ADDRESS}/{one.public_id}?lang=en", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    written = browser.get(f"{ADDRESS}/{market['astana 0'].public_id}").get_data(as_text=True)
    for secret in ("Invented Contact", "+77010000000", "contact", "checked_by", "rejection"):
        assert secret not in written


def test_what_is_closed_is_gone_and_what_was_never_public_does_not_exist(browser: FlaskClient, market: dict[str, Vacancy]) -> None:
    gone = browser.get(f"{ADDRESS}/{market['closed'].public_id}")
    assert (gone.status_code, gone.get_json()["code"]) == (410, "gone")
    for hidden in (market["draft"].public_id, "0000000000000000"):
        assert browser.get(f"{ADDRESS}/{hidden}").get_json()["code"] == "not_found"


@pytest.mark.parametrize(
    ("question", "pointer"),
    [
        ("region=KZ-00", "region/0"),
        ("hours=never", "hours/0"),
        ("pay_from=-1", "pay_from"),
        ("remote=yes", "remote"),
        ("sort=best", "sort"),
        ("q=%00", "q"),
        ("employer=x", "employer"),
        ("within=0", "within"),
        ("colour=red", "colour"),
    ],
)
def test_what_cannot_be_meant_is_refused(browser: FlaskClient, question: str, pointer: str) -> None:
    answer = browser.get(f"{ADDRESS}?{question}")
    assert (answer.status_code, answer.get_json()["errors"][0]["pointer"]) == (422, f"/query/{pointer}")
