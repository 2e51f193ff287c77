"""A saved search belongs to the person who saved it, and to nobody else."""

from sqlalchemy import Select, false

from labour_exchange.alerts.models import SavedSearch
from labour_exchange.foundation.access import Actor, ActorKind, action_for

KEEP_SEARCHES = action_for("keep saved searches", ActorKind.JOBSEEKER)


def visible(actor: Actor, wanted: Select[tuple[SavedSearch]]) -> Select[tuple[SavedSearch]]:
    """The actor's own."""
    if actor.jobseeker_id is None:
        return wanted.where(false())
    return wanted.where(SavedSearch.jobseeker_id == actor.jobseeker_id)
