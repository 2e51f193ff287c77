"""What a contact and an appointment must say."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from labour_exchange.cases.rules.work import CaseFacts, problems
from labour_exchange.cases.states import ContactChannel
from labour_exchange.cases.texts import meetings as texts
from labour_exchange.foundation.errors import FieldError
from labour_exchange.foundation.texts import Message

LONGEST_WORDS = 1000
FURTHEST = timedelta(days=92)
LENGTHS = (15, 30, 45, 60)
"""Minutes an appointment may last."""


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """One talk or letter as an officer writes it; `next_step` may be empty. With `due_on` it is the next step of the case from now on."""

    held_on: date | None
    channel: ContactChannel
    purpose: str
    result: str
    next_step: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """When and where, and what for; `starts_at` is aware, None when the day or the time was not given."""

    starts_at: datetime | None
    minutes: int
    place: str
    purpose: str


def contact_problems(facts: ContactFacts, opened_on: date, today: date) -> list[FieldError]:
    """Everything that is wrong with it at once."""
    found = []
    if facts.held_on is None:
        found.append(FieldError("held_on", texts.DAY_MISSING))
    elif facts.held_on > today:
        found.append(FieldError("held_on", texts.CONTACT_LATER))
    elif facts.held_on < opened_on:
        found.append(FieldError("held_on", texts.CONTACT_BEFORE_CASE))
    found += word_problems("purpose", facts.purpose, texts.PURPOSE_MISSING) + word_problems("result", facts.result, texts.RESULT_MISSING)
    if facts.due_on is not None:
        return found + problems(CaseFacts(facts.next_step, facts.due_on), today)
    return found + word_problems("next_step", facts.next_step, None)


def slot_problems(slot: Slot, now: datetime) -> list[FieldError]:
    """Everything that is wrong with it at once."""
    found = []
    if slot.starts_at is None:
        found.append(FieldError("starts", texts.TIME_MISSING))
    elif slot.starts_at <= now:
        found.append(FieldError("starts", texts.TIME_PAST))
    elif slot.starts_at > now + FURTHEST:
        found.append(FieldError("starts", texts.TIME_TOO_FAR))
    return found + word_problems("place", slot.place, texts.PLACE_MISSING) + word_problems("purpose", slot.purpose, texts.PURPOSE_MISSING)


def word_problems(field: str, words: str, missing: Message | None) -> list[FieldError]:
    """Words that are asked for are not empty, and none are too long."""
    written = words.strip()
    if not written and missing is not None:
        return [FieldError(field, missing)]
    return [FieldError(field, texts.TOO_LONG, {"most": LONGEST_WORDS})] if len(written) > LONGEST_WORDS else []
