"""The second wall alone: what each kind of actor sees of each table when it asks the database directly."""

import pytest
from sqlalchemy import text

from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import acting_as
from tests.access.matrix import KINDS, Inquiry
from tests.access.rules import ALL, OWN, REGION, Scope
from tests.access.world import HIDDEN, Side

NOBODY: Scope = frozenset()
OFFICES = dict.fromkeys((ActorKind.OFFICE, ActorKind.APPROVER), REGION)
PERSON = {ActorKind.JOBSEEKER: OWN}
SEEN: dict[str, dict[ActorKind, Scope]] = {
    "jobseekers": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN, ActorKind.AGENCY: OWN},
    "profiles": PERSON | OFFICES | {ActorKind.EMPLOYER: ALL, ActorKind.AGENCY: ALL},
    "work_history": PERSON | OFFICES | {ActorKind.EMPLOYER: ALL, ActorKind.AGENCY: ALL},
    "registrations": PERSON | OFFICES,
    "agency_links": PERSON | {ActorKind.AGENCY: OWN},
    "agency_complaints": PERSON | {ActorKind.AGENCY: OWN, ActorKind.ANALYST: ALL, ActorKind.ADMINISTRATOR: ALL},
    **dict.fromkeys(("cases", "effort_assessments"), PERSON | OFFICES),
    **dict.fromkeys(("plans", "plan_steps", "plan_revisions", "social_contracts", "obligations", "contacts", "appointments"), PERSON | OFFICES),
    "case_transfers": PERSON | OFFICES,
    **dict.fromkeys(("follow_up_partners", "followed_steps", "partner_contacts", "partner_meetings"), PERSON | OFFICES | {ActorKind.AGENCY: OWN}),
    "job_applications": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN, ActorKind.AGENCY: OWN},
    "invitations": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN},
    "referrals": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN, ActorKind.AGENCY: OWN},
    "offers": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN},
    "dismissed_suggestions": PERSON,
    "person_suggestions": PERSON,
    "commitments": PERSON | OFFICES,
    "ratings": OFFICES,
    **dict.fromkeys(("service_complaints", "complaint_answers"), PERSON | OFFICES | {ActorKind.ANALYST: ALL, ActorKind.ADMINISTRATOR: ALL}),
    **dict.fromkeys(("remark_senders", "rating_links", "complaint_links"), {}),
    "remarks": dict.fromkeys(ActorKind, ALL),
    "vacancy_candidates": OFFICES | {ActorKind.EMPLOYER: OWN, ActorKind.AGENCY: OWN},
    "contested_reasons": PERSON | OFFICES,
    **dict.fromkeys(("saved_searches", "saved_search_keys", "alert_matches"), PERSON),
    "placements": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN, ActorKind.AGENCY: OWN},
    "placement_evidence": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN, ActorKind.AGENCY: OWN},
    "annulment_proposals": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN},
    "inspection_samples": OFFICES,
    **dict.fromkeys(("inspections", "inspection_replies"), PERSON | OFFICES | {ActorKind.EMPLOYER: OWN, ActorKind.AGENCY: OWN}),
    **dict.fromkeys(("recoveries", "recovery_payments", "recovery_entries"), PERSON | OFFICES | {ActorKind.EMPLOYER: OWN}),
    **dict.fromkeys(("course_places", "attendance"), PERSON | OFFICES),
    "subsidised_posts": PERSON | OFFICES | {ActorKind.EMPLOYER: OWN},
    **dict.fromkeys(("agreements", "contribution_months", "subsidy_claims"), PERSON | OFFICES | {ActorKind.EMPLOYER: OWN}),
    **dict.fromkeys(("business_plans", "credits", "repayments", "follow_up_checks", "relocations"), PERSON | OFFICES),
    **dict.fromkeys(("enrolments", "payments", "outcome_links", "participation_records"), PERSON | OFFICES | {ActorKind.EMPLOYER: OWN}),
    **dict.fromkeys(("projects", "project_payments"), OFFICES | {ActorKind.ANALYST: ALL, ActorKind.ADMINISTRATOR: ALL}),
    **dict.fromkeys(("allocations", "ledger_entries", "reallocations"), OFFICES | {ActorKind.ANALYST: ALL, ActorKind.ADMINISTRATOR: ALL}),
    **dict.fromkeys(
        ("report_comments", "instructions", "instruction_evidence", "instruction_extensions", "instruction_escalations"),
        OFFICES | {ActorKind.ANALYST: ALL, ActorKind.ADMINISTRATOR: ALL},
    ),
    "archived_contracts": PERSON | OFFICES,
    **dict.fromkeys(("reported_facilities", "efficiency_assessments"), OFFICES | {ActorKind.ANALYST: ALL, ActorKind.ADMINISTRATOR: ALL}),
    "efficiency_cells": OFFICES | {ActorKind.ANALYST: ALL},
}
"""Whose rows of each secured table each kind sees; whoever is not named sees none."""
HIDDEN_SEEN = (
    {(table, kind): frozenset({HIDDEN}) for table in SEEN for kind in (ActorKind.OFFICE, ActorKind.APPROVER)}
    | {(table, kind): frozenset({HIDDEN}) for table in ("profiles", "work_history") for kind in (ActorKind.EMPLOYER, ActorKind.AGENCY)}
    | {("invitations", ActorKind.EMPLOYER): frozenset({HIDDEN})}
)
"""Who sees rows of the person who was invited and has not answered: the employer the invitation, and the profile that is open to all, but no name."""
OF_PERSON = "SELECT t.{key}, split_part(j.family_name, '-', 2) FROM {table} t {joins} JOIN jobseekers j ON j.id = {person}"
OF_WORDS = "(SELECT min(s.id) FROM jobseekers s WHERE split_part(s.family_name, '-', 2) = split_part(split_part({words}, '-', 2), ' ', 1))"
OF_MEASURE = "(SELECT min(e.jobseeker_id) FROM enrolments e WHERE e.measure_id = a.measure_id)"
OF_SIDE = "(SELECT min(s.id) FROM jobseekers s WHERE split_part(s.family_name, '-', 2) = split_part({words}, '-', 2))"
OF_ASSESSMENT = "(SELECT min(s.id) FROM jobseekers s WHERE split_part(s.family_name, '-', 2) = {assessment}.result ->> 'side')"
OF_INSPECTION = "JOIN inspections i ON i.id = {} JOIN placements p ON p.id = i.placement_id"
JOINS = {
    "report_comments": ("", OF_SIDE.format(words="t.text")),
    "instructions": ("", OF_SIDE.format(words="t.text_en")),
    **dict.fromkeys(
        ("instruction_evidence", "instruction_extensions", "instruction_escalations"),
        ("JOIN instructions i ON i.id = t.instruction_id", OF_SIDE.format(words="i.text_en")),
    ),
    "jobseekers": ("", "t.id"),
    "agency_complaints": ("", "(SELECT s.id FROM jobseekers s WHERE s.user_id = t.user_id)"),
    "remarks": ("", OF_WORDS.format(words="t.text")),
    "ratings": ("", OF_WORDS.format(words="t.words")),
    "remark_senders": ("JOIN remarks r ON r.id = t.remark_id", OF_WORDS.format(words="r.text")),
    **dict.fromkeys(("complaint_answers", "complaint_links"), ("JOIN service_complaints c ON c.id = t.complaint_id", "c.jobseeker_id")),
    "rating_links": ("JOIN commitments c ON c.id = t.commitment_id", "c.jobseeker_id"),
    "work_history": ("JOIN profiles p ON p.id = t.profile_id", "p.jobseeker_id"),
    "vacancy_candidates": ("JOIN job_applications a ON a.vacancy_id = t.vacancy_id", "a.jobseeker_id"),
    "placement_evidence": ("JOIN placements p ON p.id = t.placement_id", "p.jobseeker_id"),
    "inspection_samples": ("", OF_SIDE.format(words="t.register_hash")),
    "inspections": ("JOIN placements p ON p.id = t.placement_id", "p.jobseeker_id"),
    "inspection_replies": ("JOIN inspections i ON i.id = t.inspection_id JOIN placements p ON p.id = i.placement_id", "p.jobseeker_id"),
    "recoveries": (OF_INSPECTION.format("t.inspection_id"), "p.jobseeker_id"),
    **dict.fromkeys(
        ("recovery_payments", "recovery_entries"),
        ("JOIN recoveries r ON r.id = t.recovery_id " + OF_INSPECTION.format("r.inspection_id"), "p.jobseeker_id"),
    ),
    "annulment_proposals": ("JOIN placements p ON p.id = t.placement_id", "p.jobseeker_id"),
    **dict.fromkeys(
        (
            "agreements",
            "contribution_months",
            "subsidy_claims",
            "course_places",
            "credits",
            "follow_up_checks",
            "relocations",
            "outcome_links",
            "participation_records",
        ),
        ("JOIN enrolments e ON e.id = t.enrolment_id", "e.jobseeker_id"),
    ),
    "attendance": ("JOIN course_places p ON p.id = t.place_id JOIN enrolments e ON e.id = p.enrolment_id", "e.jobseeker_id"),
    "repayments": ("JOIN credits c ON c.id = t.credit_id JOIN enrolments e ON e.id = c.enrolment_id", "e.jobseeker_id"),
    "subsidised_posts": ("JOIN agreements a ON a.post_id = t.id JOIN enrolments e ON e.id = a.enrolment_id", "e.jobseeker_id"),
    "payments": ("JOIN enrolments e ON e.id = t.enrolment_id", "e.jobseeker_id"),
    "allocations": ("JOIN allocations a ON a.id = t.id", OF_MEASURE),
    "ledger_entries": ("JOIN allocations a ON a.id = t.allocation_id", OF_MEASURE),
    "projects": ("", "(SELECT min(e.jobseeker_id) FROM enrolments e WHERE e.project_id = t.id)"),
    "project_payments": ("", "(SELECT min(e.jobseeker_id) FROM enrolments e WHERE e.project_id = t.project_id)"),
    "reallocations": ("JOIN allocations a ON a.id = t.from_id", OF_MEASURE),
    "efficiency_assessments": ("", OF_ASSESSMENT.format(assessment="t")),
    "efficiency_cells": ("JOIN efficiency_assessments a ON a.id = t.assessment_id", OF_ASSESSMENT.format(assessment="a")),
    "reported_facilities": ("JOIN measures a ON a.id = t.measure_id", OF_MEASURE.replace("a.measure_id", "a.id")),
    **dict.fromkeys(("saved_search_keys", "alert_matches"), ("JOIN saved_searches s ON s.id = t.search_id", "s.jobseeker_id")),
}
"""How a row leads to its person; the other tables name the person themselves."""
KEYS = {
    "person_suggestions": "jobseeker_id",
    "vacancy_candidates": "vacancy_id",
    "saved_search_keys": "search_id",
    "alert_matches": "search_id",
    "remark_senders": "remark_id",
    "rating_links": "commitment_id",
}


def test_every_secured_table_is_here(inquiry: Inquiry) -> None:
    secured = "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace"
    assert set(inquiry.connection.execute(text(secured)).scalars()) == set(SEEN)


@pytest.mark.parametrize("table", sorted(SEEN))
def test_each_kind_sees_its_rows_of(table: str, inquiry: Inquiry) -> None:
    session = inquiry.session
    key = KEYS.get(table, "id")
    joins, person = JOINS.get(table, ("", "t.jobseeker_id"))
    owners = {row[0]: row[1] for row in session.execute(text(OF_PERSON.format(table=table, joins=joins, person=person, key=key)))}
    assert set(owners.values()) >= set(Side)
    of_whom = set(owners.values())
    wrong = {}
    for kind in KINDS:
        with acting_as(session, inquiry.world.actors.get(kind, Actor(kind))):
            seen = {owners[one] for one in session.execute(text(f"SELECT {key} FROM {table}")).scalars()}  # noqa: S608 - names of the table above
        if seen != (SEEN[table].get(kind, NOBODY) | HIDDEN_SEEN.get((table, kind), NOBODY)) & of_whom:
            wrong[kind.value] = sorted(seen)
    session.rollback()
    assert wrong == {}
