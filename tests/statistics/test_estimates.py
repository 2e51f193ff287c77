"""Time to fill, mismatch and plan against fact: their methods at the edges, and what is read for them and withheld."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.programmes.models.money import LedgerEntry
from labour_exchange.programmes.states import EntryKind
from labour_exchange.statistics.estimates import estimated_rows
from labour_exchange.statistics.indicators.estimates import Spell, median_days, mismatch, share_taken
from labour_exchange.statistics.models import Fact
from labour_exchange.statistics.periods import read_period
from labour_exchange.statistics.states import Standing
from tests.factories import programmes as situations
from tests.statistics.facts import put

OCTOBER = read_period("2026-10")


@pytest.mark.parametrize(
    ("spells", "wanted"),
    [
        ([], None),
        ([(10, False, 9)], None),
        ([(10, True, 1)], 10),
        ([(3, True, 1), (9, True, 1)], 3),
        ([(3, True, 1), (9, True, 2)], 9),
        ([(3, True, 4), (30, False, 5)], None),
        ([(3, True, 4), (30, False, 4)], 3),
        # Whoever was last seen open on day 3 was still at risk on it: 1 of 3, then 1 of 1.
        ([(3, True, 1), (3, False, 1), (8, True, 1)], 8),
        ([(0, True, 3), (40, False, 1)], 0),
    ],
)
def test_half_are_filled_by_the_median(spells: list[Spell], wanted: float | None) -> None:
    assert median_days(spells) == wanted


@given(draw.lists(draw.integers(0, 400), min_size=1, max_size=60))
def test_without_censoring_it_is_the_lower_median(days: list[int]) -> None:
    ordered = sorted(days)
    assert median_days([(day, True, 1) for day in days]) == ordered[(len(ordered) - 1) // 2]


@given(draw.lists(draw.tuples(draw.integers(0, 60), draw.booleans()), min_size=1, max_size=40), draw.integers(0, 60))
def test_one_more_that_stays_open_never_shortens_it(spells: list[tuple[int, bool]], last: int) -> None:
    before = median_days([(days, is_filled, 1) for days, is_filled in spells])
    after = median_days([*((days, is_filled, 1) for days, is_filled in spells), (last, False, 1)])
    assert after is None or (before is not None and after >= before)


@given(draw.dictionaries(draw.sampled_from("0123456789"), draw.integers(1, 99), min_size=1), draw.integers(2, 9))
def test_an_equal_make_up_has_no_mismatch(groups: dict[str, int], times: int) -> None:
    assert mismatch(groups, {code: count * times for code, count in groups.items()}) == pytest.approx(0)


def test_nothing_in_common_is_a_mismatch_of_one() -> None:
    assert mismatch({"7": 5}, {"2": 90}) == 1
    assert mismatch({"7": 5}, {}) is None
    assert mismatch({}, {"7": 5}) is None


def test_a_plan_of_no_places_has_no_share() -> None:
    assert share_taken(0, 0) is None
    assert share_taken(10, 0) == 0


def vacancy(session: ExchangeSession, region: str, opened: str, closed: str = "", reason: str = "filled", reopened: str = "") -> None:
    """The facts of one vacancy with one post, which share its number."""
    put(session, "vacancies_notified", region, opened, 1)
    number = max(session.query(Fact.subject_id).where(Fact.measure == "vacancies_notified"))[0]
    for measure, day, why in (("posts_closed", closed, reason), ("posts_reopened", reopened, "")):
        if day:
            put(session, measure, region, day, 1, subject_id=number, reason=why)


def test_vacancies_are_followed_from_their_first_publication(session: ExchangeSession) -> None:
    for days in (4, 6, 6, 8, 9):
        vacancy(session, "KZ-71", "2026-09-01", f"2026-09-{1 + days:02}")
    vacancy(session, "KZ-71", "2026-09-01", "2026-09-03", "withdrawn")
    vacancy(session, "KZ-71", "2026-09-01", "2026-09-03", "suspended", reopened="2026-09-05")
    vacancy(session, "KZ-71", "2025-10-31", "2025-11-01")
    vacancy(session, "KZ-75", "2026-10-01", "2026-10-02")
    row = estimated_rows(session, "time_to_fill", (OCTOBER,), is_public=True)[0]
    # Seven in the window, one censored on day 2 and one open: 5/6, then 3/6 on day 6.
    assert row.regions["KZ-71"].value == 6
    assert row.regions["KZ-75"].standing is Standing.WITHHELD
    assert row.regions["KZ-10"].standing is Standing.UNDEFINED
    assert estimated_rows(session, "time_to_fill", (OCTOBER,), is_public=False)[0].regions["KZ-75"].value == 1
    assert estimated_rows(session, "time_to_fill", (read_period("2025-10"),), is_public=False)[0].regions["KZ-71"].standing is Standing.UNDEFINED


def test_mismatch_is_by_major_group_at_the_end_of_the_period(session: ExchangeSession) -> None:
    put(session, "registrations_opened", "KZ-71", "2026-09-01", 60, occupation_major="7")
    put(session, "registrations_opened", "KZ-71", "2026-10-01", 40, occupation_major="5")
    put(session, "registrations_opened", "KZ-71", "2026-10-01", 900)
    put(session, "posts_notified", "KZ-71", "2026-10-02", 20, occupation_major="7")
    put(session, "posts_notified", "KZ-71", "2026-10-02", 30, occupation_major="5")
    put(session, "posts_notified", "KZ-71", "2026-11-02", 500, occupation_major="2")
    rows = estimated_rows(session, "mismatch", (OCTOBER,), is_public=True)
    assert rows[0].regions["KZ-71"].value == pytest.approx(0.2)
    assert rows[0].country.value == pytest.approx(0.2)
    put(session, "posts_notified", "KZ-75", "2026-10-02", 3, occupation_major="2")
    put(session, "registrations_opened", "KZ-75", "2026-10-02", 30, occupation_major="2")
    public, live = (estimated_rows(session, "mismatch", (OCTOBER,), is_public=flag)[0] for flag in (True, False))
    assert (public.country.standing, public.regions["KZ-75"].standing) == (Standing.WITHHELD, Standing.WITHHELD)
    assert live.regions["KZ-75"].value == 0


def test_places_taken_are_told_as_they_stood_at_the_end_of_the_period(session: ExchangeSession) -> None:
    measure = situations.measure(session)
    with clock.hold(datetime(2026, 9, 1, 6, tzinfo=UTC)):
        here, there = (situations.allocation(session, measure, region, places=40) for region in ("KZ-71", "KZ-75"))
    for day, moved, count in ((20, here, 8), (21, there, 3), (30, here, 9)):
        moment = datetime(2026, 10, day, 6, tzinfo=UTC) if day < 30 else datetime(2026, 11, 1, 6, tzinfo=UTC)
        session.add(LedgerEntry(allocation_id=moved.id, kind=EntryKind.COMMIT, places_taken=count, recorded_at=moment))
    session.flush()
    live, public = (estimated_rows(session, "plan_fulfilment", (OCTOBER,), is_public=flag)[0] for flag in (False, True))
    assert (live.regions["KZ-71"].value, live.regions["KZ-75"].value, live.country.value) == (20, 7.5, 100 * 11 / 80)
    # Three places taken would be three people; without a second cell the sum would give them away.
    assert (public.regions["KZ-75"].standing, public.regions["KZ-71"].standing) == (Standing.WITHHELD, Standing.WITHHELD)
    assert public.country.value == live.country.value
    november = estimated_rows(session, "plan_fulfilment", (read_period("2026-11"),), is_public=False)[0]
    assert november.regions["KZ-71"].value == 42.5
