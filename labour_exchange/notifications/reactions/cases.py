"""Letters to a person about the case: a plan to read, a contract to sign, an appointment, each thing once."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Appointment, CaseTransfer, SocialContract
from labour_exchange.cases.states import ContractEnd, TransferState
from labour_exchange.cases.texts.contracts import CONTRACT_ENDS
from labour_exchange.foundation import clock
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind

Facts = Mapping[str, Any]
CASE_PAGE = "/jobseeker/case"


def ask_to_read_plan(session: Session, facts: Facts) -> None:
    """Reaction to plan_changed: one letter a day, however many steps are written."""
    _tell_person(session, facts["jobseeker_id"], MessageKind.PLAN_TO_AGREE, f"{facts['plan_id']}:{clock.today()}")


def ask_to_sign_contract(session: Session, facts: Facts) -> None:
    """Reaction to contract_approved."""
    _tell_person(session, facts["jobseeker_id"], MessageKind.CONTRACT_TO_SIGN, f"{facts['contract_id']}")


def tell_of_contract_end(session: Session, facts: Facts) -> None:
    """Reaction to contract_ended; a draft that the person never saw as approved ends without a letter."""
    contract = session.get_one(SocialContract, facts["contract_id"])
    if contract.approved_by_id is not None:
        reason = CONTRACT_ENDS[ContractEnd(facts["reason"])]
        _tell_person(session, facts["jobseeker_id"], MessageKind.CONTRACT_ENDED, f"{facts['contract_id']}", reason=reason)


def tell_of_transfer(session: Session, facts: Facts) -> None:
    """Reaction to transfer_decided."""
    transfer = session.get_one(CaseTransfer, facts["transfer_id"])
    is_accepted = facts["decision"] == TransferState.ACCEPTED
    kind = MessageKind.TRANSFER_ACCEPTED if is_accepted else MessageKind.TRANSFER_DECLINED
    _tell_person(session, transfer.jobseeker_id, kind, f"{transfer.id}", office=transfer.to_office.name)


def invite_to_appointment(session: Session, facts: Facts) -> None:
    """Reaction to appointment_proposed."""
    made = session.get_one(Appointment, facts["appointment_id"])
    _tell_person(session, made.jobseeker_id, MessageKind.APPOINTMENT_PROPOSED, f"{made.id}", when=_when(made), place=made.place)


def tell_of_cancelled_appointment(session: Session, facts: Facts) -> None:
    """Reaction to appointment_cancelled."""
    made = session.get_one(Appointment, facts["appointment_id"])
    _tell_person(session, made.jobseeker_id, MessageKind.APPOINTMENT_CANCELLED, f"{made.id}", when=_when(made))


def tell_officer_of_wish(session: Session, facts: Facts) -> None:
    """Reaction to appointment_answered: who comes is seen in the queue, who does not needs an answer."""
    if facts["answer"] == "ask_to_move":
        made = session.get_one(Appointment, facts["appointment_id"])
        path, occasion = f"/office/cases/{made.case.public_id}", f"{MessageKind.APPOINTMENT_TO_MOVE}:{made.id}"
        compose_message(session, MessageKind.APPOINTMENT_TO_MOVE, made.officer_id, occasion=occasion, path=path, when=_when(made))


def _when(made: Appointment) -> str:
    return f"{made.starts_at.astimezone(clock.COUNTRY_ZONE):%d.%m.%Y %H:%M}"


def _tell_person(session: Session, jobseeker_id: int, kind: MessageKind, occasion: str, **values: object) -> None:
    user_id = session.scalar(select(Jobseeker.user_id).where(Jobseeker.id == jobseeker_id))
    if user_id is not None:
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}", path=CASE_PAGE, **values)
