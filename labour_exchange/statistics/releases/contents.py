"""The tables of a release from counts by region, month and channel, what earlier releases told of them, and the text that hashes sum up."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from labour_exchange.placements.states import Channel
from labour_exchange.statistics.disclosure.tables import Cell, Dimension, Published, Table, Withholding, flat, table_of
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import Period
from labour_exchange.territory.queries import regions

COUNTRY, NOT_STATED, ALL = "KZ", "_X", "_T"
"""As in SDMX: _T is the total, _X what is not stated."""
WITH_CHANNEL = ("placements_declared", "placements_confirmed")
WITHOUT_CHANNEL = ("registrations_inflow", "registrations_outflow", "vacancies_notified", "vacancies_filled")
RELEASED = WITH_CHANNEL + WITHOUT_CHANNEL

Counts = Mapping[tuple[str, str, str, str], int]
"""By measure, region ('' not stated), month such as 2026-10, and channel ('' not stated)."""


def table_from(code: str, period: Period, counts: Counts) -> Table:
    """The unprotected table of an indicator, by region, month and, for placements, channel."""
    indicator = CATALOGUE[code]
    dimensions = [flat("region", COUNTRY, [*(one.iso_code for one in regions()), NOT_STATED]), _time(period)]
    if code in WITH_CHANNEL:
        dimensions.append(flat("channel", ALL, [*(one.value for one in Channel), NOT_STATED]))
    finest: dict[Cell, int] = {}
    weights = {term.measure.value: term.weight for term in indicator.numerator}
    for (measure, region, month, channel), count in counts.items():
        if measure in weights:
            cell = (region or NOT_STATED, month, channel or NOT_STATED)[: len(dimensions)]
            finest[cell] = finest.get(cell, 0) + weights[measure] * count
    return table_of(dimensions, finest)


def _time(period: Period) -> Dimension:
    months = tuple(f"{month:%Y-%m}" for month in period.months)
    return Dimension("time", period.code, {} if months == (period.code,) else {period.code: months})


def earlier_of(tables: Sequence[tuple[Table, Mapping[str, Any]]]) -> Published | None:
    """What earlier releases told of the cells of one indicator, the latest word of each; from true counts and what was published."""
    counts: dict[Cell, int] = {}
    withheld: dict[Cell, Withholding] = {}
    for table, published in tables:
        for *codes, value in published["cells"]:
            cell = tuple(codes)
            counts[cell] = table.counts[cell]
            withheld.pop(cell, None)
            if value is None:
                withheld[cell] = Withholding.WITHHELD_BEFORE
    return Published(Table((), counts), withheld) if counts else None


def content_hash(tables: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 of the tables as JSON with sorted keys, no spaces and letters as they are, in UTF-8."""
    return hashlib.sha256(json.dumps(tables, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


def differences(frozen: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> list[tuple[str, Cell, int | None, int | None]]:
    """Cells of which two sets of tables say different things: indicator, cell, frozen and found value."""
    cells = [{(table["indicator"], *row[:-1]): row[-1] for table in tables for row in table["cells"]} for tables in (frozen, found)]
    first, second = cells
    every = [*first, *(key for key in second if key not in first)]
    return [(key[0], key[1:], first.get(key), second.get(key)) for key in every if first.get(key, -1) != second.get(key, -1)]
