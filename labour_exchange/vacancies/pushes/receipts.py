"""Receipts of a stream that is sent again under the same key: given as before, for what was taken in before."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.vacancies.pushes.models import PushReceipt

KEPT_FOR = timedelta(hours=24)


def fingerprint_of(source: str, lines: Sequence[bytes]) -> str:
    digest = hashlib.sha256(source.encode())
    for line in lines:
        digest.update(line.rstrip(b"\r\n") + b"\n")
    return digest.hexdigest()


def kept_receipts(session: Session, owner: str, key: str, first_line: int, fingerprint: str) -> list[dict[str, Any]] | None:
    """What was answered to exactly these lines in this place of the stream; None when they were not taken in yet."""
    wanted = select(PushReceipt.receipts).where(
        PushReceipt.owner == owner,
        PushReceipt.key == key,
        PushReceipt.first_line == first_line,
        PushReceipt.fingerprint == fingerprint,
        PushReceipt.created_at > clock.now() - KEPT_FOR,
    )
    return session.scalar(wanted)


def keep_receipts(session: Session, owner: str, key: str, first_line: int, fingerprint: str, receipts: list[dict[str, Any]]) -> None:
    """Keep them in the transaction of their batch, in the place of what stood there for other lines."""
    adding = insert(PushReceipt).values(
        owner=owner, key=key, first_line=first_line, fingerprint=fingerprint, receipts=receipts, created_at=clock.now()
    )
    new = {name: adding.excluded[name] for name in ("fingerprint", "receipts", "created_at")}
    session.execute(adding.on_conflict_do_update(constraint="uq_push_receipts_batch", set_=new))


def forget_old_receipts(session: Session) -> None:
    """Run daily."""
    session.execute(delete(PushReceipt).where(PushReceipt.created_at <= clock.now() - KEPT_FOR))
