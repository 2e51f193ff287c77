"""Transfers of people and their cases from one region to another, seen by the person and both regions."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

WITHIN_SCOPE = """acting('actor_kind') = 'system' OR jobseeker_id = acting('jobseeker_id')::bigint
    OR (acting('actor_kind') IN ('office', 'approver') AND acting('region_code') IN (from_region, to_region))"""
STATES = ("proposed", "accepted", "declined", "withdrawn")
REASONS = ("moved", "work_there", "study_there", "family", "relocation")


def choice(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def leads_to(column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_case_transfers_{column}"), ondelete=ondelete)


def check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_case_transfers_{name}"))


def upgrade() -> None:
    op.create_table(
        "case_transfers",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("registration_id", sa.BigInteger(), nullable=False),
        sa.Column("from_region", sa.Text(), nullable=False),
        sa.Column("to_region", sa.Text(), nullable=False),
        sa.Column("from_office_id", sa.BigInteger(), nullable=False),
        sa.Column("to_office_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", choice("transfer_reason", REASONS), nullable=False),
        sa.Column("state", choice("transfer_state", STATES), nullable=False),
        sa.Column("is_asked_by_person", sa.Boolean(), nullable=False),
        sa.Column("asked_by_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decline_reason", sa.Text(), nullable=False),
        check("another_region", "from_region <> to_region"),
        check("decided_at_an_instant", "(state = 'proposed') = (decided_at IS NULL)"),
        check("declined_with_reason", "(state = 'declined') = (decline_reason <> '')"),
        leads_to("jobseeker_id", "jobseekers", "CASCADE"),
        leads_to("registration_id", "registrations", "CASCADE"),
        leads_to("from_office_id", "offices"),
        leads_to("to_office_id", "offices"),
        leads_to("asked_by_id", "users", "SET NULL"),
        leads_to("decided_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_transfers")),
        sa.UniqueConstraint("public_id", name=op.f("uq_case_transfers_public_id")),
    )
    op.create_index(op.f("ix_case_transfers_jobseeker_id"), "case_transfers", ["jobseeker_id"])
    op.create_index(op.f("ix_case_transfers_registration_id"), "case_transfers", ["registration_id"])
    op.create_index("uq_case_transfers_one_open", "case_transfers", ["jobseeker_id"], unique=True, postgresql_where=sa.text("state = 'proposed'"))
    for region in ("to_region", "from_region"):
        op.create_index(f"ix_case_transfers_{region}_state", "case_transfers", [region, "state"])
    op.execute("ALTER TABLE case_transfers ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON case_transfers USING ({WITHIN_SCOPE})")
    op.execute(
        "CREATE TRIGGER queue_moved AFTER UPDATE OF region_code ON registrations FOR EACH ROW "
        "WHEN (OLD.region_code IS DISTINCT FROM NEW.region_code) EXECUTE FUNCTION queue_changed_for_counting('registration')"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER queue_moved ON registrations")
    op.drop_table("case_transfers")
