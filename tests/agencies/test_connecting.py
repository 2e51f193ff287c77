"""Connecting an agency from the command line, and mandates that cannot stand twice."""

import json
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import accept_invitation
from labour_exchange.agencies.models import Agency, AgencyMember
from labour_exchange.agencies.operations import connect_agency, give_mandate, grant_licence, withdraw_mandate
from labour_exchange.agencies.queries import agencies_in_force, agency_by_bin, licence_of, mandates_of_agency, mandates_of_employer, own_agency
from labour_exchange.agencies.rules import days_to_expiry
from labour_exchange.agencies.states import LicenceState
from labour_exchange.commands.agencies import agency_group
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from tests.factories.placements import bin_number, hiring_employer

SYSTEM = system_actor("test")


def asked(bin_: str, **changed: str) -> list[str]:
    given = {"bin": bin_, "name": "Қадам", "region": "KZ-71", "licence": f"A-{bin_}", "email": f"first{bin_}@agency.example"} | changed
    return ["connect", "--json", *(part for name, value in given.items() for part in (f"--{name}", value))]


def licensed(session: ExchangeSession) -> Agency:
    number = bin_number()
    agency = connect_agency(session, SYSTEM, bin=number, name="Қадам", region_code="KZ-71", licence_number=f"A-{number}")
    licence = licence_of(session, agency.id)
    assert licence
    grant_licence(session, SYSTEM, licence, expires_on=clock.today() + timedelta(days=365))
    return agency


def test_a_connected_agency_has_a_user_who_sets_a_password_by_the_link(app: Flask, session: ExchangeSession) -> None:
    number = bin_number()
    answer = json.loads(app.test_cli_runner().invoke(agency_group, asked(number)).output)
    assert answer["licence"] == "applied"
    user = accept_invitation(session, SYSTEM, secret=answer["link"].rsplit("/", 1)[1], new_password="three green apples 1984")
    assert user.kind is ActorKind.AGENCY
    agency = agency_by_bin(session, number)
    assert agency
    assert own_agency(session, Actor(ActorKind.AGENCY, user_id=user.id, organisation_id=agency.id)).public_id == answer["id"]


def test_connecting_twice_is_connecting_once(app: Flask, session: ExchangeSession) -> None:
    number, runner = bin_number(), app.test_cli_runner()
    first, second = (json.loads(runner.invoke(agency_group, asked(number)).output) for _ in range(2))
    assert (first["id"], first["link"] != second["link"]) == (second["id"], True)
    agency = agency_by_bin(session, number)
    assert agency
    assert len(list(session.scalars(select(AgencyMember).where(AgencyMember.agency_id == agency.id)))) == 1
    assert len(list(session.scalars(select(User).where(User.email == f"first{number}@agency.example")))) == 1


@pytest.mark.parametrize(("field", "value"), [("bin", "123"), ("region", "KZ-00"), ("email", "nobody"), ("name", " "), ("licence", " ")])
def test_what_cannot_be_connected_is_said_by_its_field(app: Flask, session: ExchangeSession, field: str, value: str) -> None:
    result = app.test_cli_runner().invoke(agency_group, asked(bin_number(), **{field: value}))
    assert result.exit_code == 2
    assert field in result.output


def test_the_address_of_somebody_else_is_not_taken_over(app: Flask, session: ExchangeSession) -> None:
    runner = app.test_cli_runner()
    runner.invoke(agency_group, asked(bin_number(), email="one@agency.example"))
    result = runner.invoke(agency_group, asked(bin_number(), email="one@agency.example"))
    assert (result.exit_code, "http" in result.output) == (1, False)


def test_nobody_but_the_ministry_and_the_system_connects(session: ExchangeSession) -> None:
    for actor in (VISITOR, Actor(ActorKind.AGENCY, organisation_id=1), Actor(ActorKind.EMPLOYER, organisation_id=1)):
        with pytest.raises(NotFound):
            connect_agency(session, actor, bin=bin_number(), name="Қадам", region_code="KZ-71", licence_number="A-9")


def test_one_open_mandate_for_a_pair_and_a_new_one_after_it_is_withdrawn(session: ExchangeSession) -> None:
    agency = licensed(session)
    employer, keeper = hiring_employer(session)
    first = give_mandate(session, keeper, employer, agency, scopes=["post"], until_on=None)
    with pytest.raises(Conflict):
        give_mandate(session, keeper, employer, agency, scopes=["post", "refer"], until_on=None)
    withdraw_mandate(session, keeper, employer, first)
    withdraw_mandate(session, keeper, employer, first)
    give_mandate(session, keeper, employer, agency, scopes=["post", "refer"], until_on=clock.today())
    assert [row.is_open for row in mandates_of_employer(session, employer.id)] == [True, False]
    assert [row.employer.id for row in mandates_of_agency(session, agency.id)] == [employer.id, employer.id]


def test_a_mandate_needs_a_scope_and_a_day_to_come(session: ExchangeSession) -> None:
    agency = licensed(session)
    employer, keeper = hiring_employer(session)
    with pytest.raises(InvalidInput) as refused:
        give_mandate(session, keeper, employer, agency, scopes=["everything"], until_on=clock.today() - timedelta(days=1))
    assert {error.field for error in refused.value.errors} == {"scopes", "until_on"}


def test_only_agencies_with_a_licence_in_force_are_offered(session: ExchangeSession) -> None:
    agency = licensed(session)
    number = bin_number()
    waiting = connect_agency(session, SYSTEM, bin=number, name="Күту", region_code="KZ-71", licence_number=f"A-{number}")
    offered = {one.id for one in agencies_in_force(session)}
    assert agency.id in offered
    assert waiting.id not in offered


@pytest.mark.parametrize(
    ("state", "days", "warned"),
    [
        (LicenceState.GRANTED, 31, None),
        (LicenceState.GRANTED, 30, 30),
        (LicenceState.GRANTED, 0, 0),
        (LicenceState.GRANTED, -1, None),
        (LicenceState.SUSPENDED, 10, None),
    ],
)
def test_the_end_of_a_licence_is_announced_in_time(state: LicenceState, days: int, warned: int | None) -> None:
    today = clock.today()
    assert days_to_expiry(state, today + timedelta(days=days), today) == warned
