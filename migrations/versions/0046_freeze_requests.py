"""What analysts ask the worker to freeze, so that no page waits for it."""

import sqlalchemy as sa
from alembic import context, op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.create_table(
        "freeze_requests",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("period_code", sa.Text(), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column(
            "state", sa.Enum("waiting", "done", "refused", name="freeze_state", native_enum=False, create_constraint=True, length=64), nullable=False
        ),
        sa.Column("asked_by_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("release_id", sa.BigInteger(), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name=op.f("ck_freeze_requests_ended")),
        sa.CheckConstraint("(state = 'done') = (release_id IS NOT NULL)", name=op.f("ck_freeze_requests_done_with_release")),
        sa.CheckConstraint("(state = 'refused') = (refusal <> '')", name=op.f("ck_freeze_requests_refused_with_code")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["users.id"], name=op.f("fk_freeze_requests_asked_by_id")),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_freeze_requests_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freeze_requests")),
        sa.UniqueConstraint("public_id", name=op.f("uq_freeze_requests_public_id")),
    )
    op.create_index(
        "uq_freeze_requests_one_waiting", "freeze_requests", ["period_code"], unique=True, postgresql_where=sa.text("state = 'waiting'")
    )
    # What was asked for stays as it was asked; only its end is written.
    op.execute(f"REVOKE UPDATE, DELETE ON freeze_requests FROM {role}")
    op.execute(f"GRANT UPDATE (state, release_id, refusal, ended_at) ON freeze_requests TO {role}")


def downgrade() -> None:
    op.drop_table("freeze_requests")
