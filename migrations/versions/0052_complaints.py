"""Complaints about how a promise of a standard was kept: answers by two instances, links without signing in, figures by quarter."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
# Whom a complaint is about neither reads nor answers it.
REGION = """(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code')
    AND NOT coalesce(acting('user_id')::bigint = ANY (named_ids), false))"""
MINISTRY = """(acting('actor_kind') IN ('analyst', 'administrator') AND state IN ('escalated', 'decided')
    AND NOT coalesce(acting('user_id')::bigint = ANY (named_ids), false))"""
SERVED = """jobseeker_id = acting('jobseeker_id')::bigint
    OR (acting('actor_kind') = 'employer' AND employer_id = acting('organisation_id')::bigint)"""
POLICIES = {
    "service_complaints": f"{SYSTEM} OR {REGION} OR {MINISTRY} OR {SERVED}",
    "complaint_answers": "EXISTS (SELECT 1 FROM service_complaints c WHERE c.id = complaint_id)",
    "complaint_links": SYSTEM,
}
CHANGEABLE = {
    "service_complaints": ("state", "due_on", "text", "officer", "escalation", "escalated_on"),
    "complaint_answers": ("text",),
}
COUNTS = ("complaints", "complaints_answered", "complaints_in_time", "complaints_justified")


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def columns(kind: type[sa.types.TypeEngine[object]], *names: str, nullable: bool = False) -> list[sa.Column[object]]:
    return [sa.Column(name, kind(), nullable=nullable) for name in names]


def to(table: str, column: str, other: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def key_of(table: str) -> Sequence[sa.schema.SchemaItem]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    op.add_column("standard_versions", sa.Column("complaint_days", sa.BigInteger(), nullable=False, server_default="15"))
    op.alter_column("standard_versions", "complaint_days", server_default=None)
    op.create_check_constraint(op.f("ck_standard_versions_complaint_days_positive"), "standard_versions", "complaint_days > 0")
    op.add_column("rating_links", sa.Column("complained_on", sa.Date(), nullable=True))
    for name in COUNTS:
        op.add_column("service_figures", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
        op.alter_column("service_figures", name, server_default=None)
    op.add_column("service_figures", sa.Column("complaint_days", sa.Float(), nullable=True))
    _create_complaints()
    _create_answers()
    role = context.config.attributes["application_role"]
    for table, names in CHANGEABLE.items():
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
        op.execute(f"GRANT UPDATE ({', '.join(names)}) ON {table} TO {role}")
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")


def downgrade() -> None:
    for table in ("complaint_links", "complaint_answers", "service_complaints"):
        op.drop_table(table)
    for name in (*COUNTS, "complaint_days"):
        op.drop_column("service_figures", name)
    op.drop_column("rating_links", "complained_on")
    op.drop_column("standard_versions", "complaint_days")


def _create_complaints() -> None:
    table = "service_complaints"
    op.create_table(
        table,
        *key_of(table),
        *columns(sa.Text, "public_id"),
        *columns(sa.BigInteger, "commitment_id", "version_id", "paragraph"),
        *columns(sa.BigInteger, "jobseeker_id", "employer_id", nullable=True),
        *columns(sa.BigInteger, "office_id"),
        *columns(sa.Text, "region_code", "language", "text"),
        sa.Column("remedy", choice("remedy", "explanation", "deed", "correction", "other_officer", "apology"), nullable=False),
        *columns(sa.Text, "officer"),
        sa.Column("named_ids", ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("channel", choice("complaint_channel", "letter", "link"), nullable=False),
        sa.Column("state", choice("complaint_state", "filed", "answered", "escalated", "decided", "withdrawn"), nullable=False),
        *columns(sa.Date, "filed_on", "first_due_on", "due_on"),
        *columns(sa.Text, "escalation"),
        *columns(sa.Date, "escalated_on", nullable=True),
        *columns(sa.Boolean, "is_demo"),
        check(table, "one_side", "(jobseeker_id IS NULL) <> (employer_id IS NULL)"),
        check(table, "paragraph_number", "paragraph >= 0"),
        check(table, "escalated_with_day", "state NOT IN ('escalated', 'decided') OR escalated_on IS NOT NULL"),
        to(table, "commitment_id", "commitments", "CASCADE"),
        to(table, "version_id", "standard_versions"),
        to(table, "jobseeker_id", "jobseekers", "CASCADE"),
        to(table, "employer_id", "employers", "CASCADE"),
        to(table, "office_id", "offices"),
        sa.UniqueConstraint("public_id", name=op.f("uq_service_complaints_public_id")),
        sa.UniqueConstraint("commitment_id", name="uq_service_complaints_commitment"),
    )
    for column in ("version_id", "jobseeker_id", "employer_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    op.create_index("ix_service_complaints_waiting", table, ["region_code", "due_on"], postgresql_where=sa.text("state IN ('filed', 'escalated')"))
    op.create_index("ix_service_complaints_office_due", table, ["office_id", "first_due_on"])


def _create_answers() -> None:
    table = "complaint_answers"
    op.create_table(
        table,
        *key_of(table),
        *columns(sa.BigInteger, "complaint_id"),
        sa.Column("instance", choice("instance", "office", "ministry"), nullable=False),
        sa.Column("finding", choice("finding", "justified", "partly", "not_justified"), nullable=False),
        *columns(sa.Text, "text"),
        *columns(sa.BigInteger, "answered_by_id"),
        *columns(sa.Date, "answered_on"),
        to(table, "complaint_id", "service_complaints", "CASCADE"),
        to(table, "answered_by_id", "users"),
        sa.UniqueConstraint("complaint_id", "instance", name="uq_complaint_answers_instance"),
        sa.UniqueConstraint("complaint_id", "answered_by_id", name="uq_complaint_answers_second_person"),
    )
    table = "complaint_links"
    op.create_table(
        table,
        *key_of(table),
        *columns(sa.BigInteger, "complaint_id"),
        *columns(sa.Text, "secret_hash"),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        to(table, "complaint_id", "service_complaints", "CASCADE"),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_complaint_links_secret_hash")),
    )
    op.create_index(op.f("ix_complaint_links_complaint_id"), table, ["complaint_id"])
