"""Check a release of the labour exchange with nothing but its published files: python verify_release.py release.json release.csv [previous.json].

It tells whether the tables are the ones that the release's hash sums up, whether all shown figures add up, whether any shown count is small,
whether the CSV file says the same, and what a later edition changed of the edition before. It needs Python 3.9 or later and no network.
"""

import csv
import hashlib
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Cells = dict[tuple[str, ...], Any]
SMALLEST_SHOWN = 5


def content_hash(tables: Any) -> str:
    """SHA-256 of the tables as JSON: sorted keys, no spaces, letters as they are, UTF-8."""
    return hashlib.sha256(json.dumps(tables, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


def cells_of(table: dict[str, Any]) -> Cells:
    return {tuple(row[:-1]): row[-1] for row in table["cells"]}


def wrong_sums(table: dict[str, Any]) -> Iterator[str]:
    """Totals that are shown, as all their parts are, and are not the sum of the parts."""
    cells = cells_of(table)
    for place, dimension in enumerate(table["dimensions"]):
        codes = [sorted({cell[other] for cell in cells}) for other in range(len(table["dimensions"]))]
        codes[place] = [""]
        for rest, (total, children) in itertools.product(itertools.product(*codes), dimension["children"].items()):
            whole = (*rest[:place], total, *rest[place + 1 :])
            parts = [cells[(*rest[:place], child, *rest[place + 1 :])] for child in children]
            if cells[whole] is not None and None not in parts and cells[whole] != sum(parts):
                yield f"{table['indicator']} {' '.join(whole)}: {cells[whole]} is not the sum {sum(parts)}"


def small_counts(table: dict[str, Any]) -> Iterator[str]:
    for cell, value in cells_of(table).items():
        if value is not None and 0 < value < SMALLEST_SHOWN:
            yield f"{table['indicator']} {' '.join(cell)}: a count of {value} is shown"


def differences_from_csv(release: dict[str, Any], path: str) -> Iterator[str]:
    """Cells of which the two files say different things."""
    stated: Cells = {}
    for table in release["tables"]:
        for cell, value in cells_of(table).items():
            stated[(table["indicator"], *cell) if len(cell) > 2 else (table["indicator"], *cell, "_T")] = "" if value is None else str(value)
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        found = {tuple(row[:4]): row[4] for row in itertools.islice(csv.reader(file), 1, None)}
    for cell in [*stated, *(one for one in found if one not in stated)]:
        if stated.get(cell) != found.get(cell):
            yield f"{' '.join(cell)}: {stated.get(cell)!r} in the JSON file, {found.get(cell)!r} in the CSV file"


def problems(release: dict[str, Any], csv_path: str, previous: "dict[str, Any] | None") -> list[str]:
    """Everything that is wrong, one sentence each."""
    found = []
    if content_hash(release["tables"]) != release["content_sha256"]:
        found.append("the tables are not those that the hash sums up")
    for table in release["tables"]:
        found += [*wrong_sums(table), *small_counts(table)]
    found += differences_from_csv(release, csv_path)
    if previous and release["previous_content_sha256"] != previous["content_sha256"]:
        found.append("this is not the edition that follows the previous one")
    return found


def changes(release: dict[str, Any], previous: dict[str, Any]) -> list[str]:
    """What this edition says otherwise than the one before."""
    before = {(table["indicator"], *cell): value for table in previous["tables"] for cell, value in cells_of(table).items()}
    now = {(table["indicator"], *cell): value for table in release["tables"] for cell, value in cells_of(table).items()}
    return [f"{' '.join(cell)}: {before.get(cell)} before, {value} now" for cell, value in now.items() if before.get(cell) != value]


def main(arguments: list[str]) -> int:
    """0 when nothing is wrong, 1 when something is, 2 when it was called wrongly."""
    if len(arguments) not in (2, 3):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    release = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    previous = json.loads(Path(arguments[2]).read_text(encoding="utf-8")) if len(arguments) > 2 else None
    found = problems(release, arguments[1], previous)
    lines = found or [f"release {release['release']}: {len(release['tables'])} tables, nothing wrong, content {release['content_sha256']}"]
    lines += [f"changed: {one}" for one in changes(release, previous)] if previous else []
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
