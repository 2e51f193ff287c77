"""Reads the definitions of programmes, which are shipped with the code."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"


def definitions() -> list[dict[str, Any]]:
    """Every shipped programme, in the order in which they began."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")]
    return sorted(found, key=lambda one: (one["starts_on"], one["code"]))
