"""Freezing on request: asked once, done once by the worker in the analyst's name, and a refusal is written down."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock, jobs
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.statistics.releases.models import FreezeRequest, Release
from labour_exchange.statistics.releases.operations import sign_release
from labour_exchange.statistics.releases.requests import FREEZE_JOB, ask_to_freeze, freeze_asked, freeze_request, requests_waiting
from labour_exchange.statistics.releases.states import FreezeState, ReleaseState
from tests.statistics.facts import put
from tests.statistics.test_releases import MINUTE, NOVEMBER, analyst


def asked(session: ExchangeSession, actor: Actor) -> FreezeRequest:
    return ask_to_freeze(session, actor, "2026-10", announced_at=MINUTE)


def releases(session: ExchangeSession) -> int:
    return session.scalar(select(func.count()).select_from(Release)) or 0


def test_the_worker_freezes_once_in_the_name_of_who_asked(session: ExchangeSession) -> None:
    first, second = analyst(session), analyst(session)
    put(session, "placements_declared", "KZ-71", "2026-10-05", 40, channel="agency")
    with clock.hold(NOVEMBER):
        one = asked(session, first)
        assert (one.state, releases(session), requests_waiting(session)) == (FreezeState.WAITING, 0, [one])
        for _run in range(2):
            freeze_asked(session, one.id)
        release = freeze_request(session, one.public_id).release
        assert release is not None
        assert (one.state, releases(session), release.prepared_by_id) == (FreezeState.DONE, 1, first.user_id)
        with pytest.raises(Conflict):
            sign_release(session, first, release)
        assert sign_release(session, second, release).state is ReleaseState.SIGNED


def test_a_period_is_asked_for_once_at_a_time(session: ExchangeSession) -> None:
    with clock.hold(NOVEMBER):
        asked(session, analyst(session))
        with pytest.raises(Conflict) as refusal:
            asked(session, analyst(session))
        assert refusal.value.code == "freezing"
        assert len(requests_waiting(session)) == 1


def test_what_cannot_be_prepared_is_refused_at_once(session: ExchangeSession) -> None:
    with clock.hold(NOVEMBER):
        with pytest.raises(InvalidInput):
            ask_to_freeze(session, analyst(session), "2026-11", announced_at=MINUTE)
        with pytest.raises(NotFound):
            asked(session, Actor(ActorKind.ADMINISTRATOR, user_id=1))
        assert requests_waiting(session) == []


@pytest.mark.parametrize(("is_late", "is_blocked", "code"), [(True, False, "minute_passed"), (False, True, "not_found")])
def test_what_is_refused_by_then_is_written_down(session: ExchangeSession, is_late: bool, is_blocked: bool, code: str) -> None:
    with clock.hold(NOVEMBER):
        one = asked(session, analyst(session))
        if is_blocked:
            session.get_one(User, one.asked_by_id).state = UserState.BLOCKED
            session.flush()
    with clock.hold(MINUTE if is_late else NOVEMBER + timedelta(minutes=1)):
        freeze_asked(session, one.id)
    assert (one.state, one.refusal, releases(session)) == (FreezeState.REFUSED, code, 0)
    with clock.hold(NOVEMBER):
        assert asked(session, analyst(session)).state is FreezeState.WAITING


def test_the_database_holds_one_waiting_and_an_end_with_its_result(session: ExchangeSession) -> None:
    with clock.hold(NOVEMBER):
        one = asked(session, analyst(session))
    facts = {"period_code": "2026-10", "announced_at": MINUTE, "asked_by_id": one.asked_by_id, "asked_at": datetime(2026, 11, 9, tzinfo=UTC)}
    for wrong in ({}, {"state": FreezeState.DONE, "ended_at": MINUTE}, {"state": FreezeState.REFUSED, "ended_at": MINUTE}):
        with pytest.raises(IntegrityError), session.begin_nested():
            session.add(FreezeRequest(**facts, **wrong))


def test_the_job_is_known_to_the_worker(app: Flask) -> None:
    assert FREEZE_JOB in jobs.jobs.tasks
