"""Taking the demo's programme away: enrolments before people, and real plans keep agreeing with their ledger."""

# A demo person may have been enrolled under a real plan: what that took goes back with the rows of the ledger that tell of it.
GIVEN_BACK = """
UPDATE allocations a SET places_taken = a.places_taken - s.places_taken, planned = a.planned - s.planned, committed = a.committed - s.committed,
       paid = a.paid - s.paid
FROM (SELECT allocation_id, sum(places_taken) AS places_taken, sum(planned) AS planned, sum(committed) AS committed, sum(paid) AS paid
      FROM ledger_entries WHERE enrolment_id IN (SELECT id FROM gone_enrolments) GROUP BY allocation_id) s
WHERE a.id = s.allocation_id AND NOT a.is_demo
"""
REMOVALS = (
    "DROP TABLE IF EXISTS gone_enrolments",
    "CREATE TEMP TABLE gone_enrolments ON COMMIT DROP AS SELECT e.id FROM enrolments e LEFT JOIN jobseekers j ON j.id = e.jobseeker_id "
    "LEFT JOIN allocations a ON a.id = e.allocation_id LEFT JOIN projects p ON p.id = e.project_id "
    "WHERE e.is_demo OR (j.is_demo AND j.user_id IS NULL) OR a.is_demo OR p.is_demo "
    "OR e.placement_id IN (SELECT id FROM placements WHERE is_demo) "
    "OR e.employer_id IN (SELECT id FROM employers m WHERE m.is_demo AND NOT EXISTS (SELECT 1 FROM employer_members o WHERE o.employer_id = m.id))",
    "DROP TABLE IF EXISTS gone_projects",
    "CREATE TEMP TABLE gone_projects ON COMMIT DROP AS SELECT p.id FROM projects p JOIN allocations a ON a.id = p.allocation_id "
    "WHERE p.is_demo OR a.is_demo",
    GIVEN_BACK,
    "DELETE FROM ledger_entries WHERE enrolment_id IN (SELECT id FROM gone_enrolments) "
    "OR allocation_id IN (SELECT id FROM allocations WHERE is_demo) OR project_id IN (SELECT id FROM gone_projects)",
    "DELETE FROM subsidy_claims WHERE enrolment_id IN (SELECT id FROM gone_enrolments)",
    "DELETE FROM contribution_months WHERE enrolment_id IN (SELECT id FROM gone_enrolments)",
    "DELETE FROM attendance WHERE place_id IN (SELECT id FROM course_places WHERE enrolment_id IN (SELECT id FROM gone_enrolments) "
    "OR course_id IN (SELECT id FROM courses WHERE is_demo))",
    "DELETE FROM course_places WHERE enrolment_id IN (SELECT id FROM gone_enrolments) OR course_id IN (SELECT id FROM courses WHERE is_demo)",
    "DELETE FROM courses WHERE is_demo",
    "DELETE FROM providers p WHERE p.is_demo AND NOT EXISTS (SELECT 1 FROM courses c WHERE c.provider_id = p.id)",
    "DELETE FROM agreements WHERE enrolment_id IN (SELECT id FROM gone_enrolments)",
    "DELETE FROM payments WHERE enrolment_id IN (SELECT id FROM gone_enrolments)",
    "DELETE FROM enrolments WHERE id IN (SELECT id FROM gone_enrolments)",
    "DELETE FROM projects WHERE id IN (SELECT id FROM gone_projects)",
    "DELETE FROM reallocations WHERE from_id IN (SELECT id FROM allocations WHERE is_demo) OR to_id IN (SELECT id FROM allocations WHERE is_demo)",
    "DELETE FROM allocations WHERE is_demo",
    "DELETE FROM subsidised_posts WHERE employer_id IN (SELECT id FROM employers m WHERE m.is_demo "
    "AND NOT EXISTS (SELECT 1 FROM employer_members o WHERE o.employer_id = m.id))",
)
