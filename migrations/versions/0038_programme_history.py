"""Social contracts and facilities of the years before the exchange kept them itself, one row each; indexes by which a year is counted."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0033"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
MINISTRY = "acting('actor_kind') IN ('analyst', 'administrator')"
REGION = "(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"
POLICIES = {"archived_contracts": f"{SYSTEM} OR {OWN} OR {REGION}", "reported_facilities": f"{SYSTEM} OR {MINISTRY} OR {REGION}"}
KINDS = ("school", "hospital", "road", "water", "housing", "culture", "other")


def text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def day(name: str) -> sa.Column:
    return sa.Column(name, sa.Date(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "archived_contracts",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        text("public_id"),
        text("number"),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        text("region_code"),
        day("signed_on"),
        day("ends_on"),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("signed_on <= ends_on", name=op.f("ck_archived_contracts_period")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_archived_contracts_jobseeker_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_archived_contracts_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archived_contracts")),
        sa.UniqueConstraint("public_id", name=op.f("uq_archived_contracts_public_id")),
        sa.UniqueConstraint("number", name=op.f("uq_archived_contracts_number")),
    )
    op.create_table(
        "reported_facilities",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        text("public_id"),
        sa.Column("measure_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Enum(*KINDS, name="facility_kind", native_enum=False, create_constraint=True, length=64), nullable=False),
        text("region_code"),
        text("district_code", nullable=True),
        day("completed_on"),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_reported_facilities_measure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reported_facilities")),
        sa.UniqueConstraint("public_id", name=op.f("uq_reported_facilities_public_id")),
    )
    for table, column in (("archived_contracts", "jobseeker_id"), ("archived_contracts", "signed_on"), ("reported_facilities", "completed_on")):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    op.create_index("ix_enrolments_started", "enrolments", ["started_on"], postgresql_where="started_on IS NOT NULL")
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")


def downgrade() -> None:
    op.drop_index("ix_enrolments_started", "enrolments")
    op.drop_table("reported_facilities")
    op.drop_table("archived_contracts")
