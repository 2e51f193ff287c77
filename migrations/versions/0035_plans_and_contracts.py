"""Individual plans, one a case, with steps and each text they have had; social contracts with obligations on both sides."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

WITHIN_SCOPE = """acting('actor_kind') = 'system' OR jobseeker_id = acting('jobseeker_id')::bigint
    OR (acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"""
TABLES = ("plans", "plan_steps", "plan_revisions", "social_contracts", "obligations")
ENDS = ("fulfilled", "found_work", "term_over", "own_wish", "not_fulfilled", "not_signed", "erased", "other")


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def number(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def words(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def instant(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def leads_to(table: str, column: str, target: str, ondelete: str | None = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def day(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.Date(), nullable=nullable)


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def key(table: str) -> list[sa.schema.SchemaItem]:
    return [sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


def named(table: str) -> list[sa.schema.SchemaItem]:
    return [words("public_id"), sa.UniqueConstraint("public_id", name=op.f(f"uq_{table}_public_id"))]


def of_person(table: str) -> list[sa.schema.SchemaItem]:
    return [number("jobseeker_id"), words("region_code"), leads_to(table, "jobseeker_id", "jobseekers")]


def upgrade() -> None:
    make_plans()
    make_contracts()
    make_obligations()
    for table in TABLES:
        op.create_index(op.f(f"ix_{table}_jobseeker_id"), table, ["jobseeker_id"])
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({WITHIN_SCOPE})")


def make_plans() -> None:
    op.create_table(
        "plans",
        *key("plans"),
        *named("plans"),
        number("case_id"),
        *of_person("plans"),
        words("goals"),
        number("revision"),
        number("agreed_revision", nullable=True),
        instant("agreed_at", nullable=True),
        leads_to("plans", "case_id", "cases"),
        sa.UniqueConstraint("case_id", name=op.f("uq_plans_case_id")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_plans_revision_counted")),
        sa.CheckConstraint("(agreed_revision IS NULL) = (agreed_at IS NULL) AND agreed_revision <= revision", name=op.f("ck_plans_agreed_as_read")),
    )
    op.create_table(
        "plan_steps",
        *key("plan_steps"),
        *named("plan_steps"),
        number("plan_id"),
        *of_person("plan_steps"),
        words("what"),
        sa.Column("doer", choice("doer", "person", "office"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", choice("step_state", "open", "done", "dropped"), nullable=False),
        words("reason"),
        sa.Column("ended_on", sa.Date(), nullable=True),
        leads_to("plan_steps", "plan_id", "plans"),
        sa.CheckConstraint("(state = 'dropped') = (reason <> '')", name=op.f("ck_plan_steps_dropped_with_reason")),
        sa.CheckConstraint("(state = 'open') = (ended_on IS NULL)", name=op.f("ck_plan_steps_ended_on_a_day")),
    )
    op.create_index(op.f("ix_plan_steps_plan_id"), "plan_steps", ["plan_id"])
    op.create_table(
        "plan_revisions",
        *key("plan_revisions"),
        number("plan_id"),
        *of_person("plan_revisions"),
        number("revision"),
        words("goals"),
        sa.Column("steps", postgresql.JSONB(), nullable=False),
        number("written_by_id", nullable=True),
        instant("written_at"),
        instant("agreed_at", nullable=True),
        leads_to("plan_revisions", "plan_id", "plans"),
        leads_to("plan_revisions", "written_by_id", "users", "SET NULL"),
        sa.UniqueConstraint("plan_id", "revision", name=op.f("uq_plan_revisions_plan_id_revision")),
    )


def make_contracts() -> None:
    table = "social_contracts"
    op.create_table(
        table,
        *key(table),
        *named(table),
        number("case_id"),
        number("plan_id"),
        number("plan_revision"),
        *of_person(table),
        number("office_id"),
        sa.Column("state", choice("contract_state", "draft", "offered", "signed", "in_force", "ended"), nullable=False),
        day("starts_on", nullable=False),
        day("ends_on", nullable=False),
        number("prepared_by_id"),
        instant("created_at"),
        number("offered_by_id", nullable=True),
        words("return_reason"),
        number("approved_by_id", nullable=True),
        instant("approved_at", nullable=True),
        sa.Column("signature_way", choice("signature_way", "paper", "electronic"), nullable=True),
        sa.Column("signature_reference", sa.Text(), nullable=True),
        sa.Column("signature_asked", sa.Text(), nullable=True),
        day("signed_on"),
        number("signature_recorded_by_id", nullable=True),
        day("ended_on"),
        sa.Column("end_reason", choice("contract_end", *ENDS), nullable=True),
        leads_to(table, "case_id", "cases"),
        leads_to(table, "plan_id", "plans"),
        leads_to(table, "office_id", "offices", None),
        *(leads_to(table, f"{who}_by_id", "users", None) for who in ("prepared", "offered", "approved", "signature_recorded")),
        check(table, "in_order", "starts_on <= ends_on"),
        check(table, "four_eyes", "approved_by_id IS NULL OR (approved_by_id <> prepared_by_id AND approved_by_id IS DISTINCT FROM offered_by_id)"),
        check(table, "approved_at_an_instant", "(approved_by_id IS NULL) = (approved_at IS NULL)"),
        check(
            table, "signed_whole", "(signed_on IS NULL) = (signature_way IS NULL) AND (signed_on IS NULL) = (signature_reference IS NULL)"
        ),
        check(table, "approved_before_signed", "signed_on IS NULL OR approved_by_id IS NOT NULL"),
        check(table, "in_force_when_signed", "state NOT IN ('signed', 'in_force') OR signed_on IS NOT NULL"),
        check(table, "ended_with_reason", "(ended_on IS NULL) = (end_reason IS NULL) AND (ended_on IS NULL) = (state <> 'ended')"),
    )
    for column in ("case_id", "plan_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    op.create_index("uq_social_contracts_one_open", table, ["case_id"], unique=True, postgresql_where=sa.text("ended_on IS NULL"))


def make_obligations() -> None:
    op.create_table(
        "obligations",
        *key("obligations"),
        *named("obligations"),
        number("contract_id"),
        *of_person("obligations"),
        words("what"),
        sa.Column("doer", choice("doer", "person", "office"), nullable=False),
        day("due_on", nullable=False),
        number("written_by_id"),
        sa.Column("state", choice("step_state", "open", "done", "dropped"), nullable=False),
        words("reason"),
        day("ended_on"),
        leads_to("obligations", "contract_id", "social_contracts"),
        leads_to("obligations", "written_by_id", "users", None),
        check("obligations", "dropped_with_reason", "(state = 'dropped') = (reason <> '')"),
        check("obligations", "ended_on_a_day", "(state = 'open') = (ended_on IS NULL)"),
    )
    op.create_index(op.f("ix_obligations_contract_id"), "obligations", ["contract_id"])
    op.create_index("ix_obligations_region_due", "obligations", ["region_code", "due_on"], postgresql_where=sa.text("state = 'open'"))


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
