"""Every group of commands; one module, or one package, for each."""

from flask import Flask

from labour_exchange.commands.accounts import user_group
from labour_exchange.commands.agencies import agency_group
from labour_exchange.commands.clients import client_group
from labour_exchange.commands.demo.commands import demo
from labour_exchange.commands.demo.commands import register_jobs as register_demo_jobs
from labour_exchange.commands.evidence import evidence
from labour_exchange.commands.matching import matching
from labour_exchange.commands.prepare import prepare
from labour_exchange.commands.programme import programme
from labour_exchange.commands.search import search
from labour_exchange.commands.statistics import statistics
from labour_exchange.commands.upkeep.audit import audit
from labour_exchange.commands.upkeep.copies import backup, restore
from labour_exchange.commands.upkeep.doctor import doctor
from labour_exchange.commands.vacancies import vacancies
from labour_exchange.commands.worker import worker

GROUPS = (
    *(agency_group, audit, backup, client_group, demo, doctor, evidence, matching),
    *(prepare, programme, restore, search, statistics, user_group, vacancies, worker),
)


def register(app: Flask) -> None:
    """Add every command to `flask`."""
    register_demo_jobs()
    for group in GROUPS:
        app.cli.add_command(group)
