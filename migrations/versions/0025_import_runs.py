"""Runs in which agencies sent vacancies, for the page that shows the health of a feed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_runs",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("way", sa.String(64), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("outcomes", JSONB(), nullable=False),
        sa.Column("refusals", JSONB(), nullable=False),
        sa.Column("receipts", JSONB(), nullable=False),
        sa.CheckConstraint("way IN ('file', 'api', 'single')", name="ck_import_runs_way"),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name="fk_import_runs_agency_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_import_runs"),
        sa.UniqueConstraint("public_id", name="uq_import_runs_public_id"),
    )
    op.create_index("ix_import_runs_agency_id_id", "import_runs", ["agency_id", "id"])


def downgrade() -> None:
    op.drop_table("import_runs")
