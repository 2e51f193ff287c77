"""Public pages say what they should in three languages, work as plain links and forms, and show nothing that is not public."""

import json
import re
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.discovery import engines, synchronisation, vocabulary
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.models import Vacancy
from tests.factories import employers, vacancies

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True)
class Exchange:
    client: FlaskClient
    employer: Employer
    welder: Vacancy
    lawyer: Vacancy
    draft: Vacancy
    expired: Vacancy


@pytest.fixture
def exchange(app: Flask, committed: ExchangeSession) -> Exchange:
    by = employers.answering(committed, name="Сарыарқа <b>Металл</b>", about="Металл жасаймыз.")
    text = {"language": "ru", "region_code": "KZ-35", "district_code": "351000000"}
    welder = vacancies.published(
        committed,
        by=by,
        title="Сварщик </script><script>alert(1)</script>",
        description="Вы будете:\n- варить трубы\n- чистить швы",
        requirements="Опыт от года",
        occupation_code="7212",
        occupation_codes=["7212"],
        pay_from=350_000,
        pay_to=420_000,
        skills_required=["ms-excel"],
        licences=["driving-b"],
        experience="year_1_3",
        **text,
    )
    lawyer = vacancies.of_import(committed, title="Заңгер", language="kk", occupation_code="2611", pay_from=None, pay_to=None, pay_stated="2000 USD")
    draft = vacancies.vacancy(committed, by=by, title="Черновик")
    expired = vacancies.expired(committed, by=by, title="Старый сварщик", occupation_code="7212", occupation_codes=["7212"], **text)
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    engines.configure(app.config["SETTINGS"])
    return Exchange(app.test_client(), by, welder, lawyer, draft, expired)


def page(exchange: Exchange, address: str, status: int = 200) -> str:
    answer = exchange.client.get(address)
    assert answer.status_code == status, address
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_in_its_language(exchange: Exchange, language: str) -> None:
    for path in (
        "",
        "vacancies",
        "vacancies?view=map",
        "for-employers",
        "help",
        f"vacancies/{exchange.welder.public_id}",
        f"employers/{exchange.employer.public_id}",
    ):
        html = page(exchange, f"/{language}/{path}")
        assert f'<html lang="{language}">' in html
        assert html.count("<h1") == 1
        assert "alert(1)</script>" not in html.replace("&lt;/script&gt;", "")


def test_the_first_page_shows_the_search_before_anything_else(exchange: Exchange) -> None:
    html = page(exchange, "/en/")
    assert html.index('role="search"') < html.index("<h1")
    assert "2 vacancies are open now." in html
    assert 'href="/en/vacancies?region=KZ-35"' in html


def test_a_search_without_script_is_a_plain_form(exchange: Exchange) -> None:
    html = page(exchange, "/ru/vacancies?q=сварщик&place=Караганда")
    assert "<h1>1 вакансия найдена</h1>" in html
    assert re.search(r'<input[^>]*name="q" value="сварщик"', html)
    assert "350\u202f000 – 420\u202f000\u00a0₸" in html
    assert '<form action="/ru/vacancies" method="get"' in html


def test_chips_take_away_what_was_understood(exchange: Exchange) -> None:
    html = page(exchange, "/en/vacancies?q=welder+from+300+000")
    assert "without=7212" in html
    assert "without=pay" in html
    assert "Occupation: Welders and flamecutters" in html
    assert page(exchange, "/en/vacancies?q=welder&without=7212").count("lx-result") < html.count("lx-result")


def test_corrections_are_said_and_can_be_refused(exchange: Exchange) -> None:
    html = page(exchange, "/ru/vacancies?q=cdfhobr")
    assert "exact=true" in html
    assert "cdfhobr" in html
    assert "1 вакансия найдена" in html


def test_an_unknown_place_is_said(exchange: Exchange) -> None:
    assert "Тридевятое" in page(exchange, "/kk/vacancies?q=заңгер&place=Тридевятое")


def test_filters_are_kept_by_the_form_and_the_pager(exchange: Exchange) -> None:
    html = page(exchange, "/en/vacancies?q=welder&kind=permanent&hours=full&sort=newest&pay_from=300+000")
    assert re.search(r'name="kind"[^>]*value="permanent" checked', html)
    assert '<input type="hidden" name="q" value="welder">' in html
    assert '<input type="hidden" name="sort" value="newest">' in html
    assert "(chosen: 3)" in html


@pytest.mark.parametrize("query", ["region=KZ-99", "kind=nothing", "pay_from=much", "sort=magic", "within=7", "days=x", "education=99", "view=chart"])
def test_what_cannot_be_is_passed_over(exchange: Exchange, query: str) -> None:
    assert "2 vacancies found" in page(exchange, f"/en/vacancies?{query}")


