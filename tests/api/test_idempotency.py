"""The same act sent again and again: done once, answered alike; another body, or a first one that is still being done, is told so."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from sqlalchemy import func, select

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.records.answers import KEPT_FOR, KeptAnswer, forget_old_answers, is_key_free
from labour_exchange.placements.models import Offer, Placement
from labour_exchange.vacancies.models import Vacancy
from tests.factories import clients, jobseekers, placements
from tests.factories.clients import Program, sent

AT_ONCE = 8
ROUNDS = 5


@pytest.fixture
def program(committed: ExchangeSession) -> Program:
    return clients.program(committed)


def post(server: str, program: Program, address: str, body: dict[str, Any], key: str) -> requests.Response:
    return requests.post(f"{server}/api/v1{address}", json=body, headers=program.headers | {"Idempotency-Key": key}, timeout=20)


def application(session: ExchangeSession, server: str, program: Program, number: int) -> str:
    address = f"{server}/api/v1/vacancies/ours/v-{number}"
    assert requests.put(address, json=sent(program.employer), headers=program.headers, timeout=20).status_code == 201
    session.rollback()
    found = session.scalars(select(Vacancy).where(Vacancy.external_id == f"v-{number}")).one()
    public_id = placements.application(session, found, jobseekers.with_profile(session)).public_id
    session.commit()
    return public_id


def at_once(work: Any, many: int = AT_ONCE) -> list[requests.Response]:
    gate = threading.Barrier(many)

    def one(number: int) -> requests.Response:
        gate.wait()
        found: requests.Response = work(number)
        return found

    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(one, range(many)))


def test_the_same_act_at_once_is_done_once(live_server: str, committed: ExchangeSession, program: Program) -> None:
    today = clock.today().isoformat()
    for number in range(ROUNDS):
        body = {"application": application(committed, live_server, program, number), "started_on": today}
        answers = at_once(lambda _, body=body, key=f"k-{number}": post(live_server, program, "/placements", body, key))
        told = Counter(one.status_code for one in answers)
        assert set(told) <= {201, 409}, told
        assert {one.json()["code"] for one in answers if one.status_code == 409} <= {"key_in_flight"}
        again = post(live_server, program, "/placements", body, f"k-{number}")
        assert (again.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
        bodies = {one.text for one in answers if one.status_code == 201} | {again.text}
        assert len(bodies) == 1, "the first answer, byte by byte"
    committed.rollback()
    assert committed.scalar(select(func.count()).select_from(Placement)) == ROUNDS


def test_another_body_under_the_key_is_refused(live_server: str, committed: ExchangeSession, program: Program) -> None:
    public_id = application(committed, live_server, program, 1)
    today = clock.today().isoformat()
    offer = {"starts_on": today, "answer_by_on": today, "pay": 320_000}
    bodies = [offer | {"pay": 320_000 + number} for number in range(AT_ONCE)]
    answers = at_once(lambda number: post(live_server, program, f"/applications/{public_id}/offers", bodies[number], "one"))
    told = Counter(one.status_code for one in answers)
    assert told[201] == 1, told
    assert set(told) <= {201, 409, 422}
    assert {one.json()["code"] for one in answers if one.status_code == 422} <= {"key_reused"}
    elsewhere = post(live_server, program, f"/applications/{public_id}/answers", {"answer": "seen"}, "one")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (422, "key_reused")
    committed.rollback()
    assert committed.scalar(select(func.count()).select_from(Offer)) == 1


def test_what_was_refused_may_be_sent_again_under_its_key(live_server: str, committed: ExchangeSession, program: Program) -> None:
    public_id = application(committed, live_server, program, 1)
    address = f"/applications/{public_id}/answers"
    assert post(live_server, program, address, {"answer": "decline"}, "one").status_code == 422
    assert post(live_server, program, address, {"answer": "decline", "note": "Filled."}, "one").status_code == 201
    assert post(live_server, program, address, {"answer": "decline", "note": "Filled."}, "key with space").status_code == 422


def test_a_key_that_is_held_is_in_flight(live_server: str, committed: ExchangeSession, program: Program) -> None:
    public_id = application(committed, live_server, program, 1)
    assert is_key_free(committed, f"client {program.client.public_id}", "one")
    answer = post(live_server, program, f"/applications/{public_id}/answers", {"answer": "seen"}, "one")
    assert (answer.status_code, answer.json()["code"]) == (409, "key_in_flight")
    committed.rollback()
    assert post(live_server, program, f"/applications/{public_id}/answers", {"answer": "seen"}, "one").status_code == 201


def test_answers_are_forgotten_after_a_day(live_server: str, committed: ExchangeSession, program: Program) -> None:
    public_id = application(committed, live_server, program, 1)
    post(live_server, program, f"/applications/{public_id}/answers", {"answer": "seen"}, "one")
    committed.rollback()
    assert committed.scalar(select(func.count()).select_from(KeptAnswer)) == 1
    with clock.hold(clock.now() + KEPT_FOR):
        forget_old_answers(committed)
        committed.commit()
    assert committed.scalar(select(func.count()).select_from(KeptAnswer)) == 0
