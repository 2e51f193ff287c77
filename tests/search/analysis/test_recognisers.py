"""Pay, hours, remote work, licences and experience, and the stretches they were read from."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.analysis.recognisers import conditions, conditions_of_work
from search.analysis.recognisers import experience as of_experience
from search.analysis.recognisers import hours as of_hours
from search.analysis.recognisers import licences as of_licences
from search.analysis.recognisers.spans import stands_in, without


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("от 300 000", 300_000),
        ("300 мың теңге", 300_000),
        ("300мың", 300_000),
        ("300k", 300_000),
        ("300 тыс", 300_000),
        ("з/п 250-300 тыс. тг", 250_000),
        ("от 350 000 до 600 000 ₸", 350_000),
        ("300 мың теңгеден бастап", 300_000),
        ("кемінде 200000 теңге", 200_000),
        ("от 1,2 млн тг", 1_200_000),
        ("жалақысы 400 000 теңге", 400_000),
        ("сварщик 300000", 300_000),
        ("до 500 000 тенге", None),
        ("1500 тг/час", None),
        ("15 000 тг за смену", None),
        ("30 000 в день", None),
        ("от 18 лет", None),
        ("от $3000", None),
        ("от 50 000 руб", None),
        ("тел +7 701 000 00 00", None),
        ("шоссе, д. 22 к. 1", None),
        ("2026 год", None),
    ],
)
def test_pay(text: str, expected: int | None) -> None:
    assert conditions(text).pay_from == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("вахтовым методом 15/15", "rotational"),
        ("вахта", "rotational"),
        ("вахталық әдіспен", "rotational"),
        ("сменный график 2/2", "shift"),
        ("ауысымды кесте", "shift"),
        ("неполный рабочий день", "part"),
        ("part-time", "part"),
        ("толық емес жұмыс күні", "part"),
        ("подработка", "part"),
        ("полный день", "full"),
        ("full time", "full"),
        ("толық жұмыс күні", "full"),
        ("график 5/2", "full"),
        ("начальник смены", None),
        ("сварщик", None),
    ],
)
def test_hours(text: str, expected: str | None) -> None:
    assert conditions(text).hours == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("удалённо", True),
        ("на удаленке", True),
        ("қашықтан жұмыс", True),
        ("remote", True),
        ("не удаленно", False),
        ("қашықтан емес", False),
        ("в офисе", None),
    ],
)
def test_remote(text: str, expected: bool | None) -> None:
    assert conditions(text).remote is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("категории C/С", ("C",)),
        ("права кат. В,С", ("B", "C")),
        ("водитель кат.ВСД", ("B", "C", "D")),
        ("С санатты жүргізуші", ("C",)),
        ("водитель категории с", ("C",)),
        ("BCE license", ("B", "C", "E")),
        ("категории В, С, Е", ("B", "C", "E")),
        ("специалист категории с опытом", ()),
        ("врач первой категории в больницу", ()),
        ("правда и прозрачность", ()),
        ("водительские права, автомобиль", ()),
    ],
)
def test_licences(text: str, expected: tuple[str, ...]) -> None:
    assert conditions(text).licences == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("без опыта", "none"),
        ("тәжірибесіз", "none"),
        ("опыт не требуется", "none"),
        ("no experience required", "none"),
        ("опыт от 1 года", "year_1_3"),
        ("опыт от 3 лет", "year_3_6"),
        ("опыт работы не менее трех лет", "year_3_6"),
        ("5 жылдық тәжірибе", "year_3_6"),
        ("3+ years of experience", "year_3_6"),
        ("опыт более 6 лет", "over_6"),
        ("от 18 лет", None),
        ("опыт", None),
    ],
)
def test_experience(text: str, expected: str | None) -> None:
    assert conditions(text).experience == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("сезонная работа на уборке", "seasonal"),
        ("маусымдық жұмыс", "seasonal"),
        ("seasonal work", "seasonal"),
        ("временная работа", "temporary"),
        ("уақытша жұмыс", "temporary"),
        ("temporary job", "temporary"),
        ("срочный трудовой договор", "fixed_term"),
        ("мерзімді шарт", "fixed_term"),
        ("fixed-term contract", "fixed_term"),
        ("постоянная работа", "permanent"),
        ("тұрақты жұмыс", "permanent"),
        ("временно исполняющий обязанности", None),
        ("постоянно растущая компания", None),
        ("тұрақты жұмысшы", None),
        ("срочно сварщик", None),
    ],
)
def test_kind_of_employment(text: str, expected: str | None) -> None:
    assert conditions(text).employment_kind == expected


def test_spans_say_what_can_be_taken_out() -> None:
    typed = "Водитель КАТЕГОРИИ С, вахта, от 400\u00a0000 тг Атырау"
    found = conditions(typed)
    assert (found.pay_from, found.hours, found.licences) == (400_000, "rotational", ("C",))
    assert without(typed, found.spans).replace(",", "").split() == ["Водитель", "Атырау"]


def test_the_occupation_between_the_words_of_experience_stays() -> None:
    typed = "опыт работы сварщиком от 3 лет"
    assert without(typed, conditions(typed).spans).split() == ["сварщиком"]


@given(
    st.text(alphabet=st.one_of(st.sampled_from("от 300 000тыскмлн/категории АВСопыт лет-5"), st.characters(exclude_categories=["Cs"])), max_size=60)
)
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    spans = conditions(text).spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))


GUARDED = (
    *((parts, pattern) for _, parts, pattern in of_hours.HOURS),
    (of_hours.SPOKEN_OF_REMOTE, of_hours.REMOTE),
    *((of_licences.SPOKEN_OF, pattern) for pattern in of_licences.PATTERNS),
    *((of_experience.SPOKEN_OF, pattern) for pattern in of_experience.PATTERNS),
)


@pytest.mark.parametrize(("parts", "pattern"), GUARDED, ids=lambda value: value.pattern[:30] if isinstance(value, re.Pattern) else "")
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_a_pattern_finds_nothing_without_one_of_its_parts_of_words(parts: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert stands_in(parts, data.draw(st.from_regex(pattern)))


SAID = (
    "вахта 15/15",
    "неполный день",
    "по сменам",
    "5/2",
    "удаленно",
    "не удаленка",
    "кат. В, С",
    "опыт от 3 лет",
    "без опыта",
    "тәжірибе",
    "Сезонно",
)


@given(st.lists(st.sampled_from((*SAID, "от 300 000 тг", "постоянная работа", "сварщик")), max_size=5).map(", ".join))
def test_an_import_reads_of_the_work_what_everybody_reads(text: str) -> None:
    every, some = conditions(text), conditions_of_work(text)
    assert (some.hours, some.remote, some.licences, some.experience) == (every.hours, every.remote, every.licences, every.experience)


def test_a_hostile_text_takes_no_longer_than_a_plain_one() -> None:
    started = time.perf_counter()
    for text in ("опыт " * 10_000, "а, " * 20_000, "1 000 " * 10_000, "категории " * 8_000, " " * 60_000, "из " * 20_000, "не " * 20_000):
        conditions(text)
    assert time.perf_counter() - started < 8
