"""Find partners of a case and people a partner follows up; what a partner is shown, the same for the partner and for the person who decides."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.queries import agencies_in_force, is_agency_in_force
from labour_exchange.cases.models import Case, PlanStep
from labour_exchange.cases.queries import case_for
from labour_exchange.cases.queries.cases import stood_in_for
from labour_exchange.cases.states import StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.audit import AuditRow, record_act
from labour_exchange.foundation.records.exporting import chosen
from labour_exchange.partners import access
from labour_exchange.partners.models import FollowedStep, FollowUpPartner, PartnerContact, PartnerMeeting
from labour_exchange.partners.states import PARTNER_LIFECYCLE, FollowedState, PartnerState
from labour_exchange.programmes.models.training import Provider

LOOKS = {"list": "list followed person", "person": "read followed person", "sheet": "print sheet for partner"}
"""What was shown to a partner, and the act under which the audit log keeps it."""
SHOWN = (joinedload(FollowUpPartner.agency), joinedload(FollowUpPartner.provider), selectinload(FollowUpPartner.steps))
EXPORTED = ("state", "purpose", "until_on", "name_shown", "shown_name", "proposed_at", "answered_at", "ended_at", "end_reason")
EXPORTED_STEP = ("what", "due_on", "state", "reported_on", "return_reason")
EXPORTED_CONTACT = ("held_on", "channel", "outcome", "remark", "is_by_office", "written_at")
EXPORTED_MEETING = ("starts_at", "ends_at", "place", "purpose", "state")


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as the partner reads it; `in_plan` is its state in the plan now, not the plan's words."""

    step: FollowedStep
    in_plan: StepState


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a partner is shown of a person. Nothing else leads from the partner to the person."""

    name: str
    purpose: str
    until_on: date
    steps: tuple[ShownStep, ...]
    meetings: tuple[PartnerMeeting, ...]
    contacts: tuple[PartnerContact, ...]


def partner_for(session: Session, actor: Actor, public_id: str) -> FollowUpPartner:
    """Raises NotFound for one that is not this actor's, or not any more."""
    wanted = access.visible_partners(actor, select(FollowUpPartner)).options(*SHOWN).where(FollowUpPartner.public_id == public_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def step_of(partner: FollowUpPartner, public_id: str) -> FollowedStep:
    """Raises NotFound for a step that this partner does not follow up."""
    for step in partner.steps:
        if step.public_id == public_id:
            return step
    raise NotFound


def meeting_for(session: Session, actor: Actor, public_id: str) -> PartnerMeeting:
    """Raises NotFound for one that is not this actor's."""
    wanted = access.visible_meetings(actor, select(PartnerMeeting)).options(joinedload(PartnerMeeting.partner))
    found = session.scalars(wanted.where(PartnerMeeting.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def partners_of(session: Session, actor: Actor, case: Case) -> list[FollowUpPartner]:
    """The partners of a case, the latest first; raises NotFound for a case out of scope."""
    case_for(session, actor, case.public_id)
    wanted = access.visible_partners(actor, select(FollowUpPartner)).options(*SHOWN).where(FollowUpPartner.case_id == case.id)
    return list(session.scalars(wanted.order_by(FollowUpPartner.id.desc())))


def steps_to_confirm(actor: Actor, *, is_own: bool) -> Select[tuple[FollowedStep]]:
    """Steps that partners report as done, the oldest first; of cases that the actor leads or stands in for, or of the region."""
    seen = access.visible_partners(actor, select(FollowUpPartner)).join(Case, Case.id == FollowUpPartner.case_id).where(Case.closed_on.is_(None))
    if is_own:
        seen = seen.where(or_(Case.lead_id == actor.user_id, Case.lead_id.in_(stood_in_for(actor))))
    loaded = joinedload(FollowedStep.partner)
    organisation = (loaded.joinedload(FollowUpPartner.agency), loaded.joinedload(FollowUpPartner.provider))
    person = loaded.joinedload(FollowUpPartner.case).joinedload(Case.jobseeker)
    reported = select(FollowedStep).options(person, *organisation).where(FollowedStep.state == FollowedState.REPORTED)
    reported = reported.where(FollowedStep.partner_id.in_(seen.with_only_columns(FollowUpPartner.id)))
    return reported.order_by(FollowedStep.reported_on, FollowedStep.id)


def followed_by(actor: Actor) -> Select[tuple[FollowUpPartner]]:
    """Those whom the actor's agency follows up today, to be paged by id."""
    wanted = access.visible_partners(actor, select(FollowUpPartner)).options(*SHOWN)
    return wanted if actor.kind is ActorKind.AGENCY else wanted.where(FollowUpPartner.id.is_(None))


def in_force(session: Session, partner: FollowUpPartner) -> bool:
    """Whether the partner may see the person and act today."""
    if partner.state is not PartnerState.ACTIVE or partner.until_on < clock.today():
        return False
    with acting_as(session, system_actor("in_force")):
        stands = select(Case.id).where(Case.id == partner.case_id, Case.region_code == partner.region_code, Case.closed_on.is_(None))
        is_open = session.scalar(stands) is not None
    return is_open and (partner.agency_id is None or is_agency_in_force(session, partner.agency_id))


def shown_to_partner(session: Session, partner: FollowUpPartner, *, name: str = "") -> Shown:
    """What the partner reads; before the consent under a `name` that the person might choose. Contacts are the partner's own."""
    # A partner reads no plan: the state of the steps it follows up is looked up for it.
    with acting_as(session, system_actor("shown_to_partner")):
        found = select(PlanStep.id, PlanStep.state).where(PlanStep.id.in_([step.step_id for step in partner.steps]))
        states = {row.id: row.state for row in session.execute(found)}
    meetings = (
        select(PartnerMeeting).where(PartnerMeeting.partner_id == partner.id).order_by(PartnerMeeting.starts_at.desc(), PartnerMeeting.id.desc())
    )
    steps = tuple(ShownStep(step, states[step.step_id]) for step in partner.steps)
    contacts = tuple(contacts_of_partner(session, partner))
    return Shown(partner.shown_name or name, partner.purpose, partner.until_on, steps, tuple(session.scalars(meetings)), contacts)


def followed_person(session: Session, actor: Actor, partner: FollowUpPartner, *, look: str) -> Shown:
    """What is shown to the partner, written into the access log that the person reads. Raises NotFound when it does not stand today."""
    if not access.may_follow(actor, partner) or not in_force(session, partner):
        raise NotFound
    record_act(session, actor, LOOKS[look], "follow_up_partner", partner.id)
    return shown_to_partner(session, partner)


def contacts_of_partner(session: Session, partner: FollowUpPartner) -> list[PartnerContact]:
    """The latest first."""
    wanted = select(PartnerContact).where(PartnerContact.partner_id == partner.id)
    return list(session.scalars(wanted.order_by(PartnerContact.held_on.desc(), PartnerContact.id.desc())))


def contacts_of_case(session: Session, actor: Actor, case: Case) -> list[PartnerContact]:
    """What partners wrote down, for the contact log, the latest first; raises NotFound for a case out of scope."""
    found = [one.id for one in partners_of(session, actor, case)]
    wanted = select(PartnerContact).options(joinedload(PartnerContact.partner).options(*SHOWN)).where(PartnerContact.partner_id.in_(found))
    return list(session.scalars(wanted.order_by(PartnerContact.held_on.desc(), PartnerContact.id.desc())))


def changed_since_read(session: Session, partner: FollowUpPartner) -> bool:
    """Whether the plan words a followed step otherwise by now: the partner still reads what the person consented to. For the office."""
    now = {one.id: one for one in session.scalars(select(PlanStep).where(PlanStep.id.in_([step.step_id for step in partner.steps])))}
    return any((now[step.step_id].what, now[step.step_id].due_on) != (step.what, step.due_on) for step in partner.steps if step.step_id in now)


def looks_at(session: Session, actor: Actor, partner: FollowUpPartner, limit: int = 50) -> list[AuditRow]:
    """When the person was shown to the partner, the latest first; for this person only."""
    if not access.may_answer(actor, partner):
        raise NotFound
    wanted = select(AuditRow).where(AuditRow.subject_kind == "follow_up_partner", AuditRow.subject_id == partner.id, AuditRow.act.in_(LOOKS.values()))
    return list(session.scalars(wanted.order_by(AuditRow.id.desc()).limit(limit)))


def possible_partners(session: Session, case: Case) -> list[Agency | Provider]:
    """Agencies that may work today, then training providers of the case's region, by name."""
    agencies = [one for one in agencies_in_force(session) if not one.is_sandbox]
    providers = select(Provider).where(Provider.region_code == case.region_code).order_by(Provider.name, Provider.id)
    return [*agencies, *session.scalars(providers)]


def exported_partners(session: Session, actor: Actor) -> list[dict[str, Any]]:
    """Every partner of the person with what it followed up and wrote; dates in ISO form. Only for the person."""
    if actor.kind is not ActorKind.JOBSEEKER or actor.jobseeker_id is None:
        raise NotFound
    found = session.scalars(access.visible_partners(actor, select(FollowUpPartner)).options(*SHOWN).order_by(FollowUpPartner.id))
    return [_exported(session, actor, one) for one in found]


def _exported(session: Session, actor: Actor, partner: FollowUpPartner) -> dict[str, Any]:
    shown = shown_to_partner(session, partner)
    return (
        {"name": partner.name, "is_agency": partner.agency_id is not None}
        | chosen(partner, EXPORTED)
        | {
            "followed_steps": [chosen(one.step, EXPORTED_STEP) for one in shown.steps],
            "partner_contacts": [chosen(one, EXPORTED_CONTACT) for one in shown.contacts],
            "partner_meetings": [chosen(one, EXPORTED_MEETING) for one in shown.meetings],
            "looks": [{"at": one.acted_at.isoformat(), "act": one.act} for one in looks_at(session, actor, partner)],
        }
    )


def is_open(partner: FollowUpPartner) -> bool:
    """Whether it can still be answered, withdrawn or ended."""
    return bool(PARTNER_LIFECYCLE.actions_from(partner.state))
