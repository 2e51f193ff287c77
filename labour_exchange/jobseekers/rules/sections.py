"""The sections of a profile, and everything that can be wrong with one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from labour_exchange.classifications.education import is_education_level
from labour_exchange.classifications.languages import is_language, is_language_level
from labour_exchange.classifications.licences import is_licence
from labour_exchange.classifications.occupations import is_unit_group
from labour_exchange.classifications.skills import is_skill
from labour_exchange.foundation.errors import FieldError
from labour_exchange.foundation.texts import LANGUAGES, Message
from labour_exchange.jobseekers import texts
from labour_exchange.jobseekers.rules.contacts import text_problems
from labour_exchange.territory.queries import is_region

# The same words as vacancies use; the two parts ignore each other, so a test compares them.
HOURS = ("full", "part", "shift", "rotational")
EMPLOYMENT_KINDS = ("permanent", "fixed_term", "seasonal", "temporary")
MOST_OCCUPATIONS, MOST_SKILLS, MOST_LANGUAGES, MOST_EDUCATION = 5, 40, 10, 10
HEADLINE_LENGTH, SUMMARY_LENGTH, NAME_LENGTH = 120, 4000, 200
MOST_PAY = 100_000_000
EARLIEST_YEAR = 1940


@dataclass(frozen=True, slots=True)
class About:
    """The first lines of a profile, and the language they are written in."""

    headline: str
    summary: str
    language: str


@dataclass(frozen=True, slots=True)
class Occupations:
    """Unit groups in which the person looks for work, the dearest first."""

    occupation_codes: list[str]


@dataclass(frozen=True, slots=True)
class Skills:
    skills: list[str]


@dataclass(frozen=True, slots=True)
class Languages:
    """[{"code": ISO 639-1, "level": A1 to C2 or native}], each language once."""

    languages: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Licences:
    licences: list[str]


@dataclass(frozen=True, slots=True)
class Education:
    """[{"level": ISCED 0 to 8, "institution", "subject", "finished_in": year or None}]."""

    education: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """Pay is tenge a month; `is_quota_eligible` is said only by people who want to use the quota."""

    move_regions: list[str]
    pay_from: int | None
    hours: list[str]
    employment_kinds: list[str]
    wants_remote: bool
    is_quota_eligible: bool


Section = About | Occupations | Skills | Languages | Licences | Education | Wishes


def section_problems(section: Section, today: date) -> list[FieldError]:
    """Everything wrong with one section of a profile."""
    match section:
        case About():
            unknown = [] if section.language in LANGUAGES else [FieldError("language", texts.NOT_LISTED)]
            return [
                *text_problems("headline", section.headline, HEADLINE_LENGTH),
                *text_problems("summary", section.summary, SUMMARY_LENGTH),
                *unknown,
            ]
        case Occupations(codes):
            return _listed("occupation_codes", codes, [code for code in codes if is_unit_group(code)], MOST_OCCUPATIONS)
        case Skills(ids):
            return _listed("skills", ids, [one for one in ids if is_skill(one)], MOST_SKILLS)
        case Licences(codes):
            return _listed("licences", codes, [code for code in codes if is_licence(code)])
        case Languages(spoken):
            known = [one["code"] for one in spoken if is_language(one["code"]) and is_language_level(one["level"])]
            return _listed("languages", [one["code"] for one in spoken], known, MOST_LANGUAGES)
        case Education(entries):
            return _education_problems(entries, today)
        case Wishes():
            return _wish_problems(section)


def _listed(field: str, given: Sequence[str], known: Sequence[str], most: int | None = None) -> list[FieldError]:
    if most is not None and len(given) > most:
        return [FieldError(field, texts.TOO_MANY, {"most": most})]
    return [] if len(set(known)) == len(given) else [FieldError(field, texts.NOT_LISTED)]


def _education_problems(entries: Sequence[dict[str, Any]], today: date) -> list[FieldError]:
    if len(entries) > MOST_EDUCATION:
        return [FieldError("education", texts.TOO_MANY, {"most": MOST_EDUCATION})]
    found: list[FieldError] = []
    for entry in entries:
        if not is_education_level(str(entry["level"])):
            found.append(FieldError("level", texts.NOT_LISTED))
        if entry["finished_in"] is not None and not EARLIEST_YEAR <= entry["finished_in"] <= today.year + 8:
            found.append(FieldError("finished_in", texts.YEAR_WRONG))
        found += [*text_problems("institution", entry["institution"], NAME_LENGTH), *text_problems("subject", entry["subject"], NAME_LENGTH)]
    return found


def _wish_problems(wishes: Wishes) -> list[FieldError]:
    lists: tuple[tuple[str, list[str], Message, bool], ...] = (
        ("move_regions", wishes.move_regions, texts.REGION_UNKNOWN, all(is_region(code) for code in wishes.move_regions)),
        ("hours", wishes.hours, texts.NOT_LISTED, set(wishes.hours) <= set(HOURS)),
        ("employment_kinds", wishes.employment_kinds, texts.NOT_LISTED, set(wishes.employment_kinds) <= set(EMPLOYMENT_KINDS)),
    )
    found = [FieldError(field, message) for field, codes, message, is_known in lists if not is_known or len(set(codes)) < len(codes)]
    if wishes.pay_from is not None and not 0 < wishes.pay_from <= MOST_PAY:
        found.append(FieldError("pay_from", texts.PAY_WRONG))
    return found
