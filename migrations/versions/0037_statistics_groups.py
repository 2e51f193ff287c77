"""Monthly sums of facts by one trait at a time, outcomes of referrals and connected agencies in the queue, and their demo rows forgotten too."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

VALUES = """('occupation_major', coalesce(occupation_major, '')), ('sex', coalesce(sex, '')), ('age_group', coalesce(age_group, '')),
    ('education', coalesce(education::text, '')), ('region_of_residence', coalesce(region_of_residence, ''))"""
FILL = f"""  INSERT INTO fact_month_groups (measure, dimension, region_code, month, value, count)
    SELECT measure, g.dimension, coalesce(region_code, ''), date_trunc('month', effective_on)::date, g.value, sum(count)
    FROM facts CROSS JOIN LATERAL (VALUES {VALUES}) AS g (dimension, value) GROUP BY 1, 2, 3, 4, 5;
"""
FORGET_DEMO = """
CREATE OR REPLACE FUNCTION forget_demo_facts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE forgotten ON COMMIT DROP AS
    SELECT 'placement' AS subject_kind, id AS subject_id FROM placements WHERE is_demo
    UNION ALL SELECT 'registration', id FROM registrations WHERE is_demo
    UNION ALL SELECT 'vacancy', id FROM vacancies WHERE is_demo
    UNION ALL SELECT 'application', id FROM job_applications WHERE is_demo
    UNION ALL SELECT 'referral', id FROM referrals WHERE is_demo{agencies};
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
{groups}  DROP TABLE forgotten;
END $$
"""
COLUMNS = ("measure", "dimension", "region_code", "month", "value")


def forget_demo(agencies: str, groups: str) -> str:
    return FORGET_DEMO.replace("{agencies}", agencies).replace("{groups}", groups)


def upgrade() -> None:
    op.create_table(
        "fact_month_groups",
        *(sa.Column(name, sa.Date() if name == "month" else sa.Text(), nullable=False) for name in COLUMNS),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(*COLUMNS, name=op.f("pk_fact_month_groups")),
    )
    op.execute(FILL)
    op.execute(forget_demo("\n    UNION ALL SELECT 'agency', id FROM agencies WHERE is_demo", "  TRUNCATE fact_month_groups;\n" + FILL))
    op.execute(
        "CREATE TRIGGER queue_added AFTER INSERT ON agencies REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
        " EXECUTE FUNCTION queue_added_for_counting('''agency''', 'id', 'connected_on IS NOT NULL')"
    )
    for table, kind, column in (
        ("agencies", "agency", "connected_on"),
        ("referrals", "referral", "closed_at"),
        ("job_applications", "application", "closed_at"),
    ):
        op.execute(
            f"CREATE TRIGGER queue_closed AFTER UPDATE OF {column} ON {table} FOR EACH ROW WHEN (OLD.{column} IS DISTINCT FROM NEW.{column})"
            f" EXECUTE FUNCTION queue_changed_for_counting('{kind}')"
        )
    # What was counted before these measures existed is looked at again.
    for table, kind in (("placements", "placement"), ("job_applications", "application"), ("referrals", "referral"), ("agencies", "agency")):
        op.execute(f"INSERT INTO uncounted (subject_kind, subject_id) SELECT '{kind}', id FROM {table}")


def downgrade() -> None:
    for table in ("agencies", "referrals", "job_applications"):
        op.execute(f"DROP TRIGGER queue_closed ON {table}")
    op.execute("DROP TRIGGER queue_added ON agencies")
    op.execute("DELETE FROM uncounted WHERE subject_kind = 'agency'")
    op.execute(forget_demo("", ""))
    op.drop_table("fact_month_groups")
