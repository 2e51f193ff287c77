"""What a proposal, a contact and a meeting must say; until when a partner may follow a person up; which name it reads."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from labour_exchange.cases.rules.meetings import LENGTHS, Slot, slot_problems
from labour_exchange.cases.states import ContactChannel
from labour_exchange.cases.texts import meetings as meeting_texts
from labour_exchange.foundation.errors import FieldError
from labour_exchange.partners import texts
from labour_exchange.partners.states import ContactOutcome, NameShown

LONGEST_PURPOSE = 500
LONGEST_REMARK = 300
LONGEST_RETURN = 300


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """What an officer proposes beside the organisation; `steps` is how many steps of the plan the partner is to follow up."""

    purpose: str
    until_on: date | None
    steps: int


@dataclass(frozen=True, slots=True)
class PartnerContactFacts:
    """One contact as the partner writes it; the remark may be empty."""

    held_on: date | None
    channel: ContactChannel
    outcome: ContactOutcome
    remark: str = ""


def last_day(today: date) -> date:
    """Twelve months from today; from the 29th of February, the 28th."""
    return today.replace(year=today.year + 1, day=min(today.day, monthrange(today.year + 1, today.month)[1]))


def proposal_problems(facts: ProposalFacts, today: date) -> list[FieldError]:
    """Everything that is wrong with it at once."""
    found = _words("purpose", facts.purpose, LONGEST_PURPOSE, is_asked=True)
    if facts.until_on is None:
        found.append(FieldError("until_on", texts.UNTIL_MISSING))
    elif facts.until_on <= today:
        found.append(FieldError("until_on", texts.UNTIL_PAST))
    elif facts.until_on > last_day(today):
        found.append(FieldError("until_on", texts.UNTIL_TOO_FAR, {"last": f"{last_day(today):%d.%m.%Y}"}))
    if not facts.steps:
        found.append(FieldError("steps", texts.STEPS_MISSING))
    return found


def contact_problems(facts: PartnerContactFacts, since: date, today: date) -> list[FieldError]:
    """Everything that is wrong with it at once; `since` is the day of the consent."""
    found = []
    if facts.held_on is None:
        found.append(FieldError("held_on", meeting_texts.DAY_MISSING))
    elif facts.held_on > today:
        found.append(FieldError("held_on", texts.DAY_LATER))
    elif facts.held_on < since:
        found.append(FieldError("held_on", texts.DAY_BEFORE_CONSENT, {"since": f"{since:%d.%m.%Y}"}))
    return found + _words("remark", facts.remark, LONGEST_REMARK, is_asked=False)


def meeting_problems(slot: Slot, now: datetime, until_on: date, day: date | None) -> list[FieldError]:
    """As for an appointment at the office, and not after the partner's last day; `day` is that of the slot in the country."""
    found = slot_problems(slot, now)
    if day is not None and day > until_on:
        found.append(FieldError("starts", texts.MEETING_TOO_LATE, {"until": f"{until_on:%d.%m.%Y}"}))
    return found


def meeting_end(slot: Slot) -> datetime:
    """When it ends; a length that is not offered is taken for the shortest."""
    assert slot.starts_at is not None
    return slot.starts_at + timedelta(minutes=slot.minutes if slot.minutes in LENGTHS else LENGTHS[0])


def return_problems(reason: str) -> list[FieldError]:
    """The partner reads why a step is not taken for done."""
    return _words("reason", reason, LONGEST_RETURN, is_asked=True)


def name_as_shown(shown: NameShown, given_name: str, full_name: str) -> str:
    return full_name if shown is NameShown.FULL else given_name


def _words(field: str, words: str, longest: int, *, is_asked: bool) -> list[FieldError]:
    written = words.strip()
    if is_asked and not written:
        return [FieldError(field, texts.WORDS_MISSING)]
    return [FieldError(field, meeting_texts.TOO_LONG, {"most": longest})] if len(written) > longest else []
