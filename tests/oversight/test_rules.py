"""Off plan or not, since when, who is told on which day, what may be shown, and what a hash says: at, below and above each edge."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from labour_exchange.foundation.texts import Text
from labour_exchange.oversight import rules
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.oversight.definitions.definition import Counted, Line
from labour_exchange.oversight.rules import Figures, Reached
from labour_exchange.oversight.states import EscalationLevel, Unit

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
NAME = Text(kk="а", ru="б", en="c")


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2025, 12, 31), Decimal(0)),
        (date(2026, 1, 1), Decimal(1) / 365),
        (date(2026, 12, 30), Decimal(364) / 365),
        (date(2026, 12, 31), Decimal(1)),
        (date(2027, 1, 1), Decimal(1)),
    ],
)
def test_the_elapsed_share_goes_from_nothing_to_all(day: date, share: Decimal) -> None:
    assert rules.elapsed_share(*YEAR, day) == share


@pytest.mark.parametrize(("fact", "is_behind"), [(899, True), (900, False), (901, False)])
def test_a_tenth_less_than_asked_is_not_behind_yet(fact: int, is_behind: bool) -> None:
    assert rules.is_behind(1_000, fact, *YEAR, YEAR[1]) is is_behind


def test_nothing_is_behind_before_it_begins() -> None:
    assert not rules.is_behind(1_000, 0, *YEAR, date(2025, 12, 31))


@given(some.integers(1, 10_000), some.integers(0, 10_000), some.integers(0, 400))
def test_more_done_is_never_more_behind(plan: int, fact: int, days: int) -> None:
    day = YEAR[0] + timedelta(days=days)
    assert rules.is_behind(plan, fact, *YEAR, day) or not rules.is_behind(plan, fact + 1, *YEAR, day)


@pytest.mark.parametrize(
    ("facts", "since"),
    [
        ((0, 0, 0), date(2026, 4, 30)),
        ((400, 0, 0), date(2026, 8, 31)),
        ((0, 700, 0), date(2026, 12, 31)),
        ((0, 0, 900), None),
        ((0, 0, 899), date(2026, 4, 30)),
    ],
)
def test_since_when_is_the_beginning_of_the_unbroken_run(facts: tuple[int, ...], since: date | None) -> None:
    days = (date(2026, 4, 30), date(2026, 8, 31), date(2026, 12, 31))
    assert rules.behind_since(1_000, *YEAR, [Reached(day, fact) for day, fact in zip(days, facts, strict=True)]) == since


@pytest.mark.parametrize(
    ("starts_on", "today", "days"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), ["2026-01-01"]),
        (date(2026, 1, 15), date(2026, 1, 31), ["2026-01-31"]),
        (date(2026, 1, 15), date(2026, 2, 1), ["2026-01-31", "2026-02-01"]),
        (date(2025, 11, 30), date(2026, 1, 10), ["2025-11-30", "2025-12-31", "2026-01-10"]),
    ],
)
def test_months_that_are_over_and_today(starts_on: date, today: date, days: list[str]) -> None:
    assert [f"{day}" for day in rules.month_ends(starts_on, today)] == days


@pytest.mark.parametrize(("late", "is_overdue"), [(-1, False), (0, False), (1, True)])
def test_the_due_date_itself_is_in_time(late: int, is_overdue: bool) -> None:
    assert rules.is_overdue(YEAR[0], YEAR[0] + timedelta(days=late)) is is_overdue


@pytest.mark.parametrize(("late", "levels"), [(0, 0), (1, 1), (3, 1), (4, 2), (10, 2), (11, 3), (400, 3)])
def test_the_later_the_higher(late: int, levels: int) -> None:
    assert rules.escalations_due(YEAR[0], YEAR[0] + timedelta(days=late)) == tuple(EscalationLevel)[:levels]


def line(code: str, unit: Unit = Unit.PEOPLE, gives_away: tuple[str, ...] = (), *, is_computed: bool = True) -> Line:
    return Line(code, NAME, unit, "employment", Counted("agencies") if is_computed else None, gives_away)


@pytest.mark.parametrize(("count", "is_hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_small_counts_of_people_are_withheld_with_the_ratios_that_give_them_away(count: int, is_hidden: bool) -> None:
    lines = (line("people"), line("share", Unit.PER_CENT, ("people",)), line("regions", Unit.REGIONS), line("typed", is_computed=False))
    facts = dict.fromkeys(("people", "share", "regions", "typed"), Decimal(count))
    assert rules.withheld(lines, facts) == (frozenset({"people", "share"}) if is_hidden else frozenset())


@pytest.mark.parametrize(
    ("plan", "fact", "share"),
    [(Decimal(4), Decimal(3), Decimal("0.75")), (Decimal(0), Decimal(3), None), (None, Decimal(3), None), (Decimal(4), None, None)],
)
def test_share_of_plan(plan: Decimal | None, fact: Decimal | None, share: Decimal | None) -> None:
    assert rules.share_of_plan(plan, fact) == share


def test_a_hash_knows_figures_and_not_how_they_are_written() -> None:
    row = {"line_code": "covered", "fact": Decimal("290000"), "plan": None}
    same = rules.content_hash([row | {"fact": Decimal("2.9E+5")}])
    assert rules.content_hash([row]) == same == rules.content_hash([row | {"fact": Decimal("290000.00")}])
    assert rules.content_hash([row | {"fact": Decimal("290001")}]) != same
    assert rules.content_hash([row, row]) != same


def test_changes_name_the_lines_that_differ() -> None:
    before = {"a": Figures(fact=Decimal(1)), "b": Figures(source="x")}
    assert rules.changes(before, {"a": Figures(fact=Decimal("1.0")), "b": Figures(source="y"), "c": Figures()}) == ["b", "c"]


@pytest.mark.parametrize("code", sorted(DEFINITIONS))
def test_definitions_are_whole(code: str) -> None:
    definition = DEFINITIONS[code]
    codes = [one.code for one in definition.lines]
    assert len(set(codes)) == len(codes)
    assert {code for one in definition.lines for code in one.gives_away} <= set(codes)
    assert definition.length in (6, 12)
