"""Vacancies and the sources of advertisements."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# What a vacancy's document shows of its employer changes with the employer, so the vacancy's document changes too.
EMPLOYER_CHANGED = """
CREATE FUNCTION mark_vacancies_of_employer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE vacancies SET document_version = document_version WHERE employer_id = NEW.id AND state = 'published';
  RETURN NULL;
END $$
"""


def upgrade() -> None:
    op.create_table(
        "advertisement_sources",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_advertisement_sources")),
    )
    op.create_table(
        "vacancies",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=True),
        sa.Column("establishment_id", sa.BigInteger(), nullable=True),
        sa.Column("agency_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "source",
            sa.Enum("direct", "agency", "import", name="vacancy_source", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column("source_name", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("content_hash", sa.Text(), nullable=True),
        sa.Column("duplicate_of_id", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("requirements", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("occupation_code", sa.Text(), nullable=True),
        sa.Column("occupation_codes", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("district_code", sa.Text(), nullable=True),
        sa.Column("place_text", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("posts", sa.BigInteger(), nullable=False),
        sa.Column("posts_filled", sa.BigInteger(), nullable=False),
        sa.Column("pay_from", sa.BigInteger(), nullable=True),
        sa.Column("pay_to", sa.BigInteger(), nullable=True),
        sa.Column("pay_stated", sa.Text(), nullable=False),
        sa.Column(
            "employment_kind",
            sa.Enum("permanent", "fixed_term", "seasonal", "temporary", name="employment_kind", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column(
            "hours",
            sa.Enum("full", "part", "shift", "rotational", name="hours", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column("is_remote", sa.Boolean(), nullable=False),
        sa.Column(
            "experience",
            sa.Enum("none", "year_1_3", "year_3_6", "over_6", name="experience", native_enum=False, create_constraint=True, length=64),
            nullable=True,
        ),
        sa.Column("education_level", sa.BigInteger(), nullable=True),
        sa.Column("skills_required", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("skills_wished", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("licences", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("languages", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("is_quota", sa.Boolean(), nullable=False),
        sa.Column("contact_name", sa.Text(), nullable=False),
        sa.Column("contact_phone", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "submitted",
                "published",
                "suspended",
                "filled",
                "withdrawn",
                "expired",
                "rejected",
                name="vacancy_state",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=False,
        ),
        sa.Column(
            "rejection_code",
            sa.Enum(
                "not_a_job",
                "unlawful_requirement",
                "below_minimum_wage",
                "fee_charged",
                "duplicate",
                "employer_not_verified",
                "contact_in_text",
                "other",
                name="rejection_code",
                native_enum=False,
                create_constraint=True,
                length=64,
            ),
            nullable=True,
        ),
        sa.Column("rejection_note", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by_id", sa.BigInteger(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("apply_by_on", sa.Date(), nullable=True),
        sa.Column("applications", sa.BigInteger(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("document_version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("pay_from >= 0 AND pay_to >= coalesce(pay_from, 0)", name=op.f("ck_vacancies_pay_order")),
        sa.CheckConstraint("posts > 0", name=op.f("ck_vacancies_posts_positive")),
        sa.CheckConstraint("posts_filled BETWEEN 0 AND posts", name=op.f("ck_vacancies_posts_filled_within")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_vacancies_agency_id")),
        sa.ForeignKeyConstraint(["checked_by_id"], ["users.id"], name=op.f("fk_vacancies_checked_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["duplicate_of_id"], ["vacancies.id"], name=op.f("fk_vacancies_duplicate_of_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_vacancies_employer_id")),
        sa.ForeignKeyConstraint(["establishment_id"], ["establishments.id"], name=op.f("fk_vacancies_establishment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancies")),
        sa.UniqueConstraint("public_id", name=op.f("uq_vacancies_public_id")),
        sa.UniqueConstraint("source_name", "external_id", name="uq_vacancies_source_name_external_id"),
    )
    op.create_index(op.f("ix_vacancies_agency_id"), "vacancies", ["agency_id"], unique=False)
    op.create_index(op.f("ix_vacancies_employer_id"), "vacancies", ["employer_id"], unique=False)
    op.create_index("ix_vacancies_region_state", "vacancies", ["region_code", "state"], unique=False)
    op.create_index("ix_vacancies_state_apply_by", "vacancies", ["state", "apply_by_on"], unique=False)
    op.create_index(
        "ix_vacancies_unchecked",
        "vacancies",
        ["region_code", "published_at"],
        unique=False,
        postgresql_where="checked_at IS NULL AND state IN ('submitted', 'published')",
    )

    op.execute(EMPLOYER_CHANGED)
    op.execute("CREATE TRIGGER bump_document BEFORE UPDATE ON vacancies FOR EACH ROW EXECUTE FUNCTION bump_document_version()")
    op.execute("CREATE TRIGGER mark_document AFTER INSERT OR UPDATE OR DELETE ON vacancies FOR EACH ROW EXECUTE FUNCTION mark_document('vacancies')")
    op.execute(
        """
        CREATE TRIGGER mark_vacancies AFTER UPDATE OF name, applications_due, applications_answered ON employers FOR EACH ROW
        WHEN (OLD.name IS DISTINCT FROM NEW.name
              OR round(10 * OLD.applications_answered / greatest(OLD.applications_due, 1)) <> round(10 * NEW.applications_answered / greatest(NEW.applications_due, 1)))
        EXECUTE FUNCTION mark_vacancies_of_employer()
        """
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER mark_vacancies ON employers")
    op.execute("DROP FUNCTION mark_vacancies_of_employer()")
    op.drop_table("vacancies")
    op.drop_table("advertisement_sources")
