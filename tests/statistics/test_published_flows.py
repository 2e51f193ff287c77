"""Published flows held against everything that pages tell of the same people: nobody computes a withheld cell, and planted ones are found."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random

import pytest
from sqlalchemy import func, select

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.statistics.disclosure.suppression import NOTHING
from labour_exchange.statistics.periods import Period, read_period
from labour_exchange.statistics.planning import publishing
from labour_exchange.statistics.planning.flows import COUNTRY, FlowKind, Matrix, placed_by_month, published_flows, published_periods
from labour_exchange.statistics.planning.models import PublishedFlows
from labour_exchange.statistics.planning.operations import finished, publish_flows
from labour_exchange.statistics.queries import public_rows
from labour_exchange.territory.queries import regions
from tests.factories import programmes as made
from tests.programmes.conftest import make_cast
from tests.statistics.attacker import solved
from tests.statistics.facts import put

NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)
HALF = read_period("2026-H1")
MONTHS = tuple(Period(month) for month in HALF.months)
CODES = [one.iso_code for one in regions()]
ROUNDS = 60 if os.environ.get("CAMPAIGN") == "full" else 3
SMALL = ("KZ-71", "KZ-11", "KZ-75", "KZ-10", "KZ-59")


@pytest.fixture(autouse=True)
def november() -> object:
    with clock.hold(NOW):
        yield


def placed(session: ExchangeSession, home: str, work: str, count: int, month: str = "2026-02") -> None:
    """Declared and confirmed alike, so that what pages tell of those from elsewhere is told of the flows as well."""
    about = {"region_of_residence": home, "region_of_work": work, "recorded_on": f"{month}-20"}
    for measure in ("placements_declared", "placements_confirmed", *(("placements_from_elsewhere",) if home != work else ())):
        put(session, measure, work, f"{month}-05", count, **about)


def told(session: ExchangeSession, matrix: Matrix) -> tuple[dict[str, int], dict[str, int], list[dict[str, int]]]:
    """What pages and matrix show, what they withhold (at least nobody), and the sums that a reader knows."""
    known, least, equations = {}, {}, []

    def tell(name: str, count: float | None) -> None:
        if count is None:
            least[name] = 0
        else:
            known[name] = round(count)

    for (origin, target), count in matrix.cells.items():
        tell(f"{origin}>{target}", count)
    every = [COUNTRY, *CODES]
    for code in every:
        equations.append({f"{code}>{COUNTRY}": -1} | {f"{code}>{one}": 1 for one in CODES})
        equations.append({f"{COUNTRY}>{code}": -1} | {f"{one}>{code}": 1 for one in CODES})
        equations.append({f"{COUNTRY}>{code}": -1} | {f"{month.code}|{code}": 1 for month in MONTHS})
    shares = {row.period: row for row in public_rows(session, "work_elsewhere_rate", MONTHS)}
    for row in public_rows(session, "placements_confirmed", MONTHS):
        for code in every:
            figure = row.country if code == COUNTRY else row.regions[code]
            share = shares[row.period].country if code == COUNTRY else shares[row.period].regions[code]
            tell(f"{row.period.code}|{code}", figure.value)
            away = 0.0 if figure.value == 0 else None if None in (figure.value, share.value) else (figure.value or 0) * (share.value or 0) / 100
            tell(f"{row.period.code}|away|{code}", away)
        equations.append({f"{row.period.code}|{COUNTRY}": -1} | {f"{row.period.code}|{code}": 1 for code in CODES})
        equations.append({f"{row.period.code}|away|{COUNTRY}": -1} | {f"{row.period.code}|away|{code}": 1 for code in CODES})
    for code in CODES:
        signs = {f"{month.code}|away|{code}": -1 for month in MONTHS} | {f"{one}>{code}": 1 for one in CODES if one != code}
        equations.append(signs)
    return known, least, equations


def attacked(session: ExchangeSession) -> dict[str, int]:
    """Small cells of the matrix whose value follows, with that value."""
    publish_flows(session)
    known, least, equations = told(session, published_flows(session, FlowKind.WORK, HALF))
    assert any(">" in name for name in least), "something is withheld"
    true = truth(session)
    return solved(known, least, equations, [one for one in least if 0 < true.get(one, 0) < 5])


def truth(session: ExchangeSession) -> dict[str, int]:
    found: dict[str, int] = {}
    for (_month, origin, target), count in placed_by_month(session, HALF, clock.today()).items():
        found[f"{origin}>{target}"] = found.get(f"{origin}>{target}", 0) + count
    return found


def crowd(session: ExchangeSession, chance: Random) -> None:
    """Most stay, a few go, in months of which some are small by themselves."""
    for target in chance.sample(CODES, 7):
        placed(session, target, target, chance.choice((2, 7, 40, 90)), chance.choice(MONTHS).code)
        for origin in chance.sample(CODES, 4):
            if origin != target:
                placed(session, origin, target, chance.choice((1, 2, 3, 5, 8, 30)), chance.choice(MONTHS).code)


@pytest.mark.campaign
@pytest.mark.parametrize("round_", range(ROUNDS))
def test_nobody_computes_a_small_flow_from_pages_and_matrix(session: ExchangeSession, round_: int) -> None:
    crowd(session, Random(round_))
    assert attacked(session) == {}


def planted(session: ExchangeSession) -> None:
    """Three came from the second region to the first, whose months and whose people from elsewhere are shown on pages."""
    placed(session, SMALL[1], SMALL[0], 3)
    placed(session, SMALL[2], SMALL[0], 20)
    for one in SMALL:
        placed(session, one, one, 200)


def test_what_pages_tell_of_a_region_gives_no_flow_away(session: ExchangeSession) -> None:
    planted(session)
    assert attacked(session) == {}


def without_cover(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("labour_exchange.statistics.disclosure.suppression.exposed", lambda *_given: [])


def without_pages(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the matrix stood alone: its own sums serve as cover, though pages show them."""
    monkeypatch.setattr(publishing, "_told", lambda *_given: NOTHING)


