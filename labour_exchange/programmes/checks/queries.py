"""Checks the actor may see: those that are due in the region, and those of one enrolment."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import visible_of_enrolments
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.models.enrolments import Enrolment


def check_for(session: Session, actor: Actor, public_id: str) -> FollowUpCheck:
    """Raises NotFound."""
    found = session.scalars(_checks(actor).where(FollowUpCheck.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def checks_due(actor: Actor, until: date) -> Select[tuple[FollowUpCheck]]:
    """Checks nobody has made that fall due until a day, the longest due first."""
    return _checks(actor).where(FollowUpCheck.checked_on.is_(None), FollowUpCheck.due_on <= until).order_by(FollowUpCheck.due_on, FollowUpCheck.id)


def checks_of(session: Session, actor: Actor, enrolment: Enrolment) -> list[FollowUpCheck]:
    return list(session.scalars(_checks(actor).where(FollowUpCheck.enrolment_id == enrolment.id).order_by(FollowUpCheck.due_on)))


def _checks(actor: Actor) -> Select[tuple[FollowUpCheck]]:
    loaded = joinedload(FollowUpCheck.enrolment)
    wanted = select(FollowUpCheck).options(loaded.joinedload(Enrolment.jobseeker), loaded.joinedload(Enrolment.measure))
    return visible_of_enrolments(actor, wanted, FollowUpCheck)
