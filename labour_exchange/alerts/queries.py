"""A person's saved searches, and how much is new in each."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.alerts.access import visible
from labour_exchange.alerts.models import AlertMatch, SavedSearch
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound


@dataclass(frozen=True, slots=True)
class Kept:
    """One saved search and how many vacancies met it since the person last looked."""

    search: SavedSearch
    new: int


def saved_searches(session: Session, actor: Actor) -> list[Kept]:
    """The actor's own, the latest first."""
    is_new = (AlertMatch.search_id == SavedSearch.id) & (AlertMatch.matched_at > SavedSearch.seen_at)
    new = select(func.count()).where(is_new).scalar_subquery()
    rows = session.execute(visible(actor, select(SavedSearch)).add_columns(new).order_by(SavedSearch.id.desc()))
    return [Kept(search, count) for search, count in rows]


def saved_search(session: Session, actor: Actor, public_id: str) -> SavedSearch:
    """One of the actor's own; NotFound for everybody else's."""
    found = session.scalar(visible(actor, select(SavedSearch)).where(SavedSearch.public_id == public_id))
    if found is None:
        raise NotFound
    return found


def exported_searches(session: Session, actor: Actor) -> list[dict[str, Any]]:
    """What the export of a person's own data says of them."""
    kept = session.scalars(visible(actor, select(SavedSearch)).order_by(SavedSearch.id))
    return [
        {
            "name": one.name,
            "question": one.question,
            "frequency": one.frequency.value,
            "state": one.state.value,
            "saved_at": one.created_at.isoformat(),
        }
        for one in kept
    ]
