"""Figures read from facts: one cell, all regions, a series; live and as published; as known on a day."""

from datetime import UTC, date, datetime

import pytest

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import InvalidInput
from labour_exchange.statistics import queries
from labour_exchange.statistics.periods import months_until, read_period
from labour_exchange.statistics.states import Standing
from tests.statistics.facts import put

OCTOBER = read_period("2026-10")


def test_a_cell_is_the_sum_of_its_facts(session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 7)
    put(session, "placements_declared", "KZ-71", "2026-09-30", 2)
    put(session, "placements_declared", "KZ-75", "2026-10-31", 5)
    put(session, "placements_declared", None, "2026-10-31", 1)
    assert queries.indicator_value(session, "placements_declared", "KZ-71", OCTOBER).value == 7
    assert queries.indicator_value(session, "placements_declared", None, OCTOBER).value == 13
    assert queries.indicator_value(session, "placements_declared", "KZ-71", read_period("2026-H2")).value == 9
    row = queries.by_region(session, "placements_declared", OCTOBER)
    assert (len(row.regions), row.regions["KZ-75"].value, row.regions["KZ-10"].value) == (20, 5, 0)
    assert (row.nowhere.value, row.country.value) == (1, 13)


def test_a_cell_can_be_narrowed_by_every_dimension(session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 3, channel="agency", agency_id=4, sex="female", occupation_major="7")
    put(session, "placements_declared", "KZ-71", "2026-10-05", 2, channel="self_service", sex="male", occupation_major="7")
    for narrowed, wanted in (
        ({"channel": "agency"}, 3),
        ({"agency_id": 4}, 3),
        ({"sex": "male"}, 2),
        ({"occupation_major": "7"}, 5),
        ({"sex": "male", "channel": "agency"}, 0),
    ):
        assert queries.indicator_value(session, "placements_declared", "KZ-71", OCTOBER, **narrowed).value == wanted
    with pytest.raises(ValueError, match="no such dimension"):
        queries.indicator_value(session, "placements_declared", None, OCTOBER, shoe_size=42)


def test_a_stock_is_the_running_sum_of_its_flows(session: ExchangeSession) -> None:
    put(session, "registrations_opened", "KZ-71", "2024-01-10", 50)
    put(session, "registrations_ended", "KZ-71", "2026-09-10", 20, reason="placed")
    put(session, "registrations_opened", "KZ-71", "2026-10-10", 4)
    months = months_until(OCTOBER, 3)
    assert [figure.value for figure in queries.series(session, "registered_jobseekers", "KZ-71", months)] == [50, 30, 34]
    assert queries.indicator_value(session, "registered_jobseekers", None, OCTOBER).value == 34
    assert queries.indicator_value(session, "registered_jobseekers", None, OCTOBER, sex="female").value == 0
    # 20 found work; 50, 50 and 30 were on the register at the ends of July, August and September.
    assert queries.indicator_value(session, "transition_rate", "KZ-71", read_period("2026-Q3")).value == pytest.approx(
        100 * 20 / ((50 + 50 + 30) / 3)
    )


def test_a_figure_is_given_as_it_was_known(session: ExchangeSession) -> None:
    put(session, "placements_confirmed", "KZ-71", "2026-10-05", 6)
    put(session, "placements_confirmed", "KZ-71", "2026-10-05", 3, recorded_on=date(2026, 12, 1))
    put(session, "placements_confirmed", "KZ-71", "2026-10-05", -1, recorded_on=date(2027, 1, 1))
    known = [
        queries.indicator_value(session, "placements_confirmed", "KZ-71", OCTOBER, as_known_on=day).value
        for day in (date(2026, 10, 31), date(2026, 12, 1), date(2027, 6, 1))
    ]
    assert known == [6, 9, 8]
    assert queries.indicator_value(session, "placements_confirmed", "KZ-71", OCTOBER).value == 8


def test_permanent_counts_only_jobs_of_unlimited_duration(session: ExchangeSession) -> None:
    put(session, "placements_confirmed", "KZ-71", "2026-10-05", 6, employment_kind="permanent")
    put(session, "placements_confirmed", "KZ-71", "2026-10-05", 3, employment_kind="seasonal")
    assert queries.indicator_value(session, "placements_permanent", "KZ-71", OCTOBER).value == 6


def test_what_cannot_be_known_yet_is_not_zero(session: ExchangeSession) -> None:
    put(session, "placements_month_3", "KZ-71", "2026-07-05", 6)
    with clock.hold(datetime(2026, 11, 20, tzinfo=UTC)):
        early = queries.indicator_value(session, "placements_sustained_3", "KZ-71", OCTOBER)
        assert (early.value, early.standing) == (None, Standing.TOO_EARLY)
        assert queries.indicator_value(session, "placements_sustained_3", "KZ-71", read_period("2026-07")).value == 6
        assert queries.public_by_region(session, "placements_sustained_3", OCTOBER).country.standing is Standing.TOO_EARLY
        share = queries.indicator_value(session, "confirmed_share", "KZ-71", OCTOBER)
        assert share.standing is Standing.UNDEFINED


def test_the_public_sees_no_small_cell_and_none_that_gives_it_back(session: ExchangeSession) -> None:
    for region, count in (("KZ-71", 3), ("KZ-75", 9), ("KZ-10", 40)):
        put(session, "placements_declared", region, "2026-10-05", count)
        put(session, "placements_confirmed", region, "2026-10-05", count - 2)
    row = queries.public_by_region(session, "placements_declared", OCTOBER)
    assert [row.regions[code].standing for code in ("KZ-71", "KZ-75", "KZ-10")] == [Standing.WITHHELD, Standing.WITHHELD, Standing.KNOWN]
    assert (row.country.value, row.regions["KZ-35"].value) == (52, 0)
    share = queries.public_by_region(session, "confirmed_share", OCTOBER)
    assert [share.regions[code].standing for code in ("KZ-71", "KZ-75", "KZ-10")] == [Standing.WITHHELD, Standing.WITHHELD, Standing.KNOWN]
    assert queries.by_region(session, "placements_declared", OCTOBER).regions["KZ-71"].value == 3


def test_a_region_alone_shows_no_more_than_the_table_of_all(session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 3)
    put(session, "placements_declared", "KZ-75", "2026-10-05", 9)
    shown = [row.regions["KZ-75"] for row in queries.public_rows(session, "placements_declared", months_until(OCTOBER, 2))]
    assert [figure.standing for figure in shown] == [Standing.KNOWN, Standing.WITHHELD]


def test_the_public_sees_months_that_are_over(session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-09-05", 3)
    with clock.hold(datetime(2026, 11, 20, tzinfo=UTC)):
        assert [month.code for month in queries.public_months(session)] == ["2026-10", "2026-09"]
    with clock.hold(datetime(2025, 11, 20, tzinfo=UTC)):
        assert [month.code for month in queries.public_months(session)] == ["2025-10"]


def test_unknown_indicators_and_regions_are_named(session: ExchangeSession) -> None:
    for code, region, field in (("happiness", "KZ-71", "indicator"), ("placements_declared", "KZ-99", "region")):
        with pytest.raises(InvalidInput) as refused:
            queries.indicator_value(session, code, region, OCTOBER)
        assert refused.value.errors[0].field == field
