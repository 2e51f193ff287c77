"""Relocations that two regions see, and rural projects with their payments."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
OFFICES = "acting('actor_kind') IN ('office', 'approver')"
REGION = f"({OFFICES} AND region_code = acting('region_code'))"
EITHER = f"({OFFICES} AND acting('region_code') IN (region_code, receiving_region_code))"
EMPLOYER = "(acting('actor_kind') = 'employer' AND employer_id = acting('organisation_id')::bigint)"
MINISTRY = "acting('actor_kind') IN ('analyst', 'administrator')"
POLICIES = {
    "relocations": "EXISTS (SELECT 1 FROM enrolments e WHERE e.id = enrolment_id)",
    "projects": f"{SYSTEM} OR {MINISTRY} OR {REGION}",
    "project_payments": "EXISTS (SELECT 1 FROM projects p WHERE p.id = project_id)",
}


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def key() -> sa.Column:
    return sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False)


def number(name: str, *, is_optional: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=is_optional)


def words(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def day(name: str, *, is_optional: bool = False) -> sa.Column:
    return sa.Column(name, sa.Date(), nullable=is_optional)


def instant(name: str, *, is_optional: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=is_optional)


def leads_to(table: str, column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def upgrade() -> None:
    _create_projects()
    _create_project_payments()
    _create_relocations()
    op.add_column("enrolments", sa.Column("receiving_region_code", sa.Text(), nullable=True))
    op.create_index("ix_enrolments_receiving", "enrolments", ["receiving_region_code"], postgresql_where="receiving_region_code IS NOT NULL")
    for table in ("enrolments", "ledger_entries"):
        op.add_column(table, number("project_id", is_optional=True))
        op.create_foreign_key(op.f(f"fk_{table}_project_id"), table, "projects", ["project_id"], ["id"])
        op.create_index(op.f(f"ix_{table}_project_id"), table, ["project_id"])
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    op.execute(f"ALTER POLICY within_scope ON enrolments USING ({SYSTEM} OR {OWN} OR {EITHER} OR {EMPLOYER})")


def downgrade() -> None:
    op.execute(f"ALTER POLICY within_scope ON enrolments USING ({SYSTEM} OR {OWN} OR {REGION} OR {EMPLOYER})")
    for table in ("ledger_entries", "enrolments"):
        op.drop_column(table, "project_id")
    op.drop_column("enrolments", "receiving_region_code")
    for table in ("relocations", "project_payments", "projects"):
        op.drop_table(table)


def _create_projects() -> None:
    op.create_table(
        "projects",
        key(),
        words("public_id"),
        number("measure_id"),
        words("region_code"),
        words("district_code"),
        words("name"),
        sa.Column("kind", choice("project_kind", "built", "repaired"), nullable=False),
        sa.Column("state", choice("project_state", "prepared", "approved", "declined", "completed"), nullable=False),
        number("jobs_planned"),
        number("jobs_created", is_optional=True),
        day("starts_on"),
        day("ends_on"),
        day("completed_on", is_optional=True),
        words("evidence"),
        number("allocation_id"),
        number("amount"),
        number("committed"),
        number("paid"),
        number("prepared_by_id", is_optional=True),
        instant("prepared_at"),
        number("decided_by_id", is_optional=True),
        instant("decided_at", is_optional=True),
        words("decline_reason"),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("decided_by_id <> prepared_by_id", name=op.f("ck_projects_two_people")),
        sa.CheckConstraint("0 <= paid AND paid <= committed", name=op.f("ck_projects_money")),
        sa.CheckConstraint("jobs_planned > 0 AND amount > 0 AND starts_on <= ends_on", name=op.f("ck_projects_facts")),
        sa.CheckConstraint("(state = 'completed') = (completed_on IS NOT NULL) AND jobs_created >= 0", name=op.f("ck_projects_completed")),
        leads_to("projects", "measure_id", "measures"),
        leads_to("projects", "allocation_id", "allocations"),
        leads_to("projects", "prepared_by_id", "users"),
        leads_to("projects", "decided_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
        sa.UniqueConstraint("public_id", name=op.f("uq_projects_public_id")),
    )
    op.create_index(op.f("ix_projects_allocation_id"), "projects", ["allocation_id"])
    op.create_index("ix_projects_region_state", "projects", ["region_code", "state"])


def _create_project_payments() -> None:
    op.create_table(
        "project_payments",
        key(),
        words("public_id"),
        number("project_id"),
        number("amount"),
        sa.Column("state", choice("payment_state", "prepared", "paid", "refused"), nullable=False),
        number("prepared_by_id", is_optional=True),
        instant("prepared_at"),
        number("decided_by_id", is_optional=True),
        instant("decided_at", is_optional=True),
        day("paid_on", is_optional=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_project_payments_amount")),
        sa.CheckConstraint("decided_by_id <> prepared_by_id", name=op.f("ck_project_payments_two_people")),
        sa.CheckConstraint("(state = 'paid') = (paid_on IS NOT NULL)", name=op.f("ck_project_payments_paid_on")),
        leads_to("project_payments", "project_id", "projects", "CASCADE"),
        leads_to("project_payments", "prepared_by_id", "users"),
        leads_to("project_payments", "decided_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_payments")),
        sa.UniqueConstraint("public_id", name=op.f("uq_project_payments_public_id")),
    )
    op.create_index(op.f("ix_project_payments_project_id"), "project_payments", ["project_id"])


def _create_relocations() -> None:
    op.create_table(
        "relocations",
        key(),
        number("enrolment_id"),
        words("from_region"),
        words("to_region"),
        number("members"),
        number("children"),
        number("moving_cost"),
        number("housing_cost"),
        number("vacancy_id", is_optional=True),
        day("moved_on", is_optional=True),
        sa.CheckConstraint("members > 0 AND 0 <= children AND children < members", name=op.f("ck_relocations_household")),
        sa.CheckConstraint("moving_cost >= 0 AND housing_cost >= 0", name=op.f("ck_relocations_costs")),
        sa.CheckConstraint("from_region <> to_region", name=op.f("ck_relocations_regions")),
        leads_to("relocations", "enrolment_id", "enrolments", "CASCADE"),
        leads_to("relocations", "vacancy_id", "vacancies", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relocations")),
        sa.UniqueConstraint("enrolment_id", name=op.f("uq_relocations_enrolment_id")),
    )
    op.create_index(op.f("ix_relocations_vacancy_id"), "relocations", ["vacancy_id"])
