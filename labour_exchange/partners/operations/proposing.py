"""A partner proposed by an officer; the person consents, declines, or takes the consent back."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Consent, User
from labour_exchange.accounts.operations.consents import give_consent
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.queries import is_agency_in_force
from labour_exchange.cases.access import may_keep
from labour_exchange.cases.models import Case, PlanStep
from labour_exchange.cases.states import CaseState, StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.partners import access, texts
from labour_exchange.partners.events import PartnerAnswered, PartnerProposed
from labour_exchange.partners.models import FollowedStep, FollowUpPartner
from labour_exchange.partners.operations.ending import end
from labour_exchange.partners.operations.locking import hold
from labour_exchange.partners.rules import ProposalFacts, name_as_shown, proposal_problems
from labour_exchange.partners.states import PARTNER_LIFECYCLE, NameShown, PartnerEnd, PartnerState
from labour_exchange.programmes.models.training import Provider

SUBJECT = "follow_up_partner"


def propose_partner(
    session: Session, actor: Actor, case: Case, facts: ProposalFacts, *, organisation: Agency | Provider | None, steps: Sequence[PlanStep]
) -> FollowUpPartner:
    """Ask the person whether the organisation may follow up these steps of the plan of this case.

    Raises InvalidInput, Conflict(partner_already), Conflict when the case is closed.
    """
    if not may_keep(actor, case):
        raise NotFound
    if case.state is CaseState.CLOSED:
        raise Conflict(NOT_ALLOWED_NOW)
    wrong = proposal_problems(facts, clock.today())
    if not _may_be_partner(session, case, organisation):
        wrong.insert(0, FieldError("organisation", texts.ORGANISATION_MISSING))
    if facts.steps and any(step.jobseeker_id != case.jobseeker_id or step.state is not StepState.OPEN for step in steps):
        wrong.append(FieldError("steps", texts.STEPS_MISSING))
    if wrong or facts.until_on is None:
        raise InvalidInput(wrong)
    made = FollowUpPartner(case_id=case.id, case=case, jobseeker_id=case.jobseeker_id, region_code=case.region_code, steps=[])
    made.agency_id = organisation.id if isinstance(organisation, Agency) else None
    made.provider_id = organisation.id if isinstance(organisation, Provider) else None
    made.purpose, made.until_on, made.state = facts.purpose.strip(), facts.until_on, PartnerState.PROPOSED
    made.proposed_by_id, made.proposed_at = actor.user_id, clock.now()
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise Conflict(texts.PARTNER_ALREADY, field="organisation") from None
    made.steps = [FollowedStep(step_id=step.id, jobseeker_id=case.jobseeker_id, what=step.what, due_on=step.due_on) for step in steps]
    session.flush()
    log_transition(session, actor, PARTNER_LIFECYCLE.name, made.id, "propose", "", made.state)
    record_act(session, actor, "propose partner", "case", case.id, partner_id=made.id)
    record(session, actor, PartnerProposed(made.id, made.jobseeker_id))
    return made


def consent_to_partner(session: Session, actor: Actor, partner: FollowUpPartner, *, name: NameShown | None) -> FollowUpPartner:
    """The person lets the partner see what the page has shown, under the chosen name; the consent is recorded in the version that was read.

    Raises InvalidInput without a name, Conflict(term_over, not_licensed, not_allowed_now).
    """
    if not access.may_answer(actor, partner):
        raise NotFound
    hold(session, actor, partner)
    PARTNER_LIFECYCLE.after(partner.state, "consent")
    if name is None:
        raise InvalidInput([FieldError("name", texts.NAME_MISSING)])
    if partner.until_on < clock.today():
        raise Conflict(texts.TERM_OVER)
    if partner.case.state is CaseState.CLOSED or partner.case.region_code != partner.region_code:
        raise Conflict(NOT_ALLOWED_NOW)
    if partner.agency_id is not None and not is_agency_in_force(session, partner.agency_id):
        raise Conflict(texts.NOT_LICENSED)
    person = session.get_one(Jobseeker, partner.jobseeker_id)
    user = session.get(User, person.user_id) if person.user_id else None
    if user is None:
        raise NotFound
    partner.name_shown, partner.shown_name = name, name_as_shown(name, person.given_name, person.full_name)
    partner.consent_id, partner.answered_at = give_consent(session, actor, user, subject=SUBJECT).id, clock.now()
    return _answer(session, actor, partner, "consent")


def decline_partner(session: Session, actor: Actor, partner: FollowUpPartner) -> FollowUpPartner:
    """The person does not want this partner; no reason is asked. Raises Conflict when it was answered already."""
    if not access.may_answer(actor, partner):
        raise NotFound
    hold(session, actor, partner)
    PARTNER_LIFECYCLE.after(partner.state, "decline")
    partner.answered_at = clock.now()
    return _answer(session, actor, partner, "decline")


def withdraw_consent(session: Session, actor: Actor, partner: FollowUpPartner) -> FollowUpPartner:
    """From now on the partner sees nothing. Raises Conflict when it has not been consented to or has ended."""
    if not access.may_answer(actor, partner):
        raise NotFound
    hold(session, actor, partner)
    return end(session, actor, partner, PartnerEnd.WITHDRAWN, act="withdraw")


def end_partner(session: Session, actor: Actor, partner: FollowUpPartner) -> FollowUpPartner:
    """An officer takes a proposal back or ends a partnership. Raises Conflict when it has ended."""
    if not access.may_keep(actor, partner):
        raise NotFound
    hold(session, actor, partner)
    return end(session, actor, partner, PartnerEnd.OFFICER)


def consent_of(session: Session, partner: FollowUpPartner) -> Consent | None:
    """The consent on which it rests; None before an answer."""
    return session.get(Consent, partner.consent_id) if partner.consent_id else None


def _may_be_partner(session: Session, case: Case, organisation: Agency | Provider | None) -> bool:
    """An agency that may work today, or a provider of the case's region."""
    if isinstance(organisation, Agency):
        return not organisation.is_sandbox and is_agency_in_force(session, organisation.id)
    return organisation is not None and organisation.region_code == case.region_code


def _answer(session: Session, actor: Actor, partner: FollowUpPartner, act: str) -> FollowUpPartner:
    move(session, actor, partner, PARTNER_LIFECYCLE, act)
    record_act(session, actor, f"{act} partner", "follow_up_partner", partner.id)
    record(session, actor, PartnerAnswered(partner.id, partner.jobseeker_id, act))
    return partner
