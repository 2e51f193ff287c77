"""An officer puts a person on the register: unemployed status is given by its rules, asked at the counter."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.rules.eligibility import UnemployedFacts, refused_rules
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.jobseekers.access import may_register
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.operations.registrations import open_registration
from labour_exchange.jobseekers.states import Category
from labour_exchange.placements.models import Placement
from labour_exchange.placements.states import PlacementState


@dataclass(frozen=True, slots=True)
class Declared:
    """What the person says at the counter; without a day work could start today."""

    studies_full_time: bool = False
    draws_pension: bool = False
    available_on: date | None = None


def register_person(
    session: Session,
    actor: Actor,
    person: Jobseeker,
    declared: Declared,
    *,
    category: Category,
    is_rural: bool,
    office_id: int,
    on: date | None = None,
) -> Registration:
    """Open the registration. What was declared is not kept.

    Raises InvalidInput with every rule that refuses unemployed status, and what `open_registration` raises.
    """
    if person.anonymised_at is not None or not may_register(actor, person):
        raise NotFound
    if category is Category.UNEMPLOYED:
        refused = refused_rules(_facts(session, person, declared), clock.today())
        if refused:
            raise InvalidInput([FieldError(rule.field or "category", rule.refusal) for rule in refused])
    return open_registration(session, actor, person, category=category, is_rural=is_rural, office_id=office_id, on=on)


def _facts(session: Session, person: Jobseeker, declared: Declared) -> UnemployedFacts:
    return UnemployedFacts(
        born_on=person.born_on,
        sex=person.sex,
        has_open_placement=_has_open_placement(session, person),
        studies_full_time=declared.studies_full_time,
        draws_pension=declared.draws_pension,
        available_on=declared.available_on or clock.today(),
    )


def _has_open_placement(session: Session, person: Jobseeker) -> bool:
    """Whether a confirmed job has not ended. The exchange itself looks: the job may be in a region whose rows the officer may not read."""
    wanted = select(Placement.id).where(Placement.jobseeker_id == person.id, Placement.state == PlacementState.CONFIRMED).limit(1)
    with acting_as(session, system_actor("has_open_placement")):
        return session.scalar(wanted) is not None
