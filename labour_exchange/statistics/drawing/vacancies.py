"""Facts of vacancies and their posts, from their rows and the log of their transitions."""

from labour_exchange.statistics.drawing.rows import OCCUPATION, day_of, fact, with_traits

_FACT = fact(
    effective_on=day_of("m.moved_at"),
    recorded_on=day_of("m.moved_at"),
    measure="u.unit || m.what",
    subject_kind="'vacancy'",
    subject_id="m.id",
    entry="m.entry",
    count="CASE u.unit WHEN 'posts_' THEN t.posts ELSE 1 END",
    region_code="t.region_code",
    region_of_work="t.region_code",
    agency_id="t.agency_id",
    employment_kind="t.employment_kind",
    reason="m.reason",
    **OCCUPATION,
)
# A move out of sight and back is read from the log; what was loaded closed, without a log, closes on the day its row names.
VACANCIES = f"""
WITH moved AS (
    SELECT v.id, 0 AS entry, v.published_at AS moved_at, 'notified' AS what, NULL AS reason
    {with_traits("vacancy")} JOIN vacancies v ON v.id = d.subject_id WHERE v.published_at IS NOT NULL
    UNION ALL
    SELECT v.id, m.id, m.moved_at, CASE m.to_state WHEN 'published' THEN 'reopened' ELSE 'closed' END,
           CASE m.to_state WHEN 'published' THEN NULL ELSE m.to_state END
    {with_traits("vacancy")} JOIN vacancies v ON v.id = d.subject_id JOIN transitions m ON m.subject_kind = 'vacancy' AND m.subject_id = v.id
    WHERE (m.from_state = 'published' AND m.to_state <> 'published')
       OR (m.to_state = 'published' AND m.from_state <> 'published' AND m.moved_at > v.published_at)
    UNION ALL
    SELECT v.id, 0, v.closed_at, 'closed', v.state
    {with_traits("vacancy")} JOIN vacancies v ON v.id = d.subject_id
    WHERE v.closed_at IS NOT NULL AND v.published_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM transitions m
                      WHERE m.subject_kind = 'vacancy' AND m.subject_id = v.id AND m.from_state IN ('published', 'suspended'))
)
SELECT {_FACT}
FROM moved m JOIN fact_traits t ON t.subject_kind = 'vacancy' AND t.subject_id = m.id
CROSS JOIN (VALUES ('posts_'), ('vacancies_')) AS u (unit)
WHERE u.unit = 'posts_' OR m.what <> 'reopened'
"""  # noqa: S608
