"""Letters about a person's measures, each thing once."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case, CaseTransfer
from labour_exchange.employers.models import EmployerMember
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.checks.texts import CHECK_KINDS
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.queries.enrolments import refusal_sentences
from labour_exchange.programmes.states import SUBSIDISED, EnrolmentState, PaymentKind
from labour_exchange.programmes.texts.labels import PAYMENT_KINDS

Facts = Mapping[str, Any]
THIN_SPACE = "\u202f"
TOLD = {
    EnrolmentState.REFUSED: MessageKind.MEASURE_REFUSED,
    EnrolmentState.APPROVED: MessageKind.MEASURE_APPROVED,
    EnrolmentState.DECLINED: MessageKind.MEASURE_DECLINED,
}


def tell_of_decision(session: Session, facts: Facts) -> None:
    """Reaction to enrolment_decided: a rule's refusal, an approver's answer, and the agreement that waits for signatures."""
    enrolment, state = session.get_one(Enrolment, facts["enrolment_id"]), EnrolmentState(facts["state"])
    if state not in TOLD:
        return
    values = _about(enrolment)
    if state is EnrolmentState.REFUSED:
        said = {language: "; ".join(refusal_sentences(enrolment, language)) for language in LANGUAGES}
        values["reason"] = Text(**said)
    _tell_person(session, enrolment, TOLD[state], f"enrolment:{enrolment.id}:{state}:{enrolment.version}", values)
    if state is EnrolmentState.APPROVED and enrolment.measure.kind in SUBSIDISED:
        _tell_person(session, enrolment, MessageKind.AGREEMENT_TO_SIGN, f"agreement:{enrolment.id}", values)
        _tell_employer(session, enrolment, MessageKind.AGREEMENT_TO_SIGN, f"agreement:{enrolment.id}", values)


def tell_of_payment(session: Session, facts: Facts) -> None:
    """Reaction to payment_made: a subsidy goes to the employer, everything else is for the person."""
    payment, enrolment = session.get_one(Payment, facts["payment_id"]), session.get_one(Enrolment, facts["enrolment_id"])
    values = _about(enrolment) | {"payment": PAYMENT_KINDS[payment.kind], "amount": f"{payment.amount:,}".replace(",", THIN_SPACE)}
    tell = _tell_employer if payment.kind is PaymentKind.SUBSIDY else _tell_person
    tell(session, enrolment, MessageKind.MEASURE_PAID, f"payment:{payment.id}", values)


def tell_of_what_is_left(session: Session, facts: Facts) -> None:
    """Reaction to enrolment_left_behind: to the person, to who prepared it, to who leads the case now; what may have begun asks its officer only."""
    enrolment, transfer = session.get_one(Enrolment, facts["enrolment_id"]), session.get_one(CaseTransfer, facts["transfer_id"])
    values, about = _about(enrolment), f"{transfer.id}:{enrolment.id}"
    kind = MessageKind.PLACE_FREED if facts["is_withdrawn"] else MessageKind.BEGINNING_UNKNOWN
    told = {enrolment.prepared_by_id: f"/office/enrolments/{enrolment.public_id}"}
    if facts["is_withdrawn"]:
        _tell_person(session, enrolment, MessageKind.MEASURE_LEFT_BEHIND, about, values)
        open_case = select(Case).where(Case.jobseeker_id == enrolment.jobseeker_id, Case.closed_on.is_(None))
        case = session.scalars(open_case.where(Case.region_code == transfer.to_region)).one_or_none()
        told |= {case.lead_id: f"/office/cases/{case.public_id}"} if case else {}
    for user_id, path in told.items():
        if user_id is not None:
            compose_message(session, kind, user_id, occasion=f"{kind}:{about}:{user_id}", path=path, **values)


def tell_of_check(session: Session, facts: Facts) -> None:
    """Reaction to check_due; silent when somebody has looked meanwhile."""
    check, enrolment = session.get_one(FollowUpCheck, facts["check_id"]), session.get_one(Enrolment, facts["enrolment_id"])
    if check.checked_on is None:
        _tell_person(session, enrolment, MessageKind.CHECK_DUE, f"check:{check.id}", _about(enrolment) | {"check": CHECK_KINDS[check.kind]})


def _about(enrolment: Enrolment) -> dict[str, object]:
    starts_on = f"{enrolment.starts_on:%d.%m.%Y}" if enrolment.starts_on else "–"
    return {"measure": enrolment.measure.name, "starts_on": starts_on}


def _tell_person(session: Session, enrolment: Enrolment, kind: MessageKind, occasion: str, values: dict[str, object]) -> None:
    user_id = session.scalar(select(Jobseeker.user_id).where(Jobseeker.id == enrolment.jobseeker_id))
    if user_id is not None:
        path = f"/jobseeker/measures/{enrolment.public_id}"
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}", path=path, **values)


def _tell_employer(session: Session, enrolment: Enrolment, kind: MessageKind, occasion: str, values: dict[str, object]) -> None:
    path = f"/employer/subsidised-jobs/{enrolment.public_id}"
    members = select(EmployerMember.user_id).where(EmployerMember.employer_id == enrolment.employer_id).order_by(EmployerMember.id)
    for user_id in session.scalars(members):
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}:{user_id}", path=path, **values)
