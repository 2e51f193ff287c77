"""`flask statistics release`, `sign`, `publish` and `verify`: a release from its freezing to its proof."""

import json
import sys
from collections.abc import Callable
from datetime import datetime

import click
from flask.cli import with_appcontext

from labour_exchange.accounts.queries import user_with_email
from labour_exchange.accounts.states import UserState
from labour_exchange.commands.statistics.group import ACTOR, as_json, language, reasons, say, statistics
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import act_as, acting_as, db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.releases import operations
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.queries import release_by_name

DONE = Text(
    kk="{release}: {state}, мазмұн хэші {content_sha256}",
    ru="{release}: {state}, хэш содержания {content_sha256}",
    en="{release}: {state}, content hash {content_sha256}",
)
PUBLISHED = Text(kk="Жарияланды: {published}", ru="Опубликовано: {published}", en="Published: {published}")
EQUAL = Text(
    kk="{release}: дәлелдерден қайта есептелгені тең",
    ru="{release}: пересчитанное по записям совпадает",
    en="{release}: recomputed from evidence, equal",
)
NOT_EQUAL = Text(kk="{release}: тең емес", ru="{release}: не совпадает", en="{release}: not equal")
EVIDENCE = {
    "changed": Text(kk="  дәлел жолы өзгерген: {row}", ru="  строка доказательства изменена: {row}", en="  row of evidence changed: {row}"),
    "gone": Text(kk="  дәлел жолы жоғалған: {row}", ru="  строка доказательства пропала: {row}", en="  row of evidence gone: {row}"),
    "added": Text(kk="  дәлел жолы қосылған: {row}", ru="  строка доказательства добавлена: {row}", en="  row of evidence added: {row}"),
}
by = click.option("--by", "email", required=True, metavar="EMAIL", help="The analyst who acts.")


@statistics.command("release")
@click.argument("period")
@click.option("--announced-at", type=click.DateTime(["%Y-%m-%dT%H:%M"]), required=True, help="Minute of publication, in the country's time.")
@click.option("--reason", default="", help="What a later edition changes and why.")
@by
@as_json
@language
@with_appcontext
def release(period: str, announced_at: datetime, reason: str, email: str, is_json: bool, language: str) -> None:
    """Freeze a PERIOD that is over (2026-10, 2026-Q4, 2026-H2, 2026) and announce it; another analyst has to sign it."""
    minute = announced_at.replace(tzinfo=clock.COUNTRY_ZONE)
    _act(email, is_json, language, lambda actor: operations.prepare_release(db.session(), actor, period, announced_at=minute, reason=reason))


@statistics.command("sign")
@click.argument("name", metavar="RELEASE")
@by
@as_json
@language
@with_appcontext
def sign(name: str, email: str, is_json: bool, language: str) -> None:
    """Sign a RELEASE such as 2026-10.1 that somebody else prepared."""
    _act(email, is_json, language, lambda actor: operations.sign_release(db.session(), actor, release_by_name(db.session(), name)))


@statistics.command("publish")
@as_json
@language
@with_appcontext
def publish(is_json: bool, language: str) -> None:
    """Publish what is signed and due, as the job does every minute."""
    act_as(db.session(), ACTOR)
    published = operations.publish_due_releases(db.session())
    db.session.commit()
    say({"published": published}, PUBLISHED, is_json, language)


@statistics.command("verify")
@click.argument("name", metavar="RELEASE")
@as_json
@language
@with_appcontext
def verify(name: str, is_json: bool, language: str) -> None:
    """Recompute a RELEASE from the evidence: 0 when it is equal, 1 with the places where it is not."""
    # It loads scipy, which no other command needs at its start.
    from labour_exchange.statistics.releases.verification import verify_release

    act_as(db.session(), ACTOR)
    try:
        found = verify_release(db.session(), release_by_name(db.session(), name))
    except Refusal as refusal:
        _refuse(refusal, language)
    db.session.commit()
    if is_json:
        cells = [{"indicator": code, "cell": list(cell), "published": old, "found": new} for code, cell, old, new in found.cells]
        rows = [{"only": side, "row": row} for side, row in found.rows]
        marks = {"content": found.is_content_intact, "stored_facts": found.are_stored_facts_equal, "drawn_facts": found.are_drawn_facts_equal}
        ledger = [{"is": kind, "row": row} for kind, row in found.evidence]
        said = {"release": name, "equal": found.is_equal, **marks, "cells": cells, "rows": rows, "evidence": ledger}
        click.echo(json.dumps(said, ensure_ascii=False))
    else:
        click.echo((EQUAL if found.is_equal else NOT_EQUAL).in_language(language, release=name))
        for code, cell, old, new in found.cells:
            click.echo(f"  {code} {' '.join(cell)}: {old} → {new}")
        for side, row in found.rows:
            click.echo(f"  {side}: {row}")
        for kind, row in found.evidence:
            click.echo(EVIDENCE[kind].in_language(language, row=row))
    sys.exit(0 if found.is_equal else 1)


def _act(email: str, is_json: bool, language: str, act: Callable[[Actor], Release]) -> None:
    act_as(db.session(), ACTOR)
    try:
        user = user_with_email(db.session(), email)
        if user is None or user.state is not UserState.ACTIVE:
            raise NotFound
        with acting_as(db.session(), Actor(user.kind, user_id=user.id)):
            done = act(Actor(user.kind, user_id=user.id))
    except Refusal as refusal:
        db.session.rollback()
        _refuse(refusal, language)
    db.session.commit()
    facts = {"release": done.name, "state": done.state.value, "as_of": done.as_of.isoformat(), "content_sha256": done.content_hash}
    say(facts | {"announced_at": done.announced_at.isoformat(), "facts": done.facts_count}, DONE, is_json, language)


def _refuse(refusal: Refusal, language: str) -> None:
    click.echo(reasons(refusal, language), err=True)
    sys.exit(2)
