"""Promises of service standards measured from the registers, ratings by who received the service, and figures by quarter."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
REGION = "(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"
COMMITMENTS = f"""{SYSTEM} OR {REGION} OR jobseeker_id = acting('jobseeker_id')::bigint
    OR (acting('actor_kind') = 'employer' AND employer_id = acting('organisation_id')::bigint)"""
PROMISES = ("registration", "vacancy_check", "referral")
REFUSALS = ("personal_data", "insult", "advertising", "other_subject")


def choice(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def upgrade() -> None:
    _create_commitments()
    _create_ratings()
    op.create_table(
        "service_figures",
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("standard_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("kept", sa.BigInteger(), nullable=False),
        sa.Column("breached", sa.BigInteger(), nullable=False),
        sa.Column("median_days", sa.Float(), nullable=True),
        sa.Column("days_of_nine_in_ten", sa.Float(), nullable=True),
        sa.Column("ratings", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["standard_id"], ["standards.id"], name=op.f("fk_service_figures_standard_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_service_figures_office_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("quarter", "standard_id", "office_id", name=op.f("pk_service_figures")),
    )
    for table, condition in (("commitments", COMMITMENTS), ("rating_links", SYSTEM), ("ratings", f"{SYSTEM} OR state = 'published' OR {REGION}")):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")


def downgrade() -> None:
    for table in ("service_figures", "ratings", "rating_links", "commitments"):
        op.drop_table(table)


def _create_commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("standard_id", sa.BigInteger(), nullable=False),
        sa.Column("promise", choice("promise", PROMISES), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=True),
        sa.Column("employer_id", sa.BigInteger(), nullable=True),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("days", sa.BigInteger(), nullable=True),
        sa.Column("state", choice("commitment_state", ("open", "kept", "breached", "lapsed")), nullable=False),
        sa.CheckConstraint("(jobseeker_id IS NULL) <> (employer_id IS NULL)", name="one_side"),
        sa.CheckConstraint("promised_on <= due_on", name="due_after"),
        sa.CheckConstraint("(done_on IS NULL) = (days IS NULL)", name="days_when_done"),
        sa.ForeignKeyConstraint(["standard_id"], ["standards.id"], name=op.f("fk_commitments_standard_id")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_commitments_jobseeker_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_commitments_employer_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_commitments_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sa.UniqueConstraint("public_id", name=op.f("uq_commitments_public_id")),
        sa.UniqueConstraint("promise", "subject_id", name="uq_commitments_promise_subject"),
    )
    for column in ("standard_id", "jobseeker_id", "employer_id"):
        op.create_index(op.f(f"ix_commitments_{column}"), "commitments", [column])
    op.create_index("ix_commitments_open", "commitments", ["region_code", "due_on"], postgresql_where=sa.text("state = 'open'"))
    op.create_index("ix_commitments_office_due", "commitments", ["office_id", "due_on"])


def _create_ratings() -> None:
    op.create_table(
        "rating_links",
        sa.Column("commitment_id", sa.BigInteger(), nullable=False),
        sa.Column("secret_hash", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["commitment_id"], ["commitments.id"], name=op.f("fk_rating_links_commitment_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("commitment_id", name=op.f("pk_rating_links")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_rating_links_secret_hash")),
    )
    op.create_table(
        "ratings",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("standard_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.Column("state", choice("rating_state", ("waiting", "published", "refused")), nullable=False),
        sa.Column("refusal", choice("refusal_code", REFUSALS), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("points BETWEEN 1 AND 5", name="points_range"),
        sa.CheckConstraint("(refusal IS NOT NULL) = (state = 'refused')", name="refused_with_reason"),
        sa.ForeignKeyConstraint(["standard_id"], ["standards.id"], name=op.f("fk_ratings_standard_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_ratings_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratings")),
        sa.UniqueConstraint("public_id", name=op.f("uq_ratings_public_id")),
    )
    op.create_index(op.f("ix_ratings_standard_id"), "ratings", ["standard_id"])
    op.create_index("ix_ratings_office_day", "ratings", ["office_id", "rated_on"])
