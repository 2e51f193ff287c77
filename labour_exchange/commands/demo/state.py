"""Whether the demo country is there, and taking it away: demo rows only, whatever people have added since stays."""

from collections.abc import Iterator

import psycopg
from psycopg import sql
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.commands.demo.measures import removal
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.statistics.drawing import sums

APPEND_ONLY = ("placement_evidence", "ledger_entries", "repayments", "contribution_months", "outcome_links", "participation_records")
HAS_DEMO = "SELECT EXISTS (SELECT 1 FROM jobseekers WHERE is_demo AND user_id IS NULL)"
# Children first; rows that a person added to a demo row go with it, because they would stand for nothing.
OF_DEMO_ANALYSTS = "IN (SELECT id FROM releases WHERE prepared_by_id IN (SELECT id FROM users WHERE is_demo))"
OF_DEMO_INSPECTIONS = (
    "IN (SELECT i.id FROM inspections i JOIN placements p ON p.id = i.placement_id LEFT JOIN enrolments e ON e.id = i.enrolment_id "
    "LEFT JOIN inspection_samples s ON s.id = i.sample_id WHERE p.is_demo OR e.is_demo OR s.is_demo)"
)
REMOVALS = (
    f"DELETE FROM freeze_requests WHERE release_id {OF_DEMO_ANALYSTS}",  # noqa: S608 - a constant
    f"DELETE FROM releases WHERE id {OF_DEMO_ANALYSTS}",  # noqa: S608
    "DELETE FROM ratings WHERE standard_id IN (SELECT id FROM standards WHERE is_demo)",
    "DELETE FROM service_complaints WHERE is_demo OR id IN "
    "(SELECT a.complaint_id FROM complaint_answers a JOIN users u ON u.id = a.answered_by_id WHERE u.is_demo)",
    "DELETE FROM commitments WHERE standard_id IN (SELECT id FROM standards WHERE is_demo)",
    "DELETE FROM standards WHERE is_demo",
    f"DELETE FROM recovery_entries WHERE recovery_id IN (SELECT id FROM recoveries WHERE inspection_id {OF_DEMO_INSPECTIONS})",  # noqa: S608
    f"DELETE FROM recovery_payments WHERE recovery_id IN (SELECT id FROM recoveries WHERE inspection_id {OF_DEMO_INSPECTIONS})",  # noqa: S608
    f"DELETE FROM recoveries WHERE inspection_id {OF_DEMO_INSPECTIONS}",  # noqa: S608
    f"DELETE FROM inspection_replies WHERE inspection_id {OF_DEMO_INSPECTIONS}",  # noqa: S608
    "DELETE FROM inspections WHERE placement_id IN (SELECT id FROM placements WHERE is_demo) "
    "OR enrolment_id IN (SELECT id FROM enrolments WHERE is_demo) OR sample_id IN (SELECT id FROM inspection_samples WHERE is_demo)",
    "DELETE FROM inspection_samples WHERE is_demo",
    "DELETE FROM referrals WHERE is_demo",
    "DELETE FROM cases WHERE jobseeker_id IN (SELECT id FROM jobseekers WHERE is_demo)",
    *removal.REMOVALS,
    "DELETE FROM ledger_entries WHERE allocation_id IN (SELECT id FROM allocations WHERE is_demo)",
    "DELETE FROM payments WHERE is_demo",
    "DELETE FROM course_places WHERE enrolment_id IN (SELECT id FROM enrolments WHERE is_demo)",
    "DELETE FROM enrolments WHERE is_demo",
    "DELETE FROM reallocations WHERE from_id IN (SELECT id FROM allocations WHERE is_demo) OR to_id IN (SELECT id FROM allocations WHERE is_demo)",
    "DELETE FROM allocations WHERE is_demo",
    "DELETE FROM courses WHERE is_demo",
    "DELETE FROM providers WHERE is_demo",
    "DELETE FROM subsidised_posts WHERE is_demo",
    "DELETE FROM archived_contracts WHERE is_demo",
    "DELETE FROM reported_facilities WHERE is_demo",
    "DELETE FROM annulment_proposals WHERE placement_id IN (SELECT id FROM placements WHERE is_demo)",
    "DELETE FROM placement_evidence WHERE placement_id IN (SELECT id FROM placements WHERE is_demo)",
    "DELETE FROM placements WHERE is_demo",
    "DELETE FROM job_applications WHERE is_demo",
    "DELETE FROM vacancies WHERE is_demo",
    "DELETE FROM registrations WHERE is_demo",
    "DELETE FROM jobseekers WHERE is_demo AND user_id IS NULL",
    "DELETE FROM agencies WHERE is_demo AND NOT EXISTS (SELECT 1 FROM agency_members m WHERE m.agency_id = agencies.id)",
    "DELETE FROM employers WHERE is_demo AND NOT EXISTS (SELECT 1 FROM employer_members m WHERE m.employer_id = employers.id)",
)


# Foreign keys to the tables above whose column no whole index begins with: each row that goes would read the whole of the table that refers to it.
UNINDEXED = """
SELECT DISTINCT c.conrelid::regclass::text, a.attname FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f' AND c.conparentid = 0 AND c.confrelid::regclass::text = ANY(%s)
AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL)
"""
EMPTIED = [
    "enrolments",
    "payments",
    "allocations",
    "courses",
    "providers",
    "placements",
    "job_applications",
    "vacancies",
    "registrations",
    "jobseekers",
    "profiles",
    "agencies",
    "employers",
]


def is_loaded(session: Session) -> bool:
    return session.scalar(select(Jobseeker.id).where(Jobseeker.is_demo, Jobseeker.user_id.is_(None)).limit(1)) is not None


def holds_demo(owner: psycopg.Connection) -> bool:
    """The same question, asked inside the transaction that would load one."""
    row = owner.execute(HAS_DEMO).fetchone()
    return bool(row and row[0])


def remove(owner: psycopg.Connection) -> None:
    """Take the demo country away with its figures, as the owner role, in the caller's transaction."""
    if not holds_demo(owner):
        return
    indexes = list(_index_references(owner))
    owner.execute("SELECT forget_demo_facts()")
    for statement in sums.AGAIN:
        owner.execute(statement)
    for table in APPEND_ONLY:
        owner.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER refuse_change").format(sql.Identifier(table)))
    for statement in REMOVALS:
        owner.execute(statement)
    for table in APPEND_ONLY:
        owner.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER refuse_change").format(sql.Identifier(table)))
    for index in indexes:
        owner.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(index)))


def _index_references(owner: psycopg.Connection) -> Iterator[str]:
    """Index the columns that refer to what is removed, for the time of the removal; gives the names."""
    for number, (table, column) in enumerate(owner.execute(UNINDEXED, (EMPTIED,)).fetchall()):
        index = f"ix_demo_removal_{number}"
        statement = sql.SQL("CREATE INDEX {} ON {} ({})").format(sql.Identifier(index), sql.Identifier(table), sql.Identifier(column))
        owner.execute(statement)
        yield index
