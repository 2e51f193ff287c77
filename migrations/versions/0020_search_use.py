"""Suggestions while typing, counters of what is searched and read, and words proposed for the lexicon."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
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
    op.create_table(
        "lexicon_proposals",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("in_searches", sa.BigInteger(), nullable=False),
        sa.Column("in_advertisements", sa.BigInteger(), nullable=False),
        sa.Column("guesses", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "accepted", "refused", name="proposal_state", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column(
            "concept_kind", sa.Enum("occupation", "skill", name="concept_kind", native_enum=False, create_constraint=True, length=64), nullable=True
        ),
        sa.Column("concept_code", sa.Text(), nullable=True),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("language IN ('kk', 'ru', 'en')", name=op.f("ck_lexicon_proposals_language")),
        sa.CheckConstraint(
            "(state = 'accepted') = (concept_kind IS NOT NULL AND concept_code IS NOT NULL)", name=op.f("ck_lexicon_proposals_accepted_as")
        ),
        sa.ForeignKeyConstraint(["decided_by_id"], ["users.id"], name=op.f("fk_lexicon_proposals_decided_by_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lexicon_proposals")),
        sa.UniqueConstraint("public_id", name=op.f("uq_lexicon_proposals_public_id")),
        sa.UniqueConstraint("term", "language", name="uq_lexicon_proposals_term_language"),
    )
    op.create_index("ix_lexicon_proposals_state_decided", "lexicon_proposals", ["state", "decided_at"])


def downgrade() -> None:
    op.drop_table("lexicon_proposals")
    op.drop_table("query_use")
    op.drop_table("vacancy_use")
    op.execute("DROP INDEX ix_employers_name_words")
