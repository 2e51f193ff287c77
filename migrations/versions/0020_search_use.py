"""The words of employers' names, by which they are suggested to somebody who types."""

from alembic import op

revision = "0020"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX ix_employers_name_words ON employers USING gin (to_tsvector('simple'::regconfig, name))")


def downgrade() -> None:
    op.execute("DROP INDEX ix_employers_name_words")
