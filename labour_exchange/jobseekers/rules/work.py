"""Jobs held and schools attended: what may be said of them and what they add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from labour_exchange.classifications.occupations import is_unit_group
from labour_exchange.foundation.errors import FieldError
from labour_exchange.jobseekers import texts
from labour_exchange.jobseekers.rules.contacts import text_problems

MOST_JOBS = 40
TITLE_LENGTH, DUTIES_LENGTH = 200, 4000


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """One job held; without `ended_on` it is still held."""

    title: str
    employer_name: str
    occupation_code: str | None
    started_on: date
    ended_on: date | None
    duties: str


def work_problems(work: WorkFacts, born_on: date, today: date) -> list[FieldError]:
    """Everything wrong with one job held."""
    found = [] if work.title.strip() else [FieldError("title", texts.TITLE_MISSING)]
    found += [
        *text_problems("title", work.title, TITLE_LENGTH),
        *text_problems("employer_name", work.employer_name, TITLE_LENGTH),
        *text_problems("duties", work.duties, DUTIES_LENGTH),
    ]
    if work.occupation_code and not is_unit_group(work.occupation_code):
        found.append(FieldError("occupation_code", texts.NOT_LISTED))
    if work.started_on > today:
        found.append(FieldError("started_on", texts.DATE_AHEAD))
    elif work.started_on < born_on:
        found.append(FieldError("started_on", texts.DATE_EARLY))
    if work.ended_on and work.ended_on > today:
        found.append(FieldError("ended_on", texts.DATE_AHEAD))
    elif work.ended_on and work.ended_on < work.started_on:
        found.append(FieldError("ended_on", texts.DATES_WRONG))
    return found


def experience_months(periods: Iterable[tuple[date, date | None]], today: date) -> int:
    """Whole months of work; jobs held at the same time count once, a job without an end is held until today."""
    days, reached = 0, date.min
    for start, end in sorted((start, end or today) for start, end in periods):
        first = max(start, reached)
        days += max(0, (end - first).days)
        reached = max(reached, end)
    return int(days / 30.4375)


def highest_education(entries: Sequence[dict[str, Any]]) -> int | None:
    return max((int(entry["level"]) for entry in entries), default=None)
