"""Pay, texts, fields and mappings of an import, without a database."""

import gc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.commands.recognition import MANY_BYTES, reading
from labour_exchange.discovery.recognition import read_here
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.vacancies.imports.advertisement import Pay, Rejected
from labour_exchange.vacancies.imports.fields import advertisement_of
from labour_exchange.vacancies.imports.hh import fields_of_hh
from labour_exchange.vacancies.imports.mapping import read_mapping
from labour_exchange.vacancies.imports.pay_words import pay_in_words
from labour_exchange.vacancies.imports.rows import read_advertisements
from labour_exchange.vacancies.imports.rules import clean_text, gross_of_net, is_duplicate, likeness_of, monthly_gross, net_of_gross, pay_words


def test_pay_after_tax_by_the_rates_of_2026() -> None:
    # 300,000: pension 30,000, medical 6,000, tax 10 % of 300,000 - 36,000 - 129,750.
    assert net_of_gross(300_000) == pytest.approx(300_000 - 30_000 - 6_000 - 13_425)
    # Below the deduction no tax is paid.
    assert net_of_gross(100_000) == pytest.approx(88_000)


@given(st.integers(min_value=10_000, max_value=20_000_000))
def test_pay_before_tax_leaves_the_stated_pay(net: int) -> None:
    assert abs(net_of_gross(gross_of_net(net)) - net) <= 500


def test_pay_that_is_not_monthly_tenge_is_only_quoted() -> None:
    for pay in (Pay(2000, 3000, "USD"), Pay(15_000, None, "KZT", period="shift"), Pay(250, None)):
        assert monthly_gross(pay) == (None, None)
        assert pay_words(pay, "ru")
    assert monthly_gross(Pay(300_000, 400_000)) == (300_000, 400_000)
    assert pay_words(Pay(300_000, 400_000), "ru") == ""


@pytest.mark.parametrize(
    ("pay", "language", "words"),
    [
        (Pay(1500, 3000, "USD"), "ru", "1\u202f500–3\u202f000 USD, до вычета налогов"),
        (Pay(200_000, None, is_gross=False), "kk", "200\u202f000 бастап KZT, қолға"),
        (Pay(None, 15_000, period="shift"), "en", "up to 15\u202f000 KZT a shift, before tax"),
    ],
)
def test_pay_is_quoted_in_the_language_of_the_advertisement(pay: Pay, language: str, words: str) -> None:
    assert pay_words(pay, language) == words


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("250 000–300 000 ₸", (250_000, 300_000)),
        ("от 300 тыс. тенге", (300_000, None)),
        ("350 мың теңгеге дейін", (None, 350_000)),
        ("50000₽", (None, None)),
        ("5000 тенге за смену", (None, None)),
        ("по договорённости", (None, None)),
    ],
)
def test_pay_written_as_words(words: str, bounds: tuple[int | None, int | None]) -> None:
    pay = pay_in_words(words, is_gross=True)
    assert (pay.lower, pay.upper) == bounds
    assert pay.words == words


def test_texts_lose_their_marks_and_nothing_else() -> None:
    assert clean_text("<highlighttext>Сварка</highlighttext> труб &amp; балок<br>Смена: 12 ч") == "Сварка труб & балок\nСмена: 12 ч"
    assert clean_text("<ul><li>швы</li><li>резка</li></ul>").split() == ["швы", "резка"]
    assert "script" not in clean_text("a<script>alert(1)</script>b")
    assert clean_text("a\x00b\u202ec\ud800d") == "abcd"
    assert clean_text("5 < 7") == "5 < 7"


@given(st.text())
def test_cleaned_texts_can_be_stored(text: str) -> None:
    cleaned = clean_text(text)
    assert "\x00" not in cleaned
    cleaned.encode()


def test_a_shared_text_at_another_address_is_no_duplicate() -> None:
    words = "Кассир в магазин у дома, касса и выкладка товара, график два через два"
    first = likeness_of("site", "Абая, 1", words)
    assert is_duplicate(first, likeness_of("site", "Абая 1", words))
    assert not is_duplicate(first, likeness_of("site", "Абая, 2", words))
    assert is_duplicate(first, likeness_of("other site", "ул. Абая, дом 1", words))
    assert not is_duplicate(first, likeness_of("site", "Абая, 1", "Кассир в банк, обмен валюты и отчёты по кассе каждый вечер"))


def test_several_processes_read_what_one_reads_in_the_same_order() -> None:
    titles = ("Сварщик", "Аспаз", "Water engineer", "Водитель кат. С, вахта")
    said = [advertisement_of({"external_id": str(number), "title": f"{titles[number % 4]} {number}", "place": "Астана"}) for number in range(120)]
    with reading(MANY_BYTES) as read:
        assert read(said, date(2026, 11, 29)) == read_here(said, date(2026, 11, 29))
    assert gc.isenabled()


BAD = [
    ({"external_id": ""}, "external_id_missing", "external_id"),
    ({"title": " "}, "title_missing", "title"),
    ({"title": "w" * 151}, "title_long", "title"),
    ({"pay_from": "много"}, "not_a_number", "pay_from"),
    ({"pay_from": 500, "pay_to": 400}, "pay_order", "pay_to"),
    ({"pay_to": 10**12}, "out_of_range", "pay_to"),
    ({"posts": 0}, "out_of_range", "posts"),
    ({"latitude": "nan"}, "out_of_range", "latitude"),
    ({"apply_by_on": "31.12.2026"}, "not_a_date", "apply_by_on"),
    ({"hours": "nightly"}, "unknown_value", "hours"),
    ({"occupation_code": "0000"}, "unknown_value", "occupation_code"),
    ({"region_code": "KZ-99"}, "unknown_value", "region_code"),
    ({"region_code": "KZ-75", "district_code": "111600000"}, "unknown_value", "district_code"),
    ({"skills_required": ["no such skill"]}, "unknown_value", "skills_required"),
    ({"description": {"a": 1}}, "unknown_value", "description"),
    ({"is_remote": "maybe"}, "unknown_value", "is_remote"),
    ({"description": "я" * 30_001}, "too_long", "description"),
]


