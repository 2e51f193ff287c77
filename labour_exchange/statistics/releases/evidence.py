"""The facts that a release rests on, read from those stored or from those drawn again: their counts, and a hash of their rows."""

import hashlib
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.releases.contents import RELEASED, Counts

STORED, DRAWN = "facts", "drawn"
_WHERE = "effective_on BETWEEN :first AND :last AND recorded_on <= :as_of AND measure = ANY(:measures)"
_ROW = """concat_ws('|', measure, subject_kind, subject_id, entry, effective_on, recorded_on, count,
    coalesce(region_code, '-'), coalesce(channel, '-'))"""


def counts_of(session: Session, source: str, period: Period, as_of: date) -> Counts:
    """What was known at the end of `as_of`, by measure, region, month and channel."""
    wanted = f"""SELECT measure, coalesce(region_code, ''), to_char(effective_on, 'YYYY-MM'), coalesce(channel, ''), sum(count)
        FROM {source} WHERE {_WHERE} GROUP BY 1, 2, 3, 4"""  # noqa: S608 - one of two constants
    rows = session.execute(text(wanted), _limits(period, as_of))
    return {(measure, region, month, channel): int(count) for measure, region, month, channel, count in rows}


def rows_hash(session: Session, source: str, period: Period, as_of: date) -> tuple[int, str]:
    """How many facts there are, and the SHA-256 of their rows in the order of their keys, a line each."""
    wanted = f'SELECT {_ROW} FROM {source} WHERE {_WHERE} ORDER BY measure COLLATE "C", subject_id, entry, effective_on'  # noqa: S608
    found, count = hashlib.sha256(), 0
    for row in session.execute(text(wanted), _limits(period, as_of), execution_options={"yield_per": 5000}).scalars():
        found.update(f"{row}\n".encode())
        count += 1
    return count, found.hexdigest()


def rows_apart(session: Session, period: Period, as_of: date, most: int = 20) -> list[tuple[str, str]]:
    """Facts that only one side has: ('stored' or 'drawn', the row)."""
    sides = {"stored": (STORED, DRAWN), "drawn": (DRAWN, STORED)}
    found = []
    for side, (mine, other) in sides.items():
        wanted = f"SELECT {_ROW} AS row FROM {mine} WHERE {_WHERE} EXCEPT SELECT {_ROW} FROM {other} WHERE {_WHERE} ORDER BY 1 LIMIT :most"  # noqa: S608
        found += [(side, row) for row in session.scalars(text(wanted), _limits(period, as_of) | {"most": most})]
    return found


def _limits(period: Period, as_of: date) -> dict[str, Any]:
    measures = sorted({term.measure.value for code in RELEASED for term in CATALOGUE[code].numerator})
    return {"first": period.first, "last": period.last_day, "as_of": as_of, "measures": measures}
