"""A stream of vacancies: a receipt for each line in order, bad lines that stop nothing, and a stream that was cut off."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from labour_exchange.api.v1.agencies import imports
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.operations.closing import close_applications_of_vacancies
from labour_exchange.placements.states import ApplicationState
from labour_exchange.vacancies.imports.receipts import Receipt
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.pushes.receipts import KEPT_FOR, forget_old_receipts
from labour_exchange.vacancies.runs.models import ImportRun, Way
from tests.factories import clients, placements
from tests.factories.clients import Program, sent

ADDRESS = "/api/v1/vacancies:import?source=ours&lang=en"


@pytest.fixture
def program(session: ExchangeSession) -> Program:
    return clients.program(session)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "BATCH", 3)


def lines(program: Program, *ids: str, **more: Any) -> bytes:
    return b"".join(json.dumps(sent(program.employer, external_id=one, **more)).encode() + b"\n" for one in ids)


def send(client: FlaskClient, program: Program, body: bytes, **headers: str) -> list[dict[str, Any]]:
    answer = client.post(ADDRESS, data=body, headers=program.headers | headers, content_type="application/x-ndjson")
    assert answer.status_code == 200
    assert answer.mimetype == "application/x-ndjson"
    return [json.loads(line) for line in answer.get_data().splitlines()]


def count(session: ExchangeSession) -> int:
    return session.scalar(select(func.count()).select_from(Vacancy)) or 0


def test_every_line_is_answered_in_order(client: FlaskClient, session: ExchangeSession, program: Program, small_batches: None) -> None:
    body = b"\n".join(
        (
            lines(program, "a", "b").rstrip(),
            b'{"external_id": "c", "title": ',
            b"",
            b"[1, 2]",
            lines(program, "d", employer_bin="000000000000").rstrip(),
            lines(program, "e", colour="red").rstrip(),
            lines(program, "a").rstrip(),
            lines(program, "f", description="Short").rstrip(),
            b'{"title": "without an id"}',
            b'{"external_id": "with space ", "title": "x"}',
            b'{"external_id": 5, "title": "x"}',
            b"\xff\xfe",
            lines(program, "g").rstrip(),
        )
    )
    receipts = send(client, program, body)
    told = [(one["line"], one["external_id"], one["outcome"], one["code"]) for one in receipts]
    assert told == [
        (1, "a", "created", None),
        (2, "b", "created", None),
        (3, None, "rejected", "not_json"),
        (4, None, "rejected", "not_json"),
        (5, "d", "rejected", "employer_unknown"),
        (6, "e", "rejected", "unknown_field"),
        (7, "a", "unchanged", None),
        (8, "f", "rejected", "description_short"),
        (9, None, "rejected", "external_id_missing"),
        (10, None, "rejected", "external_id_wrong"),
        (11, None, "rejected", "external_id_missing"),
        (12, None, "rejected", "not_utf8"),
        (13, "g", "created", None),
    ]
    assert all(one["detail"] for one in receipts if one["outcome"] == "rejected")
    assert count(session) == 3


def test_a_line_takes_off_and_the_next_stream_brings_back(client: FlaskClient, program: Program) -> None:
    send(client, program, lines(program, "a"))
    (gone,) = send(client, program, b'{"external_id": "a", "is_closed": true}')
    assert (gone["outcome"], gone["state"]) == ("updated", "withdrawn")
    (back,) = send(client, program, lines(program, "a"))
    assert (back["outcome"], back["state"], back["id"]) == ("updated", "published", gone["id"])


def test_what_a_stream_takes_off_is_one_event_and_closes_what_waits_for_it(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    receipts = send(client, program, lines(program, "a", "b", "c"))
    act_as(session, system_actor("test"))
    waiting = placements.application(session, session.scalars(select(Vacancy).where(Vacancy.public_id == receipts[0]["id"])).one())
    session.commit()
    send(client, program, b'{"external_id": "a", "is_closed": true}\n{"external_id": "b", "is_closed": true}')
    (event,) = session.scalars(select(RecordedEvent).where(RecordedEvent.kind == "vacancies_withdrawn"))
    gone = session.scalars(select(Vacancy.id).where(Vacancy.public_id.in_([one["id"] for one in receipts[:2]])))
    assert sorted(event.facts["vacancy_ids"]) == sorted(gone)
    act_as(session, system_actor("test"))
    session.expire_all()
    close_applications_of_vacancies(session, event.facts)
    assert session.get_one(JobApplication, waiting.id).state is ApplicationState.VACANCY_CLOSED


def test_a_stream_that_was_cut_off_ends_with_the_same_receipts(
    client: FlaskClient, session: ExchangeSession, program: Program, small_batches: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    body, whole = lines(program, *(f"k-{number}" for number in range(10))), {"Idempotency-Key": "feed-of-today"}
    taken, calls = imports.push_batch, []

    def breaking(*arguments: Any) -> list[Receipt]:
        calls.append(1)
        if len(calls) == 3:
            raise ConnectionError("the server is killed between two batches")
        return taken(*arguments)

    monkeypatch.setattr(imports, "push_batch", breaking)
    with pytest.raises(ConnectionError):
        client.post(ADDRESS, data=body, headers=program.headers | whole).get_data()
    session.rollback()
    assert count(session) == 6
    monkeypatch.setattr(imports, "push_batch", taken)
    again = send(client, program, body, **whole)
    assert [one["outcome"] for one in again] == ["created"] * 10
    assert send(client, program, body, **whole) == again
    assert count(session) == 10
    assert {one["outcome"] for one in send(client, program, body)} == {"unchanged"}, "without the key the state is told"


def test_receipts_are_forgotten_after_a_day(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    body, whole = lines(program, "a"), {"Idempotency-Key": "one"}
    send(client, program, body, **whole)
    with clock.hold(clock.now() + KEPT_FOR):
        forget_old_receipts(session)
        session.commit()
    assert [one["outcome"] for one in send(client, program, body, **whole)] == ["unchanged"]


def test_a_long_line_is_refused_and_the_rest_is_taken(client: FlaskClient, program: Program) -> None:
    long = json.dumps(sent(program.employer, external_id="long", requirements="x" * 1_200_000)).encode() + b"\n"
    receipts = send(client, program, long + lines(program, "a"))
    assert [(one["code"], one["outcome"]) for one in receipts] == [("row_too_long", "rejected"), (None, "created")]


def test_a_stream_has_a_largest_size(client: FlaskClient, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "LARGEST_STREAM", 100)
    answer = client.post(ADDRESS, data=b"x" * 101, headers=program.headers)
    assert answer.status_code == 413


def test_the_agency_reads_what_became_of_a_stream_and_of_single_vacancies(
    client: FlaskClient, session: ExchangeSession, program: Program, small_batches: None
) -> None:
    body = lines(program, "a", "b", "c", "d") + lines(program, "e", "f", "g", "h", employer_bin="000000000000")
    send(client, program, body)
    send(client, program, body, **{"Idempotency-Key": "once"})
    send(client, program, body, **{"Idempotency-Key": "once"})
    for one, more in (("i", {}), ("j", {}), ("k", {"employer_bin": "000000000000"})):
        vacancy = sent(program.employer, **more)
        client.put(f"/api/v1/vacancies/ours/{one}", json=vacancy, headers=program.headers)
    runs = session.scalars(select(ImportRun).where(ImportRun.agency_id == program.agency.id).order_by(ImportRun.id)).all()
    told = [(run.way, run.rows, run.outcomes, [(entry["count"], len(entry["examples"])) for entry in run.refusals.values()]) for run in runs]
    assert told == [
        (Way.API, 8, {"created": 4, "rejected": 4}, [(4, 3)]),
        (Way.API, 8, {"unchanged": 4, "rejected": 4}, [(4, 3)]),
        (Way.SINGLE, 3, {"created": 2, "rejected": 1}, [(1, 1)]),
    ]
