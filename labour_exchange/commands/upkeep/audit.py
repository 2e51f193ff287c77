"""`flask audit`: seal the audit log and prove that nothing in it was changed."""

import json
import sys
from pathlib import Path

import click
from flask.cli import with_appcontext

from labour_exchange.foundation import outside
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.records import sealing

as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")


@click.group("audit")
def audit() -> None:
    """The record of who did or read what."""


@audit.command("seal")
@as_json
@with_appcontext
def seal(as_json: bool) -> None:
    """Seal what is not sealed yet and publish the heads beside the database; the worker does so every five minutes."""
    act_as(db.session(), system_actor("seal audit"))
    rows = 0
    while sealed := sealing.seal_audit(db.session()):
        rows += sealed
        db.session.commit()
    published = sealing.publish_heads(db.session())
    db.session.commit()
    found = {"sealed": rows, "published": published}
    click.echo(json.dumps(found) if as_json else f"{rows} rows sealed, {published} heads published")


@audit.command("verify")
@click.option("--heads", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Published heads, from a copy kept elsewhere.")
@as_json
@with_appcontext
def verify(heads: Path | None, as_json: bool) -> None:
    """Compute the whole chain again and hold it against the published heads. Exit code 1 when something was changed."""
    act_as(db.session(), system_actor("verify audit"))
    found = sealing.verify_audit(db.session(), outside.rows(sealing.HEADS, heads))
    facts = sealing.as_facts(found)
    click.echo(json.dumps(facts) if as_json else "\n".join(f"{name}: {value}" for name, value in facts.items()))
    sys.exit(0 if found.is_whole else 1)
