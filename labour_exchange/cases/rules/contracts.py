"""What the term of a social contract may be, when both sides are bound, and what a signature on paper must say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.cases.states import Doer
from labour_exchange.cases.texts import contracts as texts
from labour_exchange.foundation.errors import FieldError

LONGEST_TERM = timedelta(days=366)
LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Term:
    """The first and the last day of a contract."""

    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """What an officer records of a contract that was signed at the office."""

    signed_on: date | None
    file_number: str


def term_problems(term: Term, dues: Iterable[date], today: date) -> list[FieldError]:
    """Everything that is wrong with the term at once; `dues` are the days of its obligations."""
    found = []
    if term.starts_on is None:
        found.append(FieldError("starts_on", texts.START_MISSING))
    elif term.starts_on < today:
        found.append(FieldError("starts_on", texts.START_PAST))
    if term.ends_on is None:
        found.append(FieldError("ends_on", texts.END_MISSING))
    if term.starts_on is None or term.ends_on is None:
        return found
    if term.ends_on <= term.starts_on:
        found.append(FieldError("ends_on", texts.END_FIRST))
    elif term.ends_on - term.starts_on > LONGEST_TERM:
        found.append(FieldError("ends_on", texts.TERM_TOO_LONG))
    else:
        found += due_problems(term, dues)
    return found


def due_problems(term: Term, dues: Iterable[date], field: str = "ends_on") -> list[FieldError]:
    """Obligations that are due before the contract begins or after it ends: the first and the last of them."""
    outside = sorted(day for day in dues if not (term.starts_on and term.ends_on and term.starts_on <= day <= term.ends_on))
    return [FieldError(field, texts.OUTSIDE_TERM, {"day": f"{day:%d.%m.%Y}"}) for day in dict.fromkeys((*outside[:1], *outside[-1:]))]


def binds_both(doers: Iterable[Doer]) -> bool:
    """Whether the person and the office have each something to do."""
    return set(doers) == set(Doer)


def signature_problems(signature: PaperSignature, approved_on: date, today: date) -> list[FieldError]:
    """Everything that is wrong with what is recorded at once."""
    found = []
    if signature.signed_on is None:
        found.append(FieldError("signed_on", texts.START_MISSING))
    elif signature.signed_on > today:
        found.append(FieldError("signed_on", texts.SIGNED_LATER))
    elif signature.signed_on < approved_on:
        found.append(FieldError("signed_on", texts.SIGNED_EARLIER))
    number = signature.file_number.strip()
    if not number:
        found.append(FieldError("file_number", texts.FILE_NUMBER_MISSING))
    elif len(number) > LONGEST_NUMBER:
        found.append(FieldError("file_number", texts.FILE_NUMBER_TOO_LONG, {"most": LONGEST_NUMBER}))
    return found
