"""Forecasts: no look-ahead, known answers on synthetic series, intervals that cover, and the public series they are judged on."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labour_exchange.statistics.forecasts import texts
from labour_exchange.statistics.forecasts.backtest import backtest, filled_in, forecast
from labour_exchange.statistics.forecasts.candidates import CANDIDATES, HORIZON, Floats, all_forecasts
from labour_exchange.statistics.forecasts.choice import choose
from labour_exchange.statistics.forecasts.reading import read_series

PUBLIC_RATES = Path(__file__).parents[3] / "shared" / "data" / "laus_state_month.csv"
MONTHS = np.arange(180, dtype=np.float64)
SEASONS = 10 * np.sin(MONTHS * np.pi / 6)
SERIES: dict[str, Callable[[], Floats]] = {
    "seasonal": lambda: 100 + SEASONS,
    "trend": lambda: 100 + 2 * MONTHS,
    "both": lambda: 100 + 2 * MONTHS + SEASONS,
    "growing": lambda: (100 + SEASONS) * 1.01**MONTHS,
}


@pytest.mark.parametrize("name", [*CANDIDATES, "combination"])
@settings(max_examples=15)
@given(values=st.lists(st.integers(0, 50), min_size=40, max_size=60), cut=st.integers(0, 39))
def test_no_model_looks_ahead(name: str, values: list[int], cut: int) -> None:
    """What is forecast at an origin is the same when nothing after it exists."""
    whole, past = np.array(values, dtype=np.float64), np.array(values[:cut], dtype=np.float64)
    np.testing.assert_allclose(all_forecasts(whole)[name][cut], all_forecasts(past)[name][-1], rtol=1e-9)


@settings(max_examples=10)
@given(values=st.lists(st.integers(1, 50), min_size=84, max_size=90), cut=st.integers(50, 83))
def test_neither_choice_nor_interval_looks_ahead(values: list[int], cut: int) -> None:
    whole, past = np.array(values, dtype=np.float64), np.array(values[:cut], dtype=np.float64)
    later, then = choose(all_forecasts(whole), whole), choose(all_forecasts(past), past)
    assert later.names[cut] == then.names[cut]
    np.testing.assert_allclose(later.forecasts[cut], then.forecasts[cut])
    np.testing.assert_allclose(later.half_widths[cut], then.half_widths[cut])


@pytest.mark.parametrize("name", SERIES)
def test_a_series_without_noise_is_continued(name: str) -> None:
    values = SERIES[name]()
    found = forecast(values[:-HORIZON])
    assert found is not None
    assert np.abs(np.array(found.middle) - values[-HORIZON:]).max() < 0.03 * values[-1]


def test_a_trend_beats_seasonal_naive_and_a_pure_season_does_not_lose_to_it() -> None:
    trend, season = backtest("trend", SERIES["both"]()), backtest("season", SERIES["seasonal"]() + np.random.default_rng(3).normal(0, 1, 180))
    assert trend.mase is not None
    assert trend.mase_seasonal_naive is not None
    assert trend.mase < 0.2 * trend.mase_seasonal_naive
    assert not trend.is_worse_than_naive
    assert season.mase is not None
    assert season.mase < 1.0


def test_mase_of_seasonal_naive_is_what_the_definition_says() -> None:
    """A straight line changes by 24 a year, so seasonal naive errs by 24 each month: exactly 1."""
    assert backtest("line", 100 + 2 * MONTHS).mase_seasonal_naive == pytest.approx(1.0)


def test_intervals_cover_four_of_five_on_noise() -> None:
    noise = np.random.default_rng(7)
    covered = [backtest(str(place), 100 + SEASONS + noise.normal(0, 4, 180)).coverage for place in range(12)]
    assert 0.75 <= float(np.mean([one for one in covered if one is not None])) <= 0.85


def test_a_constant_has_no_mase_and_its_forecast_is_the_constant() -> None:
    tested = backtest("constant", np.full(120, 7.0))
    assert (tested.mase, tested.mase_seasonal_naive, tested.coverage) == (None, None, 1.0)
    ahead = forecast(np.full(120, 7.0))
    assert ahead is not None
    assert ahead.middle == pytest.approx([7.0] * HORIZON)


def test_zeros_are_numbers_like_others() -> None:
    values = np.where(MONTHS % 5 == 0, 0.0, 10.0)
    tested, ahead = backtest("zeros", values), forecast(values, not_below=0)
    assert tested.mase is not None
    assert ahead is not None
    assert min(ahead.middle) >= 0
    assert all(one is not None and one >= 0 for one in ahead.low)


@pytest.mark.parametrize(("months", "is_tested", "is_forecast"), [(11, False, True), (1, False, False), (47, False, True), (48, True, True)])
def test_short_series(months: int, is_tested: bool, is_forecast: bool) -> None:
    values = 50 + np.random.default_rng(1).normal(0, 1, months)
    tested = backtest("short", values)
    assert (tested.mase is not None) == (tested.model is not None) == is_tested
    assert (forecast(values) is not None) == is_forecast


def test_a_missing_month_is_filled_from_before_and_never_judged() -> None:
    observed = SERIES["both"]()
    observed[150] = np.nan
    assert filled_in(observed)[150] == observed[138]
    tested = backtest("gap", observed)
    assert tested.filled == 1
    assert tested.mase is not None


def test_months_that_were_filled_in_do_not_make_the_scale_small() -> None:
    """A line known once a quarter still changes by 24 a year, and seasonal naive still errs by just that."""
    observed = np.where(MONTHS % 3 == 0, 100 + 2 * MONTHS, np.nan)
    assert backtest("quarters", observed).mase_seasonal_naive == pytest.approx(1.0)


@pytest.mark.parametrize("unit", [1e-9, 1e12])
def test_the_unit_of_measurement_changes_nothing(unit: float) -> None:
    values = 100 + SEASONS + np.random.default_rng(3).normal(0, 4, 180)
    plain, scaled = backtest("plain", values), backtest("scaled", values * unit)
    assert scaled.coverage == plain.coverage
    assert scaled.mase == pytest.approx(plain.mase)


def test_every_model_has_its_name_in_three_languages() -> None:
    assert set(texts.MODELS) == {*CANDIDATES, "combination"}


@pytest.mark.skipif(not PUBLIC_RATES.exists(), reason="the public series lie beside the checkout")
def test_public_unemployment_rates() -> None:
    """Half of seasonal naive's error at most, and four of five months inside the interval."""
    tested = [backtest(one.name, one.observed) for one in read_series(PUBLIC_RATES.read_bytes())]
    assert len(tested) == 35
    mase, naive, coverage = (float(np.mean([getattr(one, measure) for one in tested])) for measure in ("mase", "mase_seasonal_naive", "coverage"))
    assert mase <= 0.5 * naive, (mase, naive)
    assert 0.75 <= coverage <= 0.85, coverage
    assert [one.name for one in tested if one.is_worse_than_naive] == []
