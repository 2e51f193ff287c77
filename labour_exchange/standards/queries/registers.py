"""Standards in force, in discussion and before; one version as far as an actor may see it."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.standards.access import visible_versions
from labour_exchange.standards.models import Standard, StandardVersion
from labour_exchange.standards.states import UNFINISHED, VersionState


def _versions(actor: Actor) -> Select[tuple[StandardVersion]]:
    wanted = select(StandardVersion).join(StandardVersion.standard).options(contains_eager(StandardVersion.standard))
    return visible_versions(actor, wanted)


def versions_in(session: Session, actor: Actor, *states: VersionState) -> list[StandardVersion]:
    """Versions in these states, the ministry's first, then by region and age."""
    wanted = _versions(actor).where(StandardVersion.state.in_(states))
    return list(session.scalars(wanted.order_by(Standard.region_code.asc().nulls_first(), StandardVersion.id)))


def versions_of_body(session: Session, actor: Actor) -> list[StandardVersion]:
    """What the actor's own body keeps: unfinished versions first, then those in force."""
    region_code = actor.region_code if actor.is_office_staff else None
    own = Standard.region_code.is_(None) if region_code is None else Standard.region_code == region_code
    wanted = _versions(actor).where(own, StandardVersion.state.in_((*UNFINISHED, VersionState.IN_FORCE)))
    found = session.scalars(wanted.order_by(StandardVersion.id)).all()
    return sorted(found, key=lambda one: (one.state is VersionState.IN_FORCE, one.id))


def version_for(session: Session, actor: Actor, public_id: str) -> StandardVersion:
    """Raises NotFound for a version this actor may not see."""
    found = session.scalar(_versions(actor).where(StandardVersion.public_id == public_id))
    if found is None:
        raise NotFound
    return found


def versions_of(session: Session, actor: Actor, standard_id: int) -> list[StandardVersion]:
    """All versions of one standard that the actor may see, the newest first."""
    wanted = _versions(actor).where(StandardVersion.standard_id == standard_id)
    return list(session.scalars(wanted.order_by(StandardVersion.number.desc())))


def version_before(session: Session, actor: Actor, version: StandardVersion) -> StandardVersion | None:
    """The latest earlier version that is or was in force: what a draft is compared with."""
    wanted = _versions(actor).where(
        StandardVersion.standard_id == version.standard_id,
        StandardVersion.number < version.number,
        StandardVersion.state.in_((VersionState.IN_FORCE, VersionState.REPLACED)),
    )
    return session.scalars(wanted.order_by(StandardVersion.number.desc()).limit(1)).first()
