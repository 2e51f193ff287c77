"""What a draft must say, how long it is discussed, and what still stands before its approval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.foundation.errors import FieldError
from labour_exchange.foundation.texts import LANGUAGES, Message, Text
from labour_exchange.standards import texts
from labour_exchange.standards.states import VersionState

SHORTEST_DISCUSSION = timedelta(days=10)
LONGEST_DISCUSSION = timedelta(days=90)
LONGEST_TERM = 250
ANSWER_DAYS, LONGEST_ANSWER_DAYS = 15, 30
"""Working days in which a complaint is answered: where a standard says nothing else, and at most."""
MOST_PARAGRAPHS = 60
LONGEST_TEXT = 4000

Written = dict[str, str]


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A draft as typed: each text by language, paragraphs parted by empty lines."""

    title: Written
    audience: Written
    documents: Written
    paragraphs: Written
    term_days: int | None
    complaint_days: int | None = ANSWER_DAYS

    def text(self, name: str) -> Text:
        said: Written = getattr(self, name)
        return Text(**{code: said[code].strip() for code in LANGUAGES})

    def numbered(self) -> tuple[Text, ...]:
        """The paragraphs in three languages; only when `problems` finds nothing."""
        by_language = {code: parted(self.paragraphs[code]) for code in LANGUAGES}
        return tuple(Text(**{code: by_language[code][place] for code in LANGUAGES}) for place in range(len(by_language["kk"])))


def parted(words: str) -> list[str]:
    """Paragraphs of a text: what stands between empty lines, with single spaces inside."""
    blocks: list[list[str]] = [[]]
    for line in words.splitlines():
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [" ".join(" ".join(block).split()) for block in blocks if block]


def joined(paragraphs: Sequence[Text], language: str) -> str:
    """The opposite of `parted`."""
    return "\n\n".join(one.in_language(language) for one in paragraphs)


def problems(facts: DraftFacts) -> list[FieldError]:
    """Everything that is wrong with a draft at once."""
    found = [
        FieldError(f"{name}_{code}", texts.WORDS_MISSING)
        for name in ("title", "audience", "documents", "paragraphs")
        for code in LANGUAGES
        if not getattr(facts, name)[code].strip()
    ]
    if facts.term_days is None or not 1 <= facts.term_days <= LONGEST_TERM:
        found.append(FieldError("term_days", texts.TERM_WRONG, {"most": LONGEST_TERM}))
    if facts.complaint_days is None or not 1 <= facts.complaint_days <= LONGEST_ANSWER_DAYS:
        found.append(FieldError("complaint_days", texts.TERM_WRONG, {"most": LONGEST_ANSWER_DAYS}))
    counts = {code: len(parted(facts.paragraphs[code])) for code in LANGUAGES}
    if all(counts.values()) and len(set(counts.values())) > 1:
        found.append(FieldError("paragraphs_kk", texts.PARAGRAPHS_UNEQUAL, {**counts}))
    elif max(counts.values()) > MOST_PARAGRAPHS:
        found.append(FieldError("paragraphs_kk", texts.PARAGRAPHS_TOO_MANY, {"most": MOST_PARAGRAPHS}))
    return found


def closing_day_problem(until_on: date | None, today: date) -> Message | None:
    """A discussion lasts from ten days to three months."""
    if until_on is None or not today + SHORTEST_DISCUSSION <= until_on <= today + LONGEST_DISCUSSION:
        return texts.CLOSING_DAY_WRONG
    return None


def takes_remarks(state: VersionState, until_on: date | None, today: date) -> bool:
    """The closing day is the last one."""
    return state is VersionState.DISCUSSION and until_on is not None and today <= until_on


def may_be_written(state: VersionState, until_on: date | None, today: date) -> bool:
    """A draft before its discussion, and the same text after it, when remarks are taken over; never while people discuss it."""
    return state is VersionState.DRAFT or (state is VersionState.DISCUSSION and not takes_remarks(state, until_on, today))


@dataclass(frozen=True, slots=True)
class Discussion:
    """Where a discussion stands: remarks by what became of them. A duplicate is answered with the remark it repeats."""

    waiting: int = 0
    published: int = 0
    refused: int = 0
    duplicates: int = 0
    unanswered: int = 0
    taken: int = 0
    taken_partly: int = 0
    not_taken: int = 0


def obstacles(found: Discussion, *, until_on: date | None, has_report: bool, today: date) -> list[Message]:
    """What stands before the closing report (with `has_report`) and the approval, in the order in which it is done."""
    before = []
    if until_on is None or today <= until_on:
        before.append(texts.STILL_DISCUSSED)
    if found.waiting:
        before.append(texts.NOT_MODERATED)
    if found.unanswered:
        before.append(texts.NOT_ANSWERED)
    if not has_report:
        before.append(texts.NOT_REPORTED)
    return before
