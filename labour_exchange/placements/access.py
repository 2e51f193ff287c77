"""Who may apply, invite, refer, offer, declare, confirm and annul; and whose rows an actor sees."""

from typing import Any, TypeVar

from sqlalchemy import Boolean, ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from labour_exchange.agencies.queries import employers_acted_for, may_act_for
from labour_exchange.agencies.states import Scope
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Approach, Offer, Placement, Referral
from labour_exchange.placements.states import EvidenceSource
from labour_exchange.vacancies.models import Vacancy

APPLY = action_for("apply", ActorKind.JOBSEEKER)
ANSWER_AS_PERSON = action_for("answer invitations, referrals and offers", ActorKind.JOBSEEKER)
ANSWER_AS_EMPLOYER = action_for("answer applications", ActorKind.EMPLOYER)
INVITE = action_for("invite", ActorKind.EMPLOYER)
REFER = Action("refer", OFFICE_STAFF)
REFER_CANDIDATE = action_for("refer a linked person", ActorKind.AGENCY)
ANSWER_AS_AGENCY = action_for("answer applications for an employer", ActorKind.AGENCY)
REPORT_AS_AGENCY = action_for("report placements for an employer", ActorKind.AGENCY)
KEEP_PLACEMENTS = action_for("keep own placements", ActorKind.EMPLOYER)
CONFIRM_PLACEMENT = action_for("confirm own placement", ActorKind.JOBSEEKER)
READ_REGISTER = Action("read the register of placements", OFFICE_STAFF)
PROPOSE_ANNULMENT = Action("propose an annulment", OFFICE_STAFF)
DECIDE_ANNULMENT = action_for("decide an annulment", ActorKind.APPROVER)

Row = TypeVar("Row", bound=Approach | Offer | Placement)


def is_person(actor: Actor, thing: Approach | Offer | Placement) -> bool:
    """The jobseeker whose approach, offer or placement it is."""
    return actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == thing.jobseeker_id


def is_employer(actor: Actor, thing: Approach | Offer | Placement) -> bool:
    """Staff of the employer on the other side."""
    return actor.kind is ActorKind.EMPLOYER and actor.organisation_id is not None and actor.organisation_id == thing.employer_id


def may_apply(actor: Actor) -> bool:
    return actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None


def may_invite(actor: Actor, vacancy: Vacancy) -> bool:
    """For the employer's own vacancies."""
    return actor.kind is ActorKind.EMPLOYER and actor.organisation_id is not None and actor.organisation_id == vacancy.employer_id


def is_mandated(session: Session, actor: Actor, vacancy: Vacancy | None, scope: str) -> bool:
    """An agency, for a vacancy it brought, as long as its licence and the employer's mandate allow it this today."""
    if actor.kind is not ActorKind.AGENCY or actor.organisation_id is None or vacancy is None or vacancy.employer_id is None:
        return False
    is_own = vacancy.agency_id == actor.organisation_id
    return is_own and may_act_for(session, actor.organisation_id, vacancy.employer_id, scope, clock.today())


def speaks_for_employer(session: Session, actor: Actor, thing: Approach | Offer) -> bool:
    """Staff of the employer, or an agency with a mandate to answer for it."""
    return is_employer(actor, thing) or is_mandated(session, actor, thing.vacancy, "answer")


def may_act_under_mandate(session: Session, actor: Actor, employer_id: int | None, scope: str) -> bool:
    """An agency, for whatever concerns this employer, as long as licence and mandate allow it this today."""
    if actor.kind is not ActorKind.AGENCY or actor.organisation_id is None or employer_id is None:
        return False
    return may_act_for(session, actor.organisation_id, employer_id, scope, clock.today())


def may_refer(actor: Actor, jobseeker: Jobseeker) -> bool:
    """Staff of an office of the region where the person lives."""
    return actor.is_office_staff and actor.office_id is not None and actor.region_code is not None and actor.region_code == jobseeker.region_code


def may_withdraw_referral(actor: Actor, referral: Referral) -> bool:
    if actor.kind is ActorKind.AGENCY:
        return actor.organisation_id is not None and actor.organisation_id == referral.agency_id
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == referral.region_code


def may_keep(actor: Actor, placement: Placement) -> bool:
    """Offices of the region of work or of residence: those whose figures it enters."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code in (placement.region_of_work, placement.region_of_residence)


def may_decide(actor: Actor, placement: Placement) -> bool:
    return actor.kind is ActorKind.APPROVER and may_keep(actor, placement)


def side_of(actor: Actor, placement: Placement) -> EvidenceSource | None:
    """Which side of this placement the actor speaks for; None for everybody it does not concern."""
    if is_person(actor, placement):
        return EvidenceSource.JOBSEEKER
    if is_employer(actor, placement):
        return EvidenceSource.EMPLOYER
    if actor.kind is ActorKind.AGENCY and actor.organisation_id is not None and actor.organisation_id == placement.agency_id:
        return EvidenceSource.AGENCY
    return EvidenceSource.OFFICE if may_keep(actor, placement) else None


def visible(actor: Actor, wanted: Select[tuple[Row]], model: type[Row]) -> Select[tuple[Row]]:
    """Limit a select of approaches, offers or placements to what this actor may see."""
    return wanted if actor.kind is ActorKind.SYSTEM else wanted.where(_scope(actor, model))


def _scope(actor: Actor, model: Any) -> ColumnElement[bool]:
    if actor.kind is ActorKind.JOBSEEKER:
        return model.jobseeker_id == actor.jobseeker_id
    if actor.kind is ActorKind.EMPLOYER:
        return model.employer_id == actor.organisation_id
    if actor.kind is ActorKind.AGENCY:
        return _agency_scope(actor, model)
    if actor.is_office_staff and actor.region_code is not None:
        return _region_scope(actor, model)
    return false()


def _agency_scope(actor: Actor, model: Any) -> ColumnElement[bool]:
    """While licence and mandate stand: what concerns vacancies it brought, and its own moves for people who have not turned it away."""
    brought = model.vacancy_id.in_(select(Vacancy.id).where(Vacancy.agency_id == actor.organisation_id))
    answered = and_(brought, _for(actor, model, Scope.ANSWER))
    if not hasattr(model, "agency_id"):
        return answered
    turned_away = func.agency_unlinked(model.jobseeker_id, actor.organisation_id, type_=Boolean)
    own = and_(model.agency_id == actor.organisation_id, _for(actor, model, None), ~turned_away)
    return own if model is Placement else or_(own, answered)


def _for(actor: Actor, model: Any, scope: Scope | None) -> ColumnElement[bool]:
    found: ColumnElement[bool] = model.employer_id.in_(employers_acted_for(actor.organisation_id, scope))
    return found


def _region_scope(actor: Actor, model: Any) -> ColumnElement[bool]:
    if model is Placement:
        return or_(Placement.region_of_work == actor.region_code, Placement.region_of_residence == actor.region_code)
    if model is Offer:
        return Offer.jobseeker_id.in_(select(Jobseeker.id).where(Jobseeker.region_code == actor.region_code))
    return model.region_code == actor.region_code
