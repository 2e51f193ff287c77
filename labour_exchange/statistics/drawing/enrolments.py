"""Facts of people in measures of the state programme, from the log of what stood in their enrolments."""

from labour_exchange.statistics.drawing.rows import PERSON, day_of, fact

_FACT = fact(
    effective_on="s.effective_on",
    recorded_on=f"greatest({day_of('s.recorded_at')}, s.effective_on)",
    measure="s.measure",
    subject_kind="'enrolment'",
    subject_id="s.enrolment_id",
    entry="s.side * s.id",
    count="s.side",
    region_code="s.region_code",
    region_of_residence="t.region_code",
    reason="s.reason",
    programme_measure="m.code",
    **PERSON,
)
_APPROVED, _BEGUN = "('approved', 'started', 'completed', 'dropped_out')", "('started', 'completed', 'dropped_out')"
# What each row of the log says of each measure of facts; no day, nothing to count. Who has begun was approved by then, whatever the row lacks.
_STANDS = f"""
    SELECT p.id, p.enrolment_id, p.region_code, p.measure_id, w.measure, w.effective_on, w.reason,
           max(p.recorded_at) OVER (PARTITION BY p.enrolment_id, w.measure ORDER BY p.id) AS recorded_at
    FROM due d JOIN participation_records p ON d.subject_kind = 'enrolment' AND p.enrolment_id = d.subject_id
    CROSS JOIN LATERAL (VALUES
      ('enrolments_approved', CASE WHEN p.state IN {_APPROVED} THEN coalesce({day_of("p.approved_at")}, p.started_on) END, NULL),
      ('enrolments_started', CASE WHEN p.state IN {_BEGUN} THEN p.started_on END, NULL),
      ('enrolments_completed', CASE p.state WHEN 'completed' THEN p.ended_on END, NULL),
      ('enrolments_dropped_out', CASE p.state WHEN 'dropped_out' THEN p.ended_on END, p.drop_reason)) AS w (measure, effective_on, reason)"""  # noqa: S608
_CELL = ("effective_on", "region_code", "measure_id", "reason")
_NOW, _BEFORE = ", ".join(_CELL), ", ".join(f"{name}_before" for name in _CELL)
_LAGS = ", ".join(f"lag({name}) OVER past AS {name}_before" for name in _CELL)
_CHANGED = f"({_NOW}) IS DISTINCT FROM ({_BEFORE})"
# A row that says something else than the one before takes that back (side -1) and counts what stands now (side 1).
_SIDES = f"""
    SELECT id, enrolment_id, measure, recorded_at, 1 AS side, {_NOW} FROM told WHERE effective_on IS NOT NULL AND {_CHANGED}
    UNION ALL
    SELECT id, enrolment_id, measure, recorded_at, -1, {_BEFORE} FROM told WHERE effective_on_before IS NOT NULL AND {_CHANGED}"""  # noqa: S608
ENROLMENTS = f"""
WITH stands AS ({_STANDS}
), told AS (
    SELECT s.*, {_LAGS} FROM stands s WINDOW past AS (PARTITION BY enrolment_id, measure ORDER BY id)
)
SELECT {_FACT}
FROM ({_SIDES}
) AS s JOIN measures m ON m.id = s.measure_id
JOIN fact_traits t ON t.subject_kind = 'enrolment' AND t.subject_id = s.enrolment_id
"""  # noqa: S608
