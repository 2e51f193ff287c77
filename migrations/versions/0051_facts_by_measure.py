"""Facts by measure of the state programme: the log of which placement came of which measure, and the dimension that follows from it."""

import sqlalchemy as sa
from alembic import context, op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

# Whoever writes an outcome, a page or a loader, the log has it. A change that names no new instant is known since now, never since before.
NOTE_LINK = """
CREATE FUNCTION note_outcome_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  was bigint;
  told timestamptz := now();
BEGIN
  IF TG_OP = 'INSERT' THEN
    told := coalesce(NEW.outcome_at, told);
  ELSE
    was := OLD.placement_id;
    IF NEW.outcome_at IS DISTINCT FROM OLD.outcome_at THEN
      told := coalesce(NEW.outcome_at, told);
    END IF;
  END IF;
  -- One after another for each placement: rows of the log are numbered in the order in which they can be seen.
  PERFORM 1 FROM placements WHERE id IN (was, NEW.placement_id) ORDER BY id FOR NO KEY UPDATE;
  IF was IS NOT NULL THEN
    INSERT INTO outcome_links (enrolment_id, placement_id, measure_id, is_made, recorded_at) VALUES (NEW.id, was, NEW.measure_id, false, told);
  END IF;
  IF NEW.placement_id IS NOT NULL THEN
    INSERT INTO outcome_links (enrolment_id, placement_id, measure_id, is_made, recorded_at)
      VALUES (NEW.id, NEW.placement_id, NEW.measure_id, true, told);
  END IF;
  RETURN NULL;
END $$
"""
SYSTEM = "acting('actor_kind') = 'system'"
POLICY = f"{SYSTEM} OR EXISTS (SELECT 1 FROM enrolments e WHERE e.id = enrolment_id)"
# What is told of a placement that stays goes with the demo's enrolments; its facts are counted again from what is left. Who forgets adds up again.
RECOUNTED = """
  CREATE TEMP TABLE recounted ON COMMIT DROP AS
    SELECT DISTINCT l.placement_id AS subject_id FROM outcome_links l JOIN placements p ON p.id = l.placement_id AND NOT p.is_demo
    JOIN enrolments e ON e.id = l.enrolment_id LEFT JOIN allocations a ON a.id = e.allocation_id LEFT JOIN projects j ON j.id = e.project_id
    LEFT JOIN employers m ON m.id = e.employer_id WHERE e.is_demo OR a.is_demo OR j.is_demo OR m.is_demo;
  DELETE FROM facts f USING recounted g WHERE f.subject_kind = 'placement' AND f.subject_id = g.subject_id;
  INSERT INTO uncounted (subject_kind, subject_id) SELECT 'placement', subject_id FROM recounted;
  DROP TABLE recounted;"""
ADDED_UP_BEFORE = """
  TRUNCATE fact_months;
  INSERT INTO fact_months (month, measure, region_code, channel, agency_id, employment_kind, reason, count)
    SELECT date_trunc('month', effective_on)::date, measure, coalesce(region_code, ''), coalesce(channel, ''), coalesce(agency_id, 0),
           coalesce(employment_kind, ''), coalesce(reason, ''), sum(count)
    FROM facts GROUP BY 1, 2, 3, 4, 5, 6, 7;
  TRUNCATE fact_month_groups;
  INSERT INTO fact_month_groups (measure, dimension, region_code, month, value, count)
    SELECT measure, g.dimension, coalesce(region_code, ''), date_trunc('month', effective_on)::date, g.value, sum(count)
    FROM facts CROSS JOIN LATERAL (VALUES ('occupation_major', coalesce(occupation_major, '')), ('sex', coalesce(sex, '')),
      ('age_group', coalesce(age_group, '')), ('education', coalesce(education::text, '')),
      ('region_of_residence', coalesce(region_of_residence, ''))) AS g (dimension, value) GROUP BY 1, 2, 3, 4, 5;"""
