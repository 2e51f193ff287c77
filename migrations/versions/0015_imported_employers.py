"""Claims to employers known from imports only, and the key by which repeated advertisements are found."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("vacancies", sa.Column("duplicate_key", sa.Text(), nullable=True))
    op.create_index("ix_vacancies_duplicate_key", "vacancies", ["duplicate_key"], postgresql_where="duplicate_key IS NOT NULL")
    op.add_column("employers", sa.Column("claimed_by_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(op.f("fk_employers_claimed_by_id"), "employers", "employers", ["claimed_by_id"], ["id"])
    op.create_table(
        "employer_claims",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("employer_id", sa.BigInteger(), nullable=False),
        sa.Column("claimant_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("claimed_by_user_id", sa.BigInteger(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_accepted", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint("(decided_at IS NULL) = (is_accepted IS NULL)", name=op.f("ck_employer_claims_decided")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_employer_claims_employer_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["claimant_id"], ["employers.id"], name=op.f("fk_employer_claims_claimant_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["claimed_by_user_id"], ["users.id"], name=op.f("fk_employer_claims_claimed_by_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer_claims")),
        sa.UniqueConstraint("public_id", name=op.f("uq_employer_claims_public_id")),
    )
    op.create_index(
        "uq_employer_claims_open", "employer_claims", ["employer_id", "claimant_id"], unique=True, postgresql_where="decided_at IS NULL"
    )
    op.create_index(op.f("ix_employer_claims_claimant_id"), "employer_claims", ["claimant_id"])


def downgrade() -> None:
    op.drop_table("employer_claims")
    op.drop_constraint(op.f("fk_employers_claimed_by_id"), "employers", type_="foreignkey")
    op.drop_column("employers", "claimed_by_id")
    op.drop_index("ix_vacancies_duplicate_key", "vacancies")
    op.drop_column("vacancies", "duplicate_key")
