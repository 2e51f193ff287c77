"""The audit log as a hash chain: sealed by one worker after the fact, so that no row can be changed or taken out unnoticed."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import INT8MULTIRANGE, Range
from sqlalchemy.orm import Mapped, Session, mapped_column

from labour_exchange.foundation import clock, outside
from labour_exchange.foundation.database import Base, UtcDateTime
from labour_exchange.foundation.records.audit import AuditRow

HEADS = "audit-heads"
GENESIS = "0" * 64
MOST_AT_ONCE = 20_000
# No transaction lasts a day: below what was sealed a day ago nothing unsealed can appear any more.
LATEST_ARRIVAL = timedelta(days=1)


class AuditSeal(Base):
    """One link: which rows it covers, and the hash over them and everything before. A trigger refuses every update and delete."""

    __tablename__ = "audit_seals"

    id: Mapped[int] = mapped_column(primary_key=True)
    row_ids: Mapped[list[Range[int]]] = mapped_column(INT8MULTIRANGE)
    rows: Mapped[int]
    head: Mapped[str] = mapped_column(unique=True)
    sealed_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found.

    `broken_seal` is the first seal whose rows are not what was sealed, `broken_head` the first published head that the chain lacks;
    `unpublished` counts heads that are not in the file yet.
    """

    rows: int
    seals: int
    unsealed: int
    broken_seal: int | None = None
    broken_head: int | None = None
    unpublished: int = 0

    @property
    def is_whole(self) -> bool:
        return self.broken_seal is None and self.broken_head is None


def seal_audit(session: Session) -> int:
    """Seal what is not sealed yet, one worker at a time; gives how many rows. A row that commits late is sealed late, never left out."""
    if not session.scalar(text("SELECT pg_try_advisory_xact_lock(hashtext('seal audit'))")):
        return 0
    publish_heads(session)
    found = list(session.scalars(_unsealed(session).order_by(AuditRow.id).limit(MOST_AT_ONCE)))
    if found:
        last = session.scalar(select(AuditSeal.head).order_by(AuditSeal.id.desc()).limit(1))
        ranges = list(_ranges(row.id for row in found))
        session.add(AuditSeal(row_ids=ranges, rows=len(found), head=chained(last or GENESIS, found), sealed_at=clock.now()))
        session.flush()
    return len(found)


def publish_heads(session: Session) -> int:
    """Write the heads of committed seals outside the database; gives how many were new there."""
    published = max((row["seal"] for row in outside.rows(HEADS)), default=0)
    new = list(session.scalars(select(AuditSeal).where(AuditSeal.id > published).order_by(AuditSeal.id)))
    if new:
        outside.append(HEADS, ({"seal": seal.id, "head": seal.head, "rows": seal.rows, "sealed_at": seal.sealed_at.isoformat()} for seal in new))
    return len(new)


def verify_audit(session: Session, published: Iterable[dict[str, Any]]) -> Verified:
    """Compute every seal again from the rows, and hold the heads against those that were published outside."""
    head, rows, seals = GENESIS, 0, 0
    known = {row["seal"]: row["head"] for row in published}
    broken_seal: int | None = None
    for seal in session.scalars(select(AuditSeal).order_by(AuditSeal.id)):
        found = session.scalars(select(AuditRow).where(AuditSeal.id == seal.id, *_covered()).order_by(AuditRow.id)).all()
        head = chained(head, found)
        rows, seals = rows + len(found), seals + 1
        if broken_seal is None and (head != seal.head or len(found) != seal.rows):
            broken_seal = seal.id
        head = seal.head
        session.expunge_all()
    heads = {seal.id: seal.head for seal in session.execute(select(AuditSeal.id, AuditSeal.head))}
    broken_head = next((number for number in sorted(known) if heads.get(number) != known[number]), None)
    unsealed = session.scalar(select(func.count()).select_from(_unsealed(session).subquery())) or 0
    return Verified(rows, seals, unsealed, broken_seal, broken_head, len(heads.keys() - known.keys()))


def chained(head: str, found: Iterable[AuditRow]) -> str:
    """The head after these rows: SHA-256 over the head before and each row as JSON, row by row."""
    for row in found:
        head = hashlib.sha256(f"{head}\n{_canonical(row)}".encode()).hexdigest()
    return head


def as_facts(verified: Verified) -> dict[str, Any]:
    return {**asdict(verified), "whole": verified.is_whole}


def _canonical(row: AuditRow) -> str:
    facts = [row.id, row.acted_at.isoformat(), row.actor_label, row.user_id, row.act, row.subject_kind, row.subject_id, row.reason, row.facts]
    return json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _unsealed(session: Session) -> Any:
    settled = select(func.max(func.upper(AuditSeal.row_ids))).where(AuditSeal.sealed_at < clock.now() - LATEST_ARRIVAL)
    floor = session.scalar(settled) or 0
    is_sealed = select(AuditSeal.id).where(*_covered(), func.upper(AuditSeal.row_ids) > floor).exists()
    return select(AuditRow).where(AuditRow.id >= floor, ~is_sealed)


def _covered() -> tuple[Any, ...]:
    # The bounds say nothing that the ranges do not, but they are what the index of the log can be asked for.
    ids = AuditSeal.row_ids
    return func.lower(ids) <= AuditRow.id, func.upper(ids) > AuditRow.id, ids.contains(AuditRow.id)


def _ranges(row_ids: Iterable[int]) -> Iterator[Range[int]]:
    """Neighbouring ids as one range each, closed below and open above."""
    first = last = None
    for number in row_ids:
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield Range(first, last + 1)
        first = last = number
    if first is not None and last is not None:
        yield Range(first, last + 1)
