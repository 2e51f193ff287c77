"""Many at once, in transactions of their own: tries, links and codes count exactly once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import func, select

from labour_exchange.accounts import operations
from labour_exchange.accounts.models import Attempt
from labour_exchange.accounts.states import TokenPurpose
from labour_exchange.foundation.access import VISITOR, system_actor
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.foundation.errors import Refusal, TooMany
from tests.factories.accounts import user


def at_once(app: Flask, count: int, act: Callable[[ExchangeSession, int], object]) -> list[bool]:
    """Whether each of `count` acts, done at the same time in sessions of their own, was accepted."""

    def one(number: int) -> bool:
        with app.app_context():
            session = db.session()
            session.info["actor"] = system_actor("test")
            try:
                act(session, number)
                session.commit()
            except Refusal:
                session.rollback()
                return False
            return True

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(one, range(count)))


def test_tries_of_two_sessions_see_each_other(app: Flask, committed: ExchangeSession) -> None:
    operations.count_try(committed, "sign_in", account="a@example.kz", address="192.0.2.1")
    committed.commit()
    accepted = at_once(app, 40, lambda session, number: operations.count_try(session, "sign_in", account="a@example.kz", address=f"192.0.2.{number}"))
    assert accepted.count(True) == 9
    assert committed.scalar(select(func.count()).select_from(Attempt)) == 10
    with pytest.raises(TooMany) as refused:
        operations.count_try(committed, "sign_in", account="A@example.kz ", address="203.0.113.9")
    assert 0 < refused.value.retry_after <= 15


def test_a_link_is_used_once_by_many(app: Flask, committed: ExchangeSession) -> None:
    known = user(committed, email_confirmed_at=None)
    secret = operations.issue_token(committed, known.id, TokenPurpose.CONFIRM)
    committed.commit()
    assert at_once(app, 16, lambda session, number: operations.confirm_email(session, VISITOR, secret=secret)).count(True) == 1
