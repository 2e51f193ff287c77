"""`flask user`: staff accounts from the command line."""

import json

from flask import Flask
from sqlalchemy import select

from labour_exchange.accounts import operations, queries
from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.commands.accounts import user_group
from labour_exchange.foundation.access import VISITOR, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.offices.models import StaffMember
from tests.factories.accounts import user


def run(app: Flask, *arguments: str) -> tuple[int, str]:
    answer = app.test_cli_runner().invoke(user_group, arguments)
    return answer.exit_code, answer.output


def test_an_analyst_is_created_and_again_gets_a_new_link(app: Flask, session: ExchangeSession) -> None:
    code, said = run(app, "create", "--kind", "analyst", "--email", "analyst@example.kz", "--language", "ru", "--json")
    assert code == 0
    link = json.loads(said)["link"]
    assert link.startswith("http://localhost/ru/invitation/")
    assert run(app, "create", "--kind", "analyst", "--email", "Analyst@example.kz")[0] == 0
    act_as(session, system_actor("test"))
    operations.accept_invitation(session, VISITOR, secret=link.rsplit("/", 1)[1], new_password="a long enough password")
    assert "has a password" in run(app, "create", "--kind", "analyst", "--email", "analyst@example.kz")[1]
    assert len(session.scalars(select(User)).all()) == 1


def test_office_staff_are_appointed(app: Flask, session: ExchangeSession) -> None:
    assert run(app, "create", "--kind", "office", "--email", "officer@example.kz")[0] == 2
    assert run(app, "create", "--kind", "office", "--email", "officer@example.kz", "--office", "KZ-99")[0] == 1
    assert run(app, "create", "--kind", "office", "--email", "officer@example.kz", "--office", "KZ-35")[0] == 0
    act_as(session, system_actor("test"))
    assert session.scalars(select(StaffMember)).one().office.region_code == "KZ-35"


def test_blocking_and_taking_the_second_factor_away(app: Flask, session: ExchangeSession) -> None:
    known = user(session)
    session.commit()
    _row, secret = operations.open_session(session, known)
    assert run(app, "block", "--email", known.email, "--reason", "fraud")[0] == 0
    act_as(session, system_actor("test"))
    assert known.state is UserState.BLOCKED
    assert queries.live_session(session, secret) is None
    assert run(app, "block", "--email", known.email, "--reason", "fraud")[0] == 1
    assert run(app, "remove-second-factor", "--email", "nobody@example.kz", "--reason", "lost")[0] == 1
