"""Programs of agencies with their credentials and tokens, answers kept for a day, requests counted, receipts of pushes; agencies of the sandbox."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("agencies", sa.Column("is_sandbox", sa.Boolean(), nullable=False, server_default=sa.false()))
    _create_clients()
    op.create_table(
        "kept_answers",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("status", sa.BigInteger(), nullable=False),
        sa.Column("headers", JSONB(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kept_answers"),
        sa.UniqueConstraint("owner", "key", name="uq_kept_answers_owner_key"),
    )
    op.create_index("ix_kept_answers_created_at", "kept_answers", ["created_at"])
    op.create_table(
        "request_counts",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("window_at", INSTANT, nullable=False),
        sa.Column("requests", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "window_at", name="pk_request_counts"),
    )
    op.create_table(
        "push_receipts",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("first_line", sa.BigInteger(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("receipts", JSONB(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_push_receipts"),
        sa.UniqueConstraint("owner", "key", "first_line", name="uq_push_receipts_batch"),
    )
    op.create_index("ix_push_receipts_created_at", "push_receipts", ["created_at"])


def _create_clients() -> None:
    op.create_table(
        "api_clients",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", ARRAY(sa.Text()), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("created_by_id", sa.BigInteger()),
        sa.Column("revoked_at", INSTANT),
        sa.CheckConstraint(
            "cardinality(scopes) > 0 AND scopes <@ ARRAY['vacancies', 'applications', 'candidates', 'placements', 'feed']",
            name="ck_api_clients_scopes_known",
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name="fk_api_clients_agency_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name="fk_api_clients_created_by_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_api_clients"),
        sa.UniqueConstraint("public_id", name="uq_api_clients_public_id"),
    )
    op.create_index("ix_api_clients_agency_id", "api_clients", ["agency_id"])
    op.create_table(
        "api_credentials",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("ending", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT),
        sa.Column("last_used_on", sa.Date()),
        sa.CheckConstraint("kind IN ('secret', 'key')", name="ck_api_credentials_credential_kind"),
        sa.ForeignKeyConstraint(["client_id"], ["api_clients.id"], name="fk_api_credentials_client_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_api_credentials"),
        sa.UniqueConstraint("public_id", name="uq_api_credentials_public_id"),
        sa.UniqueConstraint("hash", name="uq_api_credentials_hash"),
    )
    op.create_index("ix_api_credentials_client_id", "api_credentials", ["client_id"])
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("credential_id", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("scopes", ARRAY(sa.Text()), nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["credential_id"], ["api_credentials.id"], name="fk_api_tokens_credential_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_api_tokens"),
        sa.UniqueConstraint("hash", name="uq_api_tokens_hash"),
    )
    op.create_index("ix_api_tokens_credential_id", "api_tokens", ["credential_id"])
    op.create_index("ix_api_tokens_expires_at", "api_tokens", ["expires_at"])


def downgrade() -> None:
    for table in ("push_receipts", "request_counts", "kept_answers", "api_tokens", "api_credentials", "api_clients"):
        op.drop_table(table)
    op.drop_column("agencies", "is_sandbox")
