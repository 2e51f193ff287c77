"""Suggestions while typing, counters of what is searched and read, and words proposed for the lexicon."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX ix_employers_name_words ON employers USING gin (to_tsvector('simple'::regconfig, name))")
    op.create_table(
        "vacancy_use",
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("views", sa.BigInteger(), nullable=False),
        sa.Column("from_search", sa.BigInteger(), nullable=False),
        sa.Column("applications", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_vacancy_use_vacancy_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("vacancy_id", "day", name=op.f("pk_vacancy_use")),
    )
    op.create_index("ix_vacancy_use_day", "vacancy_use", ["day"])
    op.create_table(
        "query_use",
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("searches", sa.BigInteger(), nullable=False),
        sa.Column("found", sa.BigInteger(), nullable=False),
        sa.Column("without_result", sa.BigInteger(), nullable=False),
        sa.Column("clicks", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("language IN ('kk', 'ru', 'en')", name=op.f("ck_query_use_language")),
        sa.PrimaryKeyConstraint("language", "words", "day", name=op.f("pk_query_use")),
    )
    op.create_index("ix_query_use_day", "query_use", ["day"])


def downgrade() -> None:
    op.drop_table("query_use")
    op.drop_table("vacancy_use")
    op.execute("DROP INDEX ix_employers_name_words")
