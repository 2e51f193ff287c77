"""Flows as arrows over the tile map: each bends to its right, so that the way there and the way back lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from labour_exchange.statistics.planning.flows import Pair
from labour_exchange.territory.queries import region

THINNEST, THICKEST = 0.02, 0.055
BEND, FROM_CENTRE, HEAD = 0.16, 0.36, 1.6


@dataclass(frozen=True, slots=True)
class Arrow:
    """A curve and its head, in tiles; `path` and `head` are ready for an SVG."""

    path: str
    head: str
    width: float


def arrows(found: Sequence[tuple[Pair, int]]) -> list[Arrow]:
    """One for each flow, the thickest the largest: widths go by the square root, so that small flows stay in sight."""
    most = max((count for _pair, count in found), default=0)
    return [_arrow(pair, THINNEST + (THICKEST - THINNEST) * sqrt(count / most)) for pair, count in found]


def _arrow(pair: Pair, width: float) -> Arrow:
    (x1, y1), (x2, y2) = (_centre(code) for code in pair)
    length = hypot(x2 - x1, y2 - y1)
    across = (-(y2 - y1) / length, (x2 - x1) / length)
    middle = ((x1 + x2) / 2 + across[0] * BEND * length, (y1 + y2) / 2 + across[1] * BEND * length)
    start, tip = _towards((x1, y1), middle, FROM_CENTRE), _towards((x2, y2), middle, FROM_CENTRE)
    back = _towards(tip, middle, HEAD * width + 0.08)
    away = hypot(tip[0] - back[0], tip[1] - back[1]) or 1.0
    side = (-(tip[1] - back[1]) / away, (tip[0] - back[0]) / away)
    half = HEAD * width / 2 + 0.05
    corners = [tip, *((back[0] + sign * side[0] * half, back[1] + sign * side[1] * half) for sign in (1, -1))]
    path = f"M{_at(start)} Q{_at(middle)} {_at(back)}"
    return Arrow(path, " ".join(_at(one) for one in corners), round(width, 3))


def _centre(code: str) -> tuple[float, float]:
    found = region(code)
    return found.tile_x - 0.5, found.tile_y - 0.5


def _towards(here: tuple[float, float], there: tuple[float, float], by: float) -> tuple[float, float]:
    length = hypot(there[0] - here[0], there[1] - here[1])
    return here[0] + (there[0] - here[0]) * by / length, here[1] + (there[1] - here[1]) * by / length


def _at(point: tuple[float, float]) -> str:
    return f"{round(point[0], 3):g},{round(point[1], 3):g}"
