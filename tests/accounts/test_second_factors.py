"""The second factor: enrolled once, each code used once."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from sqlalchemy.orm import Session

from labour_exchange.accounts import operations, queries
from labour_exchange.accounts.models import Attempt, SecondFactor, User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, ActorKind, system_actor
from labour_exchange.foundation.errors import InvalidInput, NotFound
from tests.factories.accounts import actor_of, user

NOON = datetime(2026, 11, 23, 12, 0, 10, tzinfo=UTC)


def attempt(session: Session) -> Attempt:
    return operations.count_try(session, "second_factor", account="officer", address="192.0.2.1")


def code_at(factor: SecondFactor, moment: datetime) -> str:
    return pyotp.TOTP(factor.totp_secret).at(moment)


def enrolled(session: Session) -> tuple[User, SecondFactor, list[str]]:
    officer = user(session, ActorKind.OFFICE)
    factor = operations.enrol_second_factor(session, VISITOR, officer)
    with clock.hold(NOON):
        codes = operations.confirm_second_factor(session, VISITOR, attempt(session), officer, code=code_at(factor, NOON))
    return officer, factor, codes


def test_the_secret_stays_the_same_until_it_is_confirmed_and_is_never_shown_again(session: Session) -> None:
    officer = user(session, ActorKind.OFFICE)
    factor = operations.enrol_second_factor(session, VISITOR, officer)
    assert operations.enrol_second_factor(session, VISITOR, officer) is factor
    with pytest.raises(InvalidInput):
        operations.confirm_second_factor(session, VISITOR, attempt(session), officer, code="000000 wrong")
    assert not queries.has_second_factor(session, officer)
    with clock.hold(NOON):
        operations.confirm_second_factor(session, VISITOR, attempt(session), officer, code=code_at(factor, NOON))
    assert queries.has_second_factor(session, officer)
    with pytest.raises(NotFound):
        operations.enrol_second_factor(session, VISITOR, officer)


def test_a_code_works_once_and_not_before_the_last_one(session: Session) -> None:
    officer, factor, _codes = enrolled(session)
    with clock.hold(NOON), pytest.raises(InvalidInput):
        operations.verify_second_factor(session, VISITOR, attempt(session), officer, code=code_at(factor, NOON))
    later = NOON + timedelta(seconds=60)
    with clock.hold(later):
        tried = attempt(session)
        operations.verify_second_factor(session, VISITOR, tried, officer, code=" ".join(code_at(factor, later)))
        assert tried.succeeded
        for moment in (later, later - timedelta(seconds=30)):
            with pytest.raises(InvalidInput):
                operations.verify_second_factor(session, VISITOR, attempt(session), officer, code=code_at(factor, moment))


@pytest.mark.parametrize("code", ["", "12345", "１２３４５６", "abc def"])
def test_other_codes_are_refused(session: Session, code: str) -> None:
    officer, _factor, _codes = enrolled(session)
    with pytest.raises(InvalidInput):
        operations.verify_second_factor(session, VISITOR, attempt(session), officer, code=code)


def test_a_code_of_yesterday_is_refused(session: Session) -> None:
    officer, factor, _codes = enrolled(session)
    with clock.hold(NOON + timedelta(days=1)), pytest.raises(InvalidInput):
        operations.verify_second_factor(session, VISITOR, attempt(session), officer, code=code_at(factor, NOON + timedelta(minutes=5)))


def test_each_recovery_code_works_once_however_it_is_written(session: Session) -> None:
    officer, factor, codes = enrolled(session)
    assert len(set(codes)) == 10
    assert not set(codes) & set(factor.recovery_hashes)
    operations.verify_second_factor(session, VISITOR, attempt(session), officer, code=codes[3].upper().replace("-", " "))
    with pytest.raises(InvalidInput):
        operations.verify_second_factor(session, VISITOR, attempt(session), officer, code=codes[3])
    operations.verify_second_factor(session, VISITOR, attempt(session), officer, code=codes[4])
    session.refresh(factor)
    assert len(factor.recovery_hashes) == 8


def test_an_administrator_lets_enrol_again_and_every_session_ends(session: Session) -> None:
    officer, _factor, _codes = enrolled(session)
    _row, secret = operations.open_session(session, officer, second_factor_at=clock.now())
    with pytest.raises(NotFound):
        operations.remove_second_factor(session, actor_of(officer), officer, reason="lost phone")
    operations.remove_second_factor(session, system_actor("test"), officer, reason="lost phone")
    session.flush()
    assert queries.live_session(session, secret) is None
    assert not queries.has_second_factor(session, officer)
    assert operations.enrol_second_factor(session, VISITOR, officer).confirmed_at is None
