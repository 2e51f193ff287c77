"""Releases: frozen, signed by two, published at the minute, revised by new editions only, and recomputed from the evidence."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.attributes import set_committed_value

from labour_exchange.commands.statistics import statistics
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.placements.models import Placement
from labour_exchange.statistics.releases.contents import content_hash
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.operations import prepare_release, publish_due_releases, sign_release
from labour_exchange.statistics.releases.queries import published_release
from labour_exchange.statistics.releases.states import ReleaseState
from labour_exchange.statistics.releases.verification import verify_release
from tests.factories import accounts
from tests.factories import placements as situations
from tests.statistics.facts import put

OCTOBER = datetime(2026, 10, 5, 7, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 9, 7, tzinfo=UTC)
MINUTE = datetime(2026, 11, 10, 4, 0, tzinfo=UTC)
REASON = "Contracts that arrived late."


def analyst(session: ExchangeSession) -> Actor:
    return accounts.actor_of(accounts.user(session, ActorKind.ANALYST))


def published(session: ExchangeSession, period: str = "2026-10", *, now: datetime = NOVEMBER, reason: str = "") -> Release:
    """A release that went its whole way."""
    with clock.hold(now):
        made = prepare_release(session, analyst(session), period, announced_at=now + timedelta(days=1), reason=reason)
        sign_release(session, analyst(session), made)
    with clock.hold(now + timedelta(days=1)):
        assert publish_due_releases(session) == 1
    return made


@pytest.fixture
def placed(session: ExchangeSession) -> list[Placement]:
    """Seven placements of October in Astana, from the registers."""
    with clock.hold(OCTOBER):
        employer, actor = situations.hiring_employer(session)
        vacancy = situations.open_vacancy(session, employer, posts=9)
        made = [situations.placement(session, vacancy, actor) for _ in range(7)]
        session.flush()
    return made


def value(release: Release, indicator: str, *cell: str) -> int | None:
    table = next(one for one in release.tables if one["indicator"] == indicator)
    return next(row[-1] for row in table["cells"] if tuple(row[:-1]) == cell)


def test_a_release_is_frozen_with_the_hash_of_its_facts(session: ExchangeSession, placed: list[Placement]) -> None:
    release = published(session)
    assert (release.name, release.state, f"{release.as_of}") == ("2026-10.1", ReleaseState.PUBLISHED, "2026-11-08")
    assert value(release, "placements_declared", "KZ-71", "2026-10", "_T") == 7
    assert value(release, "placements_declared", "KZ-75", "2026-10", "_T") == 0
    assert release.facts_count > 7
    assert len(release.facts_hash) == len(release.content_hash) == 64


def test_neither_signature_comes_alone(session: ExchangeSession) -> None:
    first, second = analyst(session), analyst(session)
    with clock.hold(NOVEMBER):
        release = prepare_release(session, first, "2026-10", announced_at=MINUTE)
        with pytest.raises(Conflict) as refusal:
            sign_release(session, first, release)
        assert refusal.value.code == "same_person"
    with clock.hold(MINUTE):
        assert publish_due_releases(session) == 0, "nobody signed it"
        sign_release(session, second, release)
        with pytest.raises(Conflict):
            sign_release(session, second, release)
        assert publish_due_releases(session) == 1


@pytest.mark.parametrize("kind", [kind for kind in ActorKind if kind is not ActorKind.ANALYST])
def test_only_analysts_prepare_and_sign(session: ExchangeSession, kind: ActorKind) -> None:
    with clock.hold(NOVEMBER):
        release = prepare_release(session, analyst(session), "2026-10", announced_at=MINUTE)
        with pytest.raises(NotFound):
            prepare_release(session, Actor(kind, user_id=1), "2026-09", announced_at=MINUTE)
        with pytest.raises(NotFound):
            sign_release(session, Actor(kind, user_id=1), release)


@pytest.mark.parametrize(("before", "count"), [(timedelta(minutes=1), 0), (timedelta(0), 1), (timedelta(minutes=-1), 1)])
def test_it_is_published_at_the_announced_minute(session: ExchangeSession, before: timedelta, count: int) -> None:
    with clock.hold(NOVEMBER):
        release = prepare_release(session, analyst(session), "2026-10", announced_at=MINUTE)
        sign_release(session, analyst(session), release)
    with clock.hold(MINUTE - before):
        assert publish_due_releases(session) == count
    if count:
        assert published_release(session, "2026-10.1") is release
    else:
        with pytest.raises(NotFound):
            published_release(session, "2026-10.1")


@pytest.mark.parametrize(
    ("period", "minutes", "reason", "code"),
    [
        ("2026-11", 60, "", "period_not_over"),
        ("2026-H2", 60, "", "period_not_over"),
        ("October", 60, "", "unknown_period"),
        ("2026-10", 0, "", "minute_passed"),
        ("2026-10", 60, "Because", "reason_needless"),
    ],
)
def test_what_cannot_be_prepared(session: ExchangeSession, period: str, minutes: int, reason: str, code: str) -> None:
    with clock.hold(NOVEMBER), pytest.raises(InvalidInput) as refusal:
        prepare_release(session, analyst(session), period, announced_at=NOVEMBER + timedelta(minutes=minutes), reason=reason)
    assert [error.message.code for error in refusal.value.errors] == [code]


def test_a_revision_is_a_new_edition_that_says_why(session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 40, channel="agency")
    put(session, "placements_declared", "KZ-75", "2026-10-05", 30, channel="agency")
    first = published(session)
    with clock.hold(NOVEMBER + timedelta(days=5)), pytest.raises(InvalidInput) as refusal:
        prepare_release(session, analyst(session), "2026-10", announced_at=NOVEMBER + timedelta(days=9))
    assert refusal.value.errors[0].message.code == "reason_missing"
    # One person more in Astana, twenty in Almaty: the first would be read from the difference of the editions.
    put(session, "placements_declared", "KZ-71", "2026-10-06", 1, channel="agency", recorded_on=datetime(2026, 11, 12, tzinfo=UTC).date())
    put(session, "placements_declared", "KZ-75", "2026-10-06", 20, channel="agency", recorded_on=datetime(2026, 11, 12, tzinfo=UTC).date())
    second = published(session, now=NOVEMBER + timedelta(days=5), reason=REASON)
    assert (second.edition, second.previous_content_hash) == (2, first.content_hash)
    assert value(first, "placements_declared", "KZ-71", "2026-10", "_T") == 40
    assert value(second, "placements_declared", "KZ-71", "2026-10", "_T") is None
    assert value(second, "placements_declared", "KZ", "2026-10", "_T") == 91


def test_an_edition_waits_for_the_one_before(session: ExchangeSession) -> None:
    with clock.hold(NOVEMBER):
        prepare_release(session, analyst(session), "2026-10", announced_at=MINUTE)
        with pytest.raises(Conflict):
            prepare_release(session, analyst(session), "2026-10", announced_at=MINUTE, reason=REASON)


def test_a_quarter_shows_nothing_that_its_months_withheld(session: ExchangeSession) -> None:
    for month, count in (("07", 3), ("08", 30), ("09", 40)):
        put(session, "vacancies_notified", "KZ-71", f"2026-{month}-05", 1)
        put(session, "posts_notified", "KZ-71", f"2026-{month}-05", count)
        put(session, "posts_notified", "KZ-75", f"2026-{month}-05", 50)
    july = published(session, "2026-07")
    quarter = published(session, "2026-Q3", now=NOVEMBER + timedelta(days=2))
    assert value(july, "vacancies_notified", "KZ-71", "2026-07") is None
    assert value(quarter, "vacancies_notified", "KZ-71", "2026-07") is None
    assert value(quarter, "vacancies_notified", "KZ", "2026-Q3") == 223


def test_what_is_frozen_cannot_be_changed_by_the_application(app: Flask, session: ExchangeSession) -> None:
    role = session.scalar(text("SELECT rolname FROM pg_roles WHERE rolname NOT LIKE 'pg\\_%' AND NOT rolsuper AND rolcanlogin ORDER BY 1 LIMIT 1"))
    may = {
        column: session.scalar(text("SELECT has_column_privilege(:role, 'releases', :column, 'UPDATE')"), {"role": role, "column": column})
        for column in ("tables", "facts_hash", "announced_at", "state", "signed_by_id")
    }
    assert may == {"tables": False, "facts_hash": False, "announced_at": False, "state": True, "signed_by_id": True}
    with clock.hold(NOVEMBER):
        release = prepare_release(session, analyst(session), "2026-10", announced_at=MINUTE)
    with pytest.raises(DBAPIError), session.begin_nested():
        session.execute(text("UPDATE releases SET state = 'signed', signed_by_id = prepared_by_id WHERE id = :id"), {"id": release.id})


def test_verification_recomputes_the_release_and_finds_one_changed_row(session: ExchangeSession, placed: list[Placement]) -> None:
    release = published(session)
    assert verify_release(session, release).is_equal
    changed = session.get_one(Placement, placed[3].id)
    session.execute(text("UPDATE placements SET channel = 'programme' WHERE id = :id"), {"id": changed.id})
    found = verify_release(session, release)
    assert not found.is_equal
    assert (found.is_content_intact, found.are_stored_facts_equal, found.are_drawn_facts_equal) == (True, True, False)
    assert any(f"|placement|{changed.id}|" in row and row.endswith("programme") for side, row in found.rows if side == "drawn")
    assert any(code == "placements_declared" and cell[0] == "KZ-71" for code, cell, _old, _new in found.cells)


def test_a_release_that_was_covered_otherwise_is_counted_again(session: ExchangeSession, placed: list[Placement]) -> None:
    """Cover is chosen better later: what was published under the earlier rule still verifies, and a changed row is still found."""
    release = published(session)
    tables = json.loads(json.dumps(release.tables))
    for table in tables:
        del table["protection"]
    shown = next(cell for cell in tables[0]["cells"] if cell[-1] and cell[0] == "KZ-71" and cell[2] != "_T")
    place = (tables[0]["indicator"], tuple(shown[:-1]), shown[-1])
    tables[0]["cells"][0][-1] = None
    set_committed_value(release, "tables", tables)
    set_committed_value(release, "content_hash", content_hash(tables))
    assert verify_release(session, release).is_equal
    session.execute(text("UPDATE placements SET channel = 'programme' WHERE id = :id"), {"id": placed[3].id})
    found = verify_release(session, release)
    assert not found.are_drawn_facts_equal
    assert place in [(code, cell, old) for code, cell, old, _new in found.cells]


def test_verification_finds_a_table_that_was_touched(session: ExchangeSession, placed: list[Placement]) -> None:
    release = published(session)
    tables = json.loads(json.dumps(release.tables))
    tables[0]["cells"][0][-1] = 999
    set_committed_value(release, "tables", tables)  # As somebody who owns the database could do it; the application may not.
    found = verify_release(session, release)
    assert not found.is_content_intact
    assert [(old, new) for _code, _cell, old, new in found.cells] == [(999, 7)]


def test_the_commands_take_a_release_its_whole_way(app: Flask, session: ExchangeSession, placed: list[Placement]) -> None:
    first, second = accounts.user(session, ActorKind.ANALYST), accounts.user(session, ActorKind.ANALYST)
    run = lambda *words: app.test_cli_runner().invoke(statistics, list(words))  # noqa: E731 - as short as a shell
    with clock.hold(NOVEMBER):
        made = run("release", "2026-10", "--announced-at", "2026-11-10T09:00", "--by", first.email, "--json")
        assert made.exit_code == 0, made.output
        assert json.loads(made.output)["release"] == "2026-10.1"
        assert run("sign", "2026-10.1", "--by", first.email).exit_code == 2
        assert run("sign", "2026-10.1", "--by", second.email).exit_code == 0
        assert json.loads(run("publish", "--json").output) == {"published": 0}
    with clock.hold(MINUTE):
        assert json.loads(run("publish", "--json").output) == {"published": 1}
        assert json.loads(run("verify", "2026-10.1", "--json").output)["equal"] is True
        session.execute(text("UPDATE placements SET region_of_work = 'KZ-75' WHERE id = :id"), {"id": placed[0].id})
        assert run("verify", "2026-10.1").exit_code == 1
        assert run("verify", "2026-10.9").exit_code == 2
