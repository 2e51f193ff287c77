"""Let the application read which migration the database holds: it says so when it is asked whether it is ready."""

from alembic import context, op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(f"GRANT SELECT ON alembic_version TO {context.config.attributes['application_role']}")


def downgrade() -> None:
    role = context.config.attributes["application_role"]
    op.execute(f"REVOKE SELECT ON alembic_version FROM {role}")  # noqa: S608
