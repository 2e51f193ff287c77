"""Rules as rows of a form, one for each predicate, and back: must hold, one of these must hold, must not hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from labour_exchange.programmes.rules.eligibility import Composition


class Use(StrEnum):
    """How a predicate is used in a measure."""

    MUST = "must"
    ONE_OF = "one_of"
    MUST_NOT = "must_not"


@dataclass(frozen=True, slots=True)
class Row:
    """One predicate with its use and the values it asks for."""

    rule: str
    use: Use
    values: Mapping[str, Any]


def composed(rows: Sequence[Row]) -> dict[str, Any]:
    """The composition that the rows mean; all rows of "one of" are one group."""
    leaves = {use: [{"rule": row.rule, **row.values} for row in rows if row.use is use] for use in Use}
    parts: list[dict[str, Any]] = list(leaves[Use.MUST])
    if leaves[Use.ONE_OF]:
        parts.append({"any": leaves[Use.ONE_OF]})
    return {"all": [*parts, *({"not": leaf} for leaf in leaves[Use.MUST_NOT])]}


def rows_of(composition: Composition) -> tuple[Row, ...] | None:
    """The rows that mean the composition; None when it says more than one row for each predicate can say."""
    found = _rows(composition)
    if found is None or len({row.rule for row in found}) < len(found):
        return None
    return found


def _rows(composition: Composition) -> tuple[Row, ...] | None:
    if set(composition) != {"all"}:
        return None
    rows, groups = [], 0
    for part in composition["all"]:
        if "rule" in part:
            rows.append(_row(part, Use.MUST))
        elif "not" in part and "rule" in part["not"]:
            rows.append(_row(part["not"], Use.MUST_NOT))
        elif "any" in part and all("rule" in leaf for leaf in part["any"]) and groups == 0:
            groups += 1
            rows.extend(_row(leaf, Use.ONE_OF) for leaf in part["any"])
        else:
            return None
    return tuple(rows)


def _row(leaf: Composition, use: Use) -> Row:
    return Row(leaf["rule"], use, {name: value for name, value in leaf.items() if name != "rule"})
