"""Axes, lines and bars: where a value stands on a chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.web.figures import HEIGHT, Series, axis_ticks, bar_plot, line_plot

VALUES = st.floats(min_value=-1e9, max_value=1e9).map(lambda value: round(value, 3))


@given(VALUES, VALUES)
def test_axis_is_round_and_holds_every_value_and_zero(first: float, second: float) -> None:
    low, high = sorted((first, second))
    ticks = axis_ticks(low, high)
    assert ticks == sorted(ticks, reverse=True)
    assert 0 in ticks
    rounding = (ticks[0] - ticks[-1]) * 1e-8
    assert ticks[0] >= high - rounding
    assert ticks[-1] <= low + rounding
    assert 2 <= len(ticks) <= 7


def test_axis_of_a_known_chart() -> None:
    assert axis_ticks(0, 29.1) == [30, 20, 10, 0]
    assert axis_ticks(0, 1198) == [1500, 1000, 500, 0]
    assert axis_ticks(0, 0) == [4, 3, 2, 1, 0]


def test_line_breaks_where_nothing_is_known_and_a_lone_point_stays() -> None:
    plot = line_plot(["a", "b", "c", "d", "e"], [Series("x", [10, 20, None, 40, None])])
    first, lone = plot.lines[0]
    assert plot.ticks[0] == 40
    assert first == f"50,{HEIGHT * 3 // 4} 150,{HEIGHT // 2}"
    assert lone == "350,0 350,0"


def test_interval_of_a_forecast_is_one_closed_band() -> None:
    plot = line_plot(["a", "b"], [Series("x", [None, 20], low=[10, 15], high=[30, 40])])
    assert plot.bands == ["50,100 150,0 150,250 50,300"]


def test_layers_of_a_bar_stand_on_each_other() -> None:
    plot = bar_plot(["a"], [Series("x", [30]), Series("y", [None]), Series("z", [10])])
    lower, upper = plot.bars
    assert (lower.layer, upper.layer) == (1, 3)
    assert upper.y + upper.height == lower.y
    assert lower.y + lower.height == HEIGHT
    assert upper.y == 0


@pytest.mark.parametrize(
    ("labels", "series"),
    [([], []), (["a"], [Series("x", [1, 2])]), (["a"], [Series("x", [1])] * 4), (["a"], [Series("x", [1], low=[1, 2])])],
)
def test_a_chart_that_would_mislead_is_refused(labels: list[str], series: list[Series]) -> None:
    with pytest.raises(ValueError, match="chart|series"):
        line_plot(labels, series)


def test_a_stack_refuses_negative_values() -> None:
    with pytest.raises(ValueError, match="negative"):
        bar_plot(["a"], [Series("x", [-1])])


def test_axis_words_leave_each_other_room() -> None:
    many = line_plot([str(place) for place in range(60)], [Series("x", [1] * 60)]).axis_words
    assert sum(bool(word.words) for word in many) == 12
    long = line_plot(["01.2026"] * 12, [Series("x", [1] * 12)]).axis_words
    assert [bool(word.words) for word in long[:4]] == [True, False, True, False]
    assert [word.is_wide_only for word in long if word.words] == [False, True, False, True, False, True]
