"""Decisions on the effort group of a person with a case: by the rules, or by an officer with a reason."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

GROUPS = ("independent", "supported", "intensive")
WITHIN_SCOPE = """acting('actor_kind') = 'system' OR jobseeker_id = acting('jobseeker_id')::bigint
    OR (acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"""


def choice(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def number(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def leads_to(table: str, column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def upgrade() -> None:
    op.create_table(
        "effort_assessments",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        number("case_id"),
        number("jobseeker_id"),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("effort_group", choice("effort_group", GROUPS), nullable=False),
        sa.Column("rule_codes", postgresql.ARRAY(sa.Text()), nullable=False),
        number("rules_version"),
        sa.Column("is_override", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        number("assessed_by_id", nullable=True),
        sa.Column("assessed_at", sa.DateTime(timezone=True), nullable=False),
        leads_to("effort_assessments", "case_id", "cases", "CASCADE"),
        leads_to("effort_assessments", "jobseeker_id", "jobseekers", "CASCADE"),
        leads_to("effort_assessments", "assessed_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effort_assessments")),
        sa.CheckConstraint("is_override = (reason <> '')", name=op.f("ck_effort_assessments_override_with_reason")),
    )
    for column in ("case_id", "jobseeker_id"):
        op.create_index(op.f(f"ix_effort_assessments_{column}"), "effort_assessments", [column])
    op.execute("ALTER TABLE effort_assessments ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON effort_assessments USING ({WITHIN_SCOPE})")


def downgrade() -> None:
    op.drop_table("effort_assessments")
