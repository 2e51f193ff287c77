"""The programming interface: REST under /api/v1."""

from flask import Flask


def register(app: Flask) -> None:
    """Add the interface to the application."""
