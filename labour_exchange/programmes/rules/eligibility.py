"""Rules as data: a composition of predicates (all, any, not), read, checked for mistakes, and answered about one person.

A composition is JSON: {"all": [...]}, {"any": [...]}, {"not": {...}} or {"rule": code, parameter: value, ...}. Nothing else is understood.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from labour_exchange.programmes.rules.facts import PersonFacts
from labour_exchange.programmes.rules.predicates import PREDICATES, Figure, is_right_value

Composition = Mapping[str, Any]
DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that was not met: what was asked and the person's own figure. `alternatives` are the rules of which one would have been enough."""

    rule: str
    asked: dict[str, Any] = field(default_factory=dict)
    had: Figure = None
    is_negated: bool = False
    alternatives: tuple["Finding", ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"alternatives": [one.as_json() for one in self.alternatives]}


def finding_from_json(stored: Mapping[str, Any]) -> Finding:
    """What `Finding.as_json` wrote."""
    alternatives = tuple(finding_from_json(one) for one in stored["alternatives"])
    return Finding(stored["rule"], dict(stored["asked"]), stored["had"], stored["is_negated"], alternatives)


def unmet(composition: Composition, facts: PersonFacts) -> tuple[Finding, ...]:
    """Every rule that keeps this person from the measure, in the order of the composition; nothing when the person may have it."""
    if "all" in composition:
        return tuple(finding for part in composition["all"] for finding in unmet(part, facts))
    if "any" in composition:
        answers = [unmet(part, facts) for part in composition["any"]]
        if not all(answers):
            return ()
        found = tuple(finding for answer in answers for finding in answer)
        return (Finding("any", alternatives=found),) if len(answers) > 1 else found
    if "not" in composition:
        finding, is_met = _answered(composition["not"], facts)
        # What is not known is no proof that the forbidden is not so.
        is_kept_out = is_met or finding.had is None
        return (replace(finding, is_negated=True),) if is_kept_out else ()
    finding, is_met = _answered(composition, facts)
    return () if is_met else (finding,)


def mistakes(composition: object, *, depth: int = 0) -> tuple[str, ...]:
    """What cannot be understood of a composition, as paths: `all.1.days`. Nothing when it is right."""
    return tuple(_mistakes(composition, "", depth))


def leaves(composition: Composition) -> Iterator[Composition]:
    """The single rules of a composition, in their order."""
    if "rule" in composition:
        yield composition
    elif "not" in composition:
        yield from leaves(composition["not"])
    else:
        for part in composition.get("all", composition.get("any", [])):
            yield from leaves(part)


def _answered(leaf: Composition, facts: PersonFacts) -> tuple[Finding, bool]:
    predicate = PREDICATES[leaf["rule"]]
    asked = {name: leaf[name] for name in predicate.parameters}
    return Finding(predicate.code, asked, predicate.figure(facts)), predicate.holds(facts, asked)


def _mistakes(part: object, path: str, depth: int) -> Iterator[str]:
    if not isinstance(part, Mapping) or depth > DEEPEST:
        yield path or "."
    elif "rule" in part:
        yield from _mistakes_of_leaf(part, path)
    elif set(part) in ({"all"}, {"any"}):
        ((word, parts),) = part.items()
        if not isinstance(parts, list) or (word == "any" and not parts):
            yield _joined(path, word)
        else:
            for number, one in enumerate(parts):
                yield from _mistakes(one, _joined(path, f"{word}.{number}"), depth + 1)
    elif set(part) == {"not"}:
        # An `all` or `any` below a `not` would need a refusal that no reader could follow.
        inner = part["not"]
        yield from _mistakes(inner, _joined(path, "not"), depth + 1) if isinstance(inner, Mapping) and "rule" in inner else [_joined(path, "not")]
    else:
        yield path or "."


def _mistakes_of_leaf(leaf: Composition, path: str) -> Iterator[str]:
    predicate = PREDICATES.get(str(leaf["rule"]))
    if predicate is None:
        yield _joined(path, "rule")
        return
    for name in sorted(set(leaf) - {"rule"} - set(predicate.parameters)):
        yield _joined(path, name)
    for name, kind in predicate.parameters.items():
        if not is_right_value(kind, leaf.get(name)):
            yield _joined(path, name)


def _joined(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step
