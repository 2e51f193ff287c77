"""Releases keep a short hash of every row of evidence behind them, so that a changed one is named whatever column it is."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("releases", sa.Column("evidence_hashes", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("releases", "evidence_hashes")
