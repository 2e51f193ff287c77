"""Facts of people in measures of the state programme: the log of what stood in an enrolment, from which they follow; and of cancelled vacancies."""

import sqlalchemy as sa
from alembic import context, op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

COUNTED = "('approved', 'started', 'completed', 'dropped_out')"
COLUMNS = "enrolment_id, measure_id, region_code, state, approved_at, started_on, ended_on, drop_reason, recorded_at"
WATCHED = ("state", "region_code", "measure_id", "approved_at", "started_on", "ended_on", "drop_reason")
# A row that arrives as it stands was loaded, and is known on the days it names; whoever changes it later is known since then.
NOTE_LOADED = f"""
CREATE FUNCTION note_loaded_participation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO participation_records ({COLUMNS})
    SELECT id, measure_id, region_code, state, approved_at, started_on, ended_on, drop_reason, NULL FROM added WHERE state IN {COUNTED} ORDER BY id;
  RETURN NULL;
END $$
"""
NOTE_CHANGED = f"""
CREATE FUNCTION note_changed_participation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO participation_records ({COLUMNS})
    VALUES (NEW.id, NEW.measure_id, NEW.region_code, NEW.state, NEW.approved_at, NEW.started_on, NEW.ended_on, NEW.drop_reason,
            CASE WHEN NEW.moved_at IS DISTINCT FROM OLD.moved_at THEN coalesce(NEW.moved_at, now()) ELSE now() END);
  RETURN NULL;
END $$
"""
# What was recorded before the log is known since the day of its transition; what was loaded without one, on the days themselves.
FILL = f"""
INSERT INTO participation_records ({COLUMNS})
SELECT e.id, e.measure_id, e.region_code, m.state, e.approved_at, CASE WHEN m.state IN ('started', 'completed', 'dropped_out') THEN e.started_on END,
       CASE WHEN m.state IN ('completed', 'dropped_out') THEN e.ended_on END, CASE m.state WHEN 'dropped_out' THEN e.drop_reason END, m.moved_at
FROM enrolments e CROSS JOIN LATERAL (
    SELECT t.id AS place, t.to_state AS state, t.moved_at FROM transitions t
    WHERE t.subject_kind = 'enrolment' AND t.subject_id = e.id AND (t.to_state IN {COUNTED} OR t.from_state IN {COUNTED})
    UNION ALL
    SELECT 0, coalesce((SELECT t.from_state FROM transitions t
                        WHERE t.subject_kind = 'enrolment' AND t.subject_id = e.id AND (t.to_state IN {COUNTED} OR t.from_state IN {COUNTED})
                        ORDER BY t.id LIMIT 1), e.state), NULL
) AS m WHERE m.place > 0 OR m.state IN {COUNTED}
ORDER BY e.id, m.place
"""
SYSTEM = "acting('actor_kind') = 'system'"
POLICY = f"{SYSTEM} OR EXISTS (SELECT 1 FROM enrolments e WHERE e.id = enrolment_id)"
# The same rows that the removal of the demo takes away.
ENROLMENTS = """
    UNION ALL SELECT 'enrolment', e.id FROM enrolments e LEFT JOIN jobseekers j ON j.id = e.jobseeker_id
      LEFT JOIN allocations a ON a.id = e.allocation_id LEFT JOIN projects o ON o.id = e.project_id LEFT JOIN placements p ON p.id = e.placement_id
      LEFT JOIN employers m ON m.id = e.employer_id
      WHERE e.is_demo OR (j.is_demo AND j.user_id IS NULL) OR a.is_demo OR o.is_demo OR p.is_demo
        OR (m.is_demo AND NOT EXISTS (SELECT 1 FROM employer_members s WHERE s.employer_id = m.id))"""
