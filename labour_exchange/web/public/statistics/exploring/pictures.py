"""A chart as an SVG file of its own, with its title, its source and every word in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, render_template, request
from flask_babel import gettext as _

from labour_exchange.statistics.exploring import Grid
from labour_exchange.web import localisation
from labour_exchange.web.figures import HEIGHT, SMALL_HEIGHT, SMALL_WIDTH, Plot
from labour_exchange.web.public.statistics import drawing
from labour_exchange.web.public.statistics.exploring import layout
from labour_exchange.web.public.statistics.exploring.question import Question, View
from labour_exchange.web.public.statistics.exploring.words import DIMENSIONS
from labour_exchange.web.spreadsheets import attached

WIDTH, LEFT, TOP = 960, 40, 96
ROW, NAME_WIDTH, BAR_WIDTH = 30, 380, 400
TILE, GAP = 108, 6
COLUMN, BLOCK = 290, 150
CHART_WIDTH, CHART_HEIGHT, AXIS = 820, 320, 70
LEVEL_FILLS = ("#ffffff", "#e3efee", "#b9dad7", "#83bdbb", "#1b7579", "#07464a")
LINE_STROKES = (("#45575b", "2 6"), ("#0b5a5e", ""))
INK, PALE = "#14262a", "#ffffff"


@dataclass(frozen=True, slots=True)
class Words:
    """A text at a place; `anchor` is start, middle or end."""

    x: float
    y: float
    words: str
    size: int = 15
    anchor: str = "start"
    is_bold: bool = False
    fill: str = INK


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, with a rim when it has one."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    rim: str = "none"


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; `scale` stretches a plot's own units to the picture's."""

    points: str
    stroke: str
    dashes: str = ""
    width: float = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws, in this order: boxes, lines, words."""

    height: float
    boxes: Sequence[Box] = ()
    paths: Sequence[Path] = ()
    words: Sequence[Words] = ()


def picture_of(question: Question, grid: Grid) -> Response:
    """The chart of the question's view; bars when it asks for the table alone."""
    lines = layout.lines_of(question, grid)
    if question.view is View.LINE:
        found, said = _line(question, grid), drawing.sentences(grid.entry, grid.months, layout.drawn_lines(question, grid))
    elif question.view is View.MAP:
        found, said = _map(grid), layout.finding(grid, lines)
    elif question.view is View.MULTIPLES:
        found, said = _multiples(grid, lines), layout.finding(grid, lines)
    else:
        found, said = _bars(grid, lines), layout.finding(grid, lines)
    title = f"{localisation.words(grid.entry.name)}, {localisation.month(question.month.first)}"
    drawn = render_template(
        "public/statistics/picture.svg",
        picture=found,
        width=WIDTH,
        left=LEFT,
        title=title,
        under=f"{localisation.words(drawing.texts.UNITS[grid.entry.unit])} · {DIMENSIONS[grid.dimension]}",
        sentence=said,
        source=_("Source: %(address)s", address=request.host_url.rstrip("/") + request.full_path.replace("explore.svg", "explore")),
        language=localisation.language(),
    )
    name = f"{'live-' if question.is_live else ''}{grid.entry.code}-{question.view.value}-{question.month.code}.svg"
    return attached(drawn.encode(), "image/svg+xml; charset=utf-8", name)


def _bars(grid: Grid, lines: Sequence[layout.Line]) -> Picture:
    items = layout.lengths(grid, lines)
    full = max((value for _words, value, _shown in items), default=0) or 1
    boxes, words = [], []
    for place, (name, value, shown) in enumerate(items):
        y = TOP + place * ROW
        length = BAR_WIDTH * value / full
        boxes.append(Box(LEFT + NAME_WIDTH, y, round(length, 1), ROW - 8, "#0b5a5e"))
        short = name if len(name) <= 46 else f"{name[:45]}…"
        words += [Words(LEFT, y + 16, short), Words(LEFT + NAME_WIDTH + round(length, 1) + 8, y + 16, shown, is_bold=True)]
    return Picture(TOP + len(items) * ROW + 20, boxes, (), words)


