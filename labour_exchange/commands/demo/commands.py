"""`flask demo load`, and the same as a job for the worker behind `make run`."""

import json
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from labour_exchange.commands.demo.accounts import open_demo_accounts
from labour_exchange.commands.demo.load import load
from labour_exchange.commands.demo.oversight.inspections import show_inspections
from labour_exchange.commands.demo.oversight.releasing import show_releases
from labour_exchange.commands.demo.oversight.showing import show_oversight
from labour_exchange.commands.demo.programme.load import SCALE as PROGRAMME
from labour_exchange.commands.demo.scales import SCALES
from labour_exchange.commands.demo.standards.filling import fill_standards
from labour_exchange.commands.demo.stories.cases import tell_cases
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.jobs import defer, job
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.programmes.operations.definitions import sync_definitions
from labour_exchange.statistics.collection import collect
from labour_exchange.statistics.forecasts.operations import make_forecasts
from labour_exchange.statistics.planning.operations import publish_flows

demo = AppGroup("demo", help="The invented country for demonstrations and tests.")


@demo.command("load")
@click.option("--scale", type=click.Choice([*SCALES, PROGRAMME]), default="small", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def load_command(scale: str, as_json: bool) -> None:
    """Put an invented country in the place of the one that is there; rows that are not the demo's stay."""
    settings = current_app.config["SETTINGS"]
    if settings.is_production:
        raise click.ClickException("production holds real people: no demo is loaded there")
    act_as(db.session(), system_actor("demo"))
    ensure_offices(db.session())
    sync_definitions(db.session())
    open_demo_accounts(db.session(), settings.secret_key)
    db.session.commit()
    counts = load(settings.owner_database_url, scale, lambda words: click.echo(words, err=True))
    act_as(db.session(), system_actor("demo"))
    counts |= tell_stories(db.session())
    _count_later(db.session())
    db.session.commit()
    click.echo(json.dumps(counts) if as_json else f"the {scale} demo is loaded in {counts['seconds']} s")


def load_in_worker(session: Session, scale: str) -> None:
    """The job behind `make run`: nothing to do when a demo is there already."""
    settings: Any = current_app.config["SETTINGS"]
    if load(settings.owner_database_url, scale, lambda words: click.echo(f"demo: {words}"), is_replacing=False):
        tell_stories(session)
    _count_later(session)


def tell_stories(session: Session) -> dict[str, int]:
    """What people of the drawn country do beyond its market, by the exchange's own operations; how many cases there are."""
    fill_standards(session)
    return {"cases": tell_cases(session)}


def _count_later(session: Session) -> None:
    for name in ("count_demo", "assess_efficiency", "show_oversight", "show_inspections", "show_releases"):
        defer(session, name)


def count_demo(session: Session) -> None:
    """What runs once after the country is loaded, so that no page of statistics is empty. Forecasts and flows that are there already stay."""
    collect(session)
    make_forecasts(session)
    publish_flows(session)


def register_jobs() -> None:
    job("load_demo", load_in_worker, retry=None)
    job("count_demo", count_demo)
    job("show_oversight", show_oversight, retry=None)
    job("show_inspections", show_inspections, retry=None)
    job("show_releases", show_releases, retry=None)
