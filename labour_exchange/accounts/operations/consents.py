"""Consents: given in a version, taken back, never overwritten."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from labour_exchange.accounts.agreements import AGREEMENTS
from labour_exchange.accounts.models import Consent, User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.records.audit import record_act


def give_consent(session: Session, actor: Actor, user: User, *, subject: str) -> Consent:
    """Record that the user agreed to the version in force."""
    consent = Consent(user_id=user.id, subject=subject, version=AGREEMENTS[subject].version, given_at=clock.now())
    session.add(consent)
    session.flush()
    record_act(session, actor, "consent_given", "user", user.id, subject=subject, version=consent.version)
    return consent


def withdraw_consent(session: Session, actor: Actor, user: User, *, subject: str) -> int:
    """Take back every version of a consent that is in force; how many there were."""
    taken = session.scalars(
        update(Consent)
        .where(Consent.user_id == user.id, Consent.subject == subject, Consent.withdrawn_at.is_(None))
        .values(withdrawn_at=clock.now())
        .returning(Consent.id)
    ).all()
    record_act(session, actor, "consent_withdrawn", "user", user.id, subject=subject)
    return len(taken)
