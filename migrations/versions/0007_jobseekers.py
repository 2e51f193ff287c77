"""Jobseekers, registrations, profiles."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "jobseekers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("iin", sa.LargeBinary(), nullable=True),
        sa.Column("iin_hash", sa.Text(), nullable=True),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("patronymic", sa.Text(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("sex", sa.Enum("female", "male", name="sex", native_enum=False, create_constraint=True, length=64), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("phone_hash", sa.Text(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("district_code", sa.Text(), nullable=True),
        sa.Column("is_rural", sa.Boolean(), nullable=False),
        sa.Column("has_disability", sa.Boolean(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("anonymised_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_jobseekers_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobseekers")),
        sa.UniqueConstraint("iin_hash", name=op.f("uq_jobseekers_iin_hash")),
        sa.UniqueConstraint("public_id", name=op.f("uq_jobseekers_public_id")),
        sa.UniqueConstraint("user_id", name=op.f("uq_jobseekers_user_id")),
    )
    op.create_index(op.f("ix_jobseekers_phone_hash"), "jobseekers", ["phone_hash"], unique=False)
    op.create_index("ix_jobseekers_region_id", "jobseekers", ["region_code", "id"], unique=False)
    op.create_table(
        "profiles",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "audience",
            sa.Enum("nobody", "offices", "employers", name="audience", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("occupation_codes", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("skills", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("licences", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("languages", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("education_level", sa.BigInteger(), nullable=True),
        sa.Column("education", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("experience_months", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("district_code", sa.Text(), nullable=True),
        sa.Column("move_regions", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("pay_from", sa.BigInteger(), nullable=True),
        sa.Column("hours", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("employment_kinds", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("wants_remote", sa.Boolean(), nullable=False),
        sa.Column("is_quota_eligible", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("active_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("document_version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("pay_from >= 0", name=op.f("ck_profiles_pay_positive")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_profiles_jobseeker_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiles")),
        sa.UniqueConstraint("jobseeker_id", name=op.f("uq_profiles_jobseeker_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_profiles_public_id")),
    )
    op.create_index("ix_profiles_region_active", "profiles", ["region_code", "is_active"], unique=False)
    op.create_table(
        "registrations",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "unemployed", "self_employed", "low_income", "employed_looking", name="category", native_enum=False, create_constraint=True, length=64
            ),
            nullable=False,
        ),
        sa.Column("is_rural", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("active", "lapsed", "ended", name="registration_state", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("renewed_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "end_reason",
            sa.Enum(
                "placed",
                "found_work",
                "training",
                "moved",
                "retired",
                "own_wish",
                "not_renewed",
                "other",
                name="end_reason",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=True,
        ),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name=op.f("ck_registrations_end_with_reason")),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_registrations_jobseeker_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_registrations_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registrations")),
        sa.UniqueConstraint("public_id", name=op.f("uq_registrations_public_id")),
    )
    op.create_index(op.f("ix_registrations_jobseeker_id"), "registrations", ["jobseeker_id"], unique=False)
    op.create_index(op.f("ix_registrations_office_id"), "registrations", ["office_id"], unique=False)
    op.create_index("ix_registrations_region_state", "registrations", ["region_code", "state"], unique=False)
    op.create_index("uq_registrations_one_open", "registrations", ["jobseeker_id"], unique=True, postgresql_where="ended_on IS NULL")
    op.create_table(
        "work_history",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("profile_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("employer_name", sa.Text(), nullable=False),
        sa.Column("occupation_code", sa.Text(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name=op.f("fk_work_history_profile_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_history")),
    )
    op.create_index(op.f("ix_work_history_profile_id"), "work_history", ["profile_id"], unique=False)

    op.execute("CREATE TRIGGER bump_document BEFORE UPDATE ON profiles FOR EACH ROW EXECUTE FUNCTION bump_document_version()")
    op.execute("CREATE TRIGGER mark_document AFTER INSERT OR UPDATE OR DELETE ON profiles FOR EACH ROW EXECUTE FUNCTION mark_document('profiles')")


def downgrade() -> None:
    op.drop_table("work_history")
    op.drop_table("registrations")
    op.drop_table("profiles")
    op.drop_table("jobseekers")
