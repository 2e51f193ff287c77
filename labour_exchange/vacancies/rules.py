"""What makes a vacancy publishable, when it expires, and what may not be asked of people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays import HolidayBase, country_holidays

from labour_exchange.foundation.errors import FieldError
from labour_exchange.vacancies import texts
from labour_exchange.vacancies.states import RejectionCode

MOST_POSTS = 1000
LONGEST_TITLE = 150
LONGEST_OPEN_DAYS = 180
OPEN_DAYS_OF_IMPORT = 30
CHECK_WORKING_DAYS = 1

# Words that ask for sex, age, nationality or family status, or for money, in the three languages; each pattern is one demand.
UNLAWFUL = (
    r"\bтолько (?:для )?(?:мужчин|женщин|девуш|парн)",
    r"\b(?:мужчины|женщины|девушки|парни) (?:до|от|в возрасте)",
    r"\bвозраст\w*\s*(?:[:–-]\s*)?(?:до|от|с)?\s*\d{2}",
    r"\bне старше \d{2}",
    r"\b(?:славянской|европейской|казахской|русской) (?:внешности|национальности)",
    r"\bне ?замужн|\bбез детей\b|\bхолост",
    r"\bтек (?:ер|әйел|қыз|жігіт)",
    r"\b(?:от )?(?:1[6-9]|[2-6]\d)\s*(?:до|[–-])\s*[2-6]\d\s*лет\b",
    r"\bжасы?\s*(?:[:–-]\s*)?\d{2}\s*[–-]?\s*(?:ден|дан|тен|тан|ке|ге|қа|ға|\d{2})",
    r"\b[1-6]\d\s*(?:[–-]\s*[2-6]\d\s*жас\b|жасқа (?:дейін|толмаған))",
    r"\b(?:men|women|males|females) only\b",
    r"\bage (?:under|below|over|up to)\s*\d{2}",
    r"\b(?:unmarried|childless) (?:only|preferred)\b",
)
FEES = (
    r"\b(?:вступительный|регистрационный|страховой) (?:взнос|сбор)",
    r"\bоплат\w* (?:за|обучени\w*) (?:трудоустройств|перед)",
    r"\bпредоплат\w*",
    r"\b(?:тіркеу|кіру) жарнасы",
    r"\b(?:registration|placement) fee\b",
)
CONTACTS = (r"(?:\+7|\b8)[\s(–-]*7\d{2}[\s)–-]*\d{3}[\s–-]*\d{2}[\s–-]*\d{2}", r"[\w.+-]+@[\w-]+\.\w{2,}", r"(?:wa\.me|t\.me|instagram\.com)/\S+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a reader's eye should rest on: why, and the words that caused it."""

    code: RejectionCode
    words: str


def doubts(title: str, description: str, requirements: str, pay_to: int | None, minimum_wage: int) -> tuple[Doubt, ...]:
    """What speaks against publishing, as hints for the officer who checks; nothing is rejected by a machine alone."""
    return tuple(_doubts("\n".join((title, description, requirements)), pay_to, minimum_wage))


def _doubts(text: str, pay_to: int | None, minimum_wage: int) -> Iterator[Doubt]:
    for code, patterns in (
        (RejectionCode.UNLAWFUL_REQUIREMENT, UNLAWFUL),
        (RejectionCode.FEE_CHARGED, FEES),
        (RejectionCode.CONTACT_IN_TEXT, CONTACTS),
    ):
        for pattern in patterns:
            found = re.search(pattern, text, re.IGNORECASE)
            if found:
                yield Doubt(code, found.group(0))
                break
    if pay_to is not None and pay_to < minimum_wage:
        yield Doubt(RejectionCode.BELOW_MINIMUM_WAGE, str(pay_to))


def field_errors(facts: "VacancyFacts", today: date) -> list[FieldError]:
    """Everything that keeps these facts from being read by others as a vacancy, each with its field and remedy."""
    errors = draft_errors(facts, today)
    if len(facts.description.strip()) < 20:
        errors.append(FieldError("description", texts.DESCRIPTION_SHORT))
    if not facts.occupation_code:
        errors.append(FieldError("occupation_code", texts.OCCUPATION_MISSING))
    if not facts.region_code:
        errors.append(FieldError("region_code", texts.PLACE_MISSING))
    return errors


def draft_errors(facts: "VacancyFacts", today: date) -> list[FieldError]:
    """What is wrong even in a draft."""
    errors = []
    if not facts.title.strip():
        errors.append(FieldError("title", texts.TITLE_MISSING))
    elif len(facts.title) > LONGEST_TITLE:
        errors.append(FieldError("title", texts.TITLE_LONG, {"most": LONGEST_TITLE}))
    if not 1 <= facts.posts <= MOST_POSTS:
        errors.append(FieldError("posts", texts.POSTS_WRONG, {"most": MOST_POSTS}))
    if facts.pay_from is not None and facts.pay_to is not None and facts.pay_to < facts.pay_from:
        errors.append(FieldError("pay_to", texts.PAY_ORDER))
    if facts.apply_by_on is not None and not today <= facts.apply_by_on <= today + timedelta(days=LONGEST_OPEN_DAYS):
        errors.append(FieldError("apply_by_on", texts.APPLY_BY_WRONG, {"days": LONGEST_OPEN_DAYS}))
    return errors


@dataclass(frozen=True, slots=True)
class VacancyFacts:
    """What an employer says of a vacancy. Pay is whole KZT a month before tax."""

    title: str
    description: str
    language: str
    occupation_code: str | None
    region_code: str | None
    posts: int = 1
    requirements: str = ""
    district_code: str | None = None
    establishment_id: int | None = None
    place_text: str = ""
    latitude: float | None = None
    longitude: float | None = None
    pay_from: int | None = None
    pay_to: int | None = None
    employment_kind: str = "permanent"
    hours: str = "full"
    is_remote: bool = False
    experience: str | None = None
    education_level: int | None = None
    skills_required: tuple[str, ...] = ()
    skills_wished: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_quota: bool = False
    contact_name: str = ""
    contact_phone: str = ""
    apply_by_on: date | None = None


def expires_on(apply_by_on: date | None, published_on: date, *, is_import: bool) -> date:
    """The last day a vacancy is open: as stated, else 30 days for an import and 180 for the others."""
    return apply_by_on or published_on + timedelta(days=OPEN_DAYS_OF_IMPORT if is_import else LONGEST_OPEN_DAYS)


def check_due_on(handed_in_on: date) -> date:
    """The working day by which an office has read what came in on this day."""
    return working_day_after(handed_in_on, CHECK_WORKING_DAYS)


def working_day_after(day: date, days: int) -> date:
    """The working day that many working days after this one."""
    while days > 0:
        day += timedelta(days=1)
        days -= _is_working(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """Working days after the first day, up to and with the last; none when the last is not later."""
    return sum(_is_working(first + timedelta(days=step)) for step in range(1, (last - first).days + 1))


def _is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays()


@cache
def _holidays() -> HolidayBase:
    return country_holidays("KZ")
