"""Facts of vacancies and their posts, from their rows and the log of their transitions."""

from labour_exchange.statistics.drawing.rows import OCCUPATION, day_of, fact, with_traits

_FACT = fact(
    effective_on=day_of("m.moved_at"),
    recorded_on=day_of("m.moved_at"),
    measure="m.unit || m.what",
    subject_kind="'vacancy'",
    subject_id="m.id",
    entry="m.entry",
    count="CASE m.unit WHEN 'posts_' THEN t.posts ELSE 1 END",
    region_code="t.region_code",
    region_of_work="t.region_code",
    agency_id="t.agency_id",
    employment_kind="t.employment_kind",
    reason="m.reason",
    **OCCUPATION,
)
# Closed before anybody was found, from sight or from a pause.
_UNFILLED = "('withdrawn', 'expired', 'rejected')"
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
), cancelled AS (
    SELECT v.id, m.id AS entry, m.moved_at, m.to_state AS reason
    {with_traits("vacancy")} JOIN vacancies v ON v.id = d.subject_id JOIN transitions m ON m.subject_kind = 'vacancy' AND m.subject_id = v.id
    WHERE m.to_state IN {_UNFILLED} AND m.moved_at > v.published_at
    UNION ALL
    SELECT id, entry, moved_at, reason FROM moved WHERE entry = 0 AND what = 'closed' AND reason IN {_UNFILLED}
), counted AS (
    SELECT m.*, u.unit FROM moved m CROSS JOIN (VALUES ('posts_'), ('vacancies_')) AS u (unit) WHERE u.unit = 'posts_' OR m.what <> 'reopened'
    UNION ALL
    SELECT id, entry, moved_at, 'cancelled', reason, 'vacancies_' FROM cancelled
)
SELECT {_FACT}
FROM counted m JOIN fact_traits t ON t.subject_kind = 'vacancy' AND t.subject_id = m.id
"""  # noqa: S608
