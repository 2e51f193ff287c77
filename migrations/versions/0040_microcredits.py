"""Business plans, microcredits with their repayments, checks after the money; conditions of a kind of measure in its terms."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

OF_ENROLMENT = "EXISTS (SELECT 1 FROM enrolments e WHERE e.id = enrolment_id)"
# A person is also seen by employers whom they applied to: a plan is not.
PEOPLE = "acting('actor_kind') IN ('system', 'jobseeker', 'office', 'approver')"
POLICIES = {
    "business_plans": f"{PEOPLE} AND (EXISTS (SELECT 1 FROM jobseekers j WHERE j.id = jobseeker_id) OR {OF_ENROLMENT})",
    "credits": OF_ENROLMENT,
    "repayments": "EXISTS (SELECT 1 FROM credits c WHERE c.id = credit_id)",
    "follow_up_checks": OF_ENROLMENT,
}
APPEND_ONLY = ("repayments",)


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def key() -> sa.Column:
    return sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False)


def number(name: str, *, is_optional: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=is_optional)


def words(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def leads_to(table: str, column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def upgrade() -> None:
    op.add_column("measure_terms", sa.Column("details", postgresql.JSONB(), nullable=False, server_default="{}"))
    op.alter_column("measure_terms", "details", server_default=None)
    _create_business_plans()
    _create_credits()
    _create_repayments()
    _create_follow_up_checks()
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    role = context.config.attributes["application_role"]
    for table in APPEND_ONLY:
        op.execute(f"CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION refuse_change()")
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")


def downgrade() -> None:
    for table in ("follow_up_checks", "repayments", "credits", "business_plans"):
        op.drop_table(table)
    op.drop_column("measure_terms", "details")


def _create_business_plans() -> None:
    op.create_table(
        "business_plans",
        key(),
        number("jobseeker_id"),
        number("enrolment_id", is_optional=True),
        words("purpose"),
        number("asked"),
        number("own_share"),
        number("jobs_planned"),
        number("months"),
        number("version"),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("asked > 0 AND own_share >= 0 AND jobs_planned > 0 AND months > 0", name=op.f("ck_business_plans_figures")),
        leads_to("business_plans", "jobseeker_id", "jobseekers", "CASCADE"),
        leads_to("business_plans", "enrolment_id", "enrolments", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_business_plans")),
        sa.UniqueConstraint("enrolment_id", name=op.f("uq_business_plans_enrolment_id")),
    )
    op.create_index(op.f("ix_business_plans_jobseeker_id"), "business_plans", ["jobseeker_id"])
    op.create_index("uq_business_plans_one_free", "business_plans", ["jobseeker_id"], unique=True, postgresql_where="enrolment_id IS NULL")


def _create_credits() -> None:
    op.create_table(
        "credits",
        key(),
        words("public_id"),
        number("enrolment_id"),
        number("amount"),
        number("months"),
        number("interest"),
        number("grace_months"),
        sa.Column("paid_on", sa.Date(), nullable=False),
        number("received"),
        sa.Column("state", choice("credit_state", "running", "doubted", "repaid", "written_off"), nullable=False),
        words("doubt_reason"),
        number("doubted_by_id", is_optional=True),
        sa.Column("doubted_at", sa.DateTime(timezone=True), nullable=True),
        number("written_off_by_id", is_optional=True),
        sa.Column("written_off_on", sa.Date(), nullable=True),
        sa.CheckConstraint("amount > 0 AND 0 <= grace_months AND grace_months < months AND interest >= 0", name=op.f("ck_credits_conditions")),
        sa.CheckConstraint("received >= 0", name=op.f("ck_credits_received")),
        sa.CheckConstraint("written_off_by_id <> doubted_by_id", name=op.f("ck_credits_two_people")),
        sa.CheckConstraint("(state = 'written_off') = (written_off_on IS NOT NULL)", name=op.f("ck_credits_written_off_on")),
        leads_to("credits", "enrolment_id", "enrolments", "CASCADE"),
        leads_to("credits", "doubted_by_id", "users"),
        leads_to("credits", "written_off_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credits")),
        sa.UniqueConstraint("public_id", name=op.f("uq_credits_public_id")),
        sa.UniqueConstraint("enrolment_id", name=op.f("uq_credits_enrolment_id")),
    )


def _create_repayments() -> None:
    op.create_table(
        "repayments",
        key(),
        number("credit_id"),
        words("reference"),
        sa.Column("paid_on", sa.Date(), nullable=False),
        number("amount"),
        number("recorded_by_id", is_optional=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_repayments_amount")),
        leads_to("repayments", "credit_id", "credits", "CASCADE"),
        leads_to("repayments", "recorded_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repayments")),
        sa.UniqueConstraint("reference", name=op.f("uq_repayments_reference")),
    )
    op.create_index(op.f("ix_repayments_credit_id"), "repayments", ["credit_id"])


def _create_follow_up_checks() -> None:
    op.create_table(
        "follow_up_checks",
        key(),
        words("public_id"),
        number("enrolment_id"),
        sa.Column("kind", choice("check_kind", "operating_6", "operating_12", "settled_12"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("is_met", sa.Boolean(), nullable=True),
        number("jobs_created", is_optional=True),
        words("evidence"),
        number("checked_by_id", is_optional=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(checked_on IS NULL) = (is_met IS NULL)", name=op.f("ck_follow_up_checks_answered")),
        sa.CheckConstraint("jobs_created >= 0", name=op.f("ck_follow_up_checks_jobs_created")),
        leads_to("follow_up_checks", "enrolment_id", "enrolments", "CASCADE"),
        leads_to("follow_up_checks", "checked_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_checks")),
        sa.UniqueConstraint("enrolment_id", "kind", name="uq_follow_up_checks_enrolment_kind"),
        sa.UniqueConstraint("public_id", name=op.f("uq_follow_up_checks_public_id")),
    )
    op.create_index("ix_follow_up_checks_due", "follow_up_checks", ["due_on"], postgresql_where="checked_on IS NULL")
