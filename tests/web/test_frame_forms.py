"""Forms: what people write in a box, what it becomes, and what they are told when it cannot be read."""

import re
from datetime import date
from uuid import UUID

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, Refusal
from labour_exchange.foundation.texts import Message, Text
from labour_exchange.web.forms import show_refusal
from labour_exchange.web.forms.drawing import problems
from tests.web.frame_app import GalleryForm, make_app

GOOD = {
    "title": "Cook",
    "email": "a@example.kz",
    "secret": "words",
    "region": "KZ-75",
    "hours": "shift",
    "until-day": "20",
    "until-month": "12",
    "until-year": "2026",
    "pay_from": "250 000",
    "posts": "2",
}
SENTENCE = Message("too_low", Text("аз", "мало", "too low"))


@pytest.fixture(scope="module")
def app() -> Flask:
    made = make_app()
    made.config["WTF_CSRF_ENABLED"] = False
    return made


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def filled(app: Flask, language: str = "en", **changes: str) -> tuple[GalleryForm, dict[str, list[str]]]:
    """The form after a POST of good answers with some changed, and its errors as words."""
    with app.test_request_context(method="POST", data=GOOD | {"submission_id": "0b9d5c1e-53c5-4d3a-9d0c-6c1c4f7ad001"} | changes):
        g.language = language
        form = GalleryForm()
        form.validate()
        return form, {name: [str(sentence) for sentence in found] for name, found in form.errors.items()}


@pytest.mark.parametrize(("language", "word"), [("kk", "Түн"), ("ru", "Ночь"), ("en", "Night")])
def test_choices_that_a_page_narrows_are_in_words(app: Flask, language: str, word: str) -> None:
    with app.test_request_context():
        g.language = language
        form = GalleryForm()
        form.hours.choices = form.days.choices = [("night", Text("Түн", "Ночь", "Night")), ("any", "–")]
        for drawn in (form.hours(), form.days(), "".join(str(option.label) for option in form.hours)):
            assert word in drawn
            assert "Text(" not in drawn


def test_good_answers_are_read_into_values(app: Flask) -> None:
    form, errors = filled(app, days="full", bonus="")
    assert errors == {}
    assert (form.hours.data, form.region.data, form.days.data) == ("shift", "KZ-75", ["full"])
    assert (form.until.data, form.born.data, form.pay_from.data, form.bonus.data, form.posts.data) == (date(2026, 12, 20), None, 250000, None, 2)


@pytest.mark.parametrize(
    "written",
    [
        "250000",
        "250 000",
        "250\u00a0000",
        "250\u202f000",
        "250,000",
        "250.000",
        "250 000 ₸",
        "250000 тг.",
        "250 000 теңге",
        "250000,00",
        " 250000 tenge ",
    ],
)
def test_money_is_read_as_people_write_it(app: Flask, written: str) -> None:
    form, errors = filled(app, pay_from=written)
    assert (form.pay_from.data, errors) == (250000, {})


@pytest.mark.parametrize("written", ["abc", "-5", "250,5", "1e5", "25,00,00", "٢٥٠", "9" * 40, "₸"])
def test_money_that_cannot_be_read_is_said_so(app: Flask, written: str) -> None:
    form, errors = filled(app, pay_from=written)
    assert form.pay_from.data is None
    assert len(errors["pay_from"]) == 1
    assert form.pay_from._value() == written


@given(st.text(max_size=40))
def test_no_text_breaks_the_boxes(written: str) -> None:
    form, errors = filled(APP, pay_from=written, posts=written, **{"until-day": written, "born-year": written})
    assert form.pay_from.data is None or form.pay_from.data >= 0
    assert form.until.data is None or isinstance(form.until.data, date)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("31", "2", "2026"), "There is no such day in the calendar"),
        (("20", "12", "26"), "Write all four digits of the year"),
        (("20", "декабрь", "2026"), "Write the day, the month and the year as numbers, for example 20 12 2026"),
        (("20", "", "2026"), "Write the day, the month and the year as numbers, for example 20 12 2026"),
        (("", "", ""), "Please fill this in"),
    ],
)
def test_date_that_cannot_be_read_is_said_so(app: Flask, parts: tuple[str, str, str], sentence: str) -> None:
    form, errors = filled(app, **dict(zip(("until-day", "until-month", "until-year"), parts, strict=True)))
    assert errors == {"until": [sentence]}
    assert tuple(form.until.parts.values()) == parts


