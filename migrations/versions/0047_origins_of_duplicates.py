"""Who brought a vacancy stands beside its keys, so that what an agency has of its own hides nobody else's."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

FILL = """
UPDATE vacancy_blocks SET origin = CASE
    WHEN vacancies.source = 'direct' THEN 'direct'
    WHEN vacancies.agency_id IS NOT NULL THEN 'agency ' || vacancies.agency_id
    ELSE 'source ' || coalesce(vacancies.source_name, 'None') END
FROM vacancies WHERE vacancies.id = vacancy_blocks.vacancy_id
"""


def upgrade() -> None:
    op.add_column("vacancy_blocks", sa.Column("origin", sa.Text(), nullable=True))
    op.execute(FILL)
    op.alter_column("vacancy_blocks", "origin", nullable=False)


def downgrade() -> None:
    op.drop_column("vacancy_blocks", "origin")
