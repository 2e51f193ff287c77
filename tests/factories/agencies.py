"""Agencies for tests, each function a situation; they are made by the operations, as in life."""

from datetime import timedelta
from itertools import count

from sqlalchemy.orm import Session

from labour_exchange.agencies.models import Agency, AgencyMember, Licence, Mandate
from labour_exchange.agencies.operations import connect_agency, give_mandate, grant_licence
from labour_exchange.agencies.queries import licence_of
from labour_exchange.agencies.states import Scope
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker
from labour_exchange.jobseekers.operations.links import link_agency
from labour_exchange.jobseekers.states import Audience, LinkLevel
from tests.factories import jobseekers as people
from tests.factories.accounts import user
from tests.factories.placements import bin_number

SYSTEM = system_actor("test")
ALL_SCOPES = tuple(scope.value for scope in Scope)
_serials = count(1)


def applying(session: Session) -> tuple[Agency, Actor]:
    """An agency whose licence waits for the ministry, and the actor of its first member."""
    number = bin_number()
    agency = connect_agency(session, SYSTEM, bin=number, name=f"Qadam {next(_serials)}", region_code="KZ-71", licence_number=f"L-{number}")
    return agency, member(session, agency)


def in_force(session: Session, *, days: int = 365) -> tuple[Agency, Actor]:
    """An agency whose licence ends in so many days."""
    agency, actor = applying(session)
    grant_licence(session, SYSTEM, licence(session, agency), expires_on=clock.today() + timedelta(days=days))
    return agency, actor


def member(session: Session, agency: Agency) -> Actor:
    account = user(session, ActorKind.AGENCY)
    session.add(AgencyMember(user_id=account.id, agency_id=agency.id))
    session.flush()
    return Actor(ActorKind.AGENCY, user_id=account.id, organisation_id=agency.id)


def licence(session: Session, agency: Agency) -> Licence:
    found = licence_of(session, agency.id)
    assert found
    return found


def mandated(session: Session, agency: Agency, employer: Employer, keeper: Actor, scopes: tuple[str, ...] = ALL_SCOPES) -> Mandate:
    """A mandate without an end, for everything or for what is named."""
    return give_mandate(session, keeper, employer, agency, scopes=list(scopes), until_on=None)


def linked(
    session: Session, agency: Agency, *, shows: LinkLevel = LinkLevel.CONTACTS, audience: Audience = Audience.OFFICES
) -> tuple[Jobseeker, AgencyLink]:
    """A person who has linked the agency."""
    account = user(session)
    person = people.with_profile(session, person=people.jobseeker(session, user_id=account.id), audience=audience)
    return person, link_agency(session, people.actor_of(person), person, agency, shows=shows)
