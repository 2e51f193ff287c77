"""A tile for each region: coloured by a number of its own, with where it leads; and the names of the regions and of their sum."""

from collections.abc import Callable, Iterable, Mapping

from flask_babel import gettext as _

from labour_exchange.statistics.planning.flows import COUNTRY
from labour_exchange.territory.places import Region
from labour_exchange.territory.queries import region as region_of
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web import localisation

LEVELS = 5
Counts = Mapping[str, int | None]
"""A count for each region; None is withheld."""


def named(code: str) -> str:
    return _("All regions") if code == COUNTRY else localisation.words(region_of(code).name)


def by_rows() -> Iterable[Region]:
    """The regions as a reader goes through the map: row by row."""
    return sorted(regions_in_order(localisation.language()), key=lambda one: (one.tile_y, one.tile_x))


def tile(region: Region, value: str | None, level: int, href: str) -> dict[str, object]:
    """One tile as the macro draws it; without a value it is of level 0."""
    place = {"code": region.iso_code, "x": region.tile_x, "y": region.tile_y, "city": region.is_city}
    return place | {"name": region.short_name, "short": region.tile_code, "value": value, "level": level, "href": href}


def tiles(counts: Counts, address: Callable[[str], str]) -> list[dict[str, object]]:
    """Colours go by fifths of the greatest count."""
    most = _most(counts)
    made = []
    for one in by_rows():
        count = counts[one.iso_code]
        value, level = (None, 0) if count is None else (localisation.number(count), _level(count, most))
        made.append(tile(one, value, level, address(one.iso_code)))
    return made


def legend(counts: Counts) -> list[tuple[int, str]]:
    """Each colour that is in use, with the least and the greatest count of it."""
    kept: dict[int, list[int]] = {}
    for count in sorted(one for one in counts.values() if one is not None):
        kept.setdefault(_level(count, _most(counts)), []).append(count)
    spans = {level: (localisation.number(min(some)), localisation.number(max(some))) for level, some in kept.items()}
    return [(level, low if low == high else f"{low}–{high}") for level, (low, high) in sorted(spans.items())]


def _most(counts: Counts) -> int:
    return max((one for one in counts.values() if one is not None), default=0) or 1


def _level(count: int, most: int) -> int:
    return 1 + min(LEVELS - 1, count * LEVELS // (most + 1))
