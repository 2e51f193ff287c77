"""What jobseekers said of suggestions."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dismissed_suggestions",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("contested", sa.Text(), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name="fk_dismissed_suggestions_jobseeker_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name="fk_dismissed_suggestions_vacancy_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_dismissed_suggestions"),
        sa.UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_dismissed_suggestions_once"),
    )
    op.create_index("ix_dismissed_suggestions_vacancy_id", "dismissed_suggestions", ["vacancy_id"])
    op.execute("ALTER TABLE dismissed_suggestions ENABLE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY within_scope ON dismissed_suggestions USING (acting('actor_kind') = 'system' OR jobseeker_id = acting('jobseeker_id')::bigint)"
    )


def downgrade() -> None:
    op.drop_table("dismissed_suggestions")
