"""What a partner does: writes down a contact, reports a step as done; the officer confirms it or gives it back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Plan, PlanStep
from labour_exchange.cases.operations.plans import move_step
from labour_exchange.cases.states import StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.partners import access, texts
from labour_exchange.partners.events import FollowedStepReported, FollowedStepSettled, PartnerContactRecorded
from labour_exchange.partners.models import FollowedStep, FollowUpPartner, PartnerContact
from labour_exchange.partners.operations.locking import hold
from labour_exchange.partners.queries import in_force
from labour_exchange.partners.rules import PartnerContactFacts, contact_problems, return_problems
from labour_exchange.partners.states import FOLLOWED_LIFECYCLE


def record_contact(session: Session, actor: Actor, partner: FollowUpPartner, facts: PartnerContactFacts) -> PartnerContact:
    """Write down a contact with the person, which the office and the person read. Raises InvalidInput, Conflict(not_allowed_now)."""
    hold_to_follow(session, actor, partner)
    assert partner.answered_at is not None
    wrong = contact_problems(facts, partner.answered_at.astimezone(clock.COUNTRY_ZONE).date(), clock.today())
    if wrong or facts.held_on is None:
        raise InvalidInput(wrong)
    made = PartnerContact(partner_id=partner.id, partner=partner, jobseeker_id=partner.jobseeker_id, written_by_id=actor.user_id)
    made.held_on, made.channel, made.outcome, made.remark = facts.held_on, facts.channel, facts.outcome, facts.remark.strip()
    made.written_at, made.is_by_office = clock.now(), actor.is_office_staff
    session.add(made)
    session.flush()
    record_act(session, actor, "record contact of partner", "follow_up_partner", partner.id, outcome=facts.outcome.value)
    record(session, actor, PartnerContactRecorded(partner.id, made.id))
    return made


def report_step(session: Session, actor: Actor, partner: FollowUpPartner, step: FollowedStep) -> FollowedStep:
    """The partner says that the step is done. Raises Conflict(step_not_open, not_allowed_now)."""
    hold_to_follow(session, actor, partner)
    session.refresh(step)
    if step.partner_id != partner.id:
        raise NotFound
    FOLLOWED_LIFECYCLE.after(step.state, "report")
    # A partner reads no plan; whether the step is still to be done there is one word of it.
    with acting_as(session, system_actor("report_step")):
        is_open = session.scalar(select(PlanStep.state).where(PlanStep.id == step.step_id)) is StepState.OPEN
    if not is_open:
        raise Conflict(texts.STEP_NOT_OPEN)
    step.reported_on, step.return_reason = clock.today(), ""
    move(session, actor, step, FOLLOWED_LIFECYCLE, "report")
    record_act(session, actor, "report step", "follow_up_partner", partner.id, followed_id=step.id)
    record(session, actor, FollowedStepReported(partner.id, step.id))
    return step


def confirm_step(session: Session, actor: Actor, partner: FollowUpPartner, step: FollowedStep) -> FollowedStep:
    """The officer agrees: the step of the plan is done too. Raises Conflict when nothing was reported."""
    _hold_to_settle(session, actor, partner, step)
    FOLLOWED_LIFECYCLE.after(step.state, "confirm")
    of_plan = session.get_one(PlanStep, step.step_id)
    plan = session.get_one(Plan, of_plan.plan_id)
    session.refresh(of_plan)
    if of_plan.state is StepState.OPEN:
        move_step(session, actor, plan, of_plan, "finish")
    return _settled(session, actor, partner, step, "confirm")


def return_step(session: Session, actor: Actor, partner: FollowUpPartner, step: FollowedStep, *, reason: str) -> FollowedStep:
    """The officer does not take it for done and says why; the partner reads that. Raises InvalidInput, Conflict."""
    wrong = return_problems(reason)
    if wrong:
        raise InvalidInput(wrong)
    _hold_to_settle(session, actor, partner, step)
    FOLLOWED_LIFECYCLE.after(step.state, "return")
    step.reported_on, step.return_reason = None, reason.strip()
    return _settled(session, actor, partner, step, "return")


def hold_to_follow(session: Session, actor: Actor, partner: FollowUpPartner) -> None:
    """For whoever acts as the partner: raises NotFound to everybody else, Conflict when it does not stand today."""
    if not access.may_follow(actor, partner):
        raise NotFound
    hold(session, actor, partner)
    if not in_force(session, partner):
        raise Conflict(NOT_ALLOWED_NOW)


def _hold_to_settle(session: Session, actor: Actor, partner: FollowUpPartner, step: FollowedStep) -> None:
    if not access.may_keep(actor, partner) or step.partner_id != partner.id:
        raise NotFound
    hold(session, actor, partner)
    session.refresh(step)


def _settled(session: Session, actor: Actor, partner: FollowUpPartner, step: FollowedStep, act: str) -> FollowedStep:
    move(session, actor, step, FOLLOWED_LIFECYCLE, act)
    record_act(session, actor, f"{act} step of partner", "follow_up_partner", partner.id, followed_id=step.id)
    record(session, actor, FollowedStepSettled(partner.id, step.id, act))
    return step
