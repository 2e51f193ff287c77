"""What makes two announcements one post, rule by rule and over planted copies of real advertisements."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.vacancies.duplicates.scoring import NEAR_PAY, Posting, employer_key, is_same, keys_of, likeness
from tests.vacancies.duplicates.planting import REAL, RECIPES, SAME, planted

LEAST_PRECISION, LEAST_RECALL = 0.97, 0.97
ONE = Posting(
    origin="direct",
    employer_id=1,
    employer_name="ТОО «Выдуманный Завод»",
    employer_bin="100140000000",
    region="KZ-71",
    district=None,
    place="улица Выдуманная, 5",
    title="Электромонтёр 4 разряда",
    text="Ремонт электрооборудования цехов. Ведение журнала. Работа посменная, обучаем на месте, выдаём спецодежду.",
    occupation="7411",
    pay_from=300_000,
    pay_to=400_000,
)


def of_agency(**facts: object) -> Posting:
    return replace(ONE, **{"origin": "agency 1"} | facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (of_agency(), True),
        (of_agency(title="СРОЧНО! Требуется электромонтёр 4 разряда"), True),
        (of_agency(title="Электромонтер 4 разряд"), True),
        (of_agency(pay_from=350_000), True),
        (of_agency(pay_from=None, pay_to=None), True),
        (of_agency(place=""), True),
        (of_agency(place="г. Астана, Выдуманная 5"), True),
        (of_agency(employer_id=2, employer_bin=None, employer_name="Завод Выдуманный, ЖШС"), True),
        (replace(ONE, pay_from=350_000), False),  # Of one origin: two posts.
        (of_agency(region="KZ-75"), False),
        (of_agency(place="улица Выдуманная, 7"), False),
        (of_agency(place="улица Другая, 5"), False),
        (of_agency(employer_id=2, employer_bin="200140000000"), False),
        (of_agency(employer_id=2, employer_bin=None, employer_name="ТОО Иной Завод"), False),
        (of_agency(title="Старший электромонтёр 4 разряда"), False),
        (of_agency(title="Бухгалтер"), False),
        (of_agency(text="Продажи мебели в салоне, консультации, выкладка, касса, отчёты, доставка."), False),
    ],
)
def test_one_post_or_two(other: Posting, expected: bool) -> None:
    assert is_same(ONE, other) is expected
    assert likeness(ONE, other) == likeness(other, ONE)


def test_pay_counts_up_to_its_edge_and_not_below() -> None:
    at, below = (of_agency(pay_from=int(300_000 * NEAR_PAY) + more) for more in (0, -1))
    assert likeness(ONE, of_agency()) > likeness(ONE, at) > likeness(ONE, below)


def test_districts_that_differ_are_two_posts_and_an_unknown_one_denies_nothing() -> None:
    here = replace(ONE, district="711110000")
    assert is_same(here, of_agency(district="711110000"))
    assert is_same(here, of_agency(district=None))
    assert not is_same(here, of_agency(district="711210000"))


@pytest.mark.parametrize("name", ["ТОО «Рога и Ко»", "Рога и Ко ЖШС", "рога И ко", "«Ко и рога», LLP"])
def test_a_company_is_known_under_all_its_spellings(name: str) -> None:
    assert employer_key(name) == employer_key("Рога и Ко")


def test_whoever_is_alike_shares_a_key_and_without_a_region_nobody_does() -> None:
    assert keys_of(ONE) & keys_of(of_agency(title="Требуется электромонтер", occupation=None))
    assert keys_of(ONE) & keys_of(of_agency(title="Electrician"))
    assert not keys_of(ONE) & keys_of(of_agency(region="KZ-75"))
    assert keys_of(replace(ONE, region=None)) == frozenset()


@given(st.text(max_size=60), st.text(max_size=200), st.integers(0, 10**6), st.text(max_size=20))
def test_any_two_are_compared_both_ways_alike(title: str, text: str, pay: int, place: str) -> None:
    other = of_agency(title=title, text=text, pay_from=pay, pay_to=None, place=place)
    assert 0 <= likeness(ONE, other) <= 1
    assert likeness(ONE, other) == likeness(other, ONE)


@pytest.mark.skipif(not REAL.is_file(), reason="the real advertisements are not part of the project and not beside it")
@pytest.mark.parametrize("half", ["development", "held_out"])
def test_planted_copies_are_found_and_nothing_else_is(half: str) -> None:
    told: Counter[tuple[bool, bool]] = Counter()
    wrong: Counter[str] = Counter()
    for pair in planted():
        if pair.half == half:
            found = bool(keys_of(pair.one) & keys_of(pair.other)) and is_same(pair.one, pair.other)
            told[pair.is_same, found] += 1
            wrong[pair.recipe] += found != pair.is_same
    precision = told[True, True] / (told[True, True] + told[False, True])
    recall = told[True, True] / (told[True, True] + told[True, False])
    print(f"{half}: {told.total()} pairs, precision {precision:.3f}, recall {recall:.3f}, wrong by recipe {dict(+wrong)}")  # noqa: T201
    assert told.total() >= 400
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


@pytest.mark.skipif(not REAL.is_file(), reason="the real advertisements are not part of the project and not beside it")
def test_the_judgements_follow_their_recipes() -> None:
    pairs = list(planted())
    assert {pair.recipe for pair in pairs} == set(RECIPES)
    assert all(pair.is_same == (pair.recipe in SAME) for pair in pairs)
    assert {pair.half for pair in pairs if pair.id == pairs[0].id and pair.recipe != "neighbour"} in ({"development"}, {"held_out"})
