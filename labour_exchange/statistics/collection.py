"""Counting: evidence becomes facts, each once; and recounting, which must give the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.statistics import drawing
from labour_exchange.statistics.drawing import sums

COUNTING_LOCK = "SELECT pg_advisory_xact_lock(hashtext('count facts'))"
MANY = 2_000  # Subjects, from which on whole tables are read sooner than one row each.
WORK_TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS due (subject_kind text NOT NULL, subject_id bigint NOT NULL) ON COMMIT DROP",
    "CREATE TEMP TABLE IF NOT EXISTS drawn (LIKE facts) ON COMMIT DROP",
    "TRUNCATE due, drawn",
)
TAKE = """
WITH taken AS (DELETE FROM uncounted RETURNING subject_kind, subject_id)
INSERT INTO due SELECT DISTINCT subject_kind, subject_id FROM taken
"""
PARTITIONS = "SELECT make_fact_partition(month) FROM (SELECT DISTINCT date_trunc('month', effective_on)::date AS month FROM drawn) AS months"
STORE = f"""
WITH added AS (
    INSERT INTO facts ({drawing.COLUMNS}) SELECT {drawing.COLUMNS} FROM drawn ON CONFLICT DO NOTHING RETURNING *
), summed AS (
    {sums.added_months("added")}
), grouped AS (
    {sums.added_groups("added")}
)
SELECT count(*) FROM added
"""  # noqa: S608
COMPARE = f"""
SELECT (SELECT count(*) FROM facts), (SELECT count(*) FROM drawn),
       (SELECT count(*) FROM (SELECT {drawing.COLUMNS} FROM drawn EXCEPT ALL SELECT {drawing.COLUMNS} FROM facts) AS missing),
       (SELECT count(*) FROM (SELECT {drawing.COLUMNS} FROM facts EXCEPT ALL SELECT {drawing.COLUMNS} FROM drawn) AS extra),
       {sums.WRONG}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Comparison:
    """Facts drawn again from all evidence against those stored: rows that lack, rows that nothing supports, monthly sums that are off."""

    stored: int
    rebuilt: int
    missing: int
    extra: int
    wrong_months: int

    @property
    def is_equal(self) -> bool:
        return not (self.missing or self.extra or self.wrong_months)


def collect(session: Session, *, everything: bool = False) -> int:
    """Count what waits to be counted and give the number of new facts; `everything` looks at every subject again.

    Counting twice adds nothing. One counts at a time; the others wait for it. Needs a session that acts as the system.
    """
    if not everything and not session.scalar(text("SELECT EXISTS (SELECT 1 FROM uncounted)")):
        return 0
    _prepare(session)
    session.execute(text(TAKE))
    if everything:
        session.execute(text("TRUNCATE due"))
        session.execute(text(drawing.EVERY_SUBJECT))
    session.execute(text("ANALYZE due"))
    zone = {"zone": clock.COUNTRY_ZONE.key}
    session.execute(text(drawing.TRAITS), zone)
    _draw(session)
    session.execute(text(PARTITIONS))
    return session.scalar(text(STORE)) or 0


def rebuild(session: Session) -> Comparison:
    """Draw every fact anew from registers and ledger into a temporary table, and compare; stored facts stay as they are.

    What still waits is counted first. Needs a session that acts as the system.
    """
    collect(session)
    _prepare(session)
    session.execute(text(drawing.EVERY_SUBJECT))
    session.execute(text("ANALYZE due"))
    _draw(session)
    return Comparison(*session.execute(text(COMPARE)).one())


def collect_facts(session: Session) -> None:
    """What runs every ten minutes, should a reaction have been lost."""
    collect(session)


def collect_now(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to evidence: figures follow within seconds."""
    collect(session)


def _prepare(session: Session) -> None:
    session.execute(text(COUNTING_LOCK))
    for statement in WORK_TABLES:
        session.execute(text(statement))


def _draw(session: Session) -> None:
    # Of many the traits were written just now, and the planner takes their table to be as small as it was: it would look each up among all others.
    if (session.scalar(text("SELECT count(*) FROM due")) or 0) > MANY:
        session.execute(text("SET LOCAL enable_nestloop = off"))
    for statement in drawing.FACTS:
        session.execute(text(f"INSERT INTO drawn ({drawing.COLUMNS}) {statement}"), {"zone": clock.COUNTRY_ZONE.key})  # noqa: S608 - constants
    session.execute(text("SET LOCAL enable_nestloop = DEFAULT"))
