"""Who may open, keep and read a case."""

from sqlalchemy import ColumnElement, Select, false, or_, true

from labour_exchange.cases.models import Absence, Appointment, Case, CaseTransfer, Plan, SocialContract
from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.jobseekers.models import Jobseeker

KEEP_CASES = Action("keep cases of the own region", OFFICE_STAFF)
APPROVE_CONTRACTS = action_for("approve social contracts of the own region", ActorKind.APPROVER)
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


def may_agree(actor: Actor, plan: Plan) -> bool:
    """The person whose plan it is."""
    return actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == plan.jobseeker_id


def may_approve(actor: Actor, contract: SocialContract) -> bool:
    """An approver of the contract's region; the operation asks who prepared it."""
    return actor.kind is ActorKind.APPROVER and actor.region_code is not None and actor.region_code == contract.region_code


def may_sign(actor: Actor, contract: SocialContract) -> bool:
    """The person whose contract it is."""
    return actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == contract.jobseeker_id


def may_answer(actor: Actor, appointment: Appointment) -> bool:
    """The person who is to come."""
    return actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == appointment.jobseeker_id


def may_ask_transfer(actor: Actor, person: Jobseeker) -> bool:
    """The person who has moved, and staff of the region that the person leaves."""
    is_own = actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == person.id
    is_of_region = actor.is_office_staff and actor.region_code is not None and actor.region_code == person.region_code
    return actor.kind is ActorKind.SYSTEM or is_own or is_of_region


def may_receive(actor: Actor, transfer: CaseTransfer) -> bool:
    """Staff of the region that the person comes to."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == transfer.to_region


def may_take_back(actor: Actor, transfer: CaseTransfer) -> bool:
    """The person, and staff of the region that the person would leave."""
    is_own = actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == transfer.jobseeker_id
    return is_own or (actor.is_office_staff and actor.region_code is not None and actor.region_code == transfer.from_region)


def may_cancel(actor: Actor, absence: Absence) -> bool:
    """Staff of the office where the colleague is away."""
    return actor.is_office_staff and actor.office_id is not None and actor.office_id == absence.office_id


def visible_absences(actor: Actor, wanted: Select[tuple[Absence]]) -> Select[tuple[Absence]]:
    """Limit a select to the absences at the actor's own office."""
    if actor.is_office_staff and actor.office_id is not None:
        return wanted.where(Absence.office_id == actor.office_id)
    return wanted.where(false())


def _is_of_person_or_region(actor: Actor, model: type[Case | Plan | SocialContract | Appointment]) -> ColumnElement[bool]:
    """The person's own, those of the office's region, all for the exchange itself, and nothing for anybody else."""
    if actor.kind is ActorKind.SYSTEM:
        return true()
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return model.jobseeker_id == actor.jobseeker_id
    if actor.is_office_staff and actor.region_code is not None:
        return model.region_code == actor.region_code
    return false()


def visible_cases(actor: Actor, wanted: Select[tuple[Case]]) -> Select[tuple[Case]]:
    """Limit a select to the person's own cases, or those of the office's region."""
    return wanted.where(_is_of_person_or_region(actor, Case))


def visible_plans(actor: Actor, wanted: Select[tuple[Plan]]) -> Select[tuple[Plan]]:
    """Limit a select to the plans of the person, or those of the office's region."""
    return wanted.where(_is_of_person_or_region(actor, Plan))


def visible_contracts(actor: Actor, wanted: Select[tuple[SocialContract]]) -> Select[tuple[SocialContract]]:
    """Limit a select to what was offered to the person, or to those of the office's region."""
    found = wanted.where(_is_of_person_or_region(actor, SocialContract))
    return found.where(SocialContract.offered_by_id.is_not(None)) if actor.kind is ActorKind.JOBSEEKER else found


def visible_appointments(actor: Actor, wanted: Select[tuple[Appointment]]) -> Select[tuple[Appointment]]:
    """Limit a select to the appointments of the person, or those of the office's region."""
    return wanted.where(_is_of_person_or_region(actor, Appointment))


def visible_transfers(actor: Actor, wanted: Select[tuple[CaseTransfer]]) -> Select[tuple[CaseTransfer]]:
    """Limit a select to the transfers of the person, or those from and to the office's region."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(CaseTransfer.jobseeker_id == actor.jobseeker_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(or_(CaseTransfer.from_region == actor.region_code, CaseTransfer.to_region == actor.region_code))
    return wanted.where(false())
