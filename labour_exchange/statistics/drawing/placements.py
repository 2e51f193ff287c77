"""Facts of placements, from the ledger of evidence and the log of which placement came of which measure."""

from labour_exchange.statistics.drawing.rows import PERSON, day_of, fact

_FACT = fact(
    effective_on="CASE WHEN c.is_cohort THEN p.declared_on WHEN c.measure = 'placements_annulled' THEN c.recorded_on ELSE c.effective_on END",
    recorded_on="greatest(c.recorded_on, c.known_on)",
    measure="c.measure",
    subject_kind="'placement'",
    subject_id="p.id",
    entry="c.entry",
    count="c.count",
    region_code="p.region_of_work",
    region_of_work="p.region_of_work",
    region_of_residence="p.region_of_residence",
    channel="p.channel",
    agency_id="p.agency_id",
    occupation_major="left(p.occupation_code, 1)",
    occupation_unit="p.occupation_code",
    employment_kind="p.employment_kind",
    reason="CASE WHEN c.measure = 'placements_ended' AND c.reason ~ '^[a-z_]{1,30}$' THEN c.reason END",
    programme_measure="c.code",
    **PERSON,
)
# The first row of its kind counts, whoever sent it; further ones say the same again. Rows of one placement are written one after another.
_PROOF = f"""
    SELECT DISTINCT ON (e.placement_id, m.measure) e.placement_id, m.measure, m.is_cohort, e.effective_on, e.reason,
           {day_of("e.recorded_at")} AS recorded_on
    FROM due d JOIN placement_evidence e ON d.subject_kind = 'placement' AND e.placement_id = d.subject_id
    JOIN (VALUES ('declared', 0, 'placements_declared', true), ('declared', 0, 'posts_filled', true),
                 ('declared', 0, 'placements_from_elsewhere', true),
                 ('confirmed', 0, 'placements_confirmed', true), ('contract', 0, 'placements_confirmed', true),
                 ('contract', 0, 'placements_contract', true),
                 ('contribution', 1, 'placements_month_1', true), ('contribution', 3, 'placements_month_3', true),
                 ('contribution', 6, 'placements_month_6', true), ('contribution', 12, 'placements_month_12', true),
                 ('ended', 0, 'placements_ended', false), ('disputed', 0, 'placements_disputed', false),
                 ('annulled', 0, 'placements_annulled', false)) AS m (kind, month, measure, is_cohort)
      ON m.kind = e.kind AND m.month = e.month
    ORDER BY e.placement_id, m.measure, e.id"""  # noqa: S608
# The measure after each row of the log: of the links that stand, the one made last. A row never counts as known before those that came before it.
_LINKS = f"""
    SELECT l.placement_id, l.id, {day_of("max(l.recorded_at) OVER (PARTITION BY l.placement_id ORDER BY l.id)")} AS known_on,
           (SELECT m.code FROM outcome_links k JOIN measures m ON m.id = k.measure_id
            WHERE k.placement_id = l.placement_id AND k.id <= l.id AND k.is_made
              AND NOT EXISTS (SELECT 1 FROM outcome_links u
                              WHERE u.placement_id = k.placement_id AND u.enrolment_id = k.enrolment_id AND u.id > k.id AND u.id <= l.id)
            ORDER BY k.id DESC LIMIT 1) AS code
    FROM due d JOIN outcome_links l ON d.subject_kind = 'placement' AND l.placement_id = d.subject_id"""  # noqa: S608
# The first row of evidence never names a measure, whatever was known: so what it became does not depend on which of two transactions was seen first.
# Each change of the link takes one from the measure before (side -1) and gives one to the next (side 1); an annulment turns each change round.
_ENTRIES = """
    SELECT c.*, 0 AS entry, 1 AS count, NULL AS code, c.recorded_on AS known_on FROM known c
    UNION ALL
    SELECT c.*, -1, -1, NULL, c.annulled_on FROM known c WHERE c.is_cohort AND c.annulled_on IS NOT NULL
    UNION ALL
    SELECT c.*, s.side * (2 * k.id + b.back), s.side * (1 - 2 * b.back), CASE s.side WHEN 1 THEN k.code ELSE k.code_before END,
           CASE b.back WHEN 0 THEN k.known_on ELSE greatest(k.known_on, c.annulled_on) END
    FROM known c JOIN changed k ON k.placement_id = c.placement_id AND k.code IS DISTINCT FROM k.code_before
    CROSS JOIN (VALUES (1), (-1)) AS s (side) JOIN (VALUES (0), (1)) AS b (back) ON b.back = 0 OR (c.is_cohort AND c.annulled_on IS NOT NULL)"""
PLACEMENTS = f"""
WITH proof AS ({_PROOF}
), known AS (
    SELECT *, max(recorded_on) FILTER (WHERE measure = 'placements_annulled') OVER (PARTITION BY placement_id) AS annulled_on FROM proof
), links AS ({_LINKS}
), changed AS (
    SELECT *, lag(code) OVER (PARTITION BY placement_id ORDER BY id) AS code_before FROM links
)
SELECT {_FACT}
FROM ({_ENTRIES}
) AS c JOIN placements p ON p.id = c.placement_id
JOIN fact_traits t ON t.subject_kind = 'placement' AND t.subject_id = p.id
WHERE (c.measure <> 'posts_filled' OR p.vacancy_id IS NOT NULL)
  AND (c.measure <> 'placements_from_elsewhere' OR p.region_of_work <> p.region_of_residence)
"""  # noqa: S608
