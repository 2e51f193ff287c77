"""The change feed: what happened to each vacancy as readers see it, written by the vacancy's own transaction."""

import sqlalchemy as sa
from alembic import context, op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

# What a reader of the feed is shown; a change of anything else alone gives no row.
SHOWN = (
    *("employer_id", "source", "title", "description", "requirements", "language", "occupation_code", "region_code", "district_code", "place_text"),
    *("latitude", "longitude", "posts", "posts_filled", "pay_from", "pay_to", "pay_stated", "employment_kind", "hours", "is_remote", "experience"),
    *("education_level", "skills_required", "skills_wished", "licences", "languages", "is_quota", "published_at", "apply_by_on"),
)
# What the agency that brought it is shown besides.
OWN = ("state", "rejection_code", "rejection_note", "source_name", "external_id", "closed_at")
COLUMNS = "kind, public_id, agency_id, is_public, region_code, occupation_code, former_region_code, former_occupation_code"


def _record(alias: str, names: tuple[str, ...]) -> str:
    return f"ROW({', '.join(f'{alias}.{name}' for name in names)})"


NOTE_CHANGES = f"""
CREATE FUNCTION note_vacancy_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO vacancy_changes ({COLUMNS})
    SELECT CASE WHEN n.state = 'published' THEN 'published' ELSE 'changed' END, n.public_id, n.agency_id, n.state = 'published',
           n.region_code, n.occupation_code, NULL, NULL
    FROM arrived n WHERE n.state = 'published' OR n.agency_id IS NOT NULL ORDER BY n.id;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO vacancy_changes ({COLUMNS})
    SELECT 'closed', o.public_id, o.agency_id, o.state = 'published', o.region_code, o.occupation_code, NULL, NULL
    FROM left_behind o WHERE o.state = 'published' OR o.agency_id IS NOT NULL ORDER BY o.id;
  ELSE
    INSERT INTO vacancy_changes ({COLUMNS})
    SELECT CASE WHEN o.state <> 'published' AND n.state = 'published' THEN 'published'
                WHEN o.state = 'published' AND n.state <> 'published' THEN 'closed' ELSE 'changed' END,
           n.public_id, n.agency_id, o.state = 'published' OR n.state = 'published',
           n.region_code, n.occupation_code, nullif(o.region_code, n.region_code), nullif(o.occupation_code, n.occupation_code)
    FROM arrived n JOIN left_behind o USING (id)
    WHERE (n.state = 'published') <> (o.state = 'published')
       OR ((n.state = 'published' OR n.agency_id IS NOT NULL) AND {_record("n", SHOWN)} IS DISTINCT FROM {_record("o", SHOWN)})
       OR (n.agency_id IS NOT NULL AND ({_record("n", (*OWN, "agency_id"))} IS DISTINCT FROM {_record("o", (*OWN, "agency_id"))}))
    ORDER BY n.id;
    INSERT INTO vacancy_changes ({COLUMNS})
    SELECT 'closed', o.public_id, o.agency_id, false, o.region_code, o.occupation_code, NULL, NULL
    FROM arrived n JOIN left_behind o USING (id)
    WHERE o.agency_id IS NOT NULL AND n.agency_id IS DISTINCT FROM o.agency_id ORDER BY n.id;
  END IF;
  RETURN NULL;
END $$
"""
NOTE_EMPLOYER = f"""
CREATE FUNCTION note_employer_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO vacancy_changes ({COLUMNS})
  SELECT 'changed', v.public_id, v.agency_id, v.state = 'published', v.region_code, v.occupation_code, NULL, NULL
  FROM vacancies v WHERE v.employer_id = NEW.id AND (v.state = 'published' OR v.agency_id IS NOT NULL) ORDER BY v.id;
  RETURN NULL;
END $$
"""
# Rows before the first one that is young enough; the last word about what can still be read stays, so that a reader may begin at the beginning.
FORGET = """
CREATE FUNCTION forget_vacancy_changes(before timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  young record; last_old record; forgotten bigint;
BEGIN
  SELECT c.transaction, c.id INTO young FROM vacancy_changes c
  WHERE c.changed_at >= before OR c.transaction >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY c.transaction, c.id LIMIT 1;
  SELECT c.transaction, c.id INTO last_old FROM vacancy_changes c
  WHERE young.id IS NULL OR (c.transaction, c.id) < (young.transaction, young.id) ORDER BY c.transaction DESC, c.id DESC LIMIT 1;
  IF last_old.id IS NULL THEN
    RETURN 0;
  END IF;
  DELETE FROM vacancy_changes c
  WHERE (c.transaction, c.id) <= (last_old.transaction, last_old.id)
    AND NOT (c.is_public AND EXISTS (SELECT FROM vacancies v WHERE v.public_id = c.public_id AND v.state = 'published')
             AND NOT EXISTS (SELECT FROM vacancy_changes l WHERE l.public_id = c.public_id AND l.is_public
                             AND (l.transaction, l.id) > (c.transaction, c.id)))
    AND NOT (EXISTS (SELECT FROM vacancies v WHERE v.public_id = c.public_id AND v.agency_id = c.agency_id)
             AND NOT EXISTS (SELECT FROM vacancy_changes l WHERE l.public_id = c.public_id AND l.agency_id = c.agency_id
                             AND (l.transaction, l.id) > (c.transaction, c.id)));
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  IF forgotten > 0 THEN
    DELETE FROM feed_horizons;
    INSERT INTO feed_horizons (transaction, change_id) VALUES (last_old.transaction, last_old.id);
  END IF;
  RETURN forgotten;
END $$
"""
# A copy that was put back into another server has numbers of transactions that mean nothing there, and one put back late lacks what readers know.
RESTART = f"""
CREATE FUNCTION restart_vacancy_changes() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told bigint;
BEGIN
  DELETE FROM vacancy_changes;
  DELETE FROM feed_horizons;
  INSERT INTO vacancy_changes ({COLUMNS})
  SELECT CASE WHEN v.state = 'published' THEN 'published' ELSE 'changed' END, v.public_id, v.agency_id, v.state = 'published',
         v.region_code, v.occupation_code, NULL, NULL
  FROM vacancies v WHERE v.state = 'published' OR v.agency_id IS NOT NULL ORDER BY v.id;
  GET DIAGNOSTICS told = ROW_COUNT;
  INSERT INTO feed_horizons (transaction, change_id) VALUES (pg_current_xact_id()::text::bigint, 0);
  RETURN told;
END $$
"""


