"""Agencies with programs for tests, each function a situation: licensed and mandated, suspended, with a key of some scopes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.agencies.clients.models import ApiClient
from labour_exchange.agencies.clients.operations import issue_credential, register_client
from labour_exchange.agencies.clients.states import ClientScope, CredentialKind
from labour_exchange.agencies.models import Agency, Licence, Mandate
from labour_exchange.agencies.states import LicenceState
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from tests.factories.placements import bin_number, hiring_employer

SYSTEM = system_actor("test")
ALL_SCOPES = tuple(one.value for one in ClientScope)
MANDATE = ("post", "refer", "answer", "report")


@dataclass
class Program:
    """An agency's program with its key, and the employer that gave the agency a mandate."""

    agency: Agency
    client: ApiClient
    key: str
    employer: Employer
    keeper: Actor

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    @property
    def actor(self) -> Actor:
        return Actor(ActorKind.AGENCY, organisation_id=self.agency.id)


def agency(session: Session, *, state: LicenceState = LicenceState.GRANTED, **facts: Any) -> Agency:
    """An agency whose licence stands so."""
    number, today = bin_number(), clock.today()
    given = {"bin": number, "name": f"Қадам {number}", "region_code": "KZ-71", "connected_on": today, "created_at": clock.now()}
    made = Agency(**given | facts)
    session.add(made)
    session.flush()
    session.add(Licence(agency_id=made.id, number=f"A-{number}", state=state, granted_on=today, expires_on=today + timedelta(days=365)))
    session.flush()
    return made


def mandate(session: Session, of: Agency, employer: Employer, scopes: Sequence[str] = MANDATE, **facts: Any) -> Mandate:
    made = Mandate(agency_id=of.id, employer_id=employer.id, scopes=list(scopes), given_on=clock.today(), **facts)
    session.add(made)
    session.flush()
    return made


def program(
    session: Session, *, scopes: Sequence[str] = ALL_SCOPES, mandated: Sequence[str] = MANDATE, state: LicenceState = LicenceState.GRANTED
) -> Program:
    """A program with a key; without `mandated` its agency has no mandate."""
    owner = agency(session, state=state)
    employer, keeper = hiring_employer(session)
    if mandated:
        mandate(session, owner, employer, mandated)
    client = register_client(session, SYSTEM, owner, name="Feed", scopes=scopes)
    _, key = issue_credential(session, SYSTEM, client, CredentialKind.KEY)
    session.commit()
    return Program(owner, client, key, employer, keeper)


def secret(session: Session, client: ApiClient) -> str:
    """A secret to be exchanged for tokens."""
    words = issue_credential(session, SYSTEM, client, CredentialKind.SECRET)[1]
    session.commit()
    return words


def sent(employer: Employer, **more: Any) -> dict[str, Any]:
    """A vacancy as a program sends it."""
    given = {
        "title": "Welder",
        "description": "Weld frames of buses and read the drawings.",
        "employer_bin": employer.bin,
        "region_code": "KZ-71",
        "occupation_code": "7212",
        "pay_from": 300_000,
    }
    return given | more
