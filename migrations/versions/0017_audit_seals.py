"""The audit log is sealed into a hash chain."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.create_table(
        "audit_seals",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("row_ids", postgresql.INT8MULTIRANGE(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_seals"),
        sa.UniqueConstraint("head", name="uq_audit_seals_head"),
    )
    op.execute("CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals EXECUTE FUNCTION refuse_change()")
    op.execute(f"REVOKE UPDATE, DELETE ON audit_seals FROM {role}")


def downgrade() -> None:
    op.drop_table("audit_seals")
