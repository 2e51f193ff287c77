"""Saved searches, the vacancies that have just arrived, and the pairs that met."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

FREQUENCIES = ("instant", "daily", "weekly")
STATES = ("active", "paused")
TOPICS = ("account", "work", "vacancies", "reminders")
NOTE_ARRIVALS = """
CREATE FUNCTION note_arrivals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO alert_arrivals (vacancy_id) SELECT public_id FROM arrived WHERE NOT deleted ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO alert_arrivals (vacancy_id)
    SELECT a.public_id FROM arrived a JOIN left_behind b USING (public_id) WHERE b.deleted AND NOT a.deleted ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$
"""
SYSTEM = "acting('actor_kind') = 'system'"
OWN = "jobseeker_id = acting('jobseeker_id')::bigint"
OF_OWN_SEARCH = "EXISTS (SELECT 1 FROM saved_searches s WHERE s.id = search_id)"
POLICIES = {
    "saved_searches": f"{SYSTEM} OR {OWN}",
    "saved_search_keys": f"{SYSTEM} OR {OF_OWN_SEARCH}",
    "alert_matches": f"{SYSTEM} OR {OF_OWN_SEARCH}",
}


def choice(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=64)


def texts(name: str) -> sa.Column:
    return sa.Column(name, postgresql.ARRAY(sa.Text()), nullable=False)


def upgrade() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("jobseeker_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("question", postgresql.JSONB(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("frequency", choice("frequency", FREQUENCIES), nullable=False),
        sa.Column("state", choice("search_state", STATES), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("words", postgresql.TSQUERY(), nullable=True),
        texts("units"),
        texts("regions"),
        sa.Column("pay_from", sa.BigInteger(), nullable=True),
        texts("employment_kinds"),
        texts("hours"),
        sa.Column("rest", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["jobseeker_id"], ["jobseekers.id"], name=op.f("fk_saved_searches_jobseeker_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_searches")),
        sa.UniqueConstraint("public_id", name=op.f("uq_saved_searches_public_id")),
        sa.UniqueConstraint("jobseeker_id", "fingerprint", name="uq_saved_searches_once"),
    )
    op.create_index(op.f("ix_saved_searches_reading"), "saved_searches", ["reading"])
    op.create_table(
        "saved_search_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("search_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["search_id"], ["saved_searches.id"], name=op.f("fk_saved_search_keys_search_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "search_id", name=op.f("pk_saved_search_keys")),
    )
    op.create_index(op.f("ix_saved_search_keys_search_id"), "saved_search_keys", ["search_id"])
    op.create_table(
        "alert_arrivals",
        sa.Column("vacancy_id", sa.Text(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.PrimaryKeyConstraint("vacancy_id", name=op.f("pk_alert_arrivals")),
    )
    op.create_table(
        "alert_matches",
        sa.Column("search_id", sa.BigInteger(), nullable=False),
        sa.Column("vacancy_id", sa.Text(), nullable=False),
        sa.Column("matched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["search_id"], ["saved_searches.id"], name=op.f("fk_alert_matches_search_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("search_id", "vacancy_id", name=op.f("pk_alert_matches")),
    )
    op.create_index("ix_alert_matches_untold", "alert_matches", ["search_id"], postgresql_where=sa.text("told_at IS NULL"))
    for table, condition in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING ({condition})")
    op.execute(NOTE_ARRIVALS)
    op.execute(
        "CREATE TRIGGER note_inserted AFTER INSERT ON search_vacancies REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION note_arrivals()"
    )
    op.execute(
        "CREATE TRIGGER note_returned AFTER UPDATE ON search_vacancies REFERENCING NEW TABLE AS arrived OLD TABLE AS left_behind"
        " FOR EACH STATEMENT EXECUTE FUNCTION note_arrivals()"
    )
    _allow_topics((*TOPICS, "searches"))


def downgrade() -> None:
    op.execute("DELETE FROM message_preferences WHERE topic = 'searches'")
    _allow_topics(TOPICS)
    for trigger in ("note_inserted", "note_returned"):
        op.execute(f"DROP TRIGGER {trigger} ON search_vacancies")
    op.execute("DROP FUNCTION note_arrivals()")
    for table in ("alert_matches", "alert_arrivals", "saved_search_keys", "saved_searches"):
        op.drop_table(table)


def _allow_topics(topics: tuple[str, ...]) -> None:
    allowed = ", ".join(f"'{topic}'" for topic in topics)
    op.execute("ALTER TABLE message_preferences DROP CONSTRAINT ck_message_preferences_topic")
    op.execute(f"ALTER TABLE message_preferences ADD CONSTRAINT ck_message_preferences_topic CHECK (topic IN ({allowed}))")
