"""Terms of a measure as they come from a file or a form, everything that is wrong with them, and which version holds on a day."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from labour_exchange.foundation.errors import FieldError
from labour_exchange.programmes.rules.details import wrong_details
from labour_exchange.programmes.rules.eligibility import mistakes
from labour_exchange.programmes.rules.subsidies import RatePeriod, rate_mistakes
from labour_exchange.programmes.states import SUBSIDISED, Approval, MeasureKind
from labour_exchange.programmes.texts import refusals
from labour_exchange.programmes.texts.labels import DOCUMENTS

LONGEST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class TermsFacts:
    """What a version of the terms says; `most_amount` is tenge for one participant over the whole measure."""

    valid_from: date
    eligibility: Mapping[str, Any]
    most_months: int
    most_amount: int
    rate_periods: tuple[RatePeriod, ...] = ()
    documents: tuple[str, ...] = ()
    approval: Approval = Approval.APPROVER
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """The same for the same terms, whatever the order of their keys."""
        facts = asdict(self) | {"valid_from": self.valid_from.isoformat(), "approval": self.approval.value}
        if not self.details:
            del facts["details"]  # Terms that were shipped before there were details keep their fingerprint.
        return hashlib.sha256(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def terms_from_json(stored: Mapping[str, Any]) -> TermsFacts:
    """The terms as a file of `data/` writes them. KeyError and ValueError for what it cannot mean."""
    return TermsFacts(
        valid_from=date.fromisoformat(stored["valid_from"]),
        eligibility=stored["eligibility"],
        most_months=stored["most_months"],
        most_amount=stored["most_amount"],
        rate_periods=tuple(RatePeriod(one["months"], one["share"], one["cap"]) for one in stored["rate_periods"]),
        documents=tuple(stored["documents"]),
        approval=Approval(stored["approval"]),
        details=stored.get("details", {}),
    )


def terms_errors(terms: TermsFacts, kind: MeasureKind, *, after: date | None = None) -> list[FieldError]:
    """Everything that is wrong at once; `after` is the day from which the version before holds."""
    errors = []
    if mistakes(terms.eligibility):
        errors.append(FieldError("eligibility", refusals.RULES_WRONG))
    if not 1 <= terms.most_months <= LONGEST_MONTHS:
        errors.append(FieldError("most_months", refusals.MONTHS_WRONG, {"most": LONGEST_MONTHS}))
    if terms.most_amount < 0:
        errors.append(FieldError("most_amount", refusals.AMOUNT_WRONG))
    if rate_mistakes(terms.rate_periods, terms.most_months) or (kind in SUBSIDISED and not terms.rate_periods):
        errors.append(FieldError("rate_periods", refusals.RATES_WRONG))
    errors += [FieldError(name, refusals.DETAILS_WRONG) for name in wrong_details(terms.details, kind, terms.most_months)]
    if not set(terms.documents) <= set(DOCUMENTS):
        errors.append(FieldError("documents", refusals.DOCUMENTS_WRONG))
    if after is not None and terms.valid_from <= after:
        errors.append(FieldError("valid_from", refusals.VALID_FROM_WRONG))
    return errors


def version_on(versions: Iterable[tuple[int, date]], day: date) -> int | None:
    """The version in force on a day: of those that had begun, the latest made."""
    begun = [version for version, valid_from in versions if valid_from <= day]
    return max(begun, default=None)
