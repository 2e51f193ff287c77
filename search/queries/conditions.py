"""Conditions on index fields, and whether they hold for one document: the meaning that every engine has to share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from search.indexes.fields import Value
from search.indexes.places import Place, metres_between


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The field has, or is, one of these."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Is:
    field: str
    value: bool


@dataclass(frozen=True, slots=True)
class AtLeast:
    field: str
    value: int | float | date


@dataclass(frozen=True, slots=True)
class AtMost:
    field: str
    value: int | float | date


@dataclass(frozen=True, slots=True)
class Near:
    field: str
    place: Place
    metres: float


@dataclass(frozen=True, slots=True)
class HasOnly:
    """Nothing in the field but these; an empty field has nothing else."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """The field is empty."""

    field: str


@dataclass(frozen=True, slots=True)
class Not:
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Every:
    conditions: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    conditions: "tuple[Condition, ...]"


Condition = AnyOf | Is | AtLeast | AtMost | Near | HasOnly | Missing | Not | Every | Either


def holds(condition: Condition, values: Mapping[str, Value]) -> bool:
    """Whether a document with these field values meets the condition."""
    match condition:
        case Every(conditions):
            return all(holds(part, values) for part in conditions)
        case Either(conditions):
            return any(holds(part, values) for part in conditions)
        case Not(negated):
            return not holds(negated, values)
        case _:
            return _field_holds(condition, values[condition.field])


def _field_holds(condition: AnyOf | Is | AtLeast | AtMost | Near | HasOnly | Missing, value: Value) -> bool:
    match condition:
        case Missing():
            return value is None or value == ()
        case AnyOf(_, wanted):
            return not set(wanted).isdisjoint(_several(value))
        case HasOnly(_, allowed):
            return set(allowed).issuperset(_several(value))
        case _ if value is None:
            return False
        case Is(_, wanted_flag):
            return value == wanted_flag
        case AtLeast(_, least):
            return value >= least  # type: ignore[operator]
        case AtMost(_, most):
            return value <= most  # type: ignore[operator]
        case Near(_, place, metres):
            return metres_between(place, value) <= metres  # type: ignore[arg-type]
        case _:
            assert_never(condition)


def _several(value: Value) -> tuple[Value, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)
