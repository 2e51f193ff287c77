"""Flows between regions as they were published: counted once, never changed."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.create_table(
        "published_flows",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("cells", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_flows")),
        sa.UniqueConstraint("kind", "period", name="uq_published_flows_kind_period"),
    )
    # Two counts of one half-year would tell single people by their difference.
    op.execute(f"REVOKE UPDATE, DELETE ON published_flows FROM {role}")


def downgrade() -> None:
    op.drop_table("published_flows")
