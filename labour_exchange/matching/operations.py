"""Take a suggestion away, and say which of its reasons was wrong."""

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.matching.models import DismissedSuggestion
from labour_exchange.vacancies.models import Vacancy


def dismiss_suggestion(session: Session, actor: Actor, vacancy: Vacancy, *, contested: str = "") -> None:
    """Show this vacancy to this person no more; doing it twice is doing it once."""
    if actor.jobseeker_id is None:
        raise NotFound
    values = {"jobseeker_id": actor.jobseeker_id, "vacancy_id": vacancy.id, "contested": contested, "dismissed_at": clock.now()}
    session.execute(insert(DismissedSuggestion).values(**values).on_conflict_do_nothing())
