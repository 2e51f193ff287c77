"""Keeping what became of a push, so that the agency sees the health of its feed."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

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


def _kept(receipt: Receipt) -> dict[str, Any]:
    """The receipt with its reason in each language, because the reader's language is not known yet."""
    said = receipt.rejection
    reasons = {language: said.in_language(language) for language in ("kk", "ru", "en")} if said else {}
    code, field = (said.message.code, said.field) if said else ("", "")
    kept = {"row": receipt.row, "external_id": receipt.external_id, "outcome": receipt.outcome.value, "public_id": receipt.public_id}
    return kept | {"code": code, "field": field, "reason": reasons}
