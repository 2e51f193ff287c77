"""Forecasts of monthly figures with their intervals and the result of their test."""

import sqlalchemy as sa
from alembic import context, op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.create_table(
        "forecasts",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("last_month", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("mase", sa.Float(), nullable=True),
        sa.Column("mase_seasonal_naive", sa.Float(), nullable=True),
        sa.Column("coverage", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forecasts")),
        sa.UniqueConstraint("indicator_code", "last_month", "region_code", name="uq_forecasts_indicator_last_month_region"),
    )
    op.create_table(
        "forecast_months",
        sa.Column("forecast_id", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("middle", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["forecast_id"], ["forecasts.id"], name=op.f("fk_forecast_months_forecast_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("forecast_id", "month", name=op.f("pk_forecast_months")),
    )
    # What was once expected is kept as it was: otherwise nobody could tell how good it turned out.
    for table in ("forecasts", "forecast_months"):
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")


def downgrade() -> None:
    op.drop_table("forecast_months")
    op.drop_table("forecasts")
