"""What only somebody who searches writes: wishes in passing, refusals, places near home, and words that say no more than "a job"."""

import pytest

from search.analysis.recognisers import asked, conditions
from search.analysis.understanding import understand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("больше 500 тысяч", 500_000),
        ("свыше 300 000", 300_000),
        ("не меньше 250 000", 250_000),
        ("айлығы 400 мың", 400_000),
        ("зарплатой от 350к", 350_000),
        ("жалақысы 500 мыңнан жоғары", 500_000),
        ("полмиллиона", 500_000),
        ("миллион тенге", 1_000_000),
        ("жарты миллион", 500_000),
        ("half a million", 500_000),
        ("at least 300 000", 300_000),
        ("over 300k", 300_000),
        ("300 мыңнан астам", 300_000),
        ("300 мыңға дейін", None),
        ("until 300 000", None),
    ],
)
def test_pay(text: str, expected: int | None) -> None:
    found = asked(text)
    assert found.pay_from == expected
    assert [span for span in found.spans if span.sort == "pay"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("вахта 30 на 15", "rotational"),
        ("15 на 15", "rotational"),
        ("5 на 2", "full"),
        ("пятидневка", "full"),
        ("2 через 2", "shift"),
        ("два через два", "shift"),
        ("2 на 2", "shift"),
        ("сутки трое", "shift"),
        ("охранник сутки/трое", "shift"),
        ("ночная работа", "shift"),
        ("ночью", "shift"),
        ("түнгі жұмыс", "shift"),
        ("түнгі ауысым", "shift"),
        ("driver night shift", "shift"),
        ("evening job", "part"),
        ("вечерняя подработка", "part"),
        ("кешкі жұмыс", "part"),
        ("работа по выходным", "part"),
        ("демалыс күндері", "part"),
        ("не полный день", "part"),
        ("жарты ставка", "part"),
        ("вахтавый метод", "rotational"),
        ("вахтамен жұмыс", "rotational"),
    ],
)
def test_hours(text: str, expected: str) -> None:
    assert asked(text).hours == expected


@pytest.mark.parametrize("text", ["не вахта водитель", "водитель без вахты", "вахта емес", "вахтасыз", "кроме вахты", "no rotation"])
def test_hours_that_are_refused_are_no_wish(text: str) -> None:
    found = asked(text)
    assert (found.hours, found.not_hours) == (None, ("rotational",))


def test_an_advertisement_that_denies_rotation_has_none() -> None:
    assert conditions("Это не вахта").hours is None


@pytest.mark.parametrize(
    "text",
    ["работа на дому", "онлайн жұмыс", "онлайн работа", "online", "фриланс", "үйде отырып жұмыс", "үйден", "дистанционка", "home based", "wfh"],
)
def test_remote(text: str) -> None:
    assert asked(text).remote is True


@pytest.mark.parametrize(
    "text", ["работа рядом с домом", "үйге жақын жұмыс", "job near me", "недалеко от дома", "возле дома", "үйдің жанында", "close to home"]
)
def test_near_home(text: str) -> None:
    found = asked(text)
    assert found.is_near_home
    assert found.remote is None


@pytest.mark.parametrize(
    "text", ["для инвалидов", "мүгедектерге жұмыс", "людям с инвалидностью", "мүмкіндігі шектеулі жандарға", "jobs for disabled people"]
)
def test_quota(text: str) -> None:
    assert asked(text).quota is True


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("без образования", 3),
        ("білімсіз жұмыс", 3),
        ("без высшего образования", 5),
        ("жоғары білімсіз", 5),
        ("without degree", 5),
        ("no degree", 5),
        ("бухгалтер высшее образование", None),
    ],
)
def test_education_that_is_missing(text: str, level: int | None) -> None:
    assert asked(text).education_max == level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("стаж 10 лет", "over_6"),
        ("без стажа", "none"),
        ("опыта нет", "none"),
        ("новичок", "none"),
        ("еңбек өтілі 4 жыл", "year_3_6"),
        ("entry level", "none"),
        ("не опытный", "none"),
        ("тәжірибем жоқ", "none"),
    ],
)
def test_experience(text: str, expected: str) -> None:
    assert asked(text).experience == expected


@pytest.mark.parametrize("text", ["комбайнер сезон", "летняя работа", "жазғы жұмыс", "summer job", "на лето", "сезонка"])
def test_seasons(text: str) -> None:
    assert asked(text).employment_kind == "seasonal"


@pytest.mark.parametrize("text", ["онлайн курсы", "ночью температура ниже", "работаем до выходных"])
def test_advertisements_are_read_as_strictly_as_before(text: str) -> None:
    found = conditions(text)
    assert (found.hours, found.remote, found.quota, found.is_near_home) == (None, None, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "работа",
        "ищу работу",
        "жұмыс керек",
        "бос жұмыс орындары",
        "looking for a job",
        "вакансии",
        "нужна работа срочно",
        "жұмыс іздеймін",
        "Маған жұмыс керек!",
        "свежие вакансии",
    ],
)
def test_words_that_only_say_a_job_ask_for_nothing(text: str) -> None:
    assert understand(text).all_words == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("работа с детьми", ["детьми"]),
        ("социальная работа", ["социальная", "работа"]),
        ("подработка для", []),
        ("вахта для женщин", ["женщин"]),
        ("график 5/2", []),
        ("для", ["для"]),
    ],
)
def test_words_that_say_something_stay(text: str, left: list[str]) -> None:
    assert [word.surface for word in understand(text).all_words] == left


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("жүргізуші C санаты", ["8332"]),
        ("водитель кат Д", ["8331"]),
        ("водитель категории B", ["8322"]),
        ("водитель категории B,C", ["8322", "8332"]),
        ("driver licence C", ["8332"]),
        ("шофер права категории СЕ", ["8332"]),
        ("таксист категории С", ["8322"]),
        ("водитель", ["8322"]),
    ],
)
def test_the_category_says_which_driver(text: str, codes: list[str]) -> None:
    assert [each.id for each in understand(text).occupations if each.score >= 0.5] == codes


@pytest.mark.parametrize("text", ["охранник сутки трое", "работа по выходным", "стаж 10 лет", "в выходные", "2000 тг в час"])
def test_plain_words_are_never_taken_for_slips(text: str) -> None:
    assert understand(text).corrected == ()
