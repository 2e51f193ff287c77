"""The search documents: the tables that the PostgreSQL engine reads and Elasticsearch is filled from, and what waits to be copied there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# Writes wait in a list that every search reads through: a short one keeps both quick.
GIN = {"postgresql_using": "gin", "postgresql_with": {"fastupdate": "on", "gin_pending_list_limit": 512}}
# Long values move out of the row and short lists stay in it: a scan over filters and facets then reads a few hundred bytes a document.
KEPT_IN_ROW = {
    "search_vacancies": (
        "title occupation_codes occupation_majors occupation_units skills licences spoken"
    ).split(),
    "search_profiles": (
        "title occupation_codes occupation_majors occupation_units skills regions hours employment_kinds licences languages"
    ).split(),
}
# A document shows the share of answered applications in tenths, and only from five due ones on: it is rendered anew whenever that changes.
SHOWN_RATE = "CASE WHEN {row}.applications_due >= 5 THEN 10 * {row}.applications_answered / {row}.applications_due END"
WHEN_EMPLOYER_SHOWS_ANOTHER = f"OLD.name IS DISTINCT FROM NEW.name OR {SHOWN_RATE.format(row='OLD')} IS DISTINCT FROM {SHOWN_RATE.format(row='NEW')}"
WHEN_BEFORE = """OLD.name IS DISTINCT FROM NEW.name
              OR round(10 * OLD.applications_answered / greatest(OLD.applications_due, 1)) <> round(10 * NEW.applications_answered / greatest(NEW.applications_due, 1))"""
MARK_VACANCIES = """
CREATE TRIGGER mark_vacancies AFTER UPDATE OF name, applications_due, applications_answered ON employers FOR EACH ROW
WHEN ({condition}) EXECUTE FUNCTION mark_vacancies_of_employer()
"""
# The jobs a person held stand in the profile's document.
HISTORY_CHANGED = """
CREATE FUNCTION mark_profile_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE profiles SET document_version = document_version WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.profile_id ELSE NEW.profile_id END;
  RETURN NULL;
