"""Facts in monthly partitions, how their subjects were described, their monthly sums, and the queue of what is not counted yet."""

import sqlalchemy as sa
from alembic import context, op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# A partition is made when its first fact arrives, so that a country that starts in 2026 has none for 2011 until it loads records of 2011.
# CREATE and ATTACH instead of PARTITION OF: readers of other months are not locked out meanwhile.
MAKE_PARTITION = """
CREATE FUNCTION make_fact_partition(day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  first_day date := date_trunc('month', day)::date;
  partition text := 'facts_' || to_char(day, 'YYYYMM');
BEGIN
  IF to_regclass(partition) IS NULL THEN
    EXECUTE format('CREATE TABLE %I (LIKE facts INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition);
    EXECUTE format('ALTER TABLE facts ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition, first_day, first_day + interval '1 month');
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', partition);
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM {role}', partition);
  END IF;
END $$
"""
QUEUE_ADDED = """
CREATE FUNCTION queue_added_for_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO uncounted (subject_kind, subject_id) SELECT DISTINCT %s, %s FROM added WHERE %s', TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]);
  RETURN NULL;
END $$
"""
QUEUE_CHANGED = """
CREATE FUNCTION queue_changed_for_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO uncounted (subject_kind, subject_id) VALUES (TG_ARGV[0], NEW.id);
  RETURN NULL;
END $$
"""
# Table -> kind of subject, its id, and which added rows matter (SQL).
ADDED = {
    "placement_evidence": ("'placement'", "placement_id", "true"),
    "transitions": ("subject_kind", "subject_id", "subject_kind IN ('registration', 'vacancy')"),
    "registrations": ("'registration'", "id", "true"),
    "vacancies": ("'vacancy'", "id", "published_at IS NOT NULL"),
    "job_applications": ("'application'", "id", "true"),
    "referrals": ("'referral'", "id", "true"),
}
# Table -> kind of subject, columns, and which changes matter (SQL).
CHANGED = {
    "registrations": ("registration", "ended_on", "OLD.ended_on IS DISTINCT FROM NEW.ended_on"),
    "vacancies": ("vacancy", "published_at, closed_at", "(OLD.published_at, OLD.closed_at) IS DISTINCT FROM (NEW.published_at, NEW.closed_at)"),
    "job_applications": ("application", "answered_at, state", "(OLD.answered_at, OLD.state) IS DISTINCT FROM (NEW.answered_at, NEW.state)"),
}
# The demonstration country can be taken away again; the owner role alone may, and before the rows themselves go.
FORGET_DEMO = """
CREATE FUNCTION forget_demo_facts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE forgotten ON COMMIT DROP AS
    SELECT 'placement' AS subject_kind, id AS subject_id FROM placements WHERE is_demo
    UNION ALL SELECT 'registration', id FROM registrations WHERE is_demo
    UNION ALL SELECT 'vacancy', id FROM vacancies WHERE is_demo
    UNION ALL SELECT 'application', id FROM job_applications WHERE is_demo
    UNION ALL SELECT 'referral', id FROM referrals WHERE is_demo;
  ALTER TABLE facts DISABLE TRIGGER refuse_change;
  ALTER TABLE fact_traits DISABLE TRIGGER refuse_change;
  DELETE FROM facts f USING forgotten g WHERE f.subject_kind = g.subject_kind AND f.subject_id = g.subject_id;
  DELETE FROM fact_traits t USING forgotten g WHERE t.subject_kind = g.subject_kind AND t.subject_id = g.subject_id;
  ALTER TABLE facts ENABLE TRIGGER refuse_change;
  ALTER TABLE fact_traits ENABLE TRIGGER refuse_change;
  DELETE FROM uncounted u USING forgotten g WHERE u.subject_kind = g.subject_kind AND u.subject_id = g.subject_id;
  TRUNCATE fact_months;
  INSERT INTO fact_months (month, measure, region_code, channel, agency_id, employment_kind, reason, count)
    SELECT date_trunc('month', effective_on)::date, measure, coalesce(region_code, ''), coalesce(channel, ''), coalesce(agency_id, 0),
           coalesce(employment_kind, ''), coalesce(reason, ''), sum(count)
    FROM facts GROUP BY 1, 2, 3, 4, 5, 6, 7;
  DROP TABLE forgotten;
END $$
"""


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.create_table(
        "facts",
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("region_of_work", sa.Text(), nullable=True),
        sa.Column("region_of_residence", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.BigInteger(), nullable=True),
        sa.Column("occupation_major", sa.Text(), nullable=True),
        sa.Column("occupation_unit", sa.Text(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("age_group", sa.Text(), nullable=True),
        sa.Column("education", sa.BigInteger(), nullable=True),
        sa.Column("employment_kind", sa.Text(), nullable=True),
        sa.Column("disability", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("count <> 0", name=op.f("ck_facts_says_something")),
        sa.PrimaryKeyConstraint("measure", "subject_id", "entry", "effective_on", name=op.f("pk_facts")),
        postgresql_partition_by="RANGE (effective_on)",
    )
    op.create_index("ix_facts_cell", "facts", ["measure", "region_code", "channel"], postgresql_include=["count", "effective_on", "recorded_on"])
    op.create_table(
        "fact_traits",
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("age_group", sa.Text(), nullable=True),
        sa.Column("education", sa.BigInteger(), nullable=True),
        sa.Column("disability", sa.Boolean(), nullable=True),
        sa.Column("occupation_code", sa.Text(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("employment_kind", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.BigInteger(), nullable=True),
        sa.Column("posts", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("subject_kind", "subject_id", name=op.f("pk_fact_traits")),
    )
    op.create_table(
        "fact_months",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.BigInteger(), nullable=False),
        sa.Column("employment_kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("measure", "region_code", "month", "channel", "agency_id", "employment_kind", "reason", name=op.f("pk_fact_months")),
    )
    op.create_table(
        "uncounted",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uncounted")),
    )
    _guard(role)
    _queue()


def _guard(role: str) -> None:
    for table in ("facts", "fact_traits"):
        op.execute(f"CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION refuse_change()")
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
    op.execute(MAKE_PARTITION.replace("{role}", role))
    op.execute(FORGET_DEMO)
    op.execute("REVOKE EXECUTE ON FUNCTION forget_demo_facts() FROM PUBLIC")


def _queue() -> None:
    op.execute(QUEUE_ADDED)
    op.execute(QUEUE_CHANGED)
    for table, given in ADDED.items():
        arguments = ", ".join("'" + one.replace("'", "''") + "'" for one in given)
        op.execute(
            f"CREATE TRIGGER queue_added AFTER INSERT ON {table} REFERENCING NEW TABLE AS added "
            f"FOR EACH STATEMENT EXECUTE FUNCTION queue_added_for_counting({arguments})"
        )
    for table, (kind, columns, condition) in CHANGED.items():
        op.execute(
            f"CREATE TRIGGER queue_changed AFTER UPDATE OF {columns} ON {table} FOR EACH ROW "
            f"WHEN ({condition}) EXECUTE FUNCTION queue_changed_for_counting('{kind}')"
        )
    # What was there before the queue is counted too.
    for table, kind in (("placements", "placement"), ("registrations", "registration"), ("vacancies", "vacancy"), ("job_applications", "application")):
        op.execute(f"INSERT INTO uncounted (subject_kind, subject_id) SELECT '{kind}', id FROM {table}")
    op.execute("INSERT INTO uncounted (subject_kind, subject_id) SELECT 'referral', id FROM referrals")


def downgrade() -> None:
    for table in CHANGED:
        op.execute(f"DROP TRIGGER queue_changed ON {table}")
    for table in ADDED:
        op.execute(f"DROP TRIGGER queue_added ON {table}")
    for function in ("queue_changed_for_counting()", "queue_added_for_counting()", "forget_demo_facts()", "make_fact_partition(date)"):
        op.execute(f"DROP FUNCTION {function}")
    for table in ("uncounted", "fact_months", "fact_traits", "facts"):
        op.drop_table(table)
