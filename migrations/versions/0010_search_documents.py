"""The search documents: the table that the PostgreSQL engine reads and Elasticsearch is filled from."""

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
