"""The sealed audit log: every row is covered once, late ones too, and whatever is changed afterwards is found."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock, outside
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.records.sealing import HEADS, AuditSeal, publish_heads, seal_audit, verify_audit

SYSTEM = system_actor("test")


@pytest.fixture(autouse=True)
def beside(tmp_path: Path) -> Iterator[Path]:
    before = outside.path_of(HEADS).parent
    outside.keep_in(tmp_path)
    yield tmp_path
    outside.keep_in(before)


def written(session: Session, number: int) -> None:
    for one in range(number):
        record_act(session, SYSTEM, "read iin", "jobseeker", one, reason="asked by phone", count=one)
    session.flush()


def tampered(app: Flask, statement: str) -> None:
    """What somebody with the owner's rights could do: switch the trigger off and write."""
    engine = create_engine(app.config["SETTINGS"].owner_database_url)
    with engine.begin() as owner:
        for table in ("audit_log", "audit_seals"):
            owner.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER refuse_change"))
        owner.execute(text(statement))
        for table in ("audit_log", "audit_seals"):
            owner.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER refuse_change"))
    engine.dispose()


def sealed(session: Session, times: int = 2) -> None:
    for _ in range(times):
        written(session, 3)
        session.commit()
        seal_audit(session)
        session.commit()
    publish_heads(session)


def test_a_sealed_log_is_whole(session: ExchangeSession) -> None:
    sealed(session)
    found = verify_audit(session, outside.rows(HEADS))
    assert (found.rows, found.seals, found.unsealed, found.unpublished, found.is_whole) == (6, 2, 0, 0, True)


def test_what_is_not_sealed_yet_is_counted(session: ExchangeSession) -> None:
    sealed(session, times=1)
    written(session, 2)
    assert verify_audit(session, outside.rows(HEADS)).unsealed == 2


def test_sealing_twice_covers_each_row_once(session: ExchangeSession) -> None:
    written(session, 5)
    assert [seal_audit(session), seal_audit(session)] == [5, 0]


def test_a_row_that_commits_late_is_sealed_late(app: Flask, committed: ExchangeSession) -> None:
    with app.app_context():
        slow = db.session.session_factory()
        slow.info["actor"] = SYSTEM
        written(slow, 1)
        sealed(committed, times=2)
        slow.commit()
        slow.close()
    assert seal_audit(committed) == 1
    committed.commit()
    found = verify_audit(committed, outside.rows(HEADS))
    assert (found.rows, found.seals, found.is_whole) == (7, 3, True)


def test_nothing_settled_is_looked_at_again(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed(session)
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    written(session, 1)
    assert seal_audit(session) == 1
    assert verify_audit(session, outside.rows(HEADS)).is_whole


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE audit_log SET reason = 'nothing' WHERE id = (SELECT min(id) FROM audit_log)",
        "DELETE FROM audit_log WHERE id = (SELECT max(id) FROM audit_log)",
        "DELETE FROM audit_seals WHERE id = (SELECT min(id) FROM audit_seals)",
        "UPDATE audit_log SET facts = '{}' WHERE id = (SELECT max(id) FROM audit_log)",
    ],
)
def test_a_change_of_what_was_sealed_is_found(app: Flask, committed: ExchangeSession, act: str) -> None:
    sealed(committed)
    committed.commit()
    tampered(app, act)
    assert not verify_audit(committed, outside.rows(HEADS)).is_whole


def test_a_chain_that_was_written_anew_betrays_itself_by_the_published_heads(app: Flask, committed: ExchangeSession) -> None:
    sealed(committed)
    committed.commit()
    tampered(app, "DELETE FROM audit_log WHERE id = (SELECT min(id) FROM audit_log); DELETE FROM audit_seals")
    seal_audit(committed)
    committed.commit()
    assert verify_audit(committed, []).is_whole
    assert verify_audit(committed, outside.rows(HEADS)).broken_head is not None


def test_seals_cannot_be_changed_by_the_application(session: ExchangeSession) -> None:
    sealed(session, times=1)
    with pytest.raises(DBAPIError):
        session.query(AuditSeal).update({"head": "0" * 64})
