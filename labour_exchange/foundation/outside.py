"""Files beside the database that only grow: what they say, a lost or altered database can be held against."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_folder: list[Path] = []


def keep_in(folder: Path) -> None:
    """Say where the files are; called once, by the application."""
    _folder[:] = [folder]


def path_of(name: str) -> Path:
    """The file of that name. Raises RuntimeError when nobody said where files are kept."""
    if not _folder:
        raise RuntimeError("nobody has said where the files beside the database are kept")
    return _folder[0] / f"{name}.ndjson"


def append(name: str, rows: Iterable[dict[str, Any]]) -> None:
    """Add rows, one JSON object a line, and see them on the disk before returning."""
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    # One write for each row at the end of the file: two processes never mix their lines.
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        for row in rows:
            os.write(handle, json.dumps(row, sort_keys=True).encode() + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)


def rows(name: str, path: Path | None = None) -> Iterator[dict[str, Any]]:
    """What was added so far, the oldest first; a last line that a crash cut short is left out."""
    file = path or path_of(name)
    if not file.exists():
        return
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                yield json.loads(line)
