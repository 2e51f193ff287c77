"""What was written about a person's business and household is emptied when the person is erased; sums and dates stay for the account of money."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from labour_exchange.programmes.businesses.models import BusinessPlan, Credit
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.models.enrolments import Enrolment


def forget_measure_words(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased."""
    person = facts["jobseeker_id"]
    own = select(Enrolment.id).where(Enrolment.jobseeker_id == person)
    session.execute(delete(BusinessPlan).where(BusinessPlan.jobseeker_id == person, BusinessPlan.enrolment_id.is_(None)))
    session.execute(update(BusinessPlan).where(BusinessPlan.jobseeker_id == person).values(purpose=""))
    session.execute(update(FollowUpCheck).where(FollowUpCheck.enrolment_id.in_(own)).values(evidence=""))
    session.execute(update(Credit).where(Credit.enrolment_id.in_(own)).values(doubt_reason=""))
    session.execute(update(Enrolment).where(Enrolment.jobseeker_id == person).values(decline_reason=""))
