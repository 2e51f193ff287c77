"""Employers, establishments, members."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "employers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("bin", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("industry_code", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "unclaimed", "claimed", "verified", "refused", "closed", name="employer_state", native_enum=False, create_constraint=True, length=64
            ),
            nullable=False,
        ),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("applications_due", sa.BigInteger(), nullable=False),
        sa.Column("applications_answered", sa.BigInteger(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("bin IS NULL OR bin ~ '^[0-9]{12}$'", name=op.f("ck_employers_bin_form")),
        sa.CheckConstraint("bin IS NOT NULL OR source IS NOT NULL", name=op.f("ck_employers_known_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employers")),
        sa.UniqueConstraint("bin", name=op.f("uq_employers_bin")),
        sa.UniqueConstraint("public_id", name=op.f("uq_employers_public_id")),
        sa.UniqueConstraint("source", "external_id", name="uq_employers_source_external_id"),
    )
    op.create_index(op.f("ix_employers_region_code"), "employers", ["region_code"], unique=False)
    op.create_table(
        "employer_members",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.Enum("owner", "staff", name="member_role", native_enum=False, create_constraint=True, length=64), nullable=False),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_employer_members_employer_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_employer_members_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer_members")),
        sa.UniqueConstraint("user_id", name=op.f("uq_employer_members_user_id")),
    )
    op.create_index(op.f("ix_employer_members_employer_id"), "employer_members", ["employer_id"], unique=False)
    op.create_table(
        "establishments",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("district_code", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_establishments_employer_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_establishments")),
        sa.UniqueConstraint("public_id", name=op.f("uq_establishments_public_id")),
    )
    op.create_index(op.f("ix_establishments_employer_id"), "establishments", ["employer_id"], unique=False)


def downgrade() -> None:
    op.drop_table("establishments")
    op.drop_table("employer_members")
    op.drop_table("employers")
