"""Counts people, contracts, credits, jobs and facilities of a span of time in the records themselves; no total is stored anywhere.

Each statement gives one row for the country (no region) and one for each region. Who took part in two regions is counted in both, and once in the
country.
"""

from collections import defaultdict

from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.foundation.clock import COUNTRY_ZONE
from labour_exchange.programmes.reporting.periods import Span

Counts = dict[str | None, dict[str, int]]
"""By region, None being the country; a count that a region lacks is zero."""

_TOOK_PART = "e.started_on BETWEEN :first AND :last AND e.state IN ('started', 'completed', 'dropped_out')"
_OF_REGION = "(CAST(:region AS text) IS NULL OR {} = :region)"
_BY_REGION = "GROUP BY GROUPING SETS ((), ({}))"
_ENROLLED = f"FROM enrolments e WHERE {_TOOK_PART} AND {_OF_REGION.format('e.region_code')}"

COVERED = f"""
SELECT e.region_code, count(DISTINCT e.jobseeker_id) AS covered {_ENROLLED} {_BY_REGION.format("e.region_code")}
"""  # noqa: S608 - fragments above
EMPLOYED = f"""
WITH part AS (SELECT e.jobseeker_id, e.region_code, min(e.started_on) AS since {_ENROLLED} GROUP BY 1, 2)
SELECT part.region_code, count(DISTINCT p.jobseeker_id) AS employed,
       count(DISTINCT p.jobseeker_id) FILTER (WHERE p.employment_kind = 'permanent') AS permanent,
       count(DISTINCT p.jobseeker_id) FILTER (WHERE p.channel <> 'programme') AS employed_through_exchange
FROM part JOIN placements p ON p.jobseeker_id = part.jobseeker_id
WHERE p.started_on BETWEEN part.since AND :last AND p.state <> 'annulled' {_BY_REGION.format("part.region_code")}
"""  # noqa: S608
AGENCIES = f"""
SELECT a.region_code, count(*) AS agencies_connected FROM agencies a
WHERE NOT a.is_sandbox AND a.connected_on <= :last AND {_OF_REGION.format("a.region_code")}
  AND EXISTS (SELECT 1 FROM licences l
              WHERE l.agency_id = a.id AND l.granted_on <= :last AND l.expires_on >= :last AND l.state IN ('granted', 'expired'))
{_BY_REGION.format("a.region_code")}
"""  # noqa: S608
RUNNING = f"""
SELECT p.region_of_work, count(DISTINCT p.region_of_work) AS regions_running FROM placements p
WHERE p.started_on BETWEEN :first AND :last AND p.channel <> 'programme' AND p.state <> 'annulled' AND {_OF_REGION.format("p.region_of_work")}
{_BY_REGION.format("p.region_of_work")}
"""  # noqa: S608

