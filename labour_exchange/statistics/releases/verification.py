"""Recomputing a release from the registers and the ledger, and saying whether it is equal or where it is not."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from labour_exchange.statistics import collection
from labour_exchange.statistics.disclosure.tables import Cell
from labour_exchange.statistics.periods import read_period
from labour_exchange.statistics.releases import evidence
from labour_exchange.statistics.releases.contents import content_hash, differences
from labour_exchange.statistics.releases.freezing import recomputed_tables
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.queries import overlapping


@dataclass(frozen=True, slots=True)
class Verdict:
    """What differs: the tables' own hash, the rows of facts stored and drawn anew, published cells (indicator, cell, published, found), and
    rows of evidence (changed, gone or added; the row)."""

    is_content_intact: bool
    are_stored_facts_equal: bool
    are_drawn_facts_equal: bool
    rows: list[tuple[str, str]]
    cells: list[tuple[str, Cell, int | None, int | None]]
    evidence: list[tuple[str, str]]

    @property
    def is_equal(self) -> bool:
        return self.is_content_intact and self.are_stored_facts_equal and self.are_drawn_facts_equal and not (self.cells or self.evidence)


def verify_release(session: Session, release: Release) -> Verdict:
    """Draw all facts again from the evidence and compare with what was frozen. Needs a session that acts as the system."""
    period = read_period(release.period_code)
    collection.rebuild(session)  # It leaves the facts drawn anew in a temporary table of this transaction.
    frozen = (release.facts_count, release.facts_hash)
    drawn = evidence.rows_hash(session, evidence.DRAWN, period, release.as_of)
    tables = recomputed_tables(session, evidence.DRAWN, release, overlapping(session, period, before=release.id))
    return Verdict(
        content_hash(release.tables) == release.content_hash,
        evidence.rows_hash(session, evidence.STORED, period, release.as_of) == frozen,
        drawn == frozen,
        evidence.rows_apart(session, period, release.as_of),
        differences(release.tables, tables),
        _evidence_apart(session, release),
    )


def _evidence_apart(session: Session, release: Release) -> list[tuple[str, str]]:
    if release.evidence_hashes is None:
        return []
    found = evidence.ledger_hashes(session, read_period(release.period_code), release.as_of)
    return evidence.ledger_apart(session, release.evidence_hashes, found)
