"""The language stands in every address, is kept by links and changed by the switch; the frame answers with its headers."""

import re

import pytest
from flask.testing import FlaskClient

from labour_exchange.web.addresses import own_path
from tests.web.frame_app import OFFICER, make_app


@pytest.fixture(scope="module")
def visitor() -> FlaskClient:
    return make_app().test_client()


@pytest.fixture(scope="module")
def officer() -> FlaskClient:
    return make_app(OFFICER).test_client()


@pytest.mark.parametrize(
    ("accepted", "language"), [("ru-RU,ru;q=0.9,en;q=0.8", "ru"), ("kk", "kk"), ("en-GB", "en"), ("de,fr;q=0.5", "kk"), ("", "kk")]
)
def test_first_address_leads_to_the_language_the_browser_prefers(visitor: FlaskClient, accepted: str, language: str) -> None:
    answer = visitor.get("/", headers={"Accept-Language": accepted})
    assert (answer.status_code, answer.location) == (302, f"/{language}/")
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize(("language", "words"), [("kk", "Мәзір"), ("ru", "Меню"), ("en", "Menu")])
def test_page_is_written_in_the_language_of_its_address(officer: FlaskClient, language: str, words: str) -> None:
    page = officer.get(f"/{language}/gallery/blocks", headers={"Accept-Language": "en"}).text
    assert f'<html lang="{language}">' in page
    assert f"<summary>{words}</summary>" in page


def test_other_languages_do_not_exist(visitor: FlaskClient) -> None:
    assert visitor.get("/de/gallery/blocks").status_code == 404


def test_url_for_keeps_the_language(visitor: FlaskClient) -> None:
    assert visitor.get("/ru/link").text == "/ru/gallery/blocks"


def test_switch_leads_to_the_same_page_with_its_query(visitor: FlaskClient) -> None:
    page = visitor.get("/kk/gallery/forms?q=дәнекерлеуші&x=1").text
    assert re.search(r'href="/ru/gallery/forms\?q=[^"]+&amp;x=1" lang="ru"', page)


def test_public_page_names_its_canonical_address_and_its_translations() -> None:
    app = make_app()
    app.config["BASE_URL"] = "https://work.example/"
    app.add_url_rule("/<any(kk, ru, en):lang>/open/<name>", "public.page", app.view_functions["gallery.page"])
    page = app.test_client().get("/ru/open/blocks?page=3").text
    assert '<link rel="canonical" href="https://work.example/ru/open/blocks">' in page
    assert re.findall(r'hreflang="([^"]+)" href="([^"]+)"', page) == [
        ("kk", "https://work.example/kk/open/blocks"),
        ("ru", "https://work.example/ru/open/blocks"),
        ("en", "https://work.example/en/open/blocks"),
        ("x-default", "https://work.example/kk/open/blocks"),
    ]
    assert '<meta name="description" content="All blocks">' in page
    assert "noindex" not in page


def test_personal_page_is_not_offered_to_search_engines(visitor: FlaskClient) -> None:
    answer = visitor.get("/kk/gallery/blocks")
    assert '<meta name="robots" content="noindex">' in answer.text
    assert 'rel="canonical"' not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("target", ["//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "", None, "evil", "/\t/evil.example"])
def test_only_own_paths_are_followed(target: str | None) -> None:
    assert own_path(target, "/kk/") == "/kk/"


def test_own_path_is_kept() -> None:
    assert own_path("/ru/vacancies?q=a#b", "/kk/") == "/ru/vacancies?q=a#b"


def test_answer_carries_the_content_policy_with_the_nonce_of_its_scripts(visitor: FlaskClient) -> None:
    first, second = (visitor.get("/en/gallery/blocks") for _ in range(2))
    policy = first.headers["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([^']+)'", policy)
    assert nonce
    assert set(re.findall(r'<script [^>]*nonce="([^"]+)"', first.text)) == {nonce[1]}
    assert policy != second.headers["Content-Security-Policy"]
    for rule in (
        "default-src 'none'",
        "style-src 'self';",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ):
        assert rule in policy + ";"
    assert "unsafe" not in policy
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert first.headers["Referrer-Policy"]


def test_transport_security_is_promised_only_over_https(visitor: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in visitor.get("/en/gallery/blocks").headers
    assert "max-age" in visitor.get("/en/gallery/blocks", base_url="https://localhost").headers["Strict-Transport-Security"]


def test_request_id_is_taken_over_when_it_is_harmless(visitor: FlaskClient) -> None:
    assert visitor.get("/en/link", headers={"X-Request-Id": "abcd-1234"}).headers["X-Request-Id"] == "abcd-1234"
    made = visitor.get("/en/link", headers={"X-Request-Id": "<script>alert(1)</script>"}).headers["X-Request-Id"]
    assert re.fullmatch(r"[0-9a-f]{32}", made)


def test_page_of_somebody_signed_in_is_kept_nowhere(officer: FlaskClient) -> None:
    assert officer.get("/en/office/queue").headers["Cache-Control"] == "no-store"


def test_static_file_with_its_fingerprint_is_kept_for_a_year(visitor: FlaskClient) -> None:
    page = visitor.get("/en/gallery/blocks").text
    href = re.search(r'href="(/assets/theme.css\?v=[0-9a-f]+)"', page)
    assert href
    assert "immutable" in visitor.get(href[1]).headers["Cache-Control"]
    assert "immutable" not in visitor.get("/assets/theme.css").headers.get("Cache-Control", "")


def test_no_page_of_the_gallery_has_inline_style_or_script(visitor: FlaskClient) -> None:
    for name in ("blocks", "forms", "figures"):
        page = visitor.get(f"/kk/gallery/{name}").text
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", page)
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_menu_holds_the_existing_pages_of_the_actor(officer: FlaskClient, visitor: FlaskClient) -> None:
    page = officer.get("/ru/office/reports").text
    menu = re.search(r'<nav aria-label="Главное меню">(.*?)</nav>', page, re.S)
    assert menu
    assert re.findall(r'<a href="([^"]+)"( aria-current="page")?>([^<]+)', menu[1]) == [
        ("/ru/office/queue", "", "Очередь"),
        ("/ru/office/reports", ' aria-current="page"', "Отчёты"),
    ]
    assert "Главное меню" not in visitor.get("/ru/gallery/blocks").text


def test_masthead_offers_sign_in_or_sign_out(officer: FlaskClient, visitor: FlaskClient) -> None:
    assert re.search(r'href="/en/sign-in">Sign in', visitor.get("/en/gallery/blocks").text)
    signed_in = officer.get("/en/gallery/blocks").text
    assert "Sign in" not in signed_in
    assert re.search(r'<form method="post" action="/en/sign-out"><input type="hidden" name="csrf_token"', signed_in)
    assert OFFICER.display_name in signed_in


def test_name_and_mark_are_settings() -> None:
    app = make_app()
    app.config.update(SITE_NAME_RU="Работа рядом", SITE_MARK_URL="/assets/mark.svg")
    page = app.test_client().get("/ru/gallery/blocks").text
    assert "<title>Blocks – Работа рядом</title>" in page
    assert '<img src="/assets/mark.svg" alt=""' in page
