"""A run of the tests may pass midnight: no test keeps the day on which its module was read."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
TELLS = {"today", "now", "utcnow"}


def asked_on_reading(body: list[ast.stmt]) -> Iterator[int]:
    """Lines where the clock is asked as the module is read: outside every function and lambda."""
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            # Decorators and default values are read with the module, the body is not.
            waiting += [*node.args.defaults, *(each for each in node.args.kw_defaults if each), *getattr(node, "decorator_list", [])]
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TELLS:
            yield node.lineno
        waiting += ast.iter_child_nodes(node)


def test_no_test_keeps_the_day_on_which_its_module_was_read() -> None:
    kept = [f"{path.relative_to(TESTS)}:{line}" for path in TESTS.rglob("*.py") for line in asked_on_reading(ast.parse(path.read_text()).body)]
    assert kept == []


def test_a_kept_day_is_found_and_a_day_asked_in_a_test_is_not() -> None:
    found = "DAY = clock.today()\ndef test(at=clock.now()): return clock.today()\n"
    assert sorted(asked_on_reading(ast.parse(found).body)) == [1, 2]
