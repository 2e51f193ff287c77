"""Days after which silence is reminded and ended, and what an offer or a declaration may say."""

from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.foundation.errors import FieldError
from labour_exchange.placements.states import EvidenceSource
from labour_exchange.placements.texts import refusals

REMINDER_DAYS = (7, 14)
UNANSWERED_DAYS = 30
INVITATION_DAYS = 14
REFERRAL_DAYS = 14
LONGEST_NOTE = 2000
LATEST_START_DAYS = 180
DECLARE_BACK_DAYS = 90
DECLARE_AHEAD_DAYS = 30


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """What is offered: first day, pay in whole KZT gross a month (None: as in the vacancy), last day to answer, words to the person."""

    starts_on: date
    answer_by_on: date
    pay: int | None = None
    note: str = ""


def reminders_due(sent_on: date, today: date) -> int:
    """How many reminders an unanswered application should have caused by today."""
    return sum(today >= sent_on + timedelta(days=days) for days in REMINDER_DAYS)


def is_unanswered(sent_on: date, today: date) -> bool:
    """Whether silence has lasted so long that the application is closed."""
    return today >= closes_on(sent_on)


def closes_on(sent_on: date) -> date:
    """The day on which an application without an answer is closed."""
    return sent_on + timedelta(days=UNANSWERED_DAYS)


def note_errors(note: str, *, is_required: bool = False) -> list[FieldError]:
    """What is wrong with words to the other side."""
    if is_required and not note.strip():
        return [FieldError("note", refusals.NOTE_MISSING)]
    return [FieldError("note", refusals.NOTE_LONG, {"most": LONGEST_NOTE})] if len(note) > LONGEST_NOTE else []


def offer_errors(terms: OfferTerms, today: date) -> list[FieldError]:
    """Everything that keeps these terms from being offered."""
    errors = note_errors(terms.note)
    if not today <= terms.starts_on <= today + timedelta(days=LATEST_START_DAYS):
        errors.append(FieldError("starts_on", refusals.START_WRONG, {"days": LATEST_START_DAYS}))
    if not today <= terms.answer_by_on <= max(terms.starts_on, today):
        errors.append(FieldError("answer_by_on", refusals.ANSWER_BY_WRONG))
    if terms.pay is not None and terms.pay <= 0:
        errors.append(FieldError("pay", refusals.PAY_WRONG))
    return errors


def declaration_errors(started_on: date, today: date) -> list[FieldError]:
    """A start is declared near its day: long past ones come from the registers, far ones are not a placement yet."""
    if today - timedelta(days=DECLARE_BACK_DAYS) <= started_on <= today + timedelta(days=DECLARE_AHEAD_DAYS):
        return []
    return [FieldError("started_on", refusals.START_FAR, {"back": DECLARE_BACK_DAYS, "ahead": DECLARE_AHEAD_DAYS})]


def is_other_side(declared_by: EvidenceSource, confirming: EvidenceSource) -> bool:
    """Whether a confirmation by this source says more than the declaration did.

    Employer and agency stand on one side, the jobseeker on the other; what an office declared either side can confirm.
    """
    work_side = {EvidenceSource.EMPLOYER, EvidenceSource.AGENCY}
    if confirming is EvidenceSource.JOBSEEKER:
        return declared_by is not EvidenceSource.JOBSEEKER
    return confirming in work_side and declared_by not in work_side