END $$
"""


def upgrade() -> None:
    op.create_table(
        "search_profiles",
        sa.Column("public_id", sa.Text(collation="C"), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("deleted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("document", postgresql.JSONB(none_as_null=True, astext_type=sa.Text())),
        sa.Column("title", postgresql.TSVECTOR()),
        sa.Column("text", postgresql.TSVECTOR()),
        sa.Column("occupation", sa.Text()),
        sa.Column("occupation_codes", sa.ARRAY(sa.Text())),
        sa.Column("occupation_majors", sa.ARRAY(sa.Text())),
        sa.Column("occupation_units", sa.ARRAY(sa.Text())),
        sa.Column("skills", sa.ARRAY(sa.Text())),
        sa.Column("region", sa.Text()),
        sa.Column("regions", sa.ARRAY(sa.Text())),
        sa.Column("district", sa.Text()),
        sa.Column("place_latitude", sa.Double()),
        sa.Column("place_longitude", sa.Double()),
        sa.Column("pay_from", sa.Integer()),
        sa.Column("pay_order", sa.Integer()),
        sa.Column("hours", sa.ARRAY(sa.Text())),
        sa.Column("employment_kinds", sa.ARRAY(sa.Text())),
        sa.Column("remote", sa.Boolean()),
        sa.Column("experience_years", sa.Integer()),
        sa.Column("education", sa.Integer()),
        sa.Column("licences", sa.ARRAY(sa.Text())),
        sa.Column("languages", sa.ARRAY(sa.Text())),
        sa.Column("audience", sa.Text()),
        sa.Column("region_office", sa.Text()),
        sa.Column("active_at", sa.BigInteger()),
        sa.CheckConstraint("deleted = (document IS NULL)", name="ck_search_profiles_deleted_without_content"),
        sa.PrimaryKeyConstraint("public_id", name="pk_search_profiles"),
    )
    op.create_index("ix_search_profiles_active_at", "search_profiles", ["active_at"])
    op.create_index("ix_search_profiles_district", "search_profiles", ["district"])
    op.create_index("ix_search_profiles_occupation_codes", "search_profiles", ["occupation_codes"], **GIN)
    op.create_index("ix_search_profiles_occupation_units", "search_profiles", ["occupation_units"], **GIN)
    op.create_index("ix_search_profiles_region", "search_profiles", ["region"])
    op.create_index("ix_search_profiles_skills", "search_profiles", ["skills"], **GIN)
    op.create_index("ix_search_profiles_text", "search_profiles", ["text"], **GIN)
    op.create_table(
        "search_terms",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(collation="C"), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "term", name="pk_search_terms"),
    )
    op.create_table(
        "search_vacancies",
        sa.Column("public_id", sa.Text(collation="C"), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("deleted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("document", postgresql.JSONB(none_as_null=True, astext_type=sa.Text())),
        sa.Column("title", postgresql.TSVECTOR()),
        sa.Column("text", postgresql.TSVECTOR()),
        sa.Column("occupation", sa.Text()),
        sa.Column("occupation_codes", sa.ARRAY(sa.Text())),
        sa.Column("occupation_majors", sa.ARRAY(sa.Text())),
        sa.Column("occupation_units", sa.ARRAY(sa.Text())),
        sa.Column("skills", sa.ARRAY(sa.Text())),
        sa.Column("region", sa.Text()),
        sa.Column("district", sa.Text()),
        sa.Column("place_latitude", sa.Double()),
        sa.Column("place_longitude", sa.Double()),
        sa.Column("pay_top", sa.Integer()),
        sa.Column("pay_order", sa.Integer()),
        sa.Column("employment_kind", sa.Text()),
        sa.Column("hours", sa.Text()),
        sa.Column("remote", sa.Boolean()),
        sa.Column("experience", sa.Text()),
        sa.Column("education", sa.Integer()),
        sa.Column("licences", sa.ARRAY(sa.Text())),
        sa.Column("spoken", sa.ARRAY(sa.Text())),
        sa.Column("language", sa.Text()),
        sa.Column("published_on", sa.Date()),
        sa.Column("published_at", sa.BigInteger()),
        sa.Column("employer", sa.Text()),
        sa.Column("source", sa.Text()),
        sa.Column("quota", sa.Boolean()),
        sa.Column("answer_rate", sa.Double()),
        sa.CheckConstraint("deleted = (document IS NULL)", name="ck_search_vacancies_deleted_without_content"),
        sa.PrimaryKeyConstraint("public_id", name="pk_search_vacancies"),
    )
    op.create_index("ix_search_vacancies_district", "search_vacancies", ["district"])
    op.create_index("ix_search_vacancies_employer", "search_vacancies", ["employer"])
    op.create_index("ix_search_vacancies_occupation_codes", "search_vacancies", ["occupation_codes"], **GIN)
    op.create_index("ix_search_vacancies_occupation_units", "search_vacancies", ["occupation_units"], **GIN)
    op.create_index("ix_search_vacancies_published_at", "search_vacancies", ["published_at"])
    op.create_index("ix_search_vacancies_region", "search_vacancies", ["region"])
    op.create_index("ix_search_vacancies_skills", "search_vacancies", ["skills"], **GIN)
    op.create_index("ix_search_vacancies_text", "search_vacancies", ["text"], **GIN)
    op.create_table(
        "search_words",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(collation="C"), nullable=False),
        sa.PrimaryKeyConstraint("kind", "word", name="pk_search_words"),
    )
    op.create_table(
        "pending_copies",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("turn", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "public_id", name="pk_pending_copies"),
    )
    op.create_index("ix_pending_copies_turn", "pending_copies", ["turn"])
    # The oldest changes are taken first; after a bulk import a hundred thousand wait.
    op.create_index("ix_document_changes_marked_at", "document_changes", ["marked_at"])
    op.execute("DROP TRIGGER mark_vacancies ON employers")
    op.execute(MARK_VACANCIES.format(condition=WHEN_EMPLOYER_SHOWS_ANOTHER))
    op.execute(HISTORY_CHANGED)
    op.execute("CREATE TRIGGER mark_profile AFTER INSERT OR UPDATE OR DELETE ON work_history FOR EACH ROW EXECUTE FUNCTION mark_profile_of_history()")
    for table, columns in KEPT_IN_ROW.items():
        op.execute(f"ALTER TABLE {table} SET (toast_tuple_target = 256)")
        for column in columns:
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE MAIN")


def downgrade() -> None:
    op.drop_index("ix_document_changes_marked_at", "document_changes")
    op.execute("DROP TRIGGER mark_profile ON work_history")
    op.execute("DROP FUNCTION mark_profile_of_history()")
    op.execute("DROP TRIGGER mark_vacancies ON employers")
    op.execute(MARK_VACANCIES.format(condition=WHEN_BEFORE))
    for table in ("pending_copies", "search_words", "search_terms", "search_profiles", "search_vacancies"):
        op.drop_table(table)