@pytest.mark.parametrize("guard", [without_cover, without_pages])
def test_the_attack_finds_what_is_planted(
    session: ExchangeSession, monkeypatch: pytest.MonkeyPatch, guard: Callable[[ExchangeSession, pytest.MonkeyPatch], None]
) -> None:
    guard(session, monkeypatch)
    planted(session)
    assert attacked(session)[f"{SMALL[1]}>{SMALL[0]}"] == 3


def test_each_half_year_is_published_once_and_late_evidence_changes_nothing(session: ExchangeSession) -> None:
    planted(session)
    assert publish_flows(session) >= 1
    before = published_flows(session, FlowKind.WORK, HALF)
    assert before.cells[COUNTRY, COUNTRY] == 1023
    placed(session, SMALL[3], SMALL[0], 50)
    assert publish_flows(session) == 0
    assert published_flows(session, FlowKind.WORK, HALF) == before
    assert published_periods(session, FlowKind.WORK)[0] == HALF
    with pytest.raises(NotFound):
        published_flows(session, FlowKind.WORK, read_period("2026-H2"))


@pytest.mark.parametrize(
    ("today", "last"), [(date(2026, 7, 31), "2025-H2"), (date(2026, 8, 1), "2026-H1"), (date(2027, 1, 31), "2026-H1"), (date(2027, 2, 1), "2026-H2")]
)
def test_a_half_year_waits_a_month(today: date, last: str) -> None:
    found = list(finished(date(2025, 3, 1), today))
    assert (found[0].code, found[-1].code) == ("2025-H1", last)
    assert list(finished(None, today)) == []


def test_moves_are_published_by_household(session: ExchangeSession) -> None:
    cast = make_cast(session)
    for place, origin in enumerate(["KZ-71"] * 6 + ["KZ-11"] * 2):
        enrolment = made.started(session, cast.measure, cast.officer, cast.approver)
        facts = {"children": 1, "moving_cost": 1, "housing_cost": 0, "moved_on": date(2026, 3, 1 + place)}
        session.add(Relocation(enrolment_id=enrolment.id, from_region=origin, to_region="KZ-59", members=9, **facts))
        cast.allocation.places += 1
    session.flush()
    publish_flows(session)
    found = published_flows(session, FlowKind.MOVES, HALF)
    assert found.cells[COUNTRY, COUNTRY] == 8
    assert found.cells["KZ-71", "KZ-71"] == 0
    assert found.cells["KZ-11", "KZ-59"] is None
    assert found.cells["KZ-71", "KZ-59"] is None, "the other one of a column whose sum is shown"
    assert found.arriving("KZ-71") is None or found.arriving("KZ-71") == 0
    assert session.scalar(select(func.count()).select_from(PublishedFlows).where(PublishedFlows.kind == "moves")) == 1
