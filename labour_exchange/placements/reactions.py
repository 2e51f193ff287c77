"""What is counted when somebody applies."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.discovery.use.counters import add_application
from labour_exchange.foundation.clock import COUNTRY_ZONE
from labour_exchange.placements.models import JobApplication


def count_application(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to application_sent: one more for the vacancy on that day, without saying whose."""
    application = session.get_one(JobApplication, facts["application_id"])
    add_application(session, application.vacancy_id, application.created_at.astimezone(COUNTRY_ZONE).date())
