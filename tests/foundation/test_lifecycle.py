"""Lifecycles: lawful moves are logged, others are refused, and the log cannot be changed."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EMPLOYER_LIFECYCLE, EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.errors import Conflict
from labour_exchange.foundation.lifecycle.moves import history, move

SYSTEM = system_actor("test")


def employer(session: Session) -> Employer:
    made = Employer(bin="123456789012", name="Дала", state=EmployerState.CLAIMED, created_at=clock.now())
    session.add(made)
    session.flush()
    return made


def test_a_lawful_move_is_made_and_logged_with_who_when_and_why(session: Session) -> None:
    thing = employer(session)
    move(session, SYSTEM, thing, EMPLOYER_LIFECYCLE, "verify", reason="found in the business register")
    session.flush()
    (logged,) = history(session, "employer", thing.id)
    assert thing.state is EmployerState.VERIFIED
    assert (logged.action, logged.from_state, logged.to_state) == ("verify", "claimed", "verified")
    assert (logged.actor_label, logged.reason) == ("system:test", "found in the business register")


def test_a_move_that_the_table_lacks_is_refused(session: Session) -> None:
    thing = employer(session)
    with pytest.raises(Conflict):
        move(session, SYSTEM, thing, EMPLOYER_LIFECYCLE, "claim")
    assert thing.state is EmployerState.CLAIMED
    assert history(session, "employer", thing.id) == []


def test_the_log_of_moves_refuses_to_be_changed(session: Session) -> None:
    thing = employer(session)
    move(session, SYSTEM, thing, EMPLOYER_LIFECYCLE, "verify")
    session.flush()
    with pytest.raises(DBAPIError, match="permission denied|append-only"):
        session.execute(text("UPDATE transitions SET reason = 'other'"))
