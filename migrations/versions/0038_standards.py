"""Public service standards: versions, remarks of the public discussion, and who sent them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
BODY = """((region_code IS NULL AND acting('actor_kind') IN ('analyst', 'administrator'))
    OR (acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code')))"""
REMARKS = f"{SYSTEM} OR state IN ('published', 'refused') OR (state <> 'unconfirmed' AND {BODY})"
VERSION_STATES = ("draft", "discussion", "approved", "in_force", "replaced", "withdrawn")
PROMISES = ("registration", "vacancy_check", "referral")
REFUSALS = ("personal_data", "insult", "advertising", "other_subject")


def choice(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def instant(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "standards",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("promise", choice("promise", PROMISES), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        instant("created_at", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standards")),
        sa.UniqueConstraint("public_id", name=op.f("uq_standards_public_id")),
    )
    op.create_index(
        "uq_standards_promise_of_body",
        "standards",
        ["promise", "region_code"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("promise IS NOT NULL"),
    )
    _create_versions()
    _create_remarks()
    op.execute("ALTER TABLE remarks ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON remarks USING ({REMARKS})")
    op.execute("ALTER TABLE remark_senders ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON remark_senders USING ({SYSTEM})")


def downgrade() -> None:
    for table in ("remark_senders", "remarks", "standard_versions", "standards"):
        op.drop_table(table)


def _create_versions() -> None:
    op.create_table(
        "standard_versions",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("standard_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("state", choice("version_state", VERSION_STATES), nullable=False),
        *(sa.Column(name, postgresql.JSONB(), nullable=False) for name in ("title", "audience", "documents")),
        sa.Column("term_days", sa.BigInteger(), nullable=False),
        sa.Column("paragraphs", postgresql.JSONB(), nullable=False),
        sa.Column("discussed", postgresql.JSONB(), nullable=True),
        sa.Column("prepared_by_id", sa.BigInteger(), nullable=True),
        sa.Column("writer_ids", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        instant("published_at"),
        sa.Column("discussed_until_on", sa.Date(), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        instant("reported_at"),
        sa.Column("approved_by_id", sa.BigInteger(), nullable=True),
        instant("approved_at"),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.Column("replaced_on", sa.Date(), nullable=True),
        instant("changed_at", nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("term_days > 0", name="term_positive"),
        sa.CheckConstraint("approved_by_id <> ALL (writer_ids)", name="second_person"),
        sa.CheckConstraint("(state IN ('approved', 'in_force', 'replaced')) = (approved_at IS NOT NULL)", name="approved_with_instant"),
        sa.ForeignKeyConstraint(["standard_id"], ["standards.id"], name=op.f("fk_standard_versions_standard_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["prepared_by_id"], ["users.id"], name=op.f("fk_standard_versions_prepared_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["approved_by_id"], ["users.id"], name=op.f("fk_standard_versions_approved_by_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard_versions")),
        sa.UniqueConstraint("public_id", name=op.f("uq_standard_versions_public_id")),
        sa.UniqueConstraint("standard_id", "number", name="uq_standard_versions_number"),
    )
    for name, condition in (("in_force", "state = 'in_force'"), ("unfinished", "state IN ('draft', 'discussion', 'approved')")):
        op.create_index(f"uq_standard_versions_one_{name}", "standard_versions", ["standard_id"], unique=True, postgresql_where=sa.text(condition))


def _create_remarks() -> None:
    op.create_table(
        "remarks",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("paragraph", sa.BigInteger(), nullable=False),
        sa.Column("kind", choice("remark_kind", ("remark", "proposal")), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", choice("remark_state", ("unconfirmed", "waiting", "published", "refused")), nullable=False),
        sa.Column("refusal", choice("refusal_code", REFUSALS), nullable=True),
        sa.Column("duplicate_of_id", sa.BigInteger(), nullable=True),
        sa.Column("outcome", choice("outcome", ("taken", "taken_partly", "not_taken")), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        instant("answered_at"),
        instant("sent_at", nullable=False),
        sa.CheckConstraint("(refusal IS NOT NULL) = (state = 'refused')", name="refused_with_reason"),
        sa.CheckConstraint("(outcome IS NULL) = (answered_at IS NULL)", name="answered_with_outcome"),
        sa.CheckConstraint("paragraph >= 0", name="paragraph_number"),
        sa.CheckConstraint("duplicate_of_id <> id", name="duplicate_of_another"),
        sa.ForeignKeyConstraint(["version_id"], ["standard_versions.id"], name=op.f("fk_remarks_version_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["duplicate_of_id"], ["remarks.id"], name=op.f("fk_remarks_duplicate_of_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
        sa.UniqueConstraint("public_id", name=op.f("uq_remarks_public_id")),
    )
    op.create_index(op.f("ix_remarks_version_id"), "remarks", ["version_id"])
    op.create_table(
        "remark_senders",
        sa.Column("remark_id", sa.BigInteger(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("address_hash", sa.Text(), nullable=True),
        sa.Column("secret_hash", sa.Text(), nullable=False),
        instant("expires_at", nullable=False),
        instant("used_at"),
        sa.ForeignKeyConstraint(["remark_id"], ["remarks.id"], name=op.f("fk_remark_senders_remark_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("remark_id", name=op.f("pk_remark_senders")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_remark_senders_secret_hash")),
    )
    op.create_index(op.f("ix_remark_senders_address_hash"), "remark_senders", ["address_hash"])
