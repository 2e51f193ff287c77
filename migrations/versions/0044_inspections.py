"""Inspections of doubtful placements: samples by seed, cases with the right of reply, decisions by two people."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
REGION = "(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"
# Whoever the placement concerns sees it through its own policy; offices of another region are kept out by the kind of actor.
ASKED = """(acting('actor_kind') IN ('jobseeker', 'employer', 'agency') AND state <> 'opened'
    AND EXISTS (SELECT 1 FROM placements p WHERE p.id = placement_id))"""
OF_INSPECTION = "EXISTS (SELECT 1 FROM inspections i WHERE i.id = inspection_id)"
POLICIES = {
    "inspection_samples": f"{SYSTEM} OR {REGION}",
    "inspections": f"{SYSTEM} OR {REGION} OR {ASKED}",
    # One side never reads the other's reply.
    "inspection_replies": f"{OF_INSPECTION} AND (acting('actor_kind') IN ('system', 'office', 'approver') OR side = acting('actor_kind'))",
}
CHANGEABLE = {
    "inspection_samples": ("opened", "is_demo"),
    "inspections": (
        *("state", "asked_on", "due_on", "decision", "decision_reason", "unfounded_since", "prepared_by_id", "prepared_at"),
        *("decided_by_id", "decided_at", "to_recover", "recovered_by", "closed_on", "is_demo"),
    ),
    "inspection_replies": ("text",),
}
DROP_REASONS = ("found_work", "illness", "moved", "absent", "employer_ended", "contributions_stopped", "other")


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def column(name: str, kind: sa.types.TypeEngine[object], *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, kind, nullable=nullable)


def columns(kind: type[sa.types.TypeEngine[object]], *names: str, nullable: bool = False) -> list[sa.Column[object]]:
    return [column(name, kind(), nullable=nullable) for name in names]


def instants(*names: str, nullable: bool = False) -> list[sa.Column[object]]:
    return [column(name, sa.DateTime(timezone=True), nullable=nullable) for name in names]


def to(table: str, *references: tuple[str, str], is_public: bool = False) -> list[sa.schema.SchemaItem]:
    """The key of a table and its references."""
    found: list[sa.schema.SchemaItem] = [
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        *(sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}")) for name, other in references),
    ]
    if is_public:
        found += [*columns(sa.Text, "public_id"), sa.UniqueConstraint("public_id", name=op.f(f"uq_{table}_public_id"))]
    return found


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    _create_samples()
    _create_inspections()
    _create_replies()
    role = context.config.attributes["application_role"]
    for table, names in CHANGEABLE.items():
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
        op.execute(f"GRANT UPDATE ({', '.join(names)}) ON {table} TO {role}")
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    _allow_drop_reasons((*DROP_REASONS, "inspection"))


def downgrade() -> None:
    for table in ("inspection_replies", "inspections", "inspection_samples"):
        op.drop_table(table)
    op.execute("UPDATE enrolments SET drop_reason = 'other' WHERE drop_reason = 'inspection'")
    _allow_drop_reasons(DROP_REASONS)


def _allow_drop_reasons(reasons: Sequence[str]) -> None:
    allowed = ", ".join(f"'{reason}'" for reason in reasons)
    op.execute("ALTER TABLE enrolments DROP CONSTRAINT ck_enrolments_drop_reason")
    op.execute(f"ALTER TABLE enrolments ADD CONSTRAINT ck_enrolments_drop_reason CHECK (drop_reason IN ({allowed}))")


def _create_samples() -> None:
    op.create_table(
        "inspection_samples",
        *to("inspection_samples", ("drawn_by_id", "users"), is_public=True),
        *columns(sa.Text, "region_code", "register_hash"),
        *columns(sa.Date, "since", "until"),
        *columns(sa.BigInteger, "seed", "employer_share", "file_share", "high_from"),
        *columns(sa.BigInteger, "employers", "files", "drawn_high", "drawn_others", "opened"),
        *columns(sa.Float, "chance"),
        *columns(sa.BigInteger, "drawn_by_id"),
        *instants("drawn_at"),
        *columns(sa.Boolean, "is_demo"),
        check("inspection_samples", "plan", "employer_share BETWEEN 1 AND 100 AND file_share BETWEEN 1 AND 100 AND since <= until"),
    )
    op.create_index(op.f("ix_inspection_samples_region_code"), "inspection_samples", ["region_code"])


def _create_inspections() -> None:
    people = ("opened_by_id", "prepared_by_id", "decided_by_id")
    references = (("placement_id", "placements"), ("enrolment_id", "enrolments"), ("sample_id", "inspection_samples"))
    table = "inspections"
    op.create_table(
        table,
        *to(table, *references, *((name, "users") for name in people), is_public=True),
        *columns(sa.BigInteger, "placement_id", "risk", "opened_by_id", "to_recover"),
        *columns(sa.BigInteger, "enrolment_id", "sample_id", "prepared_by_id", "decided_by_id", nullable=True),
        *columns(sa.Text, "region_code", "reason", "decision_reason", "recovered_by"),
        column("signals", JSONB()),
        column("state", choice("inspection_state", "opened", "asked", "answered", "prepared", "decided", "closed")),
        column("decision", choice("decision", "kept", "subsidy_stopped", "subsidy_recovered", "annulled"), nullable=True),
        *columns(sa.Date, "asked_on", "due_on", "unfounded_since", "closed_on", nullable=True),
        *instants("opened_at"),
        *instants("prepared_at", "decided_at", nullable=True),
        *columns(sa.Boolean, "is_demo"),
        check(table, "two_people", "decided_by_id <> prepared_by_id"),
        check(table, "decided", "(decided_by_id IS NULL) = (state NOT IN ('decided', 'closed'))"),
        check(table, "prepared", "(prepared_by_id IS NULL) = (decision IS NULL) AND (decision IS NULL) = (decision_reason = '')"),
        check(table, "prepared_first", "decided_by_id IS NULL OR prepared_by_id IS NOT NULL"),
        check(table, "sample_or_reason", "(sample_id IS NULL) = (reason <> '')"),
        check(table, "closed", "(state = 'closed') = (closed_on IS NOT NULL)"),
        check(table, "recovered", "to_recover >= 0 AND (state <> 'closed' OR to_recover = 0 OR recovered_by <> '')"),
    )
    op.create_index("uq_inspections_one_open", table, ["placement_id"], unique=True, postgresql_where=sa.text("state <> 'closed'"))
    op.create_index("ix_inspections_placement_id", table, ["placement_id"])
    op.create_index(op.f("ix_inspections_sample_id"), table, ["sample_id"])
    op.create_index("ix_inspections_region_state", table, ["region_code", "state"])


def _create_replies() -> None:
    op.create_table(
        "inspection_replies",
        *to("inspection_replies", ("inspection_id", "inspections"), ("user_id", "users")),
        *columns(sa.BigInteger, "inspection_id", "user_id"),
        column("side", choice("side", "jobseeker", "employer", "agency")),
        *columns(sa.Text, "text"),
        *instants("replied_at"),
    )
    op.create_index(op.f("ix_inspection_replies_inspection_id"), "inspection_replies", ["inspection_id"])
