"""The contact log of a case, and appointments of which no two of one officer overlap."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

WITHIN_SCOPE = """acting('actor_kind') = 'system' OR jobseeker_id = acting('jobseeker_id')::bigint
    OR (acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"""
TABLES = ("contacts", "appointments")
CHANNELS = ("visit", "phone", "message", "letter")
STATES = ("proposed", "accepted", "move_asked", "moved", "kept", "missed", "cancelled")


def choice(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def number(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def words(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def instant(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def leads_to(table: str, column: str, target: str, ondelete: str | None = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def of_case(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        number("case_id"),
        number("jobseeker_id"),
        words("region_code"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        leads_to(table, "case_id", "cases"),
        leads_to(table, "jobseeker_id", "jobseekers"),
    ]


def upgrade() -> None:
    op.create_table(
        "contacts",
        *of_case("contacts"),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("channel", choice("contact_channel", CHANNELS), nullable=False),
        words("purpose"),
        words("result"),
        words("next_step"),
        number("written_by_id", nullable=True),
        instant("written_at"),
        leads_to("contacts", "written_by_id", "users", "SET NULL"),
    )
    op.create_table(
        "appointments",
        *of_case("appointments"),
        words("public_id"),
        number("officer_id"),
        instant("starts_at"),
        instant("ends_at"),
        words("place"),
        words("purpose"),
        sa.Column("state", choice("appointment_state", STATES), nullable=False),
        words("wish"),
        words("reason"),
        leads_to("appointments", "officer_id", "users", None),
        sa.UniqueConstraint("public_id", name=op.f("uq_appointments_public_id")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_appointments_in_order")),
        sa.CheckConstraint("state <> 'missed' OR reason <> ''", name=op.f("ck_appointments_missed_with_reason")),
        sa.CheckConstraint("state <> 'move_asked' OR wish <> ''", name=op.f("ck_appointments_asked_with_wish")),
    )
    op.create_index("ix_appointments_officer_starts", "appointments", ["officer_id", "starts_at"])
    op.execute(
        "ALTER TABLE appointments ADD CONSTRAINT ex_appointments_no_overlap EXCLUDE USING gist"
        " (int8range(officer_id, officer_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&)"
        " WHERE (state IN ('proposed', 'accepted', 'move_asked'))"
    )
    for table in TABLES:
        for column in ("case_id", "jobseeker_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({WITHIN_SCOPE})")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
