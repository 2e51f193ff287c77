"""Tables of a release protected against everything that earlier releases told of the same months. It loads scipy."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.statistics.disclosure.suppression import PROTECTION, protect
from labour_exchange.statistics.disclosure.tables import Published, Table
from labour_exchange.statistics.indicators import CATALOGUE, Indicator
from labour_exchange.statistics.periods import Period, read_period
from labour_exchange.statistics.releases.contents import RELEASED, content_hash, earlier_of, table_from
from labour_exchange.statistics.releases.evidence import counts_of
from labour_exchange.statistics.releases.models import Release


def frozen_tables(session: Session, source: str, period: Period, as_of: date, earlier: Sequence[Release]) -> list[dict[str, Any]]:
    """Every table of a release from the facts in `source`; `earlier` are the releases before it, the oldest first."""
    counts = counts_of(session, source, period, as_of)
    before = [(one, read_period(one.period_code)) for one in earlier]
    known = [(one, its_period, counts_of(session, source, its_period, one.as_of)) for one, its_period in before]
    found = []
    for code in RELEASED:
        told = [
            (table_from(code, its_period, its_counts), table)
            for one, its_period, its_counts in known
            for table in one.tables
            if table["indicator"] == code
        ]
        found.append(published_table(code, table_from(code, period, counts), earlier_of(told)))
    return found


def recomputed_tables(session: Session, source: str, release: Release, earlier: Sequence[Release]) -> list[dict[str, Any]]:
    """What the tables of a release would say if they were made again from the facts in `source`.

    A table that was frozen before cover was chosen as it is today keeps its withheld cells, and every shown one is counted again.
    """
    period = read_period(release.period_code)
    if all(table.get("protection") == PROTECTION for table in release.tables):
        return frozen_tables(session, source, period, release.as_of, earlier)
    counts = counts_of(session, source, period, release.as_of)
    return [_recounted(table, table_from(table["indicator"], period, counts)) for table in release.tables]


def _recounted(frozen: dict[str, Any], table: Table) -> dict[str, Any]:
    return frozen | {"cells": [[*cell, None if value is None else table.counts[tuple(cell)]] for *cell, value in frozen["cells"]]}


def hash_of(tables: Sequence[dict[str, Any]]) -> str:
    """What the release prints, so that anybody can tell whether its tables are the published ones."""
    return content_hash(tables)


def published_table(code: str, table: Table, earlier: Published | None) -> dict[str, Any]:
    """The protected table as it is stored, shown and hashed."""
    indicator, found = CATALOGUE[code], protect(table, earlier)
    reasons = [reason.value for reason in found.withheld.values()]
    return {
        "indicator": code,
        "version": indicator.version,
        "protection": PROTECTION,
        "name": _words(indicator),
        "unit": indicator.unit.value,
        "dimensions": [
            {"name": one.name, "top": one.top, "children": {top: list(children) for top, children in one.children.items()}}
            for one in table.dimensions
        ],
        "withheld": {reason: reasons.count(reason) for reason in sorted(set(reasons))},
        "information_lost": round(found.information_lost, 4),
        "cells": [[*cell, value] for cell, value in found.shown.items()],
    }


def _words(indicator: Indicator) -> dict[str, str]:
    return {language: indicator.name.in_language(language) for language in ("kk", "ru", "en")}
