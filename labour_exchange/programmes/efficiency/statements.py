"""The questions that an assessment asks of the records; who took part is drawn once into a temporary table."""

_TOOK_PART = "{0}.state IN ('started', 'completed', 'dropped_out')"
_AGE = "extract(year FROM age({day}, j.born_on))"
_KIND = f"""CASE WHEN {_AGE} < 25 THEN '15-24' WHEN {_AGE} < 35 THEN '25-34' WHEN {_AGE} < 45 THEN '35-44' WHEN {_AGE} < 55 THEN '45-54'
            ELSE '55+' END AS age_group,
       j.sex, CASE WHEN {{level}} <= 2 THEN 'basic' WHEN {{level}} <= 4 THEN 'middle' WHEN {{level}} > 4 THEN 'high' END AS education,
       left(f.occupation_codes[1], 1) AS occupation,
       CASE WHEN {{day}} - r.registered_on < 30 THEN '0' WHEN {{day}} - r.registered_on < 90 THEN '1-2'
            WHEN {{day}} - r.registered_on < 180 THEN '3-5' WHEN {{day}} >= r.registered_on THEN '6+' END AS waited"""
CELL = "age_group, sex, education, region_code, occupation, waited"

# The first job that is not the measure itself; the subsidised job counts once the pension register has shown a contribution after the measure.
_JOB = """
SELECT p.started_on AS began_on, CASE p.channel WHEN 'programme' THEN greatest(p.started_on, e.ended_on) ELSE p.started_on END AS job_on,
       v.is_confirmed, v.months
FROM placements p CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(w.kind IN ('confirmed', 'contract', 'contribution')), false) AS is_confirmed, coalesce(max(w.month), 0) AS months,
           max(w.effective_on) FILTER (WHERE w.kind = 'contribution') AS paid_until
    FROM placement_evidence w WHERE w.placement_id = p.id) v
WHERE p.jobseeker_id = e.jobseeker_id AND p.state <> 'annulled' AND p.started_on >= e.started_on
  AND (p.channel <> 'programme' OR v.paid_until > e.ended_on)
ORDER BY p.started_on LIMIT 1"""
FORGET = "DROP TABLE IF EXISTS assessed"
DRAW = f"""
CREATE TEMP TABLE assessed ON COMMIT DROP AS
SELECT e.jobseeker_id, m.code AS measure, e.region_code, c.provider_id, e.employer_id, e.state, e.drop_reason, e.started_on, e.ended_on, e.paid,
       job.began_on, job.job_on, job.is_confirmed, job.months,
       {_KIND.format(day="e.started_on", level="coalesce(f.education_level, (e.facts ->> 'education_level')::int)")}
FROM enrolments e JOIN measures m ON m.id = e.measure_id JOIN jobseekers j ON j.id = e.jobseeker_id
LEFT JOIN profiles f ON f.jobseeker_id = e.jobseeker_id
LEFT JOIN course_places s ON s.enrolment_id = e.id AND s.state <> 'left' LEFT JOIN courses c ON c.id = s.course_id
LEFT JOIN LATERAL ({_JOB}) job ON true
LEFT JOIN LATERAL (SELECT o.registered_on FROM registrations o WHERE o.jobseeker_id = e.jobseeker_id AND o.registered_on <= e.started_on
                   ORDER BY o.registered_on DESC LIMIT 1) r ON true
WHERE e.started_on BETWEEN :first AND :last AND {_TOOK_PART.format("e")} AND (CAST(:region AS text) IS NULL OR e.region_code = :region)
"""  # noqa: S608 - fragments above


def _within(months: int) -> str:
    seen = f"ended_on + interval '{months} months' <= :today"
    job = f"{seen} AND job_on <= ended_on + interval '{months} months'"
    kept = f"began_on + interval '{months} months 25 days' <= :today"
    return f"""count(*) FILTER (WHERE {seen}) AS left_{months}, count(*) FILTER (WHERE {job}) AS declared_{months},
       count(*) FILTER (WHERE {job} AND is_confirmed) AS confirmed_{months}, count(*) FILTER (WHERE {job} AND months >= 3) AS sustained_{months},
       count(*) FILTER (WHERE {kept}) AS begun_{months}, count(*) FILTER (WHERE {kept} AND months >= {months}) AS kept_{months}"""


