"""Which of three effort groups a person belongs to: readable conditions, no points, no score."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from labour_exchange.cases.rules.ages import age_on, whole_months
from labour_exchange.cases.states import EffortGroup

RULES_VERSION = 1
"""Kept with every decision, so that an old one stays explained by the rules it was made with."""

LONG_MONTHS = 12
HALF_YEAR = 6
QUARTER = 3
OLDER_FROM = 50
YOUNG_BELOW = 25
LITTLE_EXPERIENCE = 12
BREAK_MONTHS = 24
SCHOOL_LEVEL = 3
"""ISCED 3 is completed secondary school: a vocation is learned above it."""


@dataclass(frozen=True, slots=True)
class ProfilingFacts:
    """What the conditions read. `worked_until` is the end of the latest job, None when no job is known."""

    born_on: date
    registered_on: date
    education_level: int | None
    experience_months: int
    worked_until: date | None
    has_disability: bool

    def months_registered(self, today: date) -> int:
        return whole_months(self.registered_on, today)


@dataclass(frozen=True, slots=True)
class ProfilingRule:
    """One condition that alone puts a person into a group; its words are in the part's texts."""

    code: str
    group: EffortGroup
    holds: Callable[[ProfilingFacts, date], bool]


def _has_no_vocation(facts: ProfilingFacts) -> bool:
    return facts.education_level is None or facts.education_level <= SCHOOL_LEVEL


def _is_long_registered(facts: ProfilingFacts, today: date) -> bool:
    return facts.months_registered(today) >= LONG_MONTHS


def _is_older_half_year(facts: ProfilingFacts, today: date) -> bool:
    return age_on(facts.born_on, today) >= OLDER_FROM and facts.months_registered(today) >= HALF_YEAR


def _is_disabled_half_year(facts: ProfilingFacts, today: date) -> bool:
    return facts.has_disability and facts.months_registered(today) >= HALF_YEAR


def _lacks_vocation_and_experience(facts: ProfilingFacts, today: date) -> bool:
    return _has_no_vocation(facts) and facts.experience_months < LITTLE_EXPERIENCE


def _is_registered_quarter(facts: ProfilingFacts, today: date) -> bool:
    return facts.months_registered(today) >= QUARTER


def _is_young_beginner(facts: ProfilingFacts, today: date) -> bool:
    return age_on(facts.born_on, today) < YOUNG_BELOW and facts.experience_months < LITTLE_EXPERIENCE


def _is_older(facts: ProfilingFacts, today: date) -> bool:
    return age_on(facts.born_on, today) >= OLDER_FROM


def _has_disability(facts: ProfilingFacts, today: date) -> bool:
    return facts.has_disability


def _had_long_break(facts: ProfilingFacts, today: date) -> bool:
    return facts.worked_until is not None and whole_months(facts.worked_until, today) >= BREAK_MONTHS


_G = EffortGroup
RULES = (
    ProfilingRule("registered_12_months", _G.INTENSIVE, _is_long_registered),
    ProfilingRule("aged_50_registered_6_months", _G.INTENSIVE, _is_older_half_year),
    ProfilingRule("disability_registered_6_months", _G.INTENSIVE, _is_disabled_half_year),
    ProfilingRule("no_vocation_no_experience", _G.INTENSIVE, _lacks_vocation_and_experience),
    ProfilingRule("registered_3_months", _G.SUPPORTED, _is_registered_quarter),
    ProfilingRule("under_25_little_experience", _G.SUPPORTED, _is_young_beginner),
    ProfilingRule("aged_50", _G.SUPPORTED, _is_older),
    ProfilingRule("disability", _G.SUPPORTED, _has_disability),
    ProfilingRule("out_of_work_24_months", _G.SUPPORTED, _had_long_break),
)


@dataclass(frozen=True, slots=True)
class EffortDecision:
    """The group, and the conditions of that group that hold; none of them for who can search alone."""

    group: EffortGroup
    rule_codes: tuple[str, ...]


def effort_group(facts: ProfilingFacts, today: date) -> EffortDecision:
    """The group with the most help that any condition asks for."""
    for group in (EffortGroup.INTENSIVE, EffortGroup.SUPPORTED):
        codes = tuple(rule.code for rule in RULES if rule.group is group and rule.holds(facts, today))
        if codes:
            return EffortDecision(group, codes)
    return EffortDecision(EffortGroup.INDEPENDENT, ())
