"""One table of a release as pages show it: regions down, months or channels across."""

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _

from labour_exchange.statistics import texts
from labour_exchange.statistics.releases.contents import ALL, COUNTRY, NOT_STATED
from labour_exchange.statistics.releases.models import Release
from labour_exchange.territory.queries import region as region_of


def table_of(found: Release, code: str) -> dict[str, Any]:
    """What a template needs of the table of an indicator, the first one when the release has none of that code."""
    table = next((one for one in found.tables if one["indicator"] == code), found.tables[0])
    cells = {tuple(row[:-1]): row[-1] for row in table["cells"]}
    regions = list(_codes(table["dimensions"][0]))
    every = _columns(table)
    # A channel in which nobody is counted anywhere is left out; the total stays.
    columns = [one for one in every if one is every[-1] or any(cells[(region, *one[1])] != 0 for region in regions)]
    return {
        "table": table,
        "columns": [head for head, _rest in columns],
        "rows": [(place_of(region), [cells[(region, *rest)] for _head, rest in columns]) for region in regions],
        "withheld": sum(table["withheld"].values()),
    }


def _codes(dimension: dict[str, Any]) -> Iterator[str]:
    """Parts before their total, as tables are read."""
    for children in dimension["children"].values():
        yield from children
    yield dimension["top"]


def _columns(table: dict[str, Any]) -> list[tuple[object, tuple[str, ...]]]:
    """Heads and codes: the months of a longer period, or the channels of a single month."""
    _regions, time, *channel = table["dimensions"]
    if time["children"]:
        return [(code, (code, *(one["top"] for one in channel))) for code in _codes(time)]
    if channel:
        return [(_channel(code), (time["top"], code)) for code in _codes(channel[0])]
    return [(time["top"], (time["top"],))]


def _channel(code: str) -> object:
    names = {"self_service": _("found by themselves"), "office_referral": _("referred by an office"), "agency": _("through an agency")}
    names |= {"programme": _("through a programme"), NOT_STATED: _("channel not stated"), ALL: _("all together")}
    return names[code]


def place_of(code: str) -> object:
    """The name of a region, of the country, or that it is not stated."""
    return {COUNTRY: texts.COUNTRY, NOT_STATED: texts.NO_PLACE}.get(code) or region_of(code).name
