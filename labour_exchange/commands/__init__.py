"""Commands for operators; one module for each group, listed here."""

from flask import Flask

GROUPS = ()


def register(app: Flask) -> None:
    """Add every command to `flask`."""
    for group in GROUPS:
        app.cli.add_command(group)
