"""Rules as rows of a form: every shipped measure can be shown as rows, and means the same when it comes back."""

from typing import Any

import pytest

from labour_exchange.programmes.loading import definitions
from labour_exchange.programmes.rules.composing import Row, Use, composed, rows_of
from labour_exchange.programmes.rules.eligibility import mistakes, unmet
from labour_exchange.programmes.rules.facts import PersonFacts

SHIPPED = {one["code"]: one["terms"]["eligibility"] for shipped in definitions() for part in shipped["directions"] for one in part["measures"]}
RURAL, PLAN = {"rule": "rural"}, {"rule": "has_plan"}


@pytest.mark.parametrize("code", sorted(SHIPPED))
def test_a_shipped_measure_comes_back_with_the_same_meaning(code: str) -> None:
    rows = rows_of(SHIPPED[code])
    assert rows is not None
    again = composed(rows)
    assert mistakes(again) == ()
    for known in (PersonFacts(30, "KZ-71"), PersonFacts(20, "KZ-61", True, False, "unemployed", 100, 3, 0, 1, True, 4, 10_000, True, True)):
        assert {one.rule for one in unmet(again, known)} == {one.rule for one in unmet(SHIPPED[code], known)}


def test_three_uses_of_a_predicate() -> None:
    rows = (Row("rural", Use.MUST, {}), Row("has_plan", Use.ONE_OF, {}), Row("age_between", Use.MUST_NOT, {"least": 1, "most": 2}))
    composition = {"all": [RURAL, {"any": [PLAN]}, {"not": {"rule": "age_between", "least": 1, "most": 2}}]}
    assert composed(rows) == composition
    assert rows_of(composition) == rows
    assert composed(()) == {"all": []}


@pytest.mark.parametrize(
    "beyond", [{"any": [RURAL]}, {"all": [RURAL, RURAL]}, {"all": [{"any": [RURAL]}, {"any": [PLAN]}]}, {"all": [{"any": [{"not": RURAL}]}]}]
)
def test_what_rows_cannot_say_is_left_alone(beyond: dict[str, Any]) -> None:
    assert rows_of(beyond) is None