FORGET_DEMO = """
CREATE OR REPLACE FUNCTION forget_demo_facts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE forgotten ON COMMIT DROP AS
    SELECT 'placement' AS subject_kind, id AS subject_id FROM placements WHERE is_demo
    UNION ALL SELECT 'registration', id FROM registrations WHERE is_demo
    UNION ALL SELECT 'vacancy', id FROM vacancies WHERE is_demo
    UNION ALL SELECT 'application', id FROM job_applications WHERE is_demo
    UNION ALL SELECT 'referral', id FROM referrals WHERE is_demo
    UNION ALL SELECT 'agency', id FROM agencies WHERE is_demo;
  ALTER TABLE facts DISABLE TRIGGER refuse_change;
  ALTER TABLE fact_traits DISABLE TRIGGER refuse_change;
  DELETE FROM facts f USING forgotten g WHERE f.subject_kind = g.subject_kind AND f.subject_id = g.subject_id;
  DELETE FROM fact_traits t USING forgotten g WHERE t.subject_kind = g.subject_kind AND t.subject_id = g.subject_id;{recounted}
  ALTER TABLE facts ENABLE TRIGGER refuse_change;
  ALTER TABLE fact_traits ENABLE TRIGGER refuse_change;
  DELETE FROM uncounted u USING forgotten g WHERE u.subject_kind = g.subject_kind AND u.subject_id = g.subject_id;{added_up}
  DROP TABLE forgotten;
END $$
"""
FILL_GROUPS = """
  INSERT INTO fact_month_groups (measure, dimension, region_code, month, value, count)
    SELECT measure, 'programme_measure', coalesce(region_code, ''), date_trunc('month', effective_on)::date, '', sum(count)
    FROM facts GROUP BY 1, 3, 4
"""
# Each link takes one from a cell and gives one to another, so without them every other sum stays as it is.
FORGET_LINKS = (
    "ALTER TABLE facts DISABLE TRIGGER refuse_change",
    "DELETE FROM facts WHERE subject_kind = 'placement' AND entry NOT IN (0, -1)",
    "ALTER TABLE facts ENABLE TRIGGER refuse_change",
    "DELETE FROM fact_month_groups WHERE dimension = 'programme_measure'",
)


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.add_column("enrolments", sa.Column("outcome_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "outcome_links",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("enrolment_id", "placement_id", "measure_id")),
        sa.Column("is_made", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_outcome_links_enrolment_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_outcome_links_placement_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_outcome_links_measure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_links")),
    )
    for column in ("enrolment_id", "placement_id"):
        op.create_index(op.f(f"ix_outcome_links_{column}"), "outcome_links", [column])
    op.execute("ALTER TABLE outcome_links ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON outcome_links USING ({POLICY})")
    op.execute("CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON outcome_links EXECUTE FUNCTION refuse_change()")
    op.execute(f"REVOKE INSERT, UPDATE, DELETE ON outcome_links FROM {role}")
    op.execute(
        "CREATE TRIGGER queue_added AFTER INSERT ON outcome_links REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
        " EXECUTE FUNCTION queue_added_for_counting('''placement''', 'placement_id', 'true')"
    )
    op.execute(NOTE_LINK)
    op.execute(
        "CREATE TRIGGER note_link_made AFTER INSERT ON enrolments FOR EACH ROW WHEN (NEW.placement_id IS NOT NULL) EXECUTE FUNCTION note_outcome_link()"
    )
    op.execute(
        "CREATE TRIGGER note_link_changed AFTER UPDATE OF placement_id ON enrolments FOR EACH ROW"
        " WHEN (OLD.placement_id IS DISTINCT FROM NEW.placement_id) EXECUTE FUNCTION note_outcome_link()"
    )
    op.add_column("facts", sa.Column("programme_measure", sa.Text(), nullable=True))
    op.execute(FILL_GROUPS)
    op.execute(FORGET_DEMO.replace("{recounted}", RECOUNTED).replace("{added_up}", ""))
    # Known since now: releases rest on what was recorded before, and stay provable.
    op.execute(
        "INSERT INTO outcome_links (enrolment_id, placement_id, measure_id, is_made, recorded_at)"
        " SELECT id, placement_id, measure_id, true, now() FROM enrolments WHERE placement_id IS NOT NULL ORDER BY id"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER note_link_changed ON enrolments")
    op.execute("DROP TRIGGER note_link_made ON enrolments")
    op.execute("DROP FUNCTION note_outcome_link()")
    op.execute(FORGET_DEMO.replace("{recounted}", "").replace("{added_up}", ADDED_UP_BEFORE))
    for statement in FORGET_LINKS:
        op.execute(statement)
    op.drop_column("facts", "programme_measure")
    op.drop_table("outcome_links")
    op.drop_column("enrolments", "outcome_at")