_MEASURED = f"""FROM enrolments e JOIN measures m ON m.id = e.measure_id JOIN directions d ON d.id = m.direction_id
WHERE {_TOOK_PART} AND {_OF_REGION.format("e.region_code")}"""
PEOPLE = f"""
SELECT e.region_code, count(DISTINCT e.jobseeker_id) AS participants,
       count(DISTINCT e.jobseeker_id) FILTER (WHERE e.facts ->> 'category' = 'low_income' AND e.facts ->> 'is_rural' = 'true') AS rural_low_income,
       count(DISTINCT e.jobseeker_id) FILTER (WHERE m.kind = 'training' AND d.number = 1) AS trained,
       count(DISTINCT e.jobseeker_id) FILTER (WHERE m.kind = 'training' AND d.number = 2) AS second_direction_trained,
       count(DISTINCT e.jobseeker_id) FILTER (WHERE m.kind IN ('social_job', 'youth_practice')) AS subsidised_and_youth_practice,
       count(DISTINCT e.employer_id) FILTER (WHERE m.kind IN ('social_job', 'youth_practice')) AS employers_creating_subsidised_jobs,
       count(DISTINCT e.jobseeker_id) FILTER (WHERE m.kind = 'rural_jobs') AS rural_employed
{_MEASURED} {_BY_REGION.format("e.region_code")}
"""  # noqa: S608
TRAINED = f"""
WITH finished AS (
    SELECT e.jobseeker_id, e.region_code, min(e.ended_on) AS ended_on {_MEASURED}
      AND m.kind = 'training' AND d.number = 1 AND e.state = 'completed' AND e.ended_on <= :last GROUP BY 1, 2)
SELECT f.region_code, count(DISTINCT f.jobseeker_id) AS trained_finished, count(DISTINCT p.jobseeker_id) AS trained_employed
FROM finished f LEFT JOIN placements p
  ON p.jobseeker_id = f.jobseeker_id AND p.started_on BETWEEN f.ended_on AND :last AND p.state <> 'annulled'
{_BY_REGION.format("f.region_code")}
"""  # noqa: S608
MOVED = f"""
SELECT e.region_code, count(DISTINCT e.jobseeker_id) AS moved_and_employed {_MEASURED} AND m.kind = 'relocation'
  AND EXISTS (SELECT 1 FROM placements p WHERE p.jobseeker_id = e.jobseeker_id AND p.started_on BETWEEN e.started_on AND :last
              AND p.region_of_work <> e.region_code AND p.state <> 'annulled')
{_BY_REGION.format("e.region_code")}
"""  # noqa: S608
CREDITS = f"""
SELECT e.region_code, count(DISTINCT e.id) AS microcredits, sum(y.amount) AS microcredit_kzt
FROM payments y JOIN enrolments e ON e.id = y.enrolment_id JOIN measures m ON m.id = e.measure_id
WHERE y.kind = 'loan' AND y.state = 'paid' AND y.paid_on BETWEEN :first AND :last AND m.kind = 'microcredit' AND {_OF_REGION.format("e.region_code")}
{_BY_REGION.format("e.region_code")}
"""  # noqa: S608
# What was agreed and built before the exchange kept it itself stands in archives beside its own records.
CONTRACTS = f"""
SELECT c.region_code, count(*) AS social_contracts
FROM (SELECT region_code, signed_on FROM archived_contracts UNION ALL SELECT region_code, signed_on FROM social_contracts) c
WHERE c.signed_on BETWEEN :first AND :last AND {_OF_REGION.format("c.region_code")} {_BY_REGION.format("c.region_code")}
"""  # noqa: S608
JOBS = f"""
SELECT j.region_code, sum(j.jobs) AS rural_jobs
FROM (SELECT s.region_code, s.posts AS jobs, (s.created_at AT TIME ZONE :zone)::date AS since
      FROM subsidised_posts s JOIN measures m ON m.id = s.measure_id WHERE m.kind = 'rural_jobs' AND s.state IN ('accepted', 'closed')
      UNION ALL
      SELECT region_code, jobs_created, completed_on FROM projects WHERE jobs_created IS NOT NULL) j
WHERE j.since BETWEEN :first AND :last AND {_OF_REGION.format("j.region_code")} {_BY_REGION.format("j.region_code")}
"""  # noqa: S608
FACILITIES = f"""
SELECT f.region_code, count(*) AS facilities
FROM (SELECT region_code, completed_on FROM reported_facilities UNION ALL SELECT region_code, completed_on FROM projects) f
WHERE f.completed_on BETWEEN :first AND :last AND {_OF_REGION.format("f.region_code")} {_BY_REGION.format("f.region_code")}
"""  # noqa: S608

HALF_YEAR = (COVERED, EMPLOYED, AGENCIES, RUNNING)
YEAR = (PEOPLE, TRAINED, MOVED, CREDITS, CONTRACTS, JOBS, FACILITIES)
PLAN = f"""
SELECT m.code, sum(a.places) AS places, sum(a.planned) AS kzt FROM allocations a JOIN measures m ON m.id = a.measure_id
WHERE a.starts_on BETWEEN :first AND :last AND {_OF_REGION.format("a.region_code")} GROUP BY GROUPING SETS ((), (m.code)) ORDER BY m.code
"""  # noqa: S608


def counts_of(session: Session, statements: tuple[str, ...], span: Span, region: str | None) -> Counts:
    """What the statements count. The session must act as the system: an actor's own rows would give the actor's own total."""
    found: Counts = defaultdict(lambda: defaultdict(int))
    asked = {"first": span.first, "last": span.last, "region": region, "zone": COUNTRY_ZONE.key}
    for statement in statements:
        wanted = text(statement)
        for row in session.execute(wanted, {name: value for name, value in asked.items() if f":{name}" in statement}).mappings():
            names = iter(row)
            place = row[next(names)]
            for name in names:
                found[place][name] = int(row[name] or 0)
    return found


def plan_of(session: Session, span: Span, region: str | None) -> dict[str | None, dict[str, int]]:
    """Places and tenge of the allocations that begin in the span, by measure, None being all of them together."""
    asked = {"first": span.first, "last": span.last, "region": region}
    return {row.code: {"places": int(row.places or 0), "kzt": int(row.kzt or 0)} for row in session.execute(text(PLAN), asked)}
