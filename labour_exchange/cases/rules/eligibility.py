"""Who may be registered as unemployed: named rules, each refused with what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.cases.rules.ages import age_on
from labour_exchange.cases.texts import cases as texts
from labour_exchange.foundation.texts import Message
from labour_exchange.jobseekers.states import Sex

LOWEST_AGE = 16
# The social code: men at 63; women at 61 until the end of 2027.
PENSION_AGE = {Sex.FEMALE: 61, Sex.MALE: 63}
START_WITHIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class UnemployedFacts:
    """What is known, and what the person declares: study, pension, and the first day on which work could start."""

    born_on: date
    sex: Sex
    has_open_placement: bool
    studies_full_time: bool
    draws_pension: bool
    available_on: date


@dataclass(frozen=True, slots=True)
class EligibilityRule:
    """One condition. `field` is where the answer was given, when the person or the officer gave it."""

    code: str
    holds: Callable[[UnemployedFacts, date], bool]
    refusal: Message
    field: str | None = None


def _is_old_enough(facts: UnemployedFacts, today: date) -> bool:
    return age_on(facts.born_on, today) >= LOWEST_AGE


def _is_no_pensioner(facts: UnemployedFacts, today: date) -> bool:
    return not facts.draws_pension and age_on(facts.born_on, today) < PENSION_AGE[facts.sex]


def _has_no_work(facts: UnemployedFacts, today: date) -> bool:
    return not facts.has_open_placement


def _does_not_study(facts: UnemployedFacts, today: date) -> bool:
    return not facts.studies_full_time


def _can_start(facts: UnemployedFacts, today: date) -> bool:
    return facts.available_on <= today + START_WITHIN


RULES = (
    EligibilityRule("old_enough", _is_old_enough, texts.TOO_YOUNG),
    EligibilityRule("no_pensioner", _is_no_pensioner, texts.PENSIONER, "draws_pension"),
    EligibilityRule("no_work", _has_no_work, texts.HAS_WORK),
    EligibilityRule("no_full_time_study", _does_not_study, texts.STUDIES, "studies_full_time"),
    EligibilityRule("can_start", _can_start, texts.CANNOT_START, "available_on"),
)


def refused_rules(facts: UnemployedFacts, today: date) -> tuple[EligibilityRule, ...]:
    """Every rule that keeps the person from unemployed status today, all at once; empty when none does."""
    return tuple(rule for rule in RULES if not rule.holds(facts, today))
