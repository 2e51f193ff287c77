"""What the feed tells: every change that readers can see, deletions also to filtered readers, and nothing else."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, text, update

from labour_exchange.feeds.models import FeedHorizon, VacancyChange
from labour_exchange.feeds.operations import KEPT, forget_old_changes, restart_feed
from labour_exchange.feeds.queries import cursor_at
from labour_exchange.feeds.rules import Position, Wanted
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.factories import employers, vacancies
from tests.feeds.following import FEED, PATIENCE_SECONDS, Follower


@pytest.fixture
def reader(app: Flask, committed: ExchangeSession, unlimited: None) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def unlimited(app: Flask) -> Iterator[None]:
    before = app.config["API_RATE_LIMIT"]
    app.config["API_RATE_LIMIT"] = "1000000 per minute"
    yield
    app.config["API_RATE_LIMIT"] = before


def change(session: ExchangeSession, vacancy: Vacancy, **facts: object) -> None:
    for name, value in facts.items():
        setattr(vacancy, name, value)
    session.commit()


def close(session: ExchangeSession, vacancy: Vacancy) -> None:
    change(session, vacancy, state=VacancyState.WITHDRAWN, closed_at=clock.now())


def test_a_vacancy_is_told_when_it_is_published_changed_and_closed(committed: ExchangeSession, reader: FlaskClient) -> None:
    vacancy = vacancies.published(committed, title="Electrician", contact_phone="+77001112233", contact_name="Somebody")
    committed.commit()
    follower = Follower(reader).until(1)
    assert follower.told == [("published", vacancy.public_id)]
    assert follower.held[vacancy.public_id]["title"] == "Electrician"
    assert "77001112233" not in str(follower.held)
    assert "Somebody" not in str(follower.held)
    change(committed, vacancy, title="Electrician, night shift")
    follower.until(2)
    assert follower.held[vacancy.public_id]["title"] == "Electrician, night shift"
    close(committed, vacancy)
    follower.until(3)
    assert follower.told[1:] == [("changed", vacancy.public_id), ("closed", vacancy.public_id)]
    assert follower.held == {}


def test_what_readers_cannot_see_is_not_told(committed: ExchangeSession, reader: FlaskClient) -> None:
    shown, draft = vacancies.published(committed), vacancies.vacancy(committed)
    committed.commit()
    follower = Follower(reader).until(1)
    change(committed, shown, applications=7, contact_phone="+77009998877", checked_at=clock.now())
    change(committed, draft, title="Still a draft")
    committed.execute(update(Vacancy).values(document_version=Vacancy.document_version))
    committed.commit()
    change(committed, shown, pay_to=500_000)
    follower.until(2)
    assert follower.told == [("published", shown.public_id), ("changed", shown.public_id)]


def test_many_changes_of_one_vacancy_are_told_once_with_the_latest_state(committed: ExchangeSession, reader: FlaskClient) -> None:
    vacancy = vacancies.published(committed)
    committed.commit()
    for number in range(5):
        change(committed, vacancy, title=f"Electrician {number}")
    other = vacancies.published(committed)
    committed.commit()
    follower = Follower(reader).until(2)
    assert follower.told == [("published", vacancy.public_id), ("published", other.public_id)]
    assert follower.held[vacancy.public_id]["title"] == "Electrician 4"


def test_a_filtered_reader_is_told_of_what_leaves_closes_and_arrives(committed: ExchangeSession, reader: FlaskClient) -> None:
    staying, leaving = vacancies.published(committed, region_code="KZ-71"), vacancies.published(committed, region_code="KZ-71")
    arriving, elsewhere = vacancies.published(committed, region_code="KZ-75"), vacancies.published(committed, region_code="KZ-79")
    committed.commit()
    follower = Follower(reader, "&region=KZ-71&occupation=74").until(2)
    assert set(follower.held) == {staying.public_id, leaving.public_id}
    change(committed, leaving, region_code="KZ-75")
    change(committed, arriving, region_code="KZ-71")
    change(committed, elsewhere, title="Of no concern here")
    close(committed, staying)
    follower.until(5)
    assert set(follower.held) == {arriving.public_id}
    change(committed, arriving, occupation_code="9112")
    follower.until(6)
    assert follower.held == {}
    assert elsewhere.public_id not in {public_id for _, public_id in follower.told}


def test_the_cursor_stands_while_nothing_happens_and_moves_on_past_what_is_filtered_out(committed: ExchangeSession, reader: FlaskClient) -> None:
    vacancies.published(committed, region_code="KZ-75")
    committed.commit()
    follower, everything = Follower(reader, "&region=KZ-71"), Follower(reader).until(1)
    follower.ask()
    first = follower.cursor
    answer = reader.get(f"{FEED}?region=KZ-71&limit=200&cursor={first}")
    assert answer.get_json() == {"items": [], "next_cursor": first, "has_more": False}
    again = reader.get(f"{FEED}?region=KZ-71&limit=200&cursor={first}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")
    vacancies.published(committed, region_code="KZ-75")
    committed.commit()
    everything.until(2)
    assert follower.ask()["items"] == []
    assert follower.cursor != first


@pytest.mark.parametrize("query", ["region=KZ-75", "occupation=74", ""])
def test_a_cursor_belongs_to_its_question(committed: ExchangeSession, reader: FlaskClient, query: str) -> None:
    cursor = reader.get(f"{FEED}?region=KZ-71").get_json()["next_cursor"]
    answer = reader.get(f"{FEED}?{query}&cursor={cursor}")
    assert (answer.status_code, answer.get_json()["code"]) == (422, "bad_cursor")


def test_pages_of_one_lose_nothing(committed: ExchangeSession, reader: FlaskClient) -> None:
    made = [vacancies.published(committed) for _ in range(7)]
    committed.commit()
    assert Follower(reader).until(7, limit=1).told == [("published", one.public_id) for one in made]


def test_an_employers_new_name_is_told_of_each_open_vacancy(committed: ExchangeSession, reader: FlaskClient) -> None:
    employer = employers.verified(committed)
    vacancy = vacancies.published(committed, by=employer)
    closed = vacancies.published(committed, by=employer, state=VacancyState.WITHDRAWN)
    committed.commit()
    follower = Follower(reader).until(1)
    employer.name = "Renamed Works"
    committed.commit()
    follower.until(2)
    assert follower.held[vacancy.public_id]["employer"]["name"] == "Renamed Works"
    assert closed.public_id not in {public_id for _, public_id in follower.told}


def test_a_row_waits_for_older_transactions(committed: ExchangeSession, reader: FlaskClient, app: Flask) -> None:
    engine = committed.get_bind()
    follower = Follower(reader)
    with engine.connect() as older:
        older.execute(text("SELECT pg_current_xact_id()"))
        vacancy = vacancies.published(committed)
        committed.commit()
        for _ in range(3):
            assert follower.ask()["items"] == []
        older.rollback()
    assert follower.until(1).told == [("published", vacancy.public_id)]


def aged(session: ExchangeSession) -> None:
    """Wait until the feed may be read to its end, then look from after the time that changes are kept."""
    end = time.monotonic() + PATIENCE_SECONDS
    safe = text("SELECT max(transaction) < CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint) FROM vacancy_changes")
    while not session.scalar(safe):
        session.rollback()
        assert time.monotonic() < end
        time.sleep(0.05)
    session.rollback()
    with clock.hold(clock.now() + KEPT + timedelta(days=1)):
        forget_old_changes(session)
        session.commit()


def test_a_cursor_older_than_what_is_kept_is_told_to_take_the_snapshot(committed: ExchangeSession, reader: FlaskClient) -> None:
    vacancy, closed = vacancies.published(committed), vacancies.published(committed)
    committed.commit()
    early = Follower(reader).until(2, limit=1)
    before = Follower(reader)
    before.ask(limit=1)
    change(committed, vacancy, title="Electrician again")
    close(committed, closed)
    late = Follower(reader).until(1)
    aged(committed)
    assert committed.scalar(select(func.count()).select_from(VacancyChange)) == 1
    assert committed.scalar(select(func.count()).select_from(FeedHorizon)) == 1
    for old in (early, before):
        answer = reader.get(f"{FEED}?cursor={old.cursor}")
        assert (answer.status_code, answer.get_json()["code"]) == (410, "cursor_too_old")
        assert "/api/v1/feed/vacancies/snapshot" in answer.get_json()["detail"]
    assert late.ask()["items"] == []
    # From the beginning everything that is open is still told.
    assert Follower(reader).until(1).held.keys() == {vacancy.public_id}


def test_who_reads_from_the_beginning_is_not_sent_away_on_the_way(committed: ExchangeSession, reader: FlaskClient) -> None:
    kept = [vacancies.published(committed) for _ in range(3)]
    close(committed, vacancies.published(committed))
    aged(committed)
    follower = Follower(reader).until(3, limit=1)
    assert follower.held.keys() == {one.public_id for one in kept}


def test_after_a_copy_was_put_back_the_feed_begins_anew(committed: ExchangeSession, reader: FlaskClient) -> None:
    staying = vacancies.published(committed)
    close(committed, vacancies.published(committed))
    before = Follower(reader).until(2)
    assert restart_feed(committed) == 1
    committed.commit()
    assert Follower(reader).until(1).held.keys() == {staying.public_id}
    elsewhere = cursor_at(Position((2**50, 1)), Wanted())
    for cursor in (before.cursor, elsewhere):
        answer = reader.get(f"{FEED}?cursor={cursor}")
        assert (answer.status_code, answer.get_json()["code"]) == (410, "cursor_too_old")


def test_nobody_rewrites_the_feed(committed: ExchangeSession) -> None:
    vacancies.published(committed)
    committed.commit()
    for statement in ("UPDATE vacancy_changes SET kind = 'closed'", "DELETE FROM vacancy_changes", "INSERT INTO feed_horizons VALUES (1, 1)"):
        with pytest.raises(Exception, match="denied"):
            committed.execute(text(statement))
        committed.rollback()
