"""The pushes of an agency, for its own people."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.vacancies.runs.models import ImportRun


def runs_of(session: Session, actor: Actor, limit: int = 20) -> list[ImportRun]:
    """The latest pushes of the actor's agency."""
    if actor.kind is not ActorKind.AGENCY or actor.organisation_id is None:
        raise NotFound
    return list(session.scalars(select(ImportRun).where(ImportRun.agency_id == actor.organisation_id).order_by(ImportRun.id.desc()).limit(limit)))


def run_of(session: Session, actor: Actor, public_id: str) -> ImportRun:
    """One push of the actor's agency; raises NotFound."""
    wanted = select(ImportRun).where(ImportRun.public_id == public_id, ImportRun.agency_id == actor.organisation_id)
    found = session.scalars(wanted).one_or_none() if actor.kind is ActorKind.AGENCY else None
    if found is None:
        raise NotFound
    return found
