"""What a release rests on: the facts, stored or drawn again, with their counts and the hash of their rows; and each row of the ledger behind them."""

import hashlib
import struct
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.releases.contents import RELEASED, Counts

STORED, DRAWN = "facts", "drawn"
_WHERE = "effective_on BETWEEN :first AND :last AND recorded_on <= :as_of AND measure = ANY(:measures)"
_ROW = """concat_ws('|', measure, subject_kind, subject_id, entry, effective_on, recorded_on, count,
    coalesce(region_code, '-'), coalesce(channel, '-'))"""


_HASHED = struct.Struct(">q8s")
_LEDGER = text("""
SELECT e.id, substr(sha256(convert_to(concat_ws('|', e.placement_id, e.kind, e.source, e.month, to_char(e.effective_on, 'YYYY-MM-DD'),
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), coalesce(e.reason, '-'), coalesce(e.reference, '-'),
    coalesce(e.user_id::text, '-')), 'UTF8')), 1, 8)
FROM placement_evidence e JOIN placements p ON p.id = e.placement_id
WHERE p.declared_on BETWEEN :first AND :last AND (e.recorded_at AT TIME ZONE :zone)::date <= :as_of
ORDER BY e.id""")
_LEDGER_ROWS = text("""
SELECT e.id, concat_ws('|', e.placement_id, e.kind, e.source, e.month, e.effective_on, e.recorded_at)
FROM placement_evidence e WHERE e.id = ANY(:ids)""")


def ledger_hashes(session: Session, period: Period, as_of: date) -> bytes:
    """Each row of evidence of the placements declared in the period, recorded until the end of `as_of`, every column of it.

    16 bytes a row in the order of their numbers: the number, and the first eight bytes of the SHA-256 of the row. Needs an actor who may
    read placements.
    """
    limits = {"first": period.first, "last": period.last_day, "as_of": as_of, "zone": clock.COUNTRY_ZONE.key}
    return b"".join(_HASHED.pack(number, bytes(digest)) for number, digest in session.execute(_LEDGER, limits))


def ledger_apart(session: Session, frozen: bytes, found: bytes, most: int = 20) -> list[tuple[str, str]]:
    """Rows of evidence that are not as they were: 'changed', 'gone' or 'added', and the number with the row as it is now."""
    before, now = (dict(_HASHED.iter_unpack(one)) for one in (frozen, found))
    apart = sorted(number for number in before.keys() | now.keys() if before.get(number) != now.get(number))[:most]
    rows = {int(number): str(row) for number, row in session.execute(_LEDGER_ROWS, {"ids": apart})}
    kinds = ("added" if number not in before else "gone" if number not in now else "changed" for number in apart)
    return [(kind, f"{number}|{rows.get(number, '')}") for kind, number in zip(kinds, apart, strict=True)]


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
