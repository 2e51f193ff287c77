"""The tested predicates that rules are composed from: each one question about a person, with what it was asked and what was found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from labour_exchange.classifications.education import is_education_level
from labour_exchange.jobseekers.states import Category
from labour_exchange.programmes.rules.facts import PersonFacts
from labour_exchange.territory.queries import is_region

Value = int | list[str]
Parameters = Mapping[str, Value]
Figure = int | str | bool | None


class ParameterKind(StrEnum):
    """What is asked for: a number of days, months, years or people, a level of education, categories, regions, or tenge."""

    NUMBER = "number"
    MONEY = "money"
    LEVEL = "level"
    CATEGORIES = "categories"
    REGIONS = "regions"


@dataclass(frozen=True, slots=True)
class Predicate:
    """`figure` is the person's side of the question, `holds` the answer; `parameters` names what a measure asks."""

    code: str
    figure: Callable[[PersonFacts], Figure]
    holds: Callable[[PersonFacts, Parameters], bool]
    parameters: Mapping[str, ParameterKind]


def _number(given: Parameters, name: str) -> int:
    value = given[name]
    return value if isinstance(value, int) else 0


def _codes(given: Parameters, name: str) -> list[str]:
    value = given[name]
    return value if isinstance(value, list) else []


def _at_least(code: str, parameter: str, figure: Callable[[PersonFacts], int | None], kind: ParameterKind = ParameterKind.NUMBER) -> Predicate:
    def holds(facts: PersonFacts, given: Parameters) -> bool:
        found = figure(facts)
        return found is not None and found >= _number(given, parameter)

    return Predicate(code, figure, holds, {parameter: kind})


def _at_most(code: str, parameter: str, figure: Callable[[PersonFacts], int | None], kind: ParameterKind = ParameterKind.NUMBER) -> Predicate:
    def holds(facts: PersonFacts, given: Parameters) -> bool:
        found = figure(facts)
        return found is not None and found <= _number(given, parameter)

    return Predicate(code, figure, holds, {parameter: kind})


def _is(code: str, figure: Callable[[PersonFacts], bool]) -> Predicate:
    return Predicate(code, figure, lambda facts, _: figure(facts), {})


def _among(code: str, parameter: str, figure: Callable[[PersonFacts], str | None], kind: ParameterKind) -> Predicate:
    return Predicate(code, figure, lambda facts, given: figure(facts) in _codes(given, parameter), {parameter: kind})


def _age_holds(facts: PersonFacts, given: Parameters) -> bool:
    return _number(given, "least") <= facts.age <= _number(given, "most")


def _rest_holds(facts: PersonFacts, given: Parameters) -> bool:
    """Whoever never took part has rested long enough."""
    return facts.days_since_measure is None or facts.days_since_measure > _number(given, "days")


_ALL = (
    Predicate("age_between", lambda facts: facts.age, _age_holds, {"least": ParameterKind.NUMBER, "most": ParameterKind.NUMBER}),
    _among("category_in", "categories", lambda facts: facts.category, ParameterKind.CATEGORIES),
    _at_least("days_registered_at_least", "days", lambda facts: facts.days_registered),
    _at_most("education_at_most", "level", lambda facts: facts.education_level, ParameterKind.LEVEL),
    _at_least("education_at_least", "level", lambda facts: facts.education_level, ParameterKind.LEVEL),
    _is("rural", lambda facts: facts.is_rural),
    _among("region_in", "regions", lambda facts: facts.region_code, ParameterKind.REGIONS),
    _is("has_plan", lambda facts: facts.has_plan),
    _is("has_business_plan", lambda facts: facts.has_business_plan),
    _is("has_disability", lambda facts: facts.has_disability),
    _is("ready_to_move", lambda facts: facts.is_ready_to_move),
    _at_most("graduate_within_years", "years", lambda facts: facts.years_since_graduation),
    _at_most("experience_at_most", "months", lambda facts: facts.experience_months),
    _at_least("household_at_least", "people", lambda facts: facts.household_size),
    _at_most("household_income_at_most", "tenge", lambda facts: facts.household_income, ParameterKind.MONEY),
    _at_most("open_measures_at_most", "count", lambda facts: facts.open_measures),
    _at_most("times_in_measure_at_most", "times", lambda facts: facts.times_in_measure),
    Predicate("not_in_measure_within_days", lambda facts: facts.days_since_measure, _rest_holds, {"days": ParameterKind.NUMBER}),
)
PREDICATES: Mapping[str, Predicate] = {one.code: one for one in _ALL}


def is_right_value(kind: ParameterKind, value: object) -> bool:
    """Whether a value is of the kind that a parameter asks for: whole and not negative, or codes that exist."""
    if kind in (ParameterKind.NUMBER, ParameterKind.MONEY):
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if kind is ParameterKind.LEVEL:
        return isinstance(value, int) and not isinstance(value, bool) and is_education_level(str(value))
    known = {one.value for one in Category} if kind is ParameterKind.CATEGORIES else None
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(code, str) and (code in known if known is not None else is_region(code)) for code in value)
