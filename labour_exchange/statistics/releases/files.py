"""A published release as rows and as JSON: what the files say, whatever their format."""

from collections.abc import Iterator
from typing import Any

from labour_exchange.statistics.releases.contents import ALL
from labour_exchange.statistics.releases.models import Release

COLUMNS = ("indicator", "region", "period", "channel", "value", "status")
SDMX_COLUMNS = ("STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR", "REF_AREA", "CHANNEL", "TIME_PERIOD", "OBS_VALUE", "CONF_STATUS")
DATAFLOW = "LX:RELEASE(1.0)"
SHOWN, WITHHELD = "F", "C"
"""CONF_STATUS of SDMX: free for publication, confidential."""


def rows_of(release: Release) -> Iterator[tuple[str, str, str, str, int | None, str]]:
    """A row a cell; a withheld one has no value and says so."""
    for table in release.tables:
        for region, period, *channel, value in table["cells"]:
            yield table["indicator"], region, period, channel[0] if channel else ALL, value, "withheld" if value is None else "shown"


def sdmx_rows(release: Release) -> Iterator[tuple[str | int, ...]]:
    """The same as SDMX-CSV 2.0 wants it."""
    for indicator, region, period, channel, value, _ in rows_of(release):
        status = WITHHELD if value is None else SHOWN
        yield "dataflow", DATAFLOW, "R", indicator, region, channel, period, "" if value is None else value, status


def document_of(release: Release) -> dict[str, Any]:
    """The whole published release: what it rests on, its hashes and its tables."""
    return {
        "release": release.name,
        "period": release.period_code,
        "edition": release.edition,
        "as_of": release.as_of.isoformat(),
        "announced_at": f"{release.announced_at:%Y-%m-%dT%H:%MZ}",
        "reason": release.reason,
        "definitions_version": release.definitions_version,
        "facts": {"count": release.facts_count, "sha256": release.facts_hash},
        "content_sha256": release.content_hash,
        "previous_content_sha256": release.previous_content_hash,
        "tables": release.tables,
    }