def _map(grid: Grid) -> Picture:
    tiles, _legend = drawing.tiles(layout.row_of(grid), lambda code: "")
    boxes, words = [], []
    # Columns and rows of the map begin at one.
    for tile in tiles:
        column, row, level = int(str(tile["x"])), int(str(tile["y"])), int(str(tile["level"]))
        x, y = LEFT + (column - 1) * (TILE + GAP), TOP + (row - 1) * (TILE + GAP)
        ink = PALE if level > 3 else INK
        boxes.append(Box(x, y, TILE, TILE, LEVEL_FILLS[level], "#f4b223" if tile["city"] else "#748386"))
        words.append(Words(x + TILE / 2, y + 44, localisation.words(tile["short"]), anchor="middle", fill=ink))
        words.append(Words(x + TILE / 2, y + 74, str(tile["value"] or "–"), 20, "middle", is_bold=True, fill=ink))
    lowest = max((box.y for box in boxes), default=TOP)
    return Picture(lowest + TILE + 20, boxes, (), words)


def _line(question: Question, grid: Grid) -> Picture:
    runs = layout.drawn_lines(question, grid)
    plot = layout.line_chart(grid, runs)
    left, paths, words = LEFT + AXIS, [], []
    for tick, y in zip(plot.ticks, plot.grid, strict=True):
        height = TOP + y * CHART_HEIGHT / HEIGHT
        paths.append(Path(f"{left},{height:g} {left + CHART_WIDTH},{height:g}", "#d6dcda", width=1))
        words.append(Words(left - 8, height + 5, localisation.number(tick, plot.digits), anchor="end"))
    for place, one in enumerate(plot.axis_words):
        words.append(Words(left + (place + 0.5) * CHART_WIDTH / len(plot.labels), TOP + CHART_HEIGHT + 24, one.words, anchor="middle"))
    words.append(Words(left, TOP + CHART_HEIGHT + 42, f"{plot.labels[0]} – {plot.labels[-1]}"))
    for kind, segments in enumerate(plot.lines):
        stroke, dashes = LINE_STROKES[kind]
        paths += [Path(_stretched(points, plot, left), stroke, dashes) for points in segments]
        y = TOP + CHART_HEIGHT + 68 + kind * 24
        paths.append(Path(f"{left},{y - 5} {left + 40},{y - 5}", stroke, dashes))
        words.append(Words(left + 52, y, plot.series[kind].name))
    return Picture(TOP + CHART_HEIGHT + 72 + len(runs) * 24, (), paths, words)


def _stretched(points: str, plot: Plot, left: float) -> str:
    pairs = (point.split(",") for point in points.split())
    return " ".join(f"{left + float(x) * CHART_WIDTH / plot.width:.1f},{TOP + float(y) * CHART_HEIGHT / HEIGHT:.1f}" for x, y in pairs)


def _multiples(grid: Grid, lines: Sequence[layout.Line]) -> Picture:
    paths, words, across = [], [], WIDTH // COLUMN
    drawn = layout.multiples(grid, lines)
    for place, (line, plot, _said) in enumerate(drawn):
        x, y = LEFT + place % across * COLUMN, TOP + place // across * BLOCK
        short = line.words if len(line.words) <= 30 else f"{line.words[:29]}…"
        words += [Words(x, y + 10, short, 14), Words(x + SMALL_WIDTH, y + 28, drawing.written(line.now, grid.entry), 14, "end", is_bold=True)]
        paths.append(Path(f"{x},{y + 36 + plot.zero:g} {x + SMALL_WIDTH},{y + 36 + plot.zero:g}", "#d6dcda", width=1))
        for segment in plot.segments:
            moved = (point.split(",") for point in segment.split())
            paths.append(Path(" ".join(f"{x + float(a):g},{y + 36 + float(b):g}" for a, b in moved), "#0b5a5e", width=2))
    rows = -(-len(drawn) // across)
    return Picture(TOP + rows * BLOCK + SMALL_HEIGHT // 4, (), paths, words)
