"""Whoever changes a thing of case work holds its row first, and sees it as it is then."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Appointment, Case, CaseTransfer, Plan, SocialContract


def hold(session: Session, thing: Appointment | Case | CaseTransfer | Plan | SocialContract) -> None:
    """Wait for whoever changes it already; what is joined to it when it is read is not locked."""
    model = type(thing)
    session.execute(select(model.id).where(model.id == thing.id).with_for_update())
    session.refresh(thing)
