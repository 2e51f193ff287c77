"""Searches that the programs of an agency keep under names of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_criteria",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name="fk_saved_criteria_agency_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_saved_criteria"),
        sa.UniqueConstraint("agency_id", "name", name="uq_saved_criteria_agency_id_name"),
    )


def downgrade() -> None:
    op.drop_table("saved_criteria")
