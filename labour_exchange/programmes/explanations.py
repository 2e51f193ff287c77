"""Rules and refusals in a reader's words: what a measure asks for, and why somebody may not have it."""

from collections.abc import Iterable, Mapping
from typing import Any

from labour_exchange.classifications.education import education_level
from labour_exchange.jobseekers.states import Category
from labour_exchange.jobseekers.texts import CATEGORIES
from labour_exchange.programmes.rules.eligibility import Composition, Finding
from labour_exchange.programmes.rules.predicates import PREDICATES, Figure, ParameterKind
from labour_exchange.programmes.texts import predicates as texts
from labour_exchange.territory.queries import region

THIN_SPACE = "\u202f"


def refusal_words(finding: Finding, language: str) -> str:
    """One refusal: "registered for 12 days, the measure asks for 30"."""
    if finding.alternatives:
        parts = "; ".join(refusal_words(one, language) for one in finding.alternatives)
        return texts.NONE_OF.in_language(language, parts=parts)
    asked = _asked(finding.rule, finding.asked, language)
    if finding.is_negated:
        requirement = texts.REQUIREMENTS[finding.rule].in_language(language, **asked)
        return texts.NEGATED.in_language(language, requirement=requirement)
    return texts.REFUSALS[finding.rule].in_language(language, had=_had(finding, language), **asked)


def requirements(composition: Composition, language: str) -> list[str]:
    """What a measure asks for, a sentence each."""
    if "all" in composition:
        return [words for part in composition["all"] for words in requirements(part, language)]
    if "any" in composition:
        parts = "; ".join(words for part in composition["any"] for words in requirements(part, language))
        return [texts.ONE_OF.in_language(language, parts=parts)]
    if "not" in composition:
        return [texts.NOT.in_language(language, requirement="; ".join(requirements(composition["not"], language)))]
    rule = composition["rule"]
    return [texts.REQUIREMENTS[rule].in_language(language, **_asked(rule, composition, language))]


def _asked(rule: str, given: Mapping[str, Any], language: str) -> dict[str, str]:
    """The values a rule asks for, as a reader's words."""
    return {name: _value(kind, given[name], language) for name, kind in PREDICATES[rule].parameters.items()}


def _value(kind: ParameterKind, value: Any, language: str) -> str:
    if kind is ParameterKind.LEVEL:
        return education_level(str(value)).name.in_language(language)
    if kind is ParameterKind.CATEGORIES:
        return _listed(CATEGORIES[Category(code)].in_language(language).lower() for code in value)
    if kind is ParameterKind.REGIONS:
        return _listed(region(code).name.in_language(language) for code in value)
    return f"{value:,}".replace(",", THIN_SPACE)


def _had(finding: Finding, language: str) -> str:
    """The person's own figure in the kind that the rule asks for."""
    figure: Figure = finding.had
    if figure is None or isinstance(figure, bool):
        return texts.NOT_KNOWN.in_language(language)
    kind = next(iter(PREDICATES[finding.rule].parameters.values()), ParameterKind.NUMBER)
    return _value(kind, [figure] if kind in (ParameterKind.CATEGORIES, ParameterKind.REGIONS) else figure, language)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
