"""The tile map under the arrows, coloured by who comes from other regions, and names of regions and of their sum."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from labour_exchange.statistics.planning.flows import COUNTRY
from labour_exchange.territory.queries import region as region_of
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web import localisation

LEVELS = 5
Arriving = Mapping[str, int | None]
"""People of other regions by the region they came to; None is withheld."""


def named(code: str) -> str:
    return _("All regions") if code == COUNTRY else localisation.words(region_of(code).name)


def tiles(arriving: Arriving, address: Callable[[str], str]) -> list[dict[str, object]]:
    """A tile for each region, with where it leads."""
    most = _most(arriving)
    return [
        {
            "code": one.iso_code,
            "x": one.tile_x,
            "y": one.tile_y,
            "city": one.is_city,
            "name": one.short_name,
            "short": one.tile_code,
            "value": None if (count := arriving[one.iso_code]) is None else localisation.number(count),
            "level": 0 if count is None else _level(count, most),
            "href": address(one.iso_code),
        }
        for one in sorted(regions_in_order(localisation.language()), key=lambda one: (one.tile_y, one.tile_x))
    ]


def legend(arriving: Arriving) -> list[tuple[int, str]]:
    """Each colour that is in use, with the least and the greatest count of it."""
    kept: dict[int, list[int]] = {}
    for count in sorted(one for one in arriving.values() if one is not None):
        kept.setdefault(_level(count, _most(arriving)), []).append(count)
    spans = {level: (localisation.number(min(some)), localisation.number(max(some))) for level, some in kept.items()}
    return [(level, low if low == high else f"{low}–{high}") for level, (low, high) in sorted(spans.items())]


def _most(arriving: Arriving) -> int:
    return max((one for one in arriving.values() if one is not None), default=0) or 1


def _level(count: int, most: int) -> int:
    return 1 + min(LEVELS - 1, count * LEVELS // (most + 1))
