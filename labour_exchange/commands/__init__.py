"""Commands for operators; one module for each group, listed here."""

from flask import Flask

from labour_exchange.commands.demo.commands import demo
from labour_exchange.commands.demo.commands import register_jobs as register_demo_jobs
from labour_exchange.commands.prepare import prepare
from labour_exchange.commands.search import search
from labour_exchange.commands.worker import worker

GROUPS = (demo, prepare, search, worker)


def register(app: Flask) -> None:
    """Add every command to `flask`."""
    register_demo_jobs()
    for group in GROUPS:
        app.cli.add_command(group)
