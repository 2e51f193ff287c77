"""A relocation prepared by the office that a household leaves, on the places and money of the region that receives it; and the day they came."""

from datetime import date

from sqlalchemy.orm import Session

from labour_exchange.cases.operations.transfers import ask_transfer
from labour_exchange.cases.queries.transfers import has_open_transfer
from labour_exchange.cases.states import TransferReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.queries import open_registration_of
from labour_exchange.offices.queries import office_serving
from labour_exchange.programmes import access
from labour_exchange.programmes.checks.operations import plan_checks
from labour_exchange.programmes.checks.states import CheckKind
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations.enrolments import prepare_enrolment
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.programmes.relocations.queries import open_vacancy, relocation_of
from labour_exchange.programmes.relocations.rules import MoveFacts, may_have_moved, move_errors
from labour_exchange.programmes.rules.details import moving_terms
from labour_exchange.programmes.states import EnrolmentState, MeasureKind
from labour_exchange.programmes.texts import measure_refusals, refusals


def prepare_relocation(
    session: Session, actor: Actor, enrolment: Enrolment, move: MoveFacts, *, starts_on: date, ends_on: date, vacancy: str = ""
) -> Enrolment:
    """Put the move before an approver of the region that receives it: its sum is that of both costs. Raises InvalidInput, Conflict."""
    if not access.may_prepare(actor, enrolment) or enrolment.measure.kind is not MeasureKind.RELOCATION:
        raise NotFound
    errors = move_errors(move, moving_terms(enrolment.terms.details), from_region=enrolment.region_code)
    job = open_vacancy(session, vacancy.strip(), move.to_region) if vacancy.strip() else None
    if vacancy.strip() and job is None:
        errors.append(FieldError("vacancy", measure_refusals.VACANCY_NOT_THERE))
    if errors:
        raise InvalidInput(errors)
    enrolment.receiving_region_code = move.to_region
    amount = move.moving_cost + move.housing_cost
    enrolment = prepare_enrolment(session, actor, enrolment, starts_on=starts_on, ends_on=ends_on, amount=amount)
    found = relocation_of(session, enrolment)
    if found is None:
        found = Relocation(enrolment_id=enrolment.id)
        session.add(found)
    found.from_region, found.to_region = enrolment.region_code, move.to_region
    found.members, found.children = move.members, move.children
    found.moving_cost, found.housing_cost, found.vacancy_id = move.moving_cost, move.housing_cost, job.id if job else None
    session.flush()
    return enrolment


def record_move(session: Session, actor: Actor, enrolment: Enrolment, *, moved_on: date) -> Relocation:
    """The household has come; in twelve months somebody looks whether they have stayed. Raises InvalidInput, Conflict(not_begun)."""
    found = relocation_of(session, enrolment)
    if found is None or not access.may_follow(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    if enrolment.state not in (EnrolmentState.STARTED, EnrolmentState.COMPLETED) or enrolment.started_on is None:
        raise Conflict(refusals.NOT_BEGUN)
    found = hold(session, found)
    if found.moved_on is not None:
        raise Conflict(measure_refusals.MOVED_KNOWN)
    if not may_have_moved(moved_on, enrolment.started_on, clock.today()):
        raise InvalidInput([FieldError("moved_on", refusals.ENDED_WRONG)])
    found.moved_on = moved_on
    session.flush()
    plan_checks(session, enrolment, (CheckKind.SETTLED_12,), since=moved_on)
    record_act(session, actor, "record move", "enrolment", enrolment.id)
    _propose_transfer(session, enrolment, found.to_region)
    return found


def _propose_transfer(session: Session, enrolment: Enrolment, to_region: str) -> None:
    """The register follows the household; whoever is on none, has moved on it already or asked for it is left as they are."""
    actor = system_actor("propose_transfer")
    with acting_as(session, actor):
        person = session.get_one(Jobseeker, enrolment.jobseeker_id)
        is_followed = person.region_code == to_region or has_open_transfer(session, person.id)
        if is_followed or open_registration_of(session, actor, person) is None or office_serving(session, to_region) is None:
            return
        ask_transfer(session, actor, person, to_region=to_region, reason=TransferReason.RELOCATION)
