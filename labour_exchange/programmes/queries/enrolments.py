"""Enrolments the actor may see: one, those of a region by state, those that wait for this approver, a person's own."""

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import visible_enrolments, visible_payments
from labour_exchange.programmes.explanations import refusal_words
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.rules.eligibility import finding_from_json
from labour_exchange.programmes.states import EnrolmentState, PaymentState


def enrolment_for(session: Session, actor: Actor, public_id: str) -> Enrolment:
    """Raises NotFound for one that is not the actor's to see."""
    found = session.scalars(_loaded(actor).where(Enrolment.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def payment_for(session: Session, actor: Actor, public_id: str) -> Payment:
    """Raises NotFound."""
    found = session.scalars(visible_payments(actor, select(Payment).where(Payment.public_id == public_id))).one_or_none()
    if found is None:
        raise NotFound
    return found


def enrolments_in_region(actor: Actor, *, state: EnrolmentState | None = None) -> Select[tuple[Enrolment]]:
    """Those the actor sees, of one state or of all."""
    wanted = _loaded(actor)
    return wanted.where(Enrolment.state == state) if state is not None else wanted


def counts_by_state(session: Session, actor: Actor) -> dict[EnrolmentState, int]:
    rows = visible_enrolments(actor, select(Enrolment)).with_only_columns(Enrolment.state, func.count()).group_by(Enrolment.state)
    return {row[0]: row[1] for row in session.execute(rows)}


def enrolments_to_approve(actor: Actor) -> Select[tuple[Enrolment]]:
    """What others prepared and this approver has not voted on."""
    is_mine = or_(Enrolment.prepared_by_id == actor.user_id, Enrolment.approved_by_id == actor.user_id)
    is_ours = func.coalesce(Enrolment.receiving_region_code, Enrolment.region_code) == actor.region_code
    return _loaded(actor).where(is_ours, Enrolment.state == EnrolmentState.PREPARED, ~func.coalesce(is_mine, False)).order_by(Enrolment.prepared_at)


def payments_to_approve(actor: Actor) -> Select[tuple[Payment]]:
    """What others prepared to be paid."""
    wanted = select(Payment).options(joinedload(Payment.enrolment)).where(Payment.state == PaymentState.PREPARED)
    wanted = wanted.where(Payment.region_code == actor.region_code)
    return visible_payments(actor, wanted.where(Payment.prepared_by_id != actor.user_id)).order_by(Payment.prepared_at)


def payments_of(session: Session, actor: Actor, enrolment: Enrolment) -> list[Payment]:
    """The payments of one enrolment in the order of their months."""
    wanted = visible_payments(actor, select(Payment).where(Payment.enrolment_id == enrolment.id))
    return list(session.scalars(wanted.order_by(Payment.month.nulls_first(), Payment.id)))


def own_enrolments(session: Session, actor: Actor) -> list[Enrolment]:
    """The person's, the latest first."""
    return list(session.scalars(_loaded(actor).order_by(Enrolment.id.desc())))


def enrolments_of_person(session: Session, actor: Actor, jobseeker_id: int) -> list[Enrolment]:
    """A person's as far as the actor sees them, the latest first."""
    return list(session.scalars(_loaded(actor).where(Enrolment.jobseeker_id == jobseeker_id).order_by(Enrolment.id.desc())))


def refusal_sentences(enrolment: Enrolment, language: str) -> list[str]:
    """Why the rules refused it, under the version of the terms it was decided by."""
    return [refusal_words(finding_from_json(one), language) for one in enrolment.findings]


def _loaded(actor: Actor) -> Select[tuple[Enrolment]]:
    wanted = select(Enrolment).options(joinedload(Enrolment.jobseeker), joinedload(Enrolment.measure), joinedload(Enrolment.terms))
    return visible_enrolments(actor, wanted)
