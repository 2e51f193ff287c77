"""Facts of placements, from the ledger of evidence."""

from labour_exchange.statistics.drawing.rows import PERSON, fact

_FACT = fact(
    effective_on="CASE WHEN c.is_cohort THEN p.declared_on WHEN c.measure = 'placements_annulled' THEN c.recorded_on ELSE c.effective_on END",
    recorded_on="CASE n.entry WHEN 0 THEN c.recorded_on ELSE greatest(c.recorded_on, c.annulled_on) END",
    measure="c.measure",
    subject_kind="'placement'",
    subject_id="p.id",
    entry="n.entry",
    count="n.count",
    region_code="p.region_of_work",
    region_of_work="p.region_of_work",
    region_of_residence="p.region_of_residence",
    channel="p.channel",
    agency_id="p.agency_id",
    occupation_major="left(p.occupation_code, 1)",
    occupation_unit="p.occupation_code",
    employment_kind="p.employment_kind",
    reason="CASE WHEN c.measure = 'placements_ended' AND c.reason ~ '^[a-z_]{1,30}$' THEN c.reason END",
    **PERSON,
)
# The first row of its kind counts, whoever sent it; further ones say the same again. Rows of one placement are written one after another.
PLACEMENTS = f"""
WITH proof AS (
    SELECT DISTINCT ON (e.placement_id, m.measure) e.placement_id, m.measure, m.is_cohort, e.effective_on, e.reason,
           (e.recorded_at AT TIME ZONE :zone)::date AS recorded_on
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
    ORDER BY e.placement_id, m.measure, e.id
), known AS (
    SELECT *, max(recorded_on) FILTER (WHERE measure = 'placements_annulled') OVER (PARTITION BY placement_id) AS annulled_on FROM proof
)
SELECT {_FACT}
FROM known c JOIN placements p ON p.id = c.placement_id
JOIN fact_traits t ON t.subject_kind = 'placement' AND t.subject_id = p.id
JOIN (VALUES (0, 1), (-1, -1)) AS n (entry, count) ON n.entry = 0 OR (c.is_cohort AND c.annulled_on IS NOT NULL)
WHERE (c.measure <> 'posts_filled' OR p.vacancy_id IS NOT NULL)
  AND (c.measure <> 'placements_from_elsewhere' OR p.region_of_work <> p.region_of_residence)
"""  # noqa: S608
