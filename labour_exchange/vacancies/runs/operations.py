"""Keeping what became of a push, so that the agency sees the health of its feed."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.vacancies.imports.receipts import Receipt
from labour_exchange.vacancies.runs.models import ImportRun, Way

EXAMPLES = 3


def record_run(
    session: Session, agency_id: int, source_name: str, way: Way, receipts: Sequence[Receipt], *, is_kept_whole: bool = False
) -> ImportRun:
    """Write what became of one push. `is_kept_whole` keeps every receipt, for a file that somebody will read on a page."""
    run = ImportRun(
        agency_id=agency_id,
        source_name=source_name,
        way=way,
        taken_at=clock.now(),
        rows=len(receipts),
        outcomes=dict(Counter(receipt.outcome.value for receipt in receipts)),
        refusals=refusals_of(receipts),
        receipts=[_kept(receipt) for receipt in receipts] if is_kept_whole else [],
    )
    session.add(run)
    session.flush()
    return run


def add_to_run(session: Session, run_id: int, receipts: Sequence[Receipt]) -> None:
    """Write what became of a further part of the same push."""
    run = session.get_one(ImportRun, run_id, with_for_update=True)
    run.rows += len(receipts)
    run.outcomes = dict(Counter(run.outcomes) + Counter(receipt.outcome.value for receipt in receipts))
    run.refusals = _joined(run.refusals, refusals_of(receipts))
    session.flush()


def record_single(session: Session, agency_id: int, source_name: str, receipt: Receipt) -> None:
    """Write what became of one vacancy that came by itself into the run of its day. Call it after the push: it lets in one of a source at a time."""
    begun = datetime.combine(clock.today(), time.min, clock.COUNTRY_ZONE)
    wanted = select(ImportRun.id).where(ImportRun.agency_id == agency_id, ImportRun.source_name == source_name, ImportRun.way == Way.SINGLE)
    run_id = session.scalar(wanted.where(ImportRun.taken_at >= begun).order_by(ImportRun.id.desc()).limit(1))
    if run_id is None:
        record_run(session, agency_id, source_name, Way.SINGLE, [receipt])
    else:
        add_to_run(session, run_id, [receipt])


def refusals_of(receipts: Sequence[Receipt]) -> dict[str, dict[str, Any]]:
    """By code: how many rows, and the first few of them."""
    found: dict[str, dict[str, Any]] = {}
    for receipt in receipts:
        if receipt.rejection is not None:
            entry = found.setdefault(receipt.rejection.message.code, {"count": 0, "examples": []})
            entry["count"] += 1
            if len(entry["examples"]) < EXAMPLES:
                entry["examples"].append(_kept(receipt))
    return found


def _joined(before: dict[str, Any], further: dict[str, Any]) -> dict[str, Any]:
    joined = {code: dict(entry) for code, entry in before.items()}
    for code, entry in further.items():
        known = joined.setdefault(code, {"count": 0, "examples": []})
        known["count"] += entry["count"]
        known["examples"] = [*known["examples"], *entry["examples"]][:EXAMPLES]
    return joined


def _kept(receipt: Receipt) -> dict[str, Any]:
    """The receipt with its reason in each language, because the reader's language is not known yet."""
    said = receipt.rejection
    reasons = {language: said.in_language(language) for language in ("kk", "ru", "en")} if said else {}
    code, field = (said.message.code, said.field) if said else ("", "")
    kept = {"row": receipt.row, "external_id": receipt.external_id, "outcome": receipt.outcome.value, "public_id": receipt.public_id}
    return kept | {"code": code, "field": field, "reason": reasons}
