"""When a silent jobseeker was told that the record will be erased; people of a region found by the beginning of a name."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("jobseekers", sa.Column("inactive_notice_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("CREATE INDEX ix_jobseekers_region_name ON jobseekers (region_code, lower(family_name) text_pattern_ops)")


def downgrade() -> None:
    op.drop_index("ix_jobseekers_region_name", table_name="jobseekers")
    op.drop_column("jobseekers", "inactive_notice_at")
