"""Agencies: a licence is granted, suspended and expires; a mandate allows what it names and nothing after it is withdrawn."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.accounts.rules.identifiers import check_digit
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.operations import connect_agency, expire_licences, give_mandate, grant_licence, suspend_licence, withdraw_mandate
from labour_exchange.agencies.queries import agencies_with_licences, licence_of, may_act_for
from labour_exchange.agencies.states import LicenceState
from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import history

SYSTEM = system_actor("test")
ANALYST = Actor(ActorKind.ANALYST)


def valid_bin(serial: int) -> str:
    front = f"100440{serial:05d}"
    check = check_digit(front)
    return valid_bin(serial + 1) if check is None else f"{front}{check}"


def connected(session: Session) -> Agency:
    return connect_agency(session, SYSTEM, bin=valid_bin(100), name="Қадам", region_code="KZ-71", licence_number="A-1")


def employer(session: Session) -> Employer:
    made = Employer(bin=valid_bin(900), name="Дала", region_code="KZ-71", state=EmployerState.VERIFIED, created_at=clock.now())
    session.add(made)
    session.flush()
    return made


def granted(session: Session, agency: Agency) -> None:
    licence = licence_of(session, agency.id)
    assert licence
    grant_licence(session, ANALYST, licence, expires_on=clock.today() + timedelta(days=365))


def test_a_granted_licence_and_a_mandate_let_the_agency_act_only_within_the_scope(session: Session) -> None:
    agency, hirer = connected(session), employer(session)
    keeper = Actor(ActorKind.EMPLOYER, user_id=1, organisation_id=hirer.id)
    mandate = give_mandate(session, keeper, hirer, agency, scopes=["post"], until_on=None)
    today = clock.today()
    assert not may_act_for(session, agency.id, hirer.id, "post", today), "no licence yet"
    granted(session, agency)
    assert may_act_for(session, agency.id, hirer.id, "post", today)
    assert not may_act_for(session, agency.id, hirer.id, "report", today)
    withdraw_mandate(session, keeper, hirer, mandate)
    assert not may_act_for(session, agency.id, hirer.id, "post", today)


def test_a_suspended_licence_stops_the_agency_and_says_why(session: Session) -> None:
    agency, hirer = connected(session), employer(session)
    give_mandate(session, Actor(ActorKind.EMPLOYER, organisation_id=hirer.id), hirer, agency, scopes=["post"], until_on=None)
    granted(session, agency)
    licence = licence_of(session, agency.id)
    assert licence
    with pytest.raises(InvalidInput):
        suspend_licence(session, ANALYST, licence, reason=" ")
    suspend_licence(session, ANALYST, licence, reason="charged a fee")
    assert not may_act_for(session, agency.id, hirer.id, "post", clock.today())
    assert [row.action for row in history(session, "licence", licence.id)] == ["grant", "suspend"]


def test_a_licence_expires_the_day_after_its_last(session: Session) -> None:
    agency = connected(session)
    granted(session, agency)
    licence = licence_of(session, agency.id)
    assert licence
    licence.expires_on = clock.today()
    assert expire_licences(session, SYSTEM) == 0
    licence.expires_on = clock.today() - timedelta(days=1)
    assert expire_licences(session, SYSTEM) == 1
    assert licence.state is LicenceState.EXPIRED


def test_only_the_ministry_licenses_and_only_the_employer_gives_a_mandate(session: Session) -> None:
    agency, hirer = connected(session), employer(session)
    licence = licence_of(session, agency.id)
    assert licence
    for actor in (Actor(ActorKind.OFFICE, region_code="KZ-71"), Actor(ActorKind.AGENCY, organisation_id=agency.id)):
        with pytest.raises(NotFound):
            grant_licence(session, actor, licence, expires_on=date(2099, 1, 1))
    with pytest.raises(NotFound):
        give_mandate(session, Actor(ActorKind.EMPLOYER, organisation_id=hirer.id + 1), hirer, agency, scopes=["post"], until_on=None)


def test_an_agency_is_connected_once(session: Session) -> None:
    connected(session)
    with pytest.raises(Conflict):
        connected(session)
    assert [agency.name for agency, licence in agencies_with_licences(session) if licence] == ["Қадам"]