FORGET_DEMO = """
CREATE OR REPLACE FUNCTION forget_demo_facts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE forgotten ON COMMIT DROP AS
    SELECT 'placement' AS subject_kind, id AS subject_id FROM placements WHERE is_demo
    UNION ALL SELECT 'registration', id FROM registrations WHERE is_demo
    UNION ALL SELECT 'vacancy', id FROM vacancies WHERE is_demo
    UNION ALL SELECT 'application', id FROM job_applications WHERE is_demo
    UNION ALL SELECT 'referral', id FROM referrals WHERE is_demo
    UNION ALL SELECT 'agency', id FROM agencies WHERE is_demo{enrolments};
  ALTER TABLE facts DISABLE TRIGGER refuse_change;
  ALTER TABLE fact_traits DISABLE TRIGGER refuse_change;
  DELETE FROM facts f USING forgotten g WHERE f.subject_kind = g.subject_kind AND f.subject_id = g.subject_id;
  DELETE FROM fact_traits t USING forgotten g WHERE t.subject_kind = g.subject_kind AND t.subject_id = g.subject_id;
  CREATE TEMP TABLE recounted ON COMMIT DROP AS
    SELECT DISTINCT l.placement_id AS subject_id FROM outcome_links l JOIN placements p ON p.id = l.placement_id AND NOT p.is_demo
    JOIN enrolments e ON e.id = l.enrolment_id LEFT JOIN allocations a ON a.id = e.allocation_id LEFT JOIN projects j ON j.id = e.project_id
    LEFT JOIN employers m ON m.id = e.employer_id WHERE e.is_demo OR a.is_demo OR j.is_demo OR m.is_demo;
  DELETE FROM facts f USING recounted g WHERE f.subject_kind = 'placement' AND f.subject_id = g.subject_id;
  INSERT INTO uncounted (subject_kind, subject_id) SELECT 'placement', subject_id FROM recounted;
  DROP TABLE recounted;
  ALTER TABLE facts ENABLE TRIGGER refuse_change;
  ALTER TABLE fact_traits ENABLE TRIGGER refuse_change;
  DELETE FROM uncounted u USING forgotten g WHERE u.subject_kind = g.subject_kind AND u.subject_id = g.subject_id;
  DROP TABLE forgotten;
END $$
"""
FORGET_FACTS = (
    "ALTER TABLE facts DISABLE TRIGGER refuse_change",
    "ALTER TABLE fact_traits DISABLE TRIGGER refuse_change",
    "DELETE FROM facts WHERE subject_kind = 'enrolment' OR measure = 'vacancies_cancelled'",
    "DELETE FROM fact_traits WHERE subject_kind = 'enrolment'",
    "ALTER TABLE facts ENABLE TRIGGER refuse_change",
    "ALTER TABLE fact_traits ENABLE TRIGGER refuse_change",
    "DELETE FROM uncounted WHERE subject_kind = 'enrolment'",
    "DELETE FROM fact_months WHERE measure LIKE 'enrolments\\_%' OR measure = 'vacancies_cancelled'",
    "DELETE FROM fact_month_groups WHERE measure LIKE 'enrolments\\_%' OR measure = 'vacancies_cancelled'",
)


def forget_demo(enrolments: str) -> str:
    return FORGET_DEMO.replace("{enrolments}", enrolments)


def upgrade() -> None:
    role = context.config.attributes["application_role"]
    op.add_column("enrolments", sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "participation_records",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("enrolment_id", "measure_id")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("region_code", "state")),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("started_on", "ended_on")),
        sa.Column("drop_reason", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_participation_records_enrolment_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_participation_records_measure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation_records")),
    )
    op.create_index(op.f("ix_participation_records_enrolment_id"), "participation_records", ["enrolment_id"])
    op.execute("ALTER TABLE participation_records ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY within_scope ON participation_records USING ({POLICY})")
    op.execute("CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON participation_records EXECUTE FUNCTION refuse_change()")
    op.execute(f"REVOKE INSERT, UPDATE, DELETE ON participation_records FROM {role}")
    op.execute(
        "CREATE TRIGGER queue_added AFTER INSERT ON participation_records REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
        " EXECUTE FUNCTION queue_added_for_counting('''enrolment''', 'enrolment_id', 'true')"
    )
    op.execute(NOTE_LOADED)
    op.execute(NOTE_CHANGED)
    op.execute(
        "CREATE TRIGGER note_participation AFTER INSERT ON enrolments REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
        " EXECUTE FUNCTION note_loaded_participation()"
    )
    before, after = (", ".join(f"{row}.{name}" for name in WATCHED) for row in ("OLD", "NEW"))
    op.execute(
        f"CREATE TRIGGER note_participation_changed AFTER UPDATE OF {', '.join(WATCHED)} ON enrolments FOR EACH ROW"
        f" WHEN ((OLD.state IN {COUNTED} OR NEW.state IN {COUNTED}) AND ({before}) IS DISTINCT FROM ({after}))"
        " EXECUTE FUNCTION note_changed_participation()"
    )
    op.execute(forget_demo(ENROLMENTS))
    op.execute(FILL)
    # Vacancies that were counted before anybody asked which of them were cancelled are looked at again.
    op.execute("INSERT INTO uncounted (subject_kind, subject_id) SELECT 'vacancy', id FROM vacancies WHERE published_at IS NOT NULL")


def downgrade() -> None:
    for trigger in ("note_participation_changed", "note_participation"):
        op.execute(f"DROP TRIGGER {trigger} ON enrolments")
    for function in ("note_changed_participation", "note_loaded_participation"):
        op.execute(f"DROP FUNCTION {function}()")
    op.execute(forget_demo(""))
    for statement in FORGET_FACTS:
        op.execute(statement)
    op.drop_table("participation_records")
    op.drop_column("enrolments", "moved_at")
