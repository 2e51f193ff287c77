"""Who may open, keep and read a case."""

from sqlalchemy import Select, false

from labour_exchange.cases.models import Absence, Case
from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.jobseekers.models import Jobseeker

KEEP_CASES = Action("keep cases of the own region", OFFICE_STAFF)
READ_OWN_CASE = action_for("read the own case", ActorKind.JOBSEEKER)


def may_open(actor: Actor, person: Jobseeker) -> bool:
    """Staff of an office of the region where the person lives."""
    return (
        actor.is_office_staff
        and actor.office_id is not None
        and actor.user_id is not None
        and actor.region_code is not None
        and actor.region_code == person.region_code
    )


def may_keep(actor: Actor, case: Case) -> bool:
    """Staff of the case's region, so that a colleague can stand in."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == case.region_code


def may_cancel(actor: Actor, absence: Absence) -> bool:
    """Staff of the office where the colleague is away."""
    return actor.is_office_staff and actor.office_id is not None and actor.office_id == absence.office_id


def visible_absences(actor: Actor, wanted: Select[tuple[Absence]]) -> Select[tuple[Absence]]:
    """Limit a select to the absences at the actor's own office."""
    if actor.is_office_staff and actor.office_id is not None:
        return wanted.where(Absence.office_id == actor.office_id)
    return wanted.where(false())


def visible_cases(actor: Actor, wanted: Select[tuple[Case]]) -> Select[tuple[Case]]:
    """Limit a select to the person's own cases, or those of the office's region."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(Case.jobseeker_id == actor.jobseeker_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(Case.region_code == actor.region_code)
    return wanted.where(false())
