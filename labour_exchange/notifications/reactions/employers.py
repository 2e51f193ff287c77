"""What an organisation is told about its verification."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import EmployerMember
from labour_exchange.employers.states import EMPLOYER_LIFECYCLE
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind

Facts = Mapping[str, Any]


def tell_of_verification(session: Session, facts: Facts) -> None:
    """Reaction to employer_verified."""
    _tell(session, facts["employer_id"], MessageKind.EMPLOYER_VERIFIED)


def tell_of_refusal(session: Session, facts: Facts) -> None:
    """Reaction to employer_refused; the reason stands behind the sign-in, not in the letter."""
    _tell(session, facts["employer_id"], MessageKind.EMPLOYER_REFUSED)


def _tell(session: Session, employer_id: int, kind: MessageKind) -> None:
    # An organisation may be refused, corrected and verified: each decision is an occasion of its own.
    decision = len(history(session, EMPLOYER_LIFECYCLE.name, employer_id))
    members = select(EmployerMember.user_id).where(EmployerMember.employer_id == employer_id).order_by(EmployerMember.id)
    for user_id in session.scalars(members):
        compose_message(session, kind, user_id, occasion=f"{kind}:{employer_id}:{decision}:{user_id}", path="/employer/home")
