"""How often a vacancy was saved, beside how often it was read."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("vacancy_use", sa.Column("saves", sa.BigInteger(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("vacancy_use", "saves")
