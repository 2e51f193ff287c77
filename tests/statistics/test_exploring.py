"""Any indicator by region or by a trait: what is added up, what the public may not lay out, and that nobody computes what is withheld."""

import os
from datetime import UTC, datetime
from random import Random

import pytest

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics import publishing
from labour_exchange.statistics.exploring import CODES, Dimension, dimensions_of, live_grid, public_grid
from labour_exchange.statistics.indicators import ENTRIES
from labour_exchange.statistics.periods import months_until, read_period
from labour_exchange.statistics.queries import public_by_region
from labour_exchange.statistics.states import Standing
from labour_exchange.territory.queries import regions
from tests.statistics.attacker import solved
from tests.statistics.facts import put

OCTOBER = read_period("2026-10")
MONTHS = months_until(OCTOBER, 2)
IN, OUT, STOCK = "registrations_inflow", "registrations_outflow", "registered_jobseekers"
SEXES = "by sex"
pytestmark = pytest.mark.campaign
ROUNDS = 60 if os.environ.get("CAMPAIGN") == "full" else 8


@pytest.fixture(autouse=True)
def november() -> object:
    with clock.hold(datetime(2026, 11, 20, 6, tzinfo=UTC)):
        yield


def test_a_trait_is_added_up_for_the_country_and_within_a_region(session: ExchangeSession) -> None:
    for region, sex, count in (("KZ-71", "female", 30), ("KZ-71", "male", 12), ("KZ-75", "female", 8), ("KZ-75", None, 6)):
        put(session, "placements_declared", region, "2026-10-05", count, sex=sex, channel="agency", age_group="15-24")
    whole = live_grid(session, "placements_declared", Dimension.SEX, MONTHS)
    assert {code: figures[-1].value for code, figures in whole.groups.items()} == {"female": 38, "male": 12, "": 6}
    assert (whole.total[-1].value, whole.total[0].value) == (56, 0)
    here = live_grid(session, "placements_declared", Dimension.SEX, MONTHS, region="KZ-71")
    assert (here.groups["female"][-1].value, here.total[-1].value) == (30, 42)
    assert live_grid(session, "placements_declared", Dimension.CHANNEL, MONTHS).groups["agency"][-1].value == 56


def test_a_limited_term_is_laid_out_too(session: ExchangeSession) -> None:
    for reason, sex, count in (("placed", "female", 7), ("died", "female", 9), ("found_work", "male", 5)):
        put(session, "registrations_ended", "KZ-71", "2026-10-05", count, sex=sex, reason=reason)
    put(session, "registrations_ended", "KZ-71", "2026-08-05", 50, sex="male", reason="placed")
    grid = live_grid(session, "outflow_to_work", Dimension.SEX, MONTHS)
    assert [grid.groups[sex][-1].value for sex in ("female", "male")] == [7, 5]


def test_a_stock_by_trait_runs_on(session: ExchangeSession) -> None:
    put(session, "registrations_opened", "KZ-71", "2024-02-05", 50, education=4)
    put(session, "registrations_opened", "KZ-71", "2026-10-05", 6, education=4)
    grid = live_grid(session, STOCK, Dimension.EDUCATION, MONTHS)
    assert [figure.value for figure in grid.groups["4"]] == [50, 56]


def test_what_an_entry_can_be_laid_out_by() -> None:
    def found(code: str, *, is_public: bool = True) -> set[str]:
        return {one.value for one in dimensions_of(ENTRIES[code], is_public=is_public)}

    assert found("placements_declared") == {"region", "occupation_major", "sex", "age_group", "education"}
    assert found("placements_declared", is_public=False) == found("placements_declared") | {"channel", "programme_measure"}
    assert found("applications", is_public=False) == found("applications") | {"channel"}
    assert found("tightness", is_public=False) == {"region", "occupation_major"}
    assert found("registered_jobseekers", is_public=False) == found("placements_declared")
    assert found("programme_entrants", is_public=False) == {"region", "sex", "age_group", "education", "programme_measure"}
    assert found("programme_dropouts", is_public=False) == found("programme_entrants", is_public=False) | {"reason"}
    assert found("registrations_outflow", is_public=False) == found("placements_declared") | {"reason"}
    assert found("vacancies_cancelled", is_public=False) == {"region", "occupation_major", "reason"}
    assert found("programme_entrants") == set()
    assert found("registrations_inflow") == found("registrations_outflow") == {"region"}
    assert found("mismatch") == found("agencies_connected") == {"region"}


def test_the_public_lays_out_no_channel_no_measure_and_no_trait_of_an_estimate(session: ExchangeSession) -> None:
    for entry in ENTRIES.values():
        assert not {Dimension.CHANNEL, Dimension.MEASURE, Dimension.REASON} & set(dimensions_of(entry, is_public=True))
    with pytest.raises(ValueError, match="has no programme_measure"):
        public_grid(session, "placements_declared", Dimension.MEASURE, MONTHS)
    with pytest.raises(ValueError, match="has no reason"):
        public_grid(session, "registrations_outflow", Dimension.REASON, MONTHS)
    with pytest.raises(ValueError, match="has no channel"):
        public_grid(session, "placements_declared", Dimension.CHANNEL, MONTHS)
    with pytest.raises(ValueError, match="has no sex"):
        public_grid(session, "mismatch", Dimension.SEX, MONTHS)


