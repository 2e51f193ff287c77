"""`make bench`: measure, print, and write bench/results.json. `python -m bench ROW ...` measures these rows alone."""

import gc
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench import agencies, alerts, facts, fallback, freshness, matching, searching, starting, throughput, writing
from bench.ground import Ground, Row

RESULTS = Path(__file__).with_name("results.json")

# Each measures one or more rows of the figures to reach; in this order when all are asked for.
MEASURES: dict[str, Callable[[Ground], list[Row]]] = {
    "start": starting.measured,
    "rebuild": writing.rebuild_against_bulk,
    "search": searching.measured,
    "throughput": throughput.measured,
    "postgres": fallback.measured,
    "freshness": freshness.measured,
    "agencies": agencies.measured,
    "import": writing.import_against_copy,
    "suggestions": lambda ground: [matching.one_person(ground.country())],
    "alerts": alerts.measured,
    "statistics": facts.measured,
    "everyone": lambda ground: matching.everyone(),
}


def main(names: list[str]) -> int:
    if unknown := set(names) - set(MEASURES):
        sys.stderr.write(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}\n")
        return 2
    rows: list[Row] = []
    with Ground.from_environment() as ground:
        for name in names or MEASURES:
            begun = time.monotonic()
            sys.stderr.write(f"{name} ...\n")
            # As in the application's own processes: what stays is not looked through for garbage while something is measured.
            gc.freeze()
            measured = MEASURES[name](ground)
            sys.stderr.write(f"{name}: {time.monotonic() - begun:.0f} s\n")
            for row in measured:
                sys.stdout.write(_line(row))
                sys.stdout.flush()
            rows += measured
        RESULTS.write_text(json.dumps(_about(ground) | {"rows": rows}, indent=2) + "\n")
    return 0


def _about(ground: Ground) -> Row:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit,
        "scale": ground.scale,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
    }


def _line(row: Row) -> str:
    """A row has `what`, `to_reach` and a figure: `ratio`, `seconds` or `milliseconds`; what else it holds explains the figure."""
    figures = {"ratio": "{:.2f} x", "seconds": "{:.1f} s", "milliseconds": "{:.0f} ms"}
    ((figure, form),) = ((name, form) for name, form in figures.items() if name in row)
    rest = {name: value for name, value in row.items() if name not in ("what", "to_reach", figure)}
    said = ", ".join(f"{name} {value:.1f}" if isinstance(value, float) else f"{name} {value}" for name, value in rest.items())
    return f"{row['what']:<34} {form.format(row[figure]):>10}   to reach {row['to_reach']}   {said}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