GROUPS = f"""
SELECT CASE WHEN grouping(measure) = 0 THEN 'measure' WHEN grouping(region_code) = 0 THEN 'region' WHEN grouping(provider_id) = 0 THEN 'provider'
            WHEN grouping(employer_id) = 0 THEN 'employer' ELSE 'all' END AS dimension,
       coalesce(measure, region_code, provider_id::text, employer_id::text) AS key,
       count(*) AS entrants, count(*) FILTER (WHERE state = 'completed') AS completers, count(*) FILTER (WHERE state = 'dropped_out') AS dropouts,
       sum(paid) AS paid, count(job_on) AS placements, count(job_on) FILTER (WHERE is_confirmed) AS confirmed_placements,
       {_within(3)}, {_within(6)}, {_within(12)}
FROM assessed GROUP BY GROUPING SETS ((), (measure), (region_code), (provider_id), (employer_id))
"""  # noqa: S608
REASONS = "SELECT drop_reason, count(*) FROM assessed WHERE drop_reason IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
MIDDLE = f"""
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY e.started_on) FROM enrolments e
WHERE e.started_on BETWEEN :first AND :last AND {_TOOK_PART.format("e")}
"""  # noqa: S608

_OUTCOME = "count(*), count(*) FILTER (WHERE job_on <= started_on + interval '12 months')"
_OBSERVED = "FROM assessed WHERE started_on + interval '12 months' <= :today"
CELLS = f"""
SELECT {CELL}, CASE WHEN grouping(measure) = 0 THEN 'measure' WHEN grouping(provider_id) = 0 THEN 'provider' ELSE 'all' END,
       coalesce(measure, provider_id::text), {_OUTCOME} {_OBSERVED}
GROUP BY GROUPING SETS (({CELL}), ({CELL}, measure), ({CELL}, provider_id))
"""  # noqa: S608
EMPLOYER_CELLS = f"""
SELECT {CELL}, 'employer', employer_id::text, {_OUTCOME} {_OBSERVED}
AND employer_id IN (SELECT employer_id FROM assessed WHERE employer_id IS NOT NULL GROUP BY 1 HAVING count(*) >= :enough) GROUP BY {CELL}, employer_id
"""  # noqa: S608
# On the register on that day, and in no measure from the registration until a year after it.
OTHERS = f"""
SELECT {CELL}, count(*), count(*) FILTER (WHERE is_employed) FROM (
    SELECT r.region_code, {_KIND.format(day="CAST(:middle AS date)", level="f.education_level")},
           EXISTS (SELECT 1 FROM placements p WHERE p.jobseeker_id = r.jobseeker_id AND p.channel <> 'programme' AND p.state <> 'annulled'
                   AND p.started_on > :middle AND p.started_on <= CAST(:middle AS date) + interval '12 months') AS is_employed
    FROM registrations r JOIN jobseekers j ON j.id = r.jobseeker_id JOIN profiles f ON f.jobseeker_id = r.jobseeker_id
    WHERE r.registered_on <= :middle AND (r.ended_on IS NULL OR r.ended_on > :middle) AND (CAST(:region AS text) IS NULL OR r.region_code = :region)
      AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.jobseeker_id = r.jobseeker_id AND {_TOOK_PART.format("e")}
                      AND e.started_on >= r.registered_on AND e.started_on <= CAST(:middle AS date) + interval '12 months')
) alike WHERE education IS NOT NULL AND occupation IS NOT NULL AND waited IS NOT NULL
GROUP BY {CELL}
"""  # noqa: S608
YEARS = """
SELECT DISTINCT extract(year FROM started_on)::int FROM enrolments
WHERE started_on IS NOT NULL AND (CAST(:region AS text) IS NULL OR region_code = :region) ORDER BY 1 DESC
"""
