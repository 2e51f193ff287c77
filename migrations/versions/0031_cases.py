"""Cases: an officer's work with a person, one open at a time, seen by the person and the region."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

STATES = ("open", "waiting_for_person", "closed")
REASONS = ("found_work", "left_register", "own_wish", "no_contact", "erased", "other")
WITHIN_SCOPE = """acting('actor_kind') = 'system' OR jobseeker_id = acting('jobseeker_id')::bigint
    OR (acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"""


def choice(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.BigInteger(), nullable=False),
        sa.Column("state", choice("case_state", STATES), nullable=False),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("close_reason", choice("close_reason", REASONS), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(closed_on IS NULL) = (close_reason IS NULL) AND (closed_on IS NULL) = (state <> 'closed')", name="closed_with_reason"
        ),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_cases_jobseeker_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_cases_office_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["users.id"], name=op.f("fk_cases_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("public_id", name=op.f("uq_cases_public_id")),
    )
    op.create_index(op.f("ix_cases_jobseeker_id"), "cases", ["jobseeker_id"])
    op.create_index(op.f("ix_cases_lead_id"), "cases", ["lead_id"])
    op.create_index("uq_cases_one_open", "cases", ["jobseeker_id"], unique=True, postgresql_where=sa.text("closed_on IS NULL"))
    op.create_index("ix_cases_region_due", "cases", ["region_code", "due_on"], postgresql_where=sa.text("closed_on IS NULL"))
    op.execute("ALTER TABLE cases ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON cases USING ({WITHIN_SCOPE})")


def downgrade() -> None:
    op.drop_table("cases")
