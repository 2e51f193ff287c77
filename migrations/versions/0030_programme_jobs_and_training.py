"""Subsidised jobs with their agreements and claims; courses with their seats."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

SYSTEM = "acting('actor_kind') = 'system'"
REGION = "(acting('actor_kind') IN ('office', 'approver') AND region_code = acting('region_code'))"
EMPLOYER = "(acting('actor_kind') = 'employer' AND employer_id = acting('organisation_id')::bigint)"
OF_ENROLMENT = "EXISTS (SELECT 1 FROM enrolments e WHERE e.id = enrolment_id)"
OF_AGREEMENT = "EXISTS (SELECT 1 FROM agreements a WHERE a.post_id = subsidised_posts.id)"
POLICIES = {
    "agreements": OF_ENROLMENT,
    "contribution_months": OF_ENROLMENT,
    "subsidy_claims": OF_ENROLMENT,
    "subsidised_posts": f"{SYSTEM} OR {REGION} OR {EMPLOYER} OR {OF_AGREEMENT}",
    "course_places": OF_ENROLMENT,
    "attendance": "EXISTS (SELECT 1 FROM course_places p WHERE p.id = place_id)",
}
APPEND_ONLY = ("contribution_months",)


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def upgrade() -> None:
    _create_providers()
    _create_courses()
    _create_subsidised_posts()
    _create_agreements()
    _create_contribution_months()
    _create_course_places()
    _create_attendance()
    _create_subsidy_claims()
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    role = context.config.attributes["application_role"]
    for table in APPEND_ONLY:
        op.execute(f"CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION refuse_change()")
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")


def downgrade() -> None:
    op.execute("DROP POLICY within_scope ON subsidised_posts")
    for table in ("subsidy_claims", "attendance", "course_places", "contribution_months", "agreements", "subsidised_posts", "courses", "providers"):
        op.drop_table(table)


def _create_providers() -> None:
    op.create_table(
        "providers",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("bin", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("bin ~ '^[0-9]{12}$'", name=op.f("ck_providers_bin_form")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_providers")),
        sa.UniqueConstraint("bin", name=op.f("uq_providers_bin")),
        sa.UniqueConstraint("public_id", name=op.f("uq_providers_public_id")),
    )
    op.create_index(op.f("ix_providers_region_code"), "providers", ["region_code"])


def _create_courses() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.BigInteger(), nullable=False),
        sa.Column("measure_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("occupation_code", sa.Text(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("seats", sa.BigInteger(), nullable=False),
        sa.Column("seats_taken", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("0 <= seats_taken AND seats_taken <= seats", name=op.f("ck_courses_seats")),
        sa.CheckConstraint("starts_on <= ends_on AND price >= 0", name=op.f("ck_courses_dates")),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_courses_measure_id")),
        sa.ForeignKeyConstraint(["provider_id"], ["providers.id"], name=op.f("fk_courses_provider_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
        sa.UniqueConstraint("public_id", name=op.f("uq_courses_public_id")),
    )
    op.create_index(op.f("ix_courses_provider_id"), "courses", ["provider_id"])
    op.create_index("ix_courses_region_start", "courses", ["region_code", "starts_on"])


def _create_subsidised_posts() -> None:
    op.create_table(
        "subsidised_posts",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=False),
        sa.Column("measure_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("posts", sa.BigInteger(), nullable=False),
        sa.Column("posts_filled", sa.BigInteger(), nullable=False),
        sa.Column("pay", sa.BigInteger(), nullable=False),
        sa.Column("months", sa.BigInteger(), nullable=False),
        sa.Column("state", choice("post_state", "submitted", "accepted", "refused", "closed"), nullable=False),
        sa.Column("submitted_by_id", sa.BigInteger(), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("0 <= posts_filled AND posts_filled <= posts", name=op.f("ck_subsidised_posts_posts")),
        sa.CheckConstraint("pay > 0 AND months > 0", name=op.f("ck_subsidised_posts_offer")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["users.id"], name=op.f("fk_subsidised_posts_decided_by_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_subsidised_posts_employer_id")),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_subsidised_posts_measure_id")),
        sa.ForeignKeyConstraint(["submitted_by_id"], ["users.id"], name=op.f("fk_subsidised_posts_submitted_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subsidised_posts")),
        sa.UniqueConstraint("public_id", name=op.f("uq_subsidised_posts_public_id")),
    )
    op.create_index(op.f("ix_subsidised_posts_employer_id"), "subsidised_posts", ["employer_id"])
    op.create_index("ix_subsidised_posts_region_state", "subsidised_posts", ["region_code", "state"])


def _create_agreements() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.BigInteger(), nullable=False),
        sa.Column("enrolment_id", sa.BigInteger(), nullable=False),
        sa.Column("pay", sa.BigInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("person_signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("employer_signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("starts_on <= ends_on AND pay > 0", name=op.f("ck_agreements_terms")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_agreements_enrolment_id")),
        sa.ForeignKeyConstraint(["post_id"], ["subsidised_posts.id"], name=op.f("fk_agreements_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
        sa.UniqueConstraint("enrolment_id", name=op.f("uq_agreements_enrolment_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_agreements_public_id")),
    )
    op.create_index(op.f("ix_agreements_post_id"), "agreements", ["post_id"])


def _create_contribution_months() -> None:
    op.create_table(
        "contribution_months",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("enrolment_id", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_contribution_months_enrolment_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_contribution_months_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution_months")),
        sa.UniqueConstraint("enrolment_id", "month", name="uq_contribution_months_once"),
    )


def _create_course_places() -> None:
    op.create_table(
        "course_places",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("course_id", sa.BigInteger(), nullable=False),
        sa.Column("enrolment_id", sa.BigInteger(), nullable=False),
        sa.Column("state", choice("seat_state", "waiting", "seated", "left"), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_course_places_course_id")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_course_places_enrolment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_places")),
    )
    op.create_index(op.f("ix_course_places_course_id"), "course_places", ["course_id"])
    op.create_index("uq_course_places_one", "course_places", ["enrolment_id"], unique=True, postgresql_where="state <> 'left'")


def _create_attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("taught", sa.BigInteger(), nullable=False),
        sa.Column("attended", sa.BigInteger(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("0 <= attended AND attended <= taught", name=op.f("ck_attendance_hours")),
        sa.ForeignKeyConstraint(["place_id"], ["course_places.id"], name=op.f("fk_attendance_place_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["users.id"], name=op.f("fk_attendance_recorded_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("place_id", "week", name="uq_attendance_week"),
    )


def _create_subsidy_claims() -> None:
    op.create_table(
        "subsidy_claims",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("enrolment_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("worked_from", sa.Date(), nullable=False),
        sa.Column("worked_until", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("state", choice("claim_state", "submitted", "accepted", "refused"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("payment_id", sa.BigInteger(), nullable=True),
        sa.Column("submitted_by_id", sa.BigInteger(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(state = 'accepted') = (payment_id IS NOT NULL)", name=op.f("ck_subsidy_claims_accepted_with_payment")),
        sa.CheckConstraint("worked_from <= worked_until AND amount > 0", name=op.f("ck_subsidy_claims_claim")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_subsidy_claims_enrolment_id")),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=op.f("fk_subsidy_claims_payment_id")),
        sa.ForeignKeyConstraint(["submitted_by_id"], ["users.id"], name=op.f("fk_subsidy_claims_submitted_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subsidy_claims")),
        sa.UniqueConstraint("public_id", name=op.f("uq_subsidy_claims_public_id")),
    )
    op.create_index(op.f("ix_subsidy_claims_enrolment_id"), "subsidy_claims", ["enrolment_id"])
    op.create_index("ix_subsidy_claims_region_state", "subsidy_claims", ["region_code", "state"])
    op.create_index("uq_subsidy_claims_once", "subsidy_claims", ["enrolment_id", "month"], unique=True, postgresql_where="state <> 'refused'")
