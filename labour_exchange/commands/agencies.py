"""`flask agency`: open an agency with its first user, who sets a password by a one-time link."""

import json

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import issue_token
from labour_exchange.accounts.queries import user_with_email
from labour_exchange.accounts.states import TokenPurpose
from labour_exchange.agencies.models import Agency, AgencyMember
from labour_exchange.agencies.operations import connect_agency, invite_first_user
from labour_exchange.agencies.queries import agency_by_bin, licence_of
from labour_exchange.commands.conformance.command import conformance
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.errors import InvalidInput, Refusal
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE, LANGUAGES

ACTOR = system_actor("agency_command")


@click.group("agency")
def agency_group() -> None:
    """Private employment agencies."""


agency_group.add_command(conformance)


@agency_group.command("connect")
@click.option("--bin", "bin_number", required=True, help="Twelve digits.")
@click.option("--name", required=True)
@click.option("--region", required=True, help="Code of the region, for example KZ-71.")
@click.option("--licence", required=True, help="Number of the licence applied for; the ministry grants it.")
@click.option("--email", required=True, help="Address of the first user.")
@click.option("--language", type=click.Choice(LANGUAGES), default=DEFAULT_LANGUAGE, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@with_appcontext
def connect(bin_number: str, name: str, region: str, licence: str, email: str, language: str, as_json: bool) -> None:
    """Open an agency with its first user and print the link by which a password is set; again: a new link while none is set."""
    session = db.session()
    act_as(session, ACTOR)
    try:
        agency = agency_by_bin(session, bin_number) or connect_agency(
            session, ACTOR, bin=bin_number, name=name, region_code=region, licence_number=licence
        )
        user = _member(session, agency, email) or invite_first_user(session, ACTOR, agency, email=email, language=language)
    except InvalidInput as refused:
        raise click.UsageError(" ".join(f"--{error.field}: {error.in_language('en')}" for error in refused.errors)) from None
    except Refusal as refusal:
        raise click.ClickException(refusal.in_language("en")) from None
    link = _link(session, user) if user.password_hash == NO_PASSWORD else ""
    held = licence_of(session, agency.id)
    session.commit()
    answer = {"id": agency.public_id, "licence": held.state.value if held else None, "link": link}
    said = f"Set the password within seven days: {link}" if link else "This agency is connected and its user has a password."
    click.echo(json.dumps(answer) if as_json else said)


def _member(session: Session, agency: Agency, email: str) -> User | None:
    """The user of this address when it is this agency's own."""
    user = user_with_email(session, email)
    wanted = select(AgencyMember.id).where(AgencyMember.user_id == user.id, AgencyMember.agency_id == agency.id) if user else None
    return user if wanted is not None and session.scalar(wanted) else None


def _link(session: Session, user: User) -> str:
    base: str = current_app.config["SETTINGS"].base_url.rstrip("/")
    return f"{base}/{user.language}/invitation/{issue_token(session, user.id, TokenPurpose.INVITE)}"
