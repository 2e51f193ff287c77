"""Absences of officers: who stands in for whom, one colleague at a time."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def number(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def leads_to(table: str, column: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        number("office_id"),
        number("absent_id"),
        number("substitute_id"),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        leads_to("absences", "office_id", "offices"),
        leads_to("absences", "absent_id", "users", "CASCADE"),
        leads_to("absences", "substitute_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
        sa.UniqueConstraint("public_id", name=op.f("uq_absences_public_id")),
        sa.CheckConstraint("from_on <= until_on", name=op.f("ck_absences_in_order")),
        sa.CheckConstraint("absent_id <> substitute_id", name=op.f("ck_absences_somebody_else")),
    )
    op.execute(
        "ALTER TABLE absences ADD CONSTRAINT ex_absences_one_at_a_time EXCLUDE USING gist"
        " (int8range(absent_id, absent_id, '[]') WITH &&, daterange(from_on, until_on, '[]') WITH &&)"
    )
    for column in ("office_id", "substitute_id"):
        op.create_index(op.f(f"ix_absences_{column}"), "absences", [column])


def downgrade() -> None:
    op.drop_table("absences")
