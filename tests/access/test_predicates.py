"""Every predicate of every part's access.py, asked directly: each kind of actor about the records of each side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from labour_exchange.agencies.models import Agency, Complaint
from labour_exchange.cases.models import Absence, Appointment, Case, CaseTransfer, Plan, SocialContract
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.inspections.models import Inspection
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker, Registration
from labour_exchange.jobseekers.states import EndReason
from labour_exchange.matching.models import ContestedReason
from labour_exchange.offices.access import visible_staff
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.placements.models import JobApplication, Placement, Referral
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.projects.models import Project
from labour_exchange.standards.models import Rating, Remark, ServiceComplaint, StandardVersion
from labour_exchange.vacancies.models import Vacancy
from tests.access.matrix import KINDS, Inquiry
from tests.access.rules import ALL, OWN, REGION, Scope
from tests.access.walls import guards
from tests.access.world import Side

Thing = Callable[[Any], Any]
NOBODY: Scope = frozenset()


@dataclass(frozen=True)
class Predicate:
    """What it is asked about (nothing: the actor alone) and whose records each kind gets a yes for."""

    scopes: Mapping[str, Scope]
    record: str = ""
    model: Any = None
    thing: Thing = staticmethod(lambda row: (row,))


def about(record: str, model: Any, thing: Thing = lambda row: (row,), **scopes: Scope) -> Predicate:
    return Predicate(scopes, record, model, thing)


def of_actor(*kinds: str) -> Predicate:
    return Predicate(dict.fromkeys(kinds, ALL))


OFFICES = {"office": REGION, "approver": REGION}
MINISTRY = {"analyst": ALL, "administrator": ALL}
PREDICATES = {
    "accounts.may_block": about("jobseeker", Jobseeker, lambda row: (row.user_id,), administrator=ALL),
    "accounts.may_close": about("jobseeker", Jobseeker, lambda row: (row.user_id,), jobseeker=OWN, administrator=ALL),
    "accounts.may_invite": of_actor("administrator"),
    "agencies.may_complain": of_actor("jobseeker", "employer", "office", "approver"),
    "agencies.may_decide": of_actor("analyst", "administrator"),
    "agencies.may_keep": about("agency", Agency, agency=OWN),
    "agencies.may_license": of_actor("analyst", "administrator"),
    "agencies.may_reply": about("complaint", Complaint, agency=OWN),
    "cases.may_agree": about("plan", Plan, jobseeker=OWN),
    "cases.may_answer": about("appointment", Appointment, jobseeker=OWN),
    "cases.may_approve": about("contract", SocialContract, approver=REGION),
    "cases.may_ask_transfer": about("jobseeker", Jobseeker, jobseeker=OWN, **OFFICES),
    "cases.may_receive": about("arriving", CaseTransfer, **OFFICES),
    "cases.may_take_back": about("leaving", CaseTransfer, jobseeker=OWN, **OFFICES),
    "cases.may_cancel": about("absence", Absence, **OFFICES),
    "cases.may_keep": about("case", Case, **OFFICES),
    "cases.may_sign": about("contract", SocialContract, jobseeker=OWN),
    "cases.may_open": about("jobseeker", Jobseeker, **OFFICES),
    "employers.may_keep": about("employer", Employer, employer=OWN),
    "employers.may_verify": about("unchecked employer", Employer, **OFFICES),
    "inspections.may_decide": about("inspection", Inspection, approver=REGION),
    "inspections.may_inspect": about("inspection", Inspection, **OFFICES),
    "inspections.may_open": about("placement", Placement, **OFFICES),
    "inspections.replying_side": about("start to confirm", Placement, jobseeker=NOBODY, employer=OWN, agency=OWN),
    "jobseekers.is_of_own_region": about("jobseeker", Jobseeker, lambda row: (row.region_code,), **OFFICES),
    "jobseekers.is_own": about("jobseeker", Jobseeker, lambda row: (row.id,), jobseeker=OWN),
    "jobseekers.may_change": about("jobseeker", Jobseeker, jobseeker=OWN),
    "jobseekers.may_end": about("registration", Registration, lambda row: (row, EndReason.FOUND_WORK), jobseeker=OWN, **OFFICES),
    "jobseekers.may_erase": about("jobseeker", Jobseeker, jobseeker=OWN),
    "jobseekers.may_read": about("jobseeker", Jobseeker, jobseeker=OWN, **OFFICES),
    "jobseekers.may_register": about("jobseeker", Jobseeker, **OFFICES),
    "jobseekers.may_renew": about("registration", Registration, jobseeker=OWN, **OFFICES),
    "jobseekers.may_unlink": about("link", AgencyLink, jobseeker=OWN),
    "jobseekers.may_show_identifiers": about("jobseeker", Jobseeker, **OFFICES),
    "matching.may_answer": about("contested reason", ContestedReason, **OFFICES),
    "matching.may_read_candidates": about("vacancy", Vacancy, employer=OWN, agency=OWN, **OFFICES),
    "offices.may_keep_offices": of_actor("administrator"),
    "oversight.may_answer": about("instruction", Instruction, **OFFICES),
    "oversight.may_comment": of_actor("office", "approver"),
    "oversight.may_give_instructions": of_actor("analyst"),
    "oversight.may_keep_reports": of_actor("analyst"),
    "offices.serves": about("office", Office, **OFFICES, **MINISTRY),
    "partners.may_answer": about("partner", FollowUpPartner, jobseeker=OWN),
    "partners.may_follow": about("partner", FollowUpPartner, lambda row: (row.case and row,), agency=OWN),
    "partners.may_keep": about("partner", FollowUpPartner, lambda row: (row.case and row,), **OFFICES),
    "placements.is_employer": about("application", JobApplication, employer=OWN),
    "placements.is_person": about("application", JobApplication, jobseeker=OWN),
    "placements.may_apply": of_actor("jobseeker"),
    "placements.may_decide": about("placement", Placement, approver=REGION),
    "placements.may_invite": about("vacancy", Vacancy, employer=OWN),
    "placements.may_keep": about("placement", Placement, **OFFICES),
    "placements.may_refer": about("jobseeker", Jobseeker, **OFFICES),
    "placements.may_withdraw_referral": about("referral", Referral, **OFFICES),
    "placements.side_of": about("start to confirm", Placement, jobseeker=NOBODY, employer=OWN, agency=OWN, **OFFICES),
    "programmes.may_approve": about("enrolment", Enrolment, approver=REGION),
    "programmes.may_approve_project": about("project", Project, approver=REGION),
    "programmes.may_enrol": about("jobseeker", Jobseeker, jobseeker=OWN, **OFFICES),
    "programmes.may_follow": about("enrolment", Enrolment, **OFFICES),
    "programmes.may_keep_programmes": of_actor("analyst"),
    "programmes.may_keep_region": about("jobseeker", Jobseeker, lambda row: (row.region_code,), **OFFICES),
    "programmes.may_offer_jobs": about("employer", Employer, employer=OWN),
    "programmes.may_prepare": about("enrolment", Enrolment, **OFFICES),
    "programmes.may_withdraw": about("enrolment", Enrolment, jobseeker=OWN, **OFFICES),
    "standards.is_of_body": about("discussed standard", StandardVersion, lambda row: (row.standard.region_code,), **OFFICES),
    "standards.may_answer_complaint": about("service complaint", ServiceComplaint, **OFFICES),
    "standards.may_decide_complaint": about("escalated complaint", ServiceComplaint, lambda row: (row.answers and row,), **MINISTRY),
    "standards.may_follow": about("service complaint", ServiceComplaint, jobseeker=OWN),
    "standards.may_answer": about("rating", Rating, **OFFICES),
    "standards.may_approve": about("discussed standard", StandardVersion, lambda row: (row.standard and row,), approver=REGION),
    "standards.may_keep": about("discussed standard", StandardVersion, lambda row: (row.standard,), **OFFICES),
    "standards.may_moderate": about("waiting remark", Remark, **OFFICES),
    "statistics.may_read_country": of_actor("analyst", "administrator"),
    "statistics.may_read_region": about("office", Office, lambda row: (row.region_code,), **OFFICES, **MINISTRY),
    "vacancies.may_check": about("submitted", Vacancy, **OFFICES),
    "vacancies.may_keep": about("vacancy", Vacancy, employer=OWN, agency=OWN),
    "vacancies.may_read": about("submitted", Vacancy, employer=OWN, **OFFICES),
}


def test_every_predicate_is_here() -> None:
    assert {name for name in guards() if "visible" not in name} == set(PREDICATES)


@pytest.mark.parametrize("name", sorted(PREDICATES))
def test_each_kind_gets_the_tabled_answers_of(name: str, inquiry: Inquiry) -> None:
    predicate, guard = PREDICATES[name], guards()[name]
    things = loaded(inquiry, predicate)
    wrong = {}
    for kind in KINDS:
        actor = inquiry.world.actors.get(kind, Actor(kind, user_id=0 if kind is ActorKind.VISITOR else -1))
        answered = {side for side, thing in things.items() if guard(actor, *thing)}
        if answered != predicate.scopes.get(kind.value, NOBODY):
            wrong[kind.value] = sorted(answered)
    assert wrong == {}
    given = [side for scope in predicate.scopes.values() for side in scope]
    assert 0 < len(given) < len(KINDS) * len(Side), "an answer that is always the same would not be noticed"


def test_staff_are_seen_by_their_office_and_the_administrator(inquiry: Inquiry) -> None:
    """No page shows them yet, so the matrix cannot ask."""
    session, seen = inquiry.session, {}
    with acting_as(session, system_actor("test")):
        for kind in KINDS:
            actor = inquiry.world.actors.get(kind, Actor(kind))
            seen[kind] = len(session.scalars(visible_staff(actor, select(StaffMember))).all())
    session.rollback()
    everybody = seen[ActorKind.ADMINISTRATOR]
    assert everybody == 2 * len(Side)
    assert {kind for kind, count in seen.items() if count} == {ActorKind.OFFICE, ActorKind.APPROVER, ActorKind.ADMINISTRATOR}
    assert 0 < seen[ActorKind.OFFICE] < everybody


def loaded(inquiry: Inquiry, predicate: Predicate) -> dict[Side, tuple[Any, ...]]:
    if predicate.model is None:
        return dict.fromkeys(Side, ())
    session, found = inquiry.session, {}
    with acting_as(session, system_actor("test")):
        for side, arguments in inquiry.world.records[predicate.record].items():
            row = session.scalars(select(predicate.model).where(predicate.model.public_id == arguments["public_id"])).one()
            found[side] = predicate.thing(row)
    session.rollback()
    return found
