"""Who keeps programmes and their money, who enrols, prepares and approves, and whose rows an actor sees."""

from typing import Any

from sqlalchemy import ColumnElement, Select, false, or_, select, true

from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.models.efficiency import EfficiencyAssessment, EfficiencyCell
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import SubsidisedPost
from labour_exchange.programmes.models.money import Allocation, Payment, Reallocation
from labour_exchange.programmes.projects.models import Project

READ_PROGRAMMES = Action("read programmes and plans", MINISTRY)
READ_CELLS = action_for("read the cells behind an estimate of the country", ActorKind.ANALYST)
READ_CELLS_OF_REGION = Action("read the cells behind an estimate of the region", OFFICE_STAFF)
ASSESS_MEASURES = action_for("ask for an assessment of measures", ActorKind.ANALYST)
KEEP_PROGRAMMES = action_for("keep programmes", ActorKind.ANALYST)
REALLOCATE = action_for("move money between regions", ActorKind.ANALYST)
READ_ENROLMENTS = Action("read enrolments of the region", OFFICE_STAFF)
ENROL = Action("enrol people of the region", OFFICE_STAFF)
APPROVE = action_for("approve what another prepared", ActorKind.APPROVER)
EXPORT_PAYMENTS = Action("export payments of the region", OFFICE_STAFF)
OFFER_JOBS = action_for("offer subsidised jobs", ActorKind.EMPLOYER)
FOLLOW_OWN_MEASURES = action_for("follow own measures", ActorKind.JOBSEEKER)


def may_keep_programmes(actor: Actor) -> bool:
    return actor.kind in (ActorKind.ANALYST, ActorKind.SYSTEM)


def may_enrol(actor: Actor, person: Jobseeker) -> bool:
    """An office enrols people of its region, and a person applies for himself or herself."""
    if actor.kind is ActorKind.JOBSEEKER:
        return actor.jobseeker_id is not None and actor.jobseeker_id == person.id
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == person.region_code


def may_prepare(actor: Actor, enrolment: Enrolment) -> bool:
    """An office of the region; the exchange itself stops what its rules stop."""
    return actor.kind is ActorKind.SYSTEM or actor.is_office_staff and actor.region_code is not None and actor.region_code == enrolment.region_code


def may_follow(actor: Actor, enrolment: Enrolment) -> bool:
    """Offices of both regions look after a household that moved, others after their own: what was checked, moved or found."""
    return may_prepare(actor, enrolment) or _pays(actor, enrolment)


def may_approve(actor: Actor, enrolment: Enrolment) -> bool:
    """An approver of the region that pays; that it is not who prepared it, the operation sees to."""
    return actor.kind is ActorKind.APPROVER and _pays(actor, enrolment)


def may_approve_project(actor: Actor, project: Project) -> bool:
    return actor.kind is ActorKind.APPROVER and may_keep_region(actor, project.region_code)


def may_offer_jobs(actor: Actor, employer: Employer) -> bool:
    return actor.kind is ActorKind.EMPLOYER and actor.organisation_id is not None and actor.organisation_id == employer.id


def may_keep_region(actor: Actor, region_code: str) -> bool:
    """Offices keep the courses and decide on the jobs offered in their region."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == region_code


def may_withdraw(actor: Actor, enrolment: Enrolment) -> bool:
    is_own = actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == enrolment.jobseeker_id
    return is_own or may_prepare(actor, enrolment)


def visible_enrolments(actor: Actor, wanted: Select[tuple[Enrolment]]) -> Select[tuple[Enrolment]]:
    """The person's own, those of the office's region, and for an employer those of its subsidised jobs."""
    return wanted if actor.kind is ActorKind.SYSTEM else wanted.where(_scope(actor))


def visible_of_enrolments(actor: Actor, wanted: Select[Any], model: Any) -> Select[Any]:
    """Agreements, claims and places on courses: those of enrolments the actor sees."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    return wanted.where(model.enrolment_id.in_(select(Enrolment.id).where(_scope(actor))))


def visible_posts(actor: Actor, wanted: Select[tuple[SubsidisedPost]]) -> Select[tuple[SubsidisedPost]]:
    """The employer's own, and those of the office's region."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.EMPLOYER:
        return wanted.where(SubsidisedPost.employer_id == actor.organisation_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(SubsidisedPost.region_code == actor.region_code)
    return wanted.where(false())


def visible_payments(actor: Actor, wanted: Select[tuple[Payment]]) -> Select[tuple[Payment]]:
    """Those of enrolments the actor sees."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    return wanted.where(Payment.enrolment_id.in_(select(Enrolment.id).where(_scope(actor))))


def visible_projects(actor: Actor, wanted: Select[tuple[Project]]) -> Select[tuple[Project]]:
    """The ministry sees every region's, an office its own."""
    return wanted if actor.kind is ActorKind.SYSTEM else wanted.where(_of_region(actor, Project))


def visible_of_projects(actor: Actor, wanted: Select[Any], model: Any) -> Select[Any]:
    """Payments of projects the actor sees."""
    return wanted if actor.kind is ActorKind.SYSTEM else wanted.where(model.project_id.in_(select(Project.id).where(_of_region(actor, Project))))


def visible_allocations(actor: Actor, wanted: Select[tuple[Allocation]]) -> Select[tuple[Allocation]]:
    """The ministry sees every region, an office its own."""
    if actor.kind in MINISTRY or actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(Allocation.region_code == actor.region_code)
    return wanted.where(false())


def visible_assessments(actor: Actor, wanted: Select[tuple[EfficiencyAssessment]]) -> Select[tuple[EfficiencyAssessment]]:
    """The ministry sees every region and the country, an office its region."""
    if actor.kind in MINISTRY or actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(EfficiencyAssessment.region_code == actor.region_code)
    return wanted.where(false())


def visible_cells(actor: Actor, wanted: Select[Any]) -> Select[Any]:
    """The cells behind an estimate: the ministry's analyst sees every region's, an office those of its own region's assessments."""
    if actor.kind in (ActorKind.ANALYST, ActorKind.SYSTEM):
        return wanted
    if actor.is_office_staff and actor.region_code is not None:
        of_region = select(EfficiencyAssessment.id).where(EfficiencyAssessment.region_code == actor.region_code)
        return wanted.where(EfficiencyCell.assessment_id.in_(of_region))
    return wanted.where(false())


def visible_reallocations(actor: Actor, wanted: Select[tuple[Reallocation]]) -> Select[tuple[Reallocation]]:
    """The ministry sees all, an office those from or to its region."""
    if actor.kind in MINISTRY or actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.is_office_staff and actor.region_code is not None:
        of_region = select(Allocation.id).where(Allocation.region_code == actor.region_code)
        return wanted.where(or_(Reallocation.from_id.in_(of_region), Reallocation.to_id.in_(of_region)))
    return wanted.where(false())


def _scope(actor: Actor) -> ColumnElement[bool]:
    model: Any = Enrolment
    if actor.kind is ActorKind.JOBSEEKER:
        return model.jobseeker_id == actor.jobseeker_id
    if actor.kind is ActorKind.EMPLOYER:
        return model.employer_id == actor.organisation_id
    if actor.is_office_staff and actor.region_code is not None:
        return or_(model.region_code == actor.region_code, model.receiving_region_code == actor.region_code)
    return false()


def _of_region(actor: Actor, model: Any) -> ColumnElement[bool]:
    if actor.kind in MINISTRY:
        return true()
    if actor.is_office_staff and actor.region_code is not None:
        return model.region_code == actor.region_code
    return false()


def _pays(actor: Actor, enrolment: Enrolment) -> bool:
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == enrolment.paying_region_code
