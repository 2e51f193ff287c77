"""Open and close places of work."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from labour_exchange.employers import access, texts
from labour_exchange.employers.models import Employer, Establishment
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.territory.queries import district, is_district, is_region


@dataclass(frozen=True, slots=True)
class EstablishmentFacts:
    """A place of work as its employer describes it."""

    name: str
    region_code: str
    district_code: str | None
    address: str
    latitude: float | None = None
    longitude: float | None = None


def open_establishment(session: Session, actor: Actor, employer: Employer, facts: EstablishmentFacts) -> Establishment:
    """Add a place of work; raises InvalidInput."""
    if not access.may_keep(actor, employer):
        raise NotFound
    errors = [] if is_region(facts.region_code) else [FieldError("region_code", texts.REGION_UNKNOWN)]
    if facts.district_code and (not is_district(facts.district_code) or district(facts.district_code).region_code != facts.region_code):
        errors.append(FieldError("district_code", texts.DISTRICT_UNKNOWN))
    if not facts.address.strip():
        errors.append(FieldError("address", texts.PLACE_MISSING))
    if errors:
        raise InvalidInput(errors)
    place = Establishment(
        employer_id=employer.id,
        name=facts.name.strip() or employer.name,
        region_code=facts.region_code,
        district_code=facts.district_code,
        address=facts.address.strip(),
        latitude=facts.latitude,
        longitude=facts.longitude,
    )
    session.add(place)
    session.flush()
    return place


def close_establishment(session: Session, actor: Actor, place: Establishment) -> None:
    """Close a place of work; its vacancies stay as they are until they end."""
    if actor.organisation_id != place.employer_id or not access.may_keep(actor, place.employer):
        raise NotFound
    place.is_closed = True
