"""A transfer asked, accepted, declined, taken back: on acceptance person, register and case become the other region's in one transaction."""

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases import access
from labour_exchange.cases.events import TransferAsked, TransferDecided
from labour_exchange.cases.models import (
    Appointment,
    Case,
    CaseTransfer,
    Contact,
    EffortAssessment,
    Obligation,
    Plan,
    PlanRevision,
    PlanStep,
    SocialContract,
)
from labour_exchange.cases.operations.locking import hold
from labour_exchange.cases.operations.meetings import cancel_appointments
from labour_exchange.cases.operations.plans import checked_reason
from labour_exchange.cases.queries import possible_leads
from labour_exchange.cases.states import TRANSFER_LIFECYCLE, TransferReason, TransferState
from labour_exchange.cases.texts import transfers as texts
from labour_exchange.cases.texts.cases import LEAD_UNKNOWN
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.offices.queries import office_serving
from labour_exchange.placements.models import Invitation, JobApplication, Referral
from labour_exchange.placements.states import APPLICATION_LIFECYCLE, INVITATION_LIFECYCLE, REFERRAL_LIFECYCLE
from labour_exchange.territory.queries import is_region

WRITTEN = (EffortAssessment, Plan, PlanStep, PlanRevision, SocialContract, Obligation, Contact, Appointment)
"""What belongs to the cases of a person, earlier ones too: the office that is left keeps none of it."""
APPROACHES = ((JobApplication, APPLICATION_LIFECYCLE), (Invitation, INVITATION_LIFECYCLE), (Referral, REFERRAL_LIFECYCLE))


def ask_transfer(session: Session, actor: Actor, person: Jobseeker, *, to_region: str, reason: TransferReason) -> CaseTransfer:
    """Ask the office that serves another region to take the person over. Raises InvalidInput, Conflict(not_registered_here, transfer_open)."""
    if person.anonymised_at is not None or not access.may_ask_transfer(actor, person):
        raise NotFound
    office = office_serving(session, to_region) if is_region(to_region) and to_region != person.region_code else None
    if office is None:
        raise InvalidInput([FieldError("to_region", texts.NO_OFFICE_THERE)])
    registration = _registration(session, person.id)
    if registration is None:
        raise Conflict(texts.NOT_REGISTERED_HERE)
    made = CaseTransfer(jobseeker_id=person.id, registration_id=registration.id, to_region=to_region, reason=reason)
    made.from_region, made.from_office_id, made.to_office_id = registration.region_code, registration.office_id, office.id
    made.state, made.is_asked_by_person = TransferState.PROPOSED, actor.kind is ActorKind.JOBSEEKER
    made.asked_by_id, made.asked_at = actor.user_id, clock.now()
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise Conflict(texts.TRANSFER_OPEN) from None
    log_transition(session, actor, TRANSFER_LIFECYCLE.name, made.id, "ask", "", made.state)
    record_act(session, actor, "ask transfer", "jobseeker", person.id, to_region=to_region, reason=reason.value)
    record(session, actor, TransferAsked(made.id, person.id))
    return made


def accept_transfer(session: Session, actor: Actor, transfer: CaseTransfer, *, lead: User) -> CaseTransfer:
    """Take the person over at the actor's office; days on the register go on. Raises InvalidInput, Conflict(not_registered_here)."""
    _hold_to_decide(session, actor, transfer, "accept")
    if lead.id not in {one.id for one in possible_leads(session, actor)}:
        raise InvalidInput([FieldError("lead", LEAD_UNKNOWN)])
    assert actor.office_id is not None
    transfer.to_office_id = actor.office_id
    # Neither region may write rows of both: the exchange itself carries them over, in the transaction of the decision.
    with acting_as(session, system_actor("accept_transfer")):
        registration = _registration(session, transfer.jobseeker_id, is_held=True)
        if registration is None or registration.id != transfer.registration_id:
            raise Conflict(texts.NOT_REGISTERED_HERE)
        _carry_over(session, transfer, registration, lead)
        _decide(session, actor, transfer, "accept")
    return transfer


def decline_transfer(session: Session, actor: Actor, transfer: CaseTransfer, *, reason: str) -> CaseTransfer:
    """The office does not take the person over, and says why; the person reads it. Raises InvalidInput."""
    written = checked_reason(reason)
    _hold_to_decide(session, actor, transfer, "decline")
    transfer.decline_reason = written
    _decide(session, actor, transfer, "decline")
    return transfer


def take_back_transfer(session: Session, actor: Actor, transfer: CaseTransfer) -> CaseTransfer:
    """Nobody moves after all."""
    if not access.may_take_back(actor, transfer):
        raise NotFound
    hold(session, transfer)
    TRANSFER_LIFECYCLE.after(transfer.state, "withdraw")
    transfer.decided_by_id, transfer.decided_at = actor.user_id, clock.now()
    move(session, actor, transfer, TRANSFER_LIFECYCLE, "withdraw")
    record_act(session, actor, "withdraw transfer", "jobseeker", transfer.jobseeker_id)
    return transfer


def _hold_to_decide(session: Session, actor: Actor, transfer: CaseTransfer, act: str) -> None:
    if not access.may_receive(actor, transfer) or actor.office_id is None:
        raise NotFound
    hold(session, transfer)
    TRANSFER_LIFECYCLE.after(transfer.state, act)


def _decide(session: Session, actor: Actor, transfer: CaseTransfer, act: str) -> None:
    transfer.decided_by_id, transfer.decided_at = actor.user_id, clock.now()
    move(session, actor, transfer, TRANSFER_LIFECYCLE, act)
    record_act(session, actor, f"{act} transfer", "jobseeker", transfer.jobseeker_id, from_region=transfer.from_region)
    record(session, actor, TransferDecided(transfer.id, transfer.jobseeker_id, transfer.state.value))


def _carry_over(session: Session, transfer: CaseTransfer, registration: Registration, lead: User) -> None:
    """`registered_on` and `renewed_on` stay as they are: nobody loses days by moving."""
    person, region_code = session.get_one(Jobseeker, transfer.jobseeker_id), transfer.to_region
    person.region_code, person.district_code = region_code, None
    if person.profile is not None:
        person.profile.region_code, person.profile.district_code = region_code, None
    registration.region_code, registration.office_id = region_code, transfer.to_office_id
    for case in session.scalars(select(Case).where(Case.jobseeker_id == person.id).with_for_update()):
        case.region_code = region_code
        if case.closed_on is None:
            cancel_appointments(session, system_actor("accept_transfer"), case)
            case.office_id, case.lead_id = transfer.to_office_id, lead.id
    session.flush()
    open_contracts = update(SocialContract).where(SocialContract.jobseeker_id == person.id, SocialContract.ended_on.is_(None))
    session.execute(open_contracts.values(office_id=transfer.to_office_id))
    for written in WRITTEN:
        session.execute(update(written).where(written.jobseeker_id == person.id).values(region_code=region_code))
    for approach, lifecycle in APPROACHES:
        wanted = update(approach).where(approach.jobseeker_id == person.id, approach.state.in_(lifecycle.open_states()))
        session.execute(wanted.values(region_code=region_code))


def _registration(session: Session, jobseeker_id: int, *, is_held: bool = False) -> Registration | None:
    wanted = select(Registration).where(Registration.jobseeker_id == jobseeker_id, Registration.ended_on.is_(None))
    return session.scalars(wanted.with_for_update() if is_held else wanted).one_or_none()
