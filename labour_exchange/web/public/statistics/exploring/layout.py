"""A grid of figures as rows of a table, lengths, lines and small charts, in the reader's words."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from labour_exchange.statistics.exploring import Dimension, Grid
from labour_exchange.statistics.indicators.definition import Indicator
from labour_exchange.statistics.queries import Figure, Row
from labour_exchange.web import localisation
from labour_exchange.web.figures import Plot, SmallPlot, small_plots
from labour_exchange.web.public.statistics import drawing
from labour_exchange.web.public.statistics.exploring.question import Question, groups_of, not_stated, whole_of

YEAR = 12
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the figure now, the month before, a year ago, the change over the year, and how it stands beside the whole."""

    code: str
    words: str
    now: Figure
    before: Figure
    year_ago: Figure
    change: str
    beside: str


def lines_of(question: Question, grid: Grid) -> list[Line]:
    """Every group, what is not stated when there is any, and the whole last; of measures those that count anything in these months."""
    words = {code: localisation.words(name) for code, name in groups_of(grid.dimension, grid.entry).items() if _is_listed(question, grid, code)}
    figures = [(code, name, grid.groups[code]) for code, name in words.items()]
    if any(figure.value for figure in grid.groups[""]):
        figures.append(("", localisation.words(not_stated(grid.dimension)), grid.groups[""]))
    figures.append(("all", localisation.words(whole_of(question)), grid.total))
    return [_line(grid, *one) for one in figures]


def _is_listed(question: Question, grid: Grid, code: str) -> bool:
    # Every programme there ever was has its measures: most are long over, and a row of nothing for each would bury the others.
    return grid.dimension is not Dimension.MEASURE or code == question.group or any(figure.value for figure in grid.groups[code])


def _line(grid: Grid, code: str, words: str, figures: Sequence[Figure]) -> Line:
    now, before, year_ago = figures[-1], figures[-2], figures[-1 - YEAR]
    return Line(code, words, now, before, year_ago, _change(grid, now, year_ago), "–" if code == "all" else _beside(grid, now))


def _change(grid: Grid, now: Figure, then: Figure) -> str:
    if now.value is None or then.value is None:
        return "–"
    return localisation.signed(round(now.value - then.value, grid.entry.digits), grid.entry.digits)


def _beside(grid: Grid, now: Figure) -> str:
    """A part of a sum as its share, anything else as its distance from the whole."""
    whole = grid.total[-1].value
    if now.value is None or whole is None:
        return "–"
    if is_sum(grid):
        return localisation.percent(now.value / whole, 1) if whole else "–"
    return localisation.signed(round(now.value - whole, grid.entry.digits), grid.entry.digits)


def is_sum(grid: Grid) -> bool:
    """Whether the groups add up to the whole."""
    return isinstance(grid.entry, Indicator) and not grid.entry.is_ratio


def drawn_lines(question: Question, grid: Grid) -> list[tuple[str, Sequence[Figure]]]:
    """The whole, and beside it the group that was chosen."""
    found = [(localisation.words(whole_of(question)), grid.total)]
    if question.group:
        found.append((localisation.words(groups_of(grid.dimension, grid.entry)[question.group]), grid.groups[question.group]))
    return found


def row_of(grid: Grid) -> Row:
    """The last month as the tile map takes it."""
    regions = {code: figures[-1] for code, figures in grid.groups.items() if code}
    return Row(grid.entry, grid.months[-1], regions, grid.groups[""][-1], grid.total[-1])


def lengths(grid: Grid, lines: Sequence[Line]) -> list[tuple[str, float, str]]:
    """The longest first; what has no figure comes last, without a bar."""
    parts = [line for line in lines if line.code != "all"]
    ordered = sorted(parts, key=lambda line: (line.now.value is None, -(line.now.value or 0)))
    return [(line.words, max(line.now.value or 0, 0), drawing.written(line.now, grid.entry)) for line in ordered]


def line_chart(grid: Grid, runs: Sequence[tuple[str, Sequence[Figure]]]) -> Plot:
    return drawing.plot_of(grid.months, runs)


def finding(grid: Grid, lines: Sequence[Line]) -> str:
    """The highest and the lowest group in a sentence."""
    known = sorted((line for line in lines if line.code not in ("", "all") and line.now.value is not None), key=lambda line: line.now.value or 0)
    if not known:
        return _("No group has a figure that can be shown.")
    low, high = known[0], known[-1]
    said = {"most": drawing.written(high.now, grid.entry), "least": drawing.written(low.now, grid.entry)}
    said |= {"high": _equals(known, high), "low": _equals(known, low)}
    return _("Highest: %(high)s – %(most)s; lowest: %(low)s – %(least)s.", **said)


def _equals(known: Sequence[Line], one: Line) -> str:
    """Everything that has the same figure as this, up to three by their names."""
    same = [line.words for line in known if line.now.value == one.now.value]
    return ", ".join(same[:MOST_NAMED]) + (", …" if len(same) > MOST_NAMED else "")


def multiples(grid: Grid, lines: Sequence[Line]) -> list[tuple[Line, SmallPlot, str]]:
    """A small chart of each group on one scale, with every month in words."""
    parts = [line for line in lines if line.code != "all"]
    plots = small_plots([[figure.value for figure in grid.groups[line.code]] for line in parts])
    return [(line, plot, _in_words(grid, line.code)) for line, plot in zip(parts, plots, strict=True)]


def _in_words(grid: Grid, code: str) -> str:
    pairs = zip(grid.months, grid.groups[code], strict=True)
    return "; ".join(f"{localisation.month(month.first)}: {drawing.written(figure, grid.entry)}" for month, figure in pairs)


def is_mapped(grid: Grid) -> bool:
    return grid.dimension is Dimension.REGION