def test_a_total_that_the_regions_withhold_is_not_given_back_by_its_parts(session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 2, sex="female")
    put(session, "placements_declared", "KZ-71", "2026-10-05", 1, sex="male")
    grid = public_grid(session, "placements_declared", Dimension.SEX, MONTHS)
    assert {figures[-1].standing for figures in (*grid.groups.values(), grid.total)} == {Standing.WITHHELD}


def test_a_column_that_only_its_total_could_cover_is_withheld_with_its_zeros(session: ExchangeSession) -> None:
    for age in CODES[Dimension.AGE]:
        put(session, "placements_declared", "KZ-71", "2026-10-05", 1, age_group=age)
    grid = public_grid(session, "placements_declared", Dimension.AGE, MONTHS)
    assert grid.total[-1].value == 5
    assert {figures[-1].standing for figures in grid.groups.values()} == {Standing.WITHHELD}


def test_who_came_is_withheld_together_with_who_left(session: ExchangeSession) -> None:
    put(session, "registrations_opened", "KZ-71", "2026-10-05", 3)
    put(session, "registrations_opened", "KZ-75", "2026-10-05", 40)
    for region in ("KZ-71", "KZ-75", "KZ-10"):
        put(session, "registrations_opened", region, "2026-08-05", 100)
        put(session, "registrations_ended", region, "2026-10-05", 20)
    put(session, "registrations_opened", "KZ-10", "2026-10-05", 9)
    rows = {code: public_by_region(session, code, OCTOBER) for code in (IN, OUT)}
    assert {code: row.regions["KZ-71"].standing for code, row in rows.items()} == dict.fromkeys((IN, OUT), Standing.WITHHELD)
    assert rows[OUT].regions["KZ-75"].value == 20


def published(session: ExchangeSession) -> tuple[dict[str, int], dict[str, int], list[dict[str, int]]]:
    """What anybody reads of flows and stocks: known cells, withheld ones with the least they can be, and the sums that tie them."""
    grids = {code: public_grid(session, code, Dimension.REGION, MONTHS) for code in (IN, OUT, STOCK)}
    grids[SEXES] = public_grid(session, STOCK, Dimension.SEX, MONTHS)
    known: dict[str, int] = {}
    least: dict[str, int] = {}
    equations: list[dict[str, int]] = []
    for code, grid in grids.items():
        for place, month in enumerate(grid.months):
            cells = {group: figures[place] for group, figures in grid.groups.items()} | {"all": grid.total[place]}
            for group, figure in cells.items():
                name = f"{STOCK if group == 'all' and code == SEXES else code}|{month.code}|{group}"
                if figure.value is None:
                    least[name] = 0
                else:
                    known[name] = round(figure.value)
            whole = STOCK if code == SEXES else code
            equations.append({f"{code}|{month.code}|{group}": 1 for group in grid.groups} | {f"{whole}|{month.code}|all": -1})
    for group in (*grids[IN].groups, "all"):
        before, month = (one.code for one in MONTHS)
        signs = {f"{STOCK}|{before}": 1, f"{IN}|{month}": 1, f"{OUT}|{month}": -1, f"{STOCK}|{month}": -1}
        equations.append({f"{name}|{group}": sign for name, sign in signs.items()})
    return known, least, equations


def crowd(session: ExchangeSession, chance: Random) -> None:
    """A small country in two months: many cells are small, some are empty."""
    for month in ("2026-08", "2026-09", "2026-10"):
        for region in chance.sample([one.iso_code for one in regions()], 6):
            for sex in ("female", "male", None):
                size = 60 if month == "2026-08" else chance.choice((0, 1, 2, 3, 5, 9, 14))
                if size:
                    put(session, "registrations_opened", region, f"{month}-05", size, sex=sex)
                if size and month != "2026-08" and chance.random() < 0.7:
                    put(session, "registrations_ended", region, f"{month}-20", chance.randint(1, 6), sex=sex)


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_nobody_computes_a_withheld_cell_from_flows_stocks_and_totals(session: ExchangeSession, round_: int) -> None:
    crowd(session, Random(round_))
    assert {name for name in solved(*published(session)) if 0 < _true(session, name) < 5} == set()


def nobody_left(session: ExchangeSession) -> None:
    """Large stocks, few who came, nobody who left: the stocks of two months tell who came."""
    for region, came in (("KZ-71", 3), ("KZ-75", 10), ("KZ-10", 30)):
        put(session, "registrations_opened", region, "2026-08-05", 100, sex="female")
        put(session, "registrations_opened", region, "2026-10-05", came, sex="male")


def test_who_came_cannot_be_told_from_the_stocks_when_nobody_left(session: ExchangeSession) -> None:
    nobody_left(session)
    assert f"{IN}|2026-10|KZ-71" not in solved(*published(session))


@pytest.mark.parametrize(
    ("guard", "instead"), [("covered_flows", lambda _came, _left, hidden: hidden), ("is_flow", lambda _wanted: False)], ids=["cover", "flows"]
)
def test_the_attack_finds_what_is_planted(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch, guard: str, instead: object) -> None:
    monkeypatch.setattr(publishing, guard, instead)
    nobody_left(session)
    assert solved(*published(session))[f"{IN}|2026-10|KZ-71"] == 3


def _true(session: ExchangeSession, name: str) -> float:
    code, month, group = name.split("|")
    dimension = Dimension.SEX if code == SEXES else Dimension.REGION
    grid = live_grid(session, STOCK if code == SEXES else code, dimension, (read_period(month),))
    return (grid.total if group == "all" else grid.groups[group])[0].value or 0