def test_sentences_are_ours_in_the_reader_s_language(app: Flask) -> None:
    _, errors = filled(app, "ru", title="аб", email="x", region="KZ-99", hours="")
    assert errors == {
        "title": ["Напишите не меньше 3 знаков"],
        "email": ["Напишите адрес электронной почты, например: name@example.kz"],
        "region": ["Выберите один из ответов в списке"],
        "hours": ["Заполните это поле"],
    }


def test_every_form_has_a_one_time_id_that_survives_a_correction(client: FlaskClient) -> None:
    ids = [re.search(r'name="submission_id"[^>]*value="([^"]+)"', client.get("/en/gallery/forms").text) for _ in range(2)]
    first, second = (UUID(found[1]) for found in ids if found)
    assert first != second
    again = client.post("/en/gallery/forms", data={"submission_id": str(first)}).text
    assert f'value="{first}"' in again


def test_forged_one_time_id_is_refused_and_replaced(app: Flask) -> None:
    form, errors = filled(app, submission_id="../../etc")
    assert list(errors) == ["submission_id"]
    assert UUID(form.submission_id.data)


def test_version_is_filled_from_what_is_edited(app: Flask) -> None:
    record = type("Record", (), {"version": 4, "title": "Cook"})()
    with app.test_request_context():
        assert GalleryForm(obj=record).version.data == 4
        assert GalleryForm().version.data is None


def test_form_with_errors_is_422_with_a_title_prefix_and_links_to_controls(client: FlaskClient) -> None:
    answer = client.post("/kk/gallery/forms", data={"until-day": "31", "until-month": "2", "until-year": "2026"})
    assert answer.status_code == 422
    assert "<title>Қате: Forms – Жұмыс көпірі</title>" in answer.text
    summary = re.search(r'<div class="lx-errors".*?</div>', answer.text, re.S)
    assert summary
    targets = re.findall(r'href="#([^"]+)"', summary[0])
    assert targets == ["title", "email", "secret", "region", "hours-0", "until-day", "pay_from", "posts"]
    assert all(f'id="{target}"' in answer.text for target in targets)
    assert "8 жерді түзету керек" in summary[0]
    for described in re.findall(r'aria-describedby="([^"]+)"', answer.text):
        assert all(f'id="{one}"' in answer.text for one in described.split())


def test_form_without_errors_is_200_and_has_no_prefix(client: FlaskClient) -> None:
    answer = client.get("/kk/gallery/forms")
    assert (answer.status_code, "Қате:" in answer.text, 'class="lx-errors"' in answer.text) == (200, False, False)


def test_what_people_wrote_is_shown_again_and_passwords_are_not(client: FlaskClient) -> None:
    page = client.post("/en/gallery/forms", data=GOOD | {"title": '"><b>x', "secret": "hidden words", "email": ""}).text
    assert "&#34;&gt;&lt;b&gt;x" in page
    assert "<b>x" not in page
    assert "hidden words" not in page


def test_refusal_of_an_operation_stands_beside_its_field(app: Flask) -> None:
    with app.test_request_context(method="POST", data=GOOD):
        g.language = "ru"
        form = GalleryForm()
        show_refusal(form, Refusal(SENTENCE, field="pay_from"))
        show_refusal(form, InvalidInput([FieldError("posts", SENTENCE), FieldError("elsewhere", SENTENCE)]))
        show_refusal(form, Conflict(SENTENCE))
        assert [(one.target, one.sentence) for one in problems(form)] == [("", "мало"), ("", "мало"), ("pay_from", "мало"), ("posts", "мало")]


APP = make_app()
APP.config["WTF_CSRF_ENABLED"] = False


def test_multidict_keeps_every_checkbox(app: Flask) -> None:
    data = MultiDict([*GOOD.items(), ("days", "full"), ("days", "shift")])
    with app.test_request_context(method="POST", data=data):
        assert GalleryForm().days.data == ["full", "shift"]
