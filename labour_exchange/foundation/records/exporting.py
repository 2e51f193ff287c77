"""Rows as plain values, for files that a person or a program takes along."""

from typing import Any


def chosen(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    """An allowlist: a new column is not exported until somebody says so."""
    return {name: plain(getattr(row, name)) for name in names}


def plain(value: Any) -> Any:
    """Days and instants in ISO form; everything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
