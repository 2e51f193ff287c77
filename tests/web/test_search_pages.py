"""The search page beside its results: marked words, distance, districts, the map, similar vacancies, and what the browser remembers."""

import re
from dataclasses import dataclass
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.discovery import finders, synchronisation, vocabulary
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.foundation.access import VISITOR
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.models import Vacancy
from tests.factories import employers, jobseekers, signing_in, vacancies

KARAGANDA, TEMIRTAU, ATYRAU = "351000000", "352400000", "231000000"


@dataclass(frozen=True)
class Market:
    session: ExchangeSession
    client: FlaskClient
    near: Vacancy
    far: Vacancy
    cook: Vacancy


@pytest.fixture
def market(app: Flask, committed: ExchangeSession) -> Market:
    by = employers.answering(committed, name="Сарыарқа Металл")
    facts = {"by": by, "language": "ru", "occupation_code": "7212", "occupation_codes": ["7212"]}
    long_text = "Мы большой завод. " * 20 + "Здесь нужен <b>сварщик</b> труб & резервуаров."
    near = vacancies.published(
        committed,
        title="Сварщик <i>срочно</i>",
        description=long_text,
        region_code="KZ-35",
        district_code=KARAGANDA,
        skills_required=["welding-tig"],
        **facts,
    )
    far = vacancies.published(committed, title="Welder", region_code="KZ-23", district_code=ATYRAU, **facts)
    cook = vacancies.published(
        committed, by=by, title="Повар", occupation_code="5120", occupation_codes=["5120"], region_code="KZ-35", district_code=TEMIRTAU
    )
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    return Market(committed, app.test_client(), near, far, cook)


def html(market: Market, address: str) -> str:
    answer = market.client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_what_matched_is_marked_and_the_rest_is_escaped(market: Market) -> None:
    page = html(market, "/ru/vacancies?q=сварщики")
    assert "<mark>Сварщик</mark> &lt;i&gt;срочно&lt;/i&gt;" in page
    assert "&lt;b&gt;<mark>сварщик</mark>&lt;/b&gt; труб &amp; резервуаров" in page, "the snippet is the stretch that matched"
    assert "<mark>Welder</mark>" in page, "what names the occupation meant is marked in another language too"
    assert "<mark>" not in html(market, "/ru/vacancies")


def test_distance_is_counted_from_the_chosen_place(market: Market) -> None:
    page = html(market, "/ru/vacancies?place=Темиртау&within=50&sort=distance")
    assert page.index("Повар") < page.index("Сварщик")
    assert "Welder" not in page
    assert "км" in unescape(page)


def test_a_jobseekers_way_to_work_begins_at_home_and_home_is_not_in_the_address(app: Flask, market: Market) -> None:
    person = jobseekers.with_profile(market.session, "KZ-35", district_code=TEMIRTAU)
    client = app.test_client()
    account = market.session.get_one(User, person.user_id)
    signing_in.sign_in_as(client, market.session, account)
    market.session.commit()
    page = client.get("/ru/vacancies?home=true&sort=distance").get_data(as_text=True)
    assert page.index("Повар") < page.index("Сварщик")
    assert "Welder" not in page
    assert TEMIRTAU not in page.split('id="district"')[0]
    assert "Welder" in html(market, "/ru/vacancies?home=true"), "a visitor has no home here"


def test_a_district_of_the_chosen_region(market: Market) -> None:
    page = html(market, f"/ru/vacancies?region=KZ-35&district={TEMIRTAU}")
    assert "Повар" in page
    assert "Сварщик" not in page
    assert f'<option value="{TEMIRTAU}" selected>' in page
    assert "Welder" in html(market, f"/ru/vacancies?region=KZ-23&district={TEMIRTAU}"), "a district left from another region is passed over"
    assert finders.find_vacancies(market.session, VISITOR, SearchQuery(districts=(TEMIRTAU,))).total == 1


def test_the_map_beside_the_list_counts_the_whole_country(market: Market) -> None:
    page = html(market, "/en/vacancies?q=welder&region=KZ-35")
    tiles = page[page.index("lx-tilemap") :]
    assert tiles.count("<li class=") >= 20
    assert "region=KZ-23" in tiles


