"""`make bench`: measure, print, and write bench/results.json. BENCH_SCALE=small|region|country says how large the country is (region)."""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import matching, searching, starting, writing
from bench.installation import installation

RESULTS = Path(__file__).with_name("results.json")


def main() -> int:
    """Every row that exists so far."""
    scale = os.environ.get("BENCH_SCALE", "region")
    rows: list[dict[str, Any]] = starting.measured()
    with installation() as made:
        made.flask("demo", "load", "--scale", scale, "--json")
        rows.append(writing.rebuild_against_bulk(made))
        rows += searching.measured(made)
        rows.append(writing.import_against_copy(made))
        rows.append(matching.one_person(made))
    rows += matching.everyone()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    about = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit,
        "scale": scale,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }
    RESULTS.write_text(json.dumps(about | {"rows": rows}, indent=2))
    for row in rows:
        figure = f"{row['ratio']:.2f} x" if "ratio" in row else f"{row['seconds']:.1f} s"
        rest = ", ".join(
            f"{name} {value:.1f}" if isinstance(value, float) else f"{name} {value}"
            for name, value in row.items()
            if name not in ("what", "ratio", "seconds", "to_reach")
        )
        sys.stdout.write(f"{row['what']:<30} {figure:>10}   to reach {row['to_reach']}   {rest}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
