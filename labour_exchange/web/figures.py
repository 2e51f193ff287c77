"""Geometry of charts and the columns of tables: pure numbers that the figure macros draw."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

UNIT_WIDTH, HEIGHT = 100, 400
BAR_LEFT, BAR_WIDTH = 18, 64
SMALL_WIDTH, SMALL_HEIGHT = 240, 80
NICE_STEPS = (1, 2, 2.5, 5, 10)
MOST_LINES, MOST_LAYERS, MOST_AXIS_WORDS, MOST_AXIS_LETTERS = 3, 4, 12, 48

Value = float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. `bare` shows no label on a phone, `pick` holds a checkbox, `wide` takes the card's whole width."""

    label: object
    number: bool = False
    wide: bool = False
    nowrap: bool = False
    pick: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one layer of bars; None is "not known" or "too early" and draws nothing. low and high are a forecast's interval."""

    name: str
    values: Sequence[Value]
    low: Sequence[Value] = ()
    high: Sequence[Value] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One drawn rectangle, in the plot's own units."""

    layer: int
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class AxisWord:
    """A word under the axis, empty where there is no room; every second one is left out on a phone."""

    words: str
    is_wide_only: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawn chart: what the macros need and no more. `ticks` go from the top of the axis down."""

    labels: Sequence[str]
    axis_words: Sequence[AxisWord]
    series: Sequence[Series]
    ticks: Sequence[float]
    digits: int
    lines: Sequence[Sequence[str]] = field(default=())
    bands: Sequence[str] = field(default=())
    bars: Sequence[Bar] = field(default=())

    @property
    def width(self) -> int:
        return UNIT_WIDTH * len(self.labels)

    @property
    def height(self) -> int:
        return HEIGHT

    @property
    def grid(self) -> list[float]:
        """Heights of the horizontal lines."""
        return [round(HEIGHT * place / (len(self.ticks) - 1), 1) for place in range(len(self.ticks))]


def axis_ticks(low: float, high: float, intervals: int = 4) -> list[float]:
    """Round numbers from above `high` down to below `low`, zero always among them."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        high = low + intervals
    rough = (high - low) / intervals
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in NICE_STEPS if nice * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(place * step, 10) for place in range(last, first - 1, -1)]


def line_plot(labels: Sequence[str], series: Sequence[Series], *, axis_words: Sequence[str] = (), digits: int | None = None) -> Plot:
    """Up to three lines over the same labels. Raises ValueError when the lengths differ or there are more lines than dash patterns."""
    _refuse_uneven(labels, series, MOST_LINES)
    known = [value for one in series for run in (one.values, one.low, one.high) for value in run if value is not None]
    ticks = axis_ticks(min(known, default=0.0), max(known, default=0.0))
    return Plot(
        labels=labels,
        axis_words=_thinned(axis_words or labels),
        series=series,
        ticks=ticks,
        digits=_digits(ticks) if digits is None else digits,
        lines=[_segments(one.values, ticks) for one in series],
        bands=[band for one in series for band in _bands(one, ticks)],
    )


def bar_plot(labels: Sequence[str], series: Sequence[Series], *, axis_words: Sequence[str] = (), digits: int | None = None) -> Plot:
    """Bars with up to four layers on each other. Raises ValueError for a negative value, which a stack cannot show."""
    _refuse_uneven(labels, series, MOST_LAYERS)
    if any(value is not None and value < 0 for one in series for value in one.values):
        raise ValueError("a stacked bar cannot show a negative value")
    totals = [sum(one.values[place] or 0 for one in series) for place in range(len(labels))]
    ticks = axis_ticks(0.0, max(totals, default=0.0))
    return Plot(
        labels=labels,
        axis_words=_thinned(axis_words or labels),
        series=series,
        ticks=ticks,
        digits=_digits(ticks) if digits is None else digits,
        bars=[bar for place in range(len(labels)) for bar in _stack(place, series, ticks)],
    )


@dataclass(frozen=True, slots=True)
class SmallPlot:
    """One of many lines on a common scale, in a box of 240 by 80."""

    segments: Sequence[str]
    zero: float


def small_plots(runs: Sequence[Sequence[Value]]) -> list[SmallPlot]:
    """Small charts that can be compared with each other. Every run is as long as the others."""
    known = [value for run in runs for value in run if value is not None]
    ticks = axis_ticks(min(known, default=0.0), max(known, default=0.0))
    span = ticks[0] - ticks[-1]

    def height(value: float) -> float:
        return round(SMALL_HEIGHT * (ticks[0] - value) / span, 1)

    found = []
    for run in runs:
        step = SMALL_WIDTH / max(len(run) - 1, 1)
        pieces: list[list[str]] = [[]]
        for place, value in enumerate(run):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append(f"{round(place * step, 1):g},{height(value):g}")
        found.append(SmallPlot([" ".join(piece if len(piece) > 1 else piece * 2) for piece in pieces if piece], height(0)))
    return found


def _refuse_uneven(labels: Sequence[str], series: Sequence[Series], most: int) -> None:
    if not labels or len(series) > most:
        raise ValueError(f"a chart has labels and at most {most} series")
    if any(len(run) not in (0, len(labels)) for one in series for run in (one.values, one.low, one.high)):
        raise ValueError("every series has one value for each label")


def _y(value: float, ticks: Sequence[float]) -> float:
    return round(HEIGHT * (ticks[0] - value) / (ticks[0] - ticks[-1]), 1)


def _x(place: int) -> float:
    return UNIT_WIDTH * place + UNIT_WIDTH / 2


def _segments(values: Sequence[Value], ticks: Sequence[float]) -> list[str]:
    """Points of each unbroken run; a lone point becomes a line of no length, which its round cap shows as a dot."""
    runs: list[list[str]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{_x(place):g},{_y(value, ticks):g}")
    return [" ".join(run if len(run) > 1 else run * 2) for run in runs if run]


def _bands(one: Series, ticks: Sequence[float]) -> list[str]:
    pairs = [(place, low, high) for place, (low, high) in enumerate(zip(one.low, one.high, strict=True)) if low is not None and high is not None]
    if not pairs:
        return []
    upper = [f"{_x(place):g},{_y(high, ticks):g}" for place, _, high in pairs]
    lower = [f"{_x(place):g},{_y(low, ticks):g}" for place, low, _ in reversed(pairs)]
    return [" ".join(upper + lower)]


def _stack(place: int, series: Sequence[Series], ticks: Sequence[float]) -> list[Bar]:
    bars, reached = [], 0.0
    for layer, one in enumerate(series, start=1):
        value = one.values[place]
        if value:
            top = _y(reached + value, ticks)
            bars.append(Bar(layer, UNIT_WIDTH * place + BAR_LEFT, top, round(_y(reached, ticks) - top, 1)))
            reached += value
    return bars


def _thinned(words: Sequence[str]) -> list[AxisWord]:
    """As many words under an axis as stand there unbroken; the places between stay empty."""
    longest = max(map(len, words), default=0)
    every = max(1, math.ceil(len(words) / MOST_AXIS_WORDS), math.ceil(len(words) * longest / MOST_AXIS_LETTERS))
    return [AxisWord(word if place % every == 0 else "", place // every % 2 == 1) for place, word in enumerate(words)]


def _digits(ticks: Sequence[float]) -> int:
    return max((len(f"{tick:.2f}".rstrip("0").partition(".")[2]) for tick in ticks), default=0)