def upgrade() -> None:
    _create_tables()
    for statement in (NOTE_CHANGES, NOTE_EMPLOYER, FORGET, RESTART):
        op.execute(statement)
    for operation, tables in (
        ("INSERT", "NEW TABLE AS arrived"),
        ("UPDATE", "NEW TABLE AS arrived OLD TABLE AS left_behind"),
        ("DELETE", "OLD TABLE AS left_behind"),
    ):
        op.execute(
            f"CREATE TRIGGER note_{operation.lower()}_for_feed AFTER {operation} ON vacancies REFERENCING {tables}"
            " FOR EACH STATEMENT EXECUTE FUNCTION note_vacancy_changes()"
        )
    op.execute(
        "CREATE TRIGGER note_name_for_feed AFTER UPDATE OF name ON employers FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)"
        " EXECUTE FUNCTION note_employer_renamed()"
    )
    op.execute("CREATE TRIGGER refuse_change BEFORE UPDATE ON vacancy_changes EXECUTE FUNCTION refuse_change()")
    role = context.config.attributes["application_role"]
    for table in ("vacancy_changes", "feed_horizons"):
        op.execute(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM {role}")
    for function in ("forget_vacancy_changes(timestamptz)", "restart_vacancy_changes()"):
        op.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
        op.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {role}")
    # Who follows the feed from its beginning is told of every vacancy that stood before there was one.
    op.execute(
        f"INSERT INTO vacancy_changes ({COLUMNS})"  # noqa: S608 - names of columns above
        " SELECT CASE WHEN state = 'published' THEN 'published' ELSE 'changed' END, public_id, agency_id, state = 'published',"
        " region_code, occupation_code, NULL, NULL FROM vacancies WHERE state = 'published' OR agency_id IS NOT NULL ORDER BY id"
    )


def _create_tables() -> None:
    op.create_table(
        "vacancy_changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("transaction", sa.BigInteger(), server_default=sa.text("(pg_current_xact_id()::text)::bigint"), nullable=False),
        sa.Column("kind", sa.Enum("published", "changed", "closed", name="change_kind", native_enum=False, create_constraint=True, length=64), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("occupation_code", sa.Text(), nullable=True),
        sa.Column("former_region_code", sa.Text(), nullable=True),
        sa.Column("former_occupation_code", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_changes")),
    )
    op.create_index("ix_vacancy_changes_public", "vacancy_changes", ["transaction", "id"], postgresql_where=sa.text("is_public"))
    op.create_index(
        "ix_vacancy_changes_agency", "vacancy_changes", ["agency_id", "transaction", "id"], postgresql_where=sa.text("agency_id IS NOT NULL")
    )
    op.create_table(
        "feed_horizons",
        sa.Column("transaction", sa.BigInteger(), nullable=False),
        sa.Column("change_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_feed_horizons")),
    )


def downgrade() -> None:
    for operation in ("insert", "update", "delete"):
        op.execute(f"DROP TRIGGER note_{operation}_for_feed ON vacancies")
    op.execute("DROP TRIGGER note_name_for_feed ON employers")
    for function in ("note_vacancy_changes()", "note_employer_renamed()", "forget_vacancy_changes(timestamptz)", "restart_vacancy_changes()"):
        op.execute(f"DROP FUNCTION {function}")
    for table in ("feed_horizons", "vacancy_changes"):
        op.drop_table(table)
