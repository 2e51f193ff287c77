"""`flask prepare`: bring the database up to date and open what a first start needs; safe to repeat."""

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade

from labour_exchange.commands.demo.accounts import SignIn, open_demo_accounts
from labour_exchange.commands.demo.state import is_loaded
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.jobs import defer
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.programmes.operations.definitions import sync_definitions


@click.command("prepare")
@with_appcontext
def prepare() -> None:
    """Migrate, open the offices of the regions, write the programmes, and for a demonstration its sign-ins and, in the worker, its country."""
    upgrade()
    settings = current_app.config["SETTINGS"]
    act_as(db.session(), system_actor("prepare"))
    ensure_offices(db.session())
    sync_definitions(db.session())
    if settings.demo != "none" and not settings.is_production:
        _say(open_demo_accounts(db.session(), settings.secret_key))
        if not is_loaded(db.session()):
            defer(db.session(), "load_demo", scale=settings.demo)
            click.echo("\nThe demo country is being loaded by the worker; pages fill within a minute.")
    db.session.commit()


def _say(sign_ins: list[SignIn]) -> None:
    click.echo("Demo sign-ins (all with the same password, for this installation only):")
    for sign_in in sign_ins:
        click.echo(f"  {sign_in.kind:<14} {sign_in.email:<34} {sign_in.password}")
