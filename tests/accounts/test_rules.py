"""Pure rules: identifiers, passwords, delays, the length of a session."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from labour_exchange.accounts.rules.identifiers import age_on, check_digit, has_valid_check_digit, is_bin, is_iin, person_facts
from labour_exchange.accounts.rules.passwords import Weakness, weakness
from labour_exchange.accounts.rules.sessions import OTHER_LIMITS, STAFF_LIMITS, is_idle, limits_for, needs_second_factor
from labour_exchange.accounts.rules.throttling import seconds_to_wait
from labour_exchange.foundation.access import ActorKind

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
eleven_digits = some.text("0123456789", min_size=11, max_size=11)


def test_check_digit_by_the_first_weights() -> None:
    # 8*1+1*2+0*3+2*4+1*5+4*6+3*7+0*8+0*9+1*10+2*11 = 100, and 100 = 9*11 + 1.
    assert check_digit("81021430012") == 1


def test_check_digit_by_the_second_weights_when_the_first_give_ten() -> None:
    # First: 9*1+1*4+1*6+3*7+8*10+1*11 = 131 = 11*11 + 10. Second: 9*3+1*6+1*8+3*9+8*1+1*2 = 78 = 7*11 + 1.
    assert check_digit("90010130081") == 1


def test_a_number_on_which_both_rounds_give_ten_is_never_issued() -> None:
    # First: 120 = 10*11 + 10. Second: 76 = 6*11 + 10.
    assert check_digit("90010130080") is None


@given(eleven_digits)
def test_exactly_one_digit_is_right_or_none(start: str) -> None:
    right = [digit for digit in "0123456789" if has_valid_check_digit(start + digit)]
    assert len(right) == (check_digit(start) is not None)


def iin(start: str) -> str:
    return start + str(check_digit(start))


@pytest.mark.parametrize(
    ("start", "born_on", "sex"),
    [("81021430012", date(1981, 2, 14), "male"), ("99123145671", date(1999, 12, 31), "female"), ("04022950003", date(2004, 2, 29), "male")],
)
def test_an_iin_tells_birth_date_and_sex(start: str, born_on: date, sex: str) -> None:
    facts = person_facts(iin(start))
    assert facts is not None
    assert (facts.born_on, facts.sex) == (born_on, sex)
    assert is_iin(iin(start), TODAY)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "81021430012",
        "8102143001219",
        "81021430012а",
        "８１０２１４３００１２１",
        iin("81023030012"),
        iin("81021490012"),
        iin("27010150001"),
        "810214300122",
    ],
)
def test_what_is_not_an_iin(number: str) -> None:
    assert not is_iin(number, TODAY)


def test_bin_has_month_type_and_unit() -> None:
    assert is_bin(iin("08014000123"))
    assert not is_bin(iin("08134000123"))
    assert not is_bin(iin("08011000123"))
    assert not is_bin(iin("08014900123"))
    assert not is_bin("080140001230" if iin("08014000123")[-1] != "0" else "080140001231")


def test_age_counts_full_years() -> None:
    assert age_on(date(2000, 11, 24), TODAY) == 25
    assert age_on(date(2000, 11, 23), TODAY) == 26


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("nine char", Weakness.TOO_SHORT),
        ("x" * 201, Weakness.TOO_LONG),
        ("Password123", Weakness.COMMON),
        ("abababababab", Weakness.COMMON),
        ("Aigul.Saparova@example.kz", Weakness.OWN_ADDRESS),
        ("aigul.saparova", Weakness.OWN_ADDRESS),
        ("қызыл алма піседі", None),
        ("correct horse battery", None),
    ],
)
def test_passwords(password: str, expected: Weakness | None) -> None:
    assert weakness(password, "aigul.saparova@example.kz") == expected


def tries(*seconds_ago: float) -> list[datetime]:
    return [NOW - timedelta(seconds=ago) for ago in seconds_ago]


def test_ten_tries_are_free_and_the_eleventh_waits() -> None:
    assert seconds_to_wait(tries(*range(9)), NOW) == 0
    assert seconds_to_wait(tries(*range(10)), NOW) == 15
    assert seconds_to_wait(tries(*range(1, 11)), NOW) == 14


def test_the_delay_grows_and_has_an_end() -> None:
    assert [seconds_to_wait(tries(*[0] * count), NOW) for count in (10, 11, 12, 13)] == [15, 30, 60, 120]
    assert seconds_to_wait(tries(*[0] * 100), NOW) == 300


def test_old_tries_are_forgotten() -> None:
    assert seconds_to_wait(tries(*[301] * 50), NOW) == 0
    assert seconds_to_wait(tries(*[20] * 10), NOW) == 0


def test_staff_sessions_are_shorter_and_need_a_second_factor() -> None:
    assert limits_for(ActorKind.OFFICE) == limits_for(ActorKind.ANALYST) == STAFF_LIMITS
    assert limits_for(ActorKind.JOBSEEKER) == OTHER_LIMITS
    assert STAFF_LIMITS.idle < OTHER_LIMITS.idle
    assert STAFF_LIMITS.absolute < OTHER_LIMITS.absolute
    assert {kind for kind in ActorKind if needs_second_factor(kind)} == {
        ActorKind.OFFICE, ActorKind.APPROVER, ActorKind.ANALYST, ActorKind.ADMINISTRATOR,
    }  # fmt: skip
    assert is_idle(ActorKind.OFFICE, NOW - timedelta(minutes=30), NOW)
    assert not is_idle(ActorKind.JOBSEEKER, NOW - timedelta(minutes=31), NOW)
