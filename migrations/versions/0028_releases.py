"""Releases: figures frozen with the hash of their facts, signed by two, published at the announced minute."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.create_table(
        "releases",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("period_code", sa.Text(), nullable=False),
        sa.Column("edition", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("prepared", "signed", "published", name="release_state", native_enum=False, create_constraint=True, length=64),
            nullable=False,
        ),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("definitions_version", sa.BigInteger(), nullable=False),
        sa.Column("facts_count", sa.BigInteger(), nullable=False),
        sa.Column("facts_hash", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("previous_content_hash", sa.Text(), nullable=False),
        sa.Column("tables", postgresql.JSONB(), nullable=False),
        sa.Column("prepared_by_id", sa.BigInteger(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by_id", sa.BigInteger(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("signed_by_id <> prepared_by_id", name=op.f("ck_releases_two_people")),
        sa.CheckConstraint("(state = 'prepared') = (signed_by_id IS NULL)", name=op.f("ck_releases_signed")),
        sa.CheckConstraint("(state = 'published') = (published_at IS NOT NULL)", name=op.f("ck_releases_published")),
        sa.CheckConstraint("(edition = 1) = (reason = '')", name=op.f("ck_releases_reason")),
        sa.ForeignKeyConstraint(["prepared_by_id"], ["users.id"], name=op.f("fk_releases_prepared_by_id")),
        sa.ForeignKeyConstraint(["signed_by_id"], ["users.id"], name=op.f("fk_releases_signed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sa.UniqueConstraint("public_id", name=op.f("uq_releases_public_id")),
        sa.UniqueConstraint("period_code", "edition", name="uq_releases_period_edition"),
    )
    # What is frozen stays frozen: the application may add the signature and the publication, and nothing else.
    op.execute(f"REVOKE UPDATE, DELETE ON releases FROM {role}")
    op.execute(f"GRANT UPDATE (state, signed_by_id, signed_at, published_at) ON releases TO {role}")


def downgrade() -> None:
    op.drop_table("releases")
