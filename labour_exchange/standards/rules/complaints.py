"""What a complaint must say, until when it is filed, answered and taken further, whom it names, and what the public reads of the figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.foundation.errors import FieldError
from labour_exchange.standards.rules.promises import SMALLEST_SHOWN, adds_nothing, share_kept, share_of_all
from labour_exchange.standards.states import CommitmentState, ComplaintChannel, ComplaintState, Finding, Remedy
from labour_exchange.standards.texts import complaints as texts
from labour_exchange.vacancies.rules import working_day_after, working_days_between

SHORTEST_TEXT, LONGEST_TEXT = 20, 2_000
LONGEST_NAME = 100
SHORTEST_NAME_PART = 3
COMPLAIN_WITHIN = timedelta(days=90)
ESCALATE_WITHIN = timedelta(days=30)
LINK_LIFETIME = timedelta(days=180)
WARNED_WORKING_DAYS = 1
UPHELD = frozenset({Finding.JUSTIFIED, Finding.PARTLY})


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """A complaint as typed. `paragraph` is that of the standard (0: its term); `officer` whom it names, if anybody."""

    text: str
    remedy: Remedy
    channel: ComplaintChannel
    paragraph: int = 0
    officer: str = ""


def text_errors(field: str, words: str) -> list[FieldError]:
    """Too few words help nobody to find out what happened; from 20 to 2,000 characters."""
    if len(words.strip()) < SHORTEST_TEXT:
        return [FieldError(field, texts.TEXT_TOO_SHORT, {"least": SHORTEST_TEXT})]
    if len(words.strip()) > LONGEST_TEXT:
        return [FieldError(field, texts.TEXT_TOO_LONG, {"most": LONGEST_TEXT})]
    return []


def problems(facts: ComplaintFacts, paragraphs: int) -> list[FieldError]:
    """Everything that is wrong with a complaint at once; `paragraphs` is how many the version has."""
    found = text_errors("text", facts.text)
    if not 0 <= facts.paragraph <= paragraphs:
        found.append(FieldError("paragraph", texts.PARAGRAPH_UNKNOWN))
    if len(facts.officer.strip()) > LONGEST_NAME:
        found.append(FieldError("officer", texts.TEXT_TOO_LONG, {"most": LONGEST_NAME}))
    return found


def may_be_complained_about(state: CommitmentState, due_on: date, done_on: date | None, today: date) -> bool:
    """Once the service was received, or its day has passed; for 90 days from then. What lapsed was no service."""
    if state not in (CommitmentState.KEPT, CommitmentState.BREACHED):
        return False
    return today <= (done_on or due_on) + COMPLAIN_WITHIN


def answer_due_on(day: date, working_days: int) -> date:
    """The last day of the answer, from the day on which it was asked for."""
    return working_day_after(day, working_days)


def may_be_escalated(state: ComplaintState, due_on: date, answered_on: date | None, today: date) -> bool:
    """Within 30 days of the office's answer, or as soon as the office has let its time pass."""
    if state is ComplaintState.FILED:
        return today > due_on
    return state is ComplaintState.ANSWERED and answered_on is not None and today <= answered_on + ESCALATE_WITHIN


def last_warned_day(today: date) -> date:
    """The latest due day of which whoever has to answer is warned today."""
    return working_day_after(today, WARNED_WORKING_DAYS)


def names(officer: str, display_name: str) -> bool:
    """Whether what was typed names this officer: one word of three letters or more of their name is enough, so that in doubt a colleague answers."""
    typed = _parts(officer)
    return bool(typed & {one for one in _parts(display_name) if len(one) >= SHORTEST_NAME_PART})


def answer_days(filed_on: date, answered_on: date) -> int:
    return working_days_between(filed_on, answered_on)


@dataclass(frozen=True, slots=True)
class Counts:
    """Complaints whose first answer was due in a quarter, and the services of the same standard in it."""

    complaints: int
    answered: int
    in_time: int
    justified: int
    services: int


@dataclass(frozen=True, slots=True)
class ComplaintFigure:
    """What a reader is told; what is None was withheld or is not known."""

    complaints: int | None = None
    per_thousand: float | None = None
    justified: float | None = None
    in_time: float | None = None
    median_days: float | None = None


def shown(counts: Counts, median_days: float | None) -> ComplaintFigure:
    """One office and promise for the public: nothing below five, and no share with a few on either side."""
    if counts.complaints < SMALLEST_SHOWN:
        return ComplaintFigure()
    return ComplaintFigure(
        counts.complaints,
        per_thousand(counts) if counts.services >= SMALLEST_SHOWN else None,
        share_kept(counts.justified, counts.answered - counts.justified),
        share_kept(counts.in_time, counts.complaints - counts.in_time),
        median_days if counts.answered >= SMALLEST_SHOWN else None,
    )


def whole(counts: Counts, median_days: float | None) -> ComplaintFigure:
    """The same for the ministry, nothing withheld."""
    return ComplaintFigure(
        counts.complaints,
        per_thousand(counts),
        counts.justified / counts.answered if counts.answered else None,
        counts.in_time / counts.complaints if counts.complaints else None,
        median_days,
    )


def together(figures: Sequence[Counts]) -> Counts:
    return Counts(*(sum(getattr(one, name) for one in figures) for name in Counts.__slots__))


def national(figures: Sequence[Counts], services: int | None) -> ComplaintFigure:
    """All offices for the public, as far as it tells of no office what its own line withholds; `services` is their number where it may be told."""
    hidden = [one.complaints for one in figures if one.complaints < SMALLEST_SHOWN]
    total = together(figures)
    if total.complaints < SMALLEST_SHOWN or not adds_nothing([(0, SMALLEST_SHOWN - 1)] * len(hidden), sum(hidden)):
        return ComplaintFigure()
    return ComplaintFigure(
        total.complaints,
        per_thousand(total) if services is not None else None,
        share_of_all([(one.justified, one.answered - one.justified) for one in figures]),
        share_of_all([(one.in_time, one.complaints - one.in_time) for one in figures]),
    )


def per_thousand(counts: Counts) -> float | None:
    """Complaints for each thousand services that were due."""
    return 1000 * counts.complaints / counts.services if counts.services else None


def _parts(name: str) -> set[str]:
    return {"".join(letter for letter in word if letter.isalpha()) for word in name.casefold().replace("ё", "е").split()} - {""}
