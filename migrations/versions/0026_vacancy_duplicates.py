"""One vacancy that several bring: keys to compare under, conflicts, and the employer's rulings."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def _to_vacancy(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["vacancies.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")


def upgrade() -> None:
    op.create_index("ix_vacancies_duplicate_of_id", "vacancies", ["duplicate_of_id"], postgresql_where="duplicate_of_id IS NOT NULL")
    op.create_table(
        "vacancy_blocks",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        _to_vacancy("vacancy_blocks", "vacancy_id"),
        sa.PrimaryKeyConstraint("key", "vacancy_id", name=op.f("pk_vacancy_blocks")),
    )
    op.create_index("ix_vacancy_blocks_vacancy_id", "vacancy_blocks", ["vacancy_id"])
    op.create_table(
        "duplicate_checks",
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("document_version", sa.BigInteger(), nullable=False),
        _to_vacancy("duplicate_checks", "vacancy_id"),
        sa.PrimaryKeyConstraint("vacancy_id", name=op.f("pk_duplicate_checks")),
    )
    op.create_table(
        "duplicate_conflicts",
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("leader_id", sa.BigInteger(), nullable=False),
        sa.Column("stated", sa.BigInteger(), nullable=True),
        sa.Column("led", sa.BigInteger(), nullable=True),
        sa.Column("noticed_at", sa.DateTime(timezone=True), nullable=False),
        _to_vacancy("duplicate_conflicts", "vacancy_id"),
        _to_vacancy("duplicate_conflicts", "leader_id"),
        sa.PrimaryKeyConstraint("vacancy_id", "field", name=op.f("pk_duplicate_conflicts")),
    )
    op.create_index("ix_duplicate_conflicts_leader_id", "duplicate_conflicts", ["leader_id"])
    op.create_table(
        "duplicate_rulings",
        sa.Column("vacancy_id", sa.BigInteger(), nullable=False),
        sa.Column("other_id", sa.BigInteger(), nullable=False),
        sa.Column("is_same", sa.Boolean(), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("vacancy_id <> other_id", name=op.f("ck_duplicate_rulings_two_vacancies")),
        _to_vacancy("duplicate_rulings", "vacancy_id"),
        _to_vacancy("duplicate_rulings", "other_id"),
        sa.ForeignKeyConstraint(["decided_by_id"], ["users.id"], name=op.f("fk_duplicate_rulings_decided_by_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("vacancy_id", "other_id", name=op.f("pk_duplicate_rulings")),
    )
    op.create_index("ix_duplicate_rulings_other_id", "duplicate_rulings", ["other_id"])


def downgrade() -> None:
    for table in ("duplicate_rulings", "duplicate_conflicts", "duplicate_checks", "vacancy_blocks"):
        op.drop_table(table)
    op.drop_index("ix_vacancies_duplicate_of_id", "vacancies")
