"""What placements forget of a person who was erased: the free words; that it happened stays, without a name."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from labour_exchange.placements.models import Invitation, JobApplication, Offer, Referral


def forget_words(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: what was written by or to the person is emptied."""
    for approach in (JobApplication, Invitation, Referral):
        session.execute(update(approach).where(approach.jobseeker_id == facts["jobseeker_id"]).values(note="", answer_note=""))
    session.execute(update(Offer).where(Offer.jobseeker_id == facts["jobseeker_id"]).values(note=""))