def test_similar_vacancies_are_near_and_for_the_same_work(market: Market) -> None:
    assert finders.similar_vacancies(market.session, VISITOR, market.near) == [market.far]
    assert finders.similar_vacancies(market.session, VISITOR, market.cook) == []


def test_the_browser_remembers_what_was_read_until_it_is_cleared(market: Market) -> None:
    assert "You looked at these lately" not in html(market, "/en/vacancies")
    market.client.get(f"/en/vacancies/{market.near.public_id}", headers={"Sec-Purpose": "prefetch"})
    market.client.head(f"/en/vacancies/{market.cook.public_id}")
    html(market, f"/en/vacancies/{market.far.public_id}")
    recent = html(market, "/en/vacancies").split("You looked at these lately")[1]
    assert market.far.public_id in recent
    assert market.near.public_id not in recent
    assert market.cook.public_id not in recent
    assert market.client.post("/en/vacancies/recent/clear").status_code == 303
    assert "You looked at these lately" not in html(market, "/en/vacancies")


def test_a_forged_memory_is_forgotten(market: Market) -> None:
    market.client.set_cookie("recent", f'["{market.near.public_id}"]')
    assert "You looked at these lately" not in html(market, "/en/vacancies")


def hidden_and_checked(page: str) -> tuple[list[str], list[str]]:
    """What the filter form sends of itself: values of hidden `without`, and of checked boxes for hours."""
    form = page.split('class="lx-facets"')[1].split("</form>")[0]
    return re.findall(r'name="without" value="([^"]*)"', form), re.findall(r'name="hours" id="[^"]*" value="([^"]*)" checked', form)


@pytest.mark.parametrize(
    ("typed", "key", "hours"), [("сварщик полный день", "hours", ["full"]), ("сварщик не вахта", "not_hours", ["full", "part", "shift"])]
)
def test_what_was_read_in_the_words_can_be_unchecked_in_the_filters(market: Market, typed: str, key: str, hours: list[str]) -> None:
    page = html(market, f"/ru/vacancies?q={typed}")
    assert hidden_and_checked(page) == ([key], hours)
    unchecked = html(market, f"/ru/vacancies?q={typed}&without={key}")
    assert hidden_and_checked(unchecked) == ([key], [])
    kept = html(market, f"/ru/vacancies?q={typed}&without={key}&" + "&".join(f"hours={one}" for one in hours))
    assert hidden_and_checked(kept) == ([key], hours)


def test_pay_that_was_read_stands_in_its_box(market: Market) -> None:
    page = html(market, "/ru/vacancies?q=сварщик от 100 000")
    assert re.search(r'id="pay_from"[^>]*value="100\s000"', unescape(page))
    assert hidden_and_checked(page)[0] == ["pay"]


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("kk", "үйге жақын жұмыс", "Тұратын жеріңізді білмейміз"),
        ("ru", "работа рядом с домом", "Мы не знаем, где вы живёте"),
        ("en", "job near me", "We do not know where you live"),
    ],
)
def test_near_home_says_what_is_missing_until_a_place_is_named(market: Market, language: str, typed: str, said: str) -> None:
    assert said in html(market, f"/{language}/vacancies?q={typed}")
    named = html(market, f"/{language}/vacancies?q={typed}&place=Темиртау")
    assert said not in named
    assert ">Повар<" in named
    assert ">Welder<" not in named


def test_near_home_is_counted_from_the_home_of_who_is_signed_in(app: Flask, market: Market) -> None:
    person = jobseekers.with_profile(market.session, "KZ-35", district_code=TEMIRTAU)
    client = app.test_client()
    signing_in.sign_in_as(client, market.session, market.session.get_one(User, person.user_id))
    market.session.commit()
    page = client.get("/ru/vacancies?q=работа рядом с домом").get_data(as_text=True)
    assert "Рядом с домом" in page
    assert "Повар" in page
    assert "Welder" not in page
    assert "Сначала близкие" in page or "sort=distance" in page
