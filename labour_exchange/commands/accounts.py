"""`flask user`: staff accounts opened with a one-time link, second factors taken away, users blocked."""

import json

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from labour_exchange.accounts import operations
from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.models import User
from labour_exchange.accounts.queries import user_with_email
from labour_exchange.accounts.rules.sessions import STAFF
from labour_exchange.accounts.states import TokenPurpose
from labour_exchange.foundation.access import OFFICE_STAFF, ActorKind, system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE, LANGUAGES
from labour_exchange.offices.operations import appoint_staff, ensure_offices

ACTOR = system_actor("user_command")
NATIONAL = "national"


@click.group("user")
def user_group() -> None:
    """Accounts of staff."""


@user_group.command("create")
@click.option("--kind", type=click.Choice(sorted(kind.value for kind in STAFF)), required=True)
@click.option("--email", required=True)
@click.option("--name", default="", help="The name that colleagues see.")
@click.option("--office", default="", help=f"For office staff: the code of a region (KZ-75) or {NATIONAL}.")
@click.option("--language", type=click.Choice(LANGUAGES), default=DEFAULT_LANGUAGE)
@click.option("--json", "as_json", is_flag=True)
@with_appcontext
def create(kind: str, email: str, name: str, office: str, language: str, as_json: bool) -> None:
    """Open a staff account and print the link by which its owner sets a password; again: a new link while none is set."""
    session = _session()
    wanted = ActorKind(kind)
    if (wanted in OFFICE_STAFF) != bool(office):
        raise click.UsageError("--office belongs to the kinds office and approver, and they need it")
    try:
        user = user_with_email(session, email)
        if user is None:
            user = operations.invite_staff(session, ACTOR, kind=wanted, email=email, display_name=name, language=language, is_by_mail=False)
        if user.kind is not wanted:
            raise click.ClickException(f"this address belongs to an account of the kind {user.kind}")
        if office:
            _appoint(session, user, office)
    except Refusal as refusal:
        raise click.ClickException(refusal.in_language("en")) from None
    link = _link(session, user) if user.password_hash == NO_PASSWORD else ""
    session.commit()
    if as_json:
        click.echo(json.dumps({"id": user.public_id, "kind": user.kind.value, "link": link}))
    else:
        click.echo(f"Set the password within seven days: {link}" if link else "This account exists and has a password.")


@user_group.command("remove-second-factor")
@click.option("--email", required=True)
@click.option("--reason", required=True, help="Kept in the audit log.")
@with_appcontext
def remove_second_factor(email: str, reason: str) -> None:
    """Let somebody who lost phone and recovery codes set up the app again."""
    session = _session()
    operations.remove_second_factor(session, ACTOR, _known(session, email), reason=reason)
    session.commit()
    click.echo("Removed. The next sign-in asks to set up the app for codes.")


@user_group.command("block")
@click.option("--email", required=True)
@click.option("--reason", required=True, help="Kept in the history of the account.")
@with_appcontext
def block(email: str, reason: str) -> None:
    """Keep a user out at once; every session ends."""
    session = _session()
    try:
        operations.block_user(session, ACTOR, _known(session, email), reason=reason)
    except Refusal as refusal:
        raise click.ClickException(refusal.in_language("en")) from None
    session.commit()
    click.echo("Blocked.")


def _session() -> Session:
    session = db.session()
    act_as(session, ACTOR)
    return session


def _known(session: Session, email: str) -> User:
    user = user_with_email(session, email)
    if user is None:
        raise click.ClickException("no account has this address")
    return user


def _appoint(session: Session, user: User, place: str) -> None:
    offices = ensure_offices(session)
    office = offices.get(None if place == NATIONAL else place)
    if office is None:
        raise click.ClickException(f"there is no regional office with the code {place}")
    appoint_staff(session, ACTOR, office, user=user)


def _link(session: Session, user: User) -> str:
    base: str = current_app.config["SETTINGS"].base_url.rstrip("/")
    return f"{base}/{user.language}/invitation/{operations.issue_token(session, user.id, TokenPurpose.INVITE)}"