def test_a_cursor_of_another_search_is_refused(exchange: Exchange) -> None:
    page(exchange, "/en/vacancies?cursor=forged", 422)


def test_an_empty_answer_says_what_to_do(exchange: Exchange) -> None:
    html = page(exchange, "/en/vacancies?q=welder&pay_from=90000000")
    assert "lx-empty" in html
    assert "With any pay" in html


def test_a_vacancy_says_everything_and_leads_to_the_application(exchange: Exchange) -> None:
    html = page(exchange, f"/en/vacancies/{exchange.welder.public_id}")
    assert "<li>варить трубы</li><li>чистить швы</li>" in html
    assert "1 to 3 years" in html
    assert "90%" in html
    assert f"/en/sign-in?next=/en/vacancies/{exchange.welder.public_id}/apply" in html
    assert "2000 USD" in page(exchange, f"/en/vacancies/{exchange.lawyer.public_id}")


def test_the_posting_for_search_engines_is_valid_and_harmless(exchange: Exchange) -> None:
    answer = exchange.client.get(f"/ru/vacancies/{exchange.welder.public_id}")
    html = answer.get_data(as_text=True)
    nonce, written = re.search(r'<script type="application/ld\+json" nonce="([^"]+)">(.*?)</script>', html, re.S).groups()  # type: ignore[union-attr]
    assert f"'nonce-{nonce}'" in answer.headers["Content-Security-Policy"]
    posting = json.loads(written)
    assert posting["@type"] == "JobPosting"
    assert posting["title"].startswith("Сварщик </script>")
    assert posting["baseSalary"]["value"] == {"@type": "QuantitativeValue", "unitText": "MONTH", "minValue": 350_000, "maxValue": 420_000}
    assert posting["jobLocation"]["address"]["addressLocality"]
    assert {"datePosted", "validThrough", "hiringOrganization", "employmentType", "identifier", "directApply"} <= set(posting)


def test_a_closed_vacancy_is_gone_and_shows_similar_ones(exchange: Exchange) -> None:
    html = page(exchange, f"/en/vacancies/{exchange.expired.public_id}", 410)
    assert f"/en/vacancies/{exchange.welder.public_id}" in html
    assert "ld+json" not in html
    assert "noindex" in html


def test_what_is_not_public_does_not_exist(exchange: Exchange) -> None:
    page(exchange, f"/en/vacancies/{exchange.draft.public_id}", 404)
    page(exchange, "/en/vacancies/nothing", 404)
    page(exchange, "/en/employers/nothing", 404)
    assert "Черновик" not in page(exchange, f"/en/employers/{exchange.employer.public_id}")


def test_suggestions(exchange: Exchange) -> None:
    found = {
        kind: exchange.client.get(f"/ru/suggest/{kind}?q={typed}").json
        for kind, typed in (("occupations", "свар"), ("skills", "exc"), ("places", "караг"), ("searches", "свар"))
    }
    assert all(set(item) == {"code", "label", "note"} for answer in found.values() for item in answer["items"])  # type: ignore[index]
    assert "7212" in [item["code"] for item in found["occupations"]["items"]]  # type: ignore[index]
    assert "ms-excel" in [item["code"] for item in found["skills"]["items"]]  # type: ignore[index]
    assert "351000000" in [item["code"] for item in found["places"]["items"]]  # type: ignore[index]
    assert exchange.client.get("/ru/suggest/searches").json == {"items": []}


@pytest.mark.parametrize(
    ("address", "mimetype", "words"),
    [
        ("/robots.txt", "text/plain", "Sitemap: http://localhost/sitemap.xml"),
        ("/.well-known/security.txt", "text/plain", "Contact: mailto:"),
        ("/sitemap.xml", "application/xml", "/sitemaps/vacancies-0.xml"),
        ("/sitemaps/pages.xml", "application/xml", "http://localhost/kk/vacancies"),
        ("/sitemaps/vacancies-0.xml", "application/xml", 'hreflang="ru"'),
        ("/kk/opensearch.xml", "application/opensearchdescription+xml", "{searchTerms}"),
        ("/ru/vacancies.atom?q=сварщик", "application/atom+xml", "<entry>"),
    ],
)
def test_machines_find_what_they_look_for(exchange: Exchange, address: str, mimetype: str, words: str) -> None:
    answer = exchange.client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, mimetype)
    assert words in answer.get_data(as_text=True)
    assert "max-age" in answer.headers["Cache-Control"]


def test_the_sitemap_holds_open_vacancies_only(exchange: Exchange) -> None:
    html = page(exchange, "/sitemaps/vacancies-0.xml")
    assert exchange.welder.public_id in html
    assert exchange.draft.public_id not in html
    assert exchange.expired.public_id not in html
