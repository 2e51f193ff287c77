"""`flask client`: register a program of an agency and print its secret or key, once."""

import json

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from labour_exchange.agencies.clients.models import ApiClient
from labour_exchange.agencies.clients.operations import issue_credential, register_client
from labour_exchange.agencies.clients.states import ClientScope, CredentialKind
from labour_exchange.agencies.queries import agency_by_bin
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.errors import InvalidInput, Refusal

ACTOR = system_actor("client_command")


@click.group("client")
def client_group() -> None:
    """Programs of agencies."""


@client_group.command("create")
@click.option("--agency", "bin_number", required=True, help="BIN of the agency.")
@click.option("--name", required=True, help="What the program is called; a name that is known already gives that program another credential.")
@click.option("--scope", "scopes", multiple=True, type=click.Choice([one.value for one in ClientScope]), help="Repeat it; all when left out.")
@click.option("--kind", type=click.Choice([one.value for one in CredentialKind]), default="secret", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@with_appcontext
def create(bin_number: str, name: str, scopes: tuple[str, ...], kind: str, as_json: bool) -> None:
    """Print the client id and a secret or key, which nobody can read again."""
    session = db.session()
    act_as(session, ACTOR)
    agency = agency_by_bin(session, bin_number)
    if agency is None:
        raise click.ClickException("no agency has this BIN; see `flask agency connect`")
    known = select(ApiClient).where(ApiClient.agency_id == agency.id, ApiClient.name == name.strip(), ApiClient.revoked_at.is_(None))
    try:
        wanted = scopes or tuple(one.value for one in ClientScope)
        client = session.scalars(known).first() or register_client(session, ACTOR, agency, name=name, scopes=wanted)
        _, words = issue_credential(session, ACTOR, client, CredentialKind(kind))
    except InvalidInput as refused:
        raise click.UsageError(" ".join(f"--{error.field}: {error.in_language('en')}" for error in refused.errors)) from None
    except Refusal as refusal:
        raise click.ClickException(refusal.in_language("en")) from None
    session.commit()
    answer = {"client_id": client.public_id, "scopes": client.scopes, kind: words}
    click.echo(json.dumps(answer) if as_json else f"client id: {client.public_id}\n{kind}: {words}\nThis is shown once.")