@pytest.mark.parametrize(("fields", "code", "field"), BAD)
def test_what_is_wrong_is_named(fields: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Rejected) as refused:
        advertisement_of({"external_id": "1", "title": "Welder"} | fields)
    assert (refused.value.message.code, refused.value.field) == (code, field)
    assert len({refused.value.in_language(language) for language in LANGUAGES}) == 3


def test_a_place_abroad_is_kept_as_words() -> None:
    said = advertisement_of({"external_id": "1", "title": "Welder", "place": "Самара", "country": "RU"})
    assert (said.place, said.region_code) == ("Самара", None)
    assert advertisement_of({"external_id": "1", "title": "Welder", "place": "Нур-Султан"}).region_code == "KZ-71"
    assert advertisement_of({"external_id": "1", "title": "Welder", "place": "Ривендел"}).region_code is None


def hh_record(**changes: object) -> dict[str, object]:
    return {
        "id": "77",
        "name": "Сварщик",
        "area": {"name": "Астана"},
        "address": {"city": "Нур-Султан (Астана)", "raw": "Нур-Султан (Астана), улица Мира, 1", "lat": 51.1, "lng": 71.4},
        "salary_range": {"from": 300000, "to": None, "currency": "KZT", "gross": False, "mode": {"id": "MONTH"}},
        "employer": {"id": "5", "name": "Жалын"},
        "snippet": {"requirement": "Опыт <highlighttext>сварки</highlighttext>", "responsibility": "Варить швы"},
        "schedule": {"id": "flyInFlyOut"},
        "experience": {"id": "between3And6"},
        "employment": {"id": "full"},
        "work_format": [{"id": "ON_SITE"}],
    } | changes


def test_codes_of_the_job_site_become_ours() -> None:
    said = advertisement_of(fields_of_hh(hh_record()))
    assert (said.region_code, said.hours, said.experience, said.is_remote, said.latitude) == ("KZ-71", "rotational", "year_3_6", False, 51.1)
    assert said.requirements == "Опыт сварки"
    assert monthly_gross(said.pay) == (gross_of_net(300_000), None)


def test_an_address_elsewhere_does_not_move_the_region() -> None:
    said = advertisement_of(fields_of_hh(hh_record(address={"city": "Лимасол", "raw": "Лимасол", "lat": 34.7, "lng": 33.0})))
    assert (said.region_code, said.latitude, said.place) == ("KZ-71", None, "Лимасол")


def test_records_of_another_shape_are_answered_and_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "rows.ndjson"
    file.write_bytes(
        b'{"id": "1", "name": "Cook", "area": []}\n\xff\xfe{}\nnot json\n[1]\n\n{"id": "2", "name": "Cook", "work_format": 5}\n'
        + b'{"id": "3", "name": "'
        + b"x" * 1_100_000
        + b'"}\n{"id": "4", "name": "Cook"}'
    )
    rows = list(read_advertisements(file, "hh", None, lambda count: None))
    codes = [said.message.code if isinstance(said, Rejected) else said.external_id for _, _, said in rows]
    assert codes == ["1", "not_utf8", "not_json", "not_json", "not_json", "row_too_long", "4"]
    assert [number for number, _, _ in rows] == [1, 2, 3, 4, 5, 6, 7]


def test_csv_with_either_separator(tmp_path: Path) -> None:
    for separator in ",;":
        file = tmp_path / "rows.csv"
        rows = [["external_id", "title", "description"], ["1", "Cook", '"Soups\nand bread"'], ["2", "", ""], ["3", "Cook", "a", "b"]]
        file.write_text("\ufeff" + "\n".join(separator.join(row) for row in rows))
        found = [said for _, _, said in read_advertisements(file, "csv", None, lambda count: None)]
        assert [said.message.code if isinstance(said, Rejected) else said.description for said in found] == [
            "Soups\nand bread",
            "title_missing",
            "row_shape",
        ]


def test_a_mapping_joins_translates_and_adds(tmp_path: Path) -> None:
    file = tmp_path / "mapping.toml"
    file.write_text(
        '[fields]\ntitle = "post"\ndescription = ["duty", "offer.text"]\nhours = ["a", "b"]\n'
        '[constants]\nlanguage = "ru"\n[values.hours]\n"Полный  день" = "full"\n"смена" = "shift"\n'
    )
    mapped = read_mapping(file).fields_of({"post": "Повар", "duty": "Варить", "offer": {"text": "Обед"}, "a": "?", "b": "полный день"})
    assert mapped == {"title": "Повар", "description": "Варить\n\nОбед", "hours": "full", "language": "ru"}


@pytest.mark.parametrize(
    "text", ["", "[fields]\nnonsense = 1", "[other]\na = 1", '[fields]\nsalary = "x"', "fields = [", "[fields]\ntitle = 1", "fields = 1"]
)
def test_a_mapping_that_says_nothing_sensible_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mapping.toml"
    file.write_text(text)
    with pytest.raises(Refusal):
        read_mapping(file)
