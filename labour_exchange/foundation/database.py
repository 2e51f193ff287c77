"""The session, the declarative base, the column types, and who the database is told is acting."""

import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as BoundSession
from psycopg.errors import UntranslatableCharacter
from sqlalchemy import BigInteger, DateTime, Dialect, Engine, Enum, ExceptionContext, MetaData, Text, TypeDecorator, event, text
from sqlalchemy.exc import DataError
from sqlalchemy.orm import DeclarativeBase, Session, registry

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Unreadable

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
PUBLIC_ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
# 32 letters: each stands for eight of the 256 bytes, so that all are equally likely.
LETTER_OF_BYTE = (PUBLIC_ID_ALPHABET * 8).encode()


class Base(DeclarativeBase):
    """Every stored thing."""

    registry = registry(metadata=MetaData(naming_convention=CONSTRAINT_NAMES), type_annotation_map={str: Text, int: BigInteger})


class ExchangeSession(BoundSession):
    """A session that tells PostgreSQL who is acting at the start of each transaction."""


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False, "class_": ExchangeSession})


class NoActor(RuntimeError):
    """A transaction began and nobody said who is acting: row policies would silently hide everything."""


@event.listens_for(Engine, "handle_error")
def refuse_unreadable(context: ExceptionContext) -> None:
    """Whatever a reader may type or put into an address can hold this character: one place refuses it for all. Nothing has reached the database."""
    # In a JSON column it is the server that refuses it.
    refused = context.original_exception
    if isinstance(context.sqlalchemy_exception, DataError) and ("NUL (0x00)" in str(refused) or isinstance(refused, UntranslatableCharacter)):
        raise Unreadable from None


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware on both sides, UTC when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)


def choice(kind: type[StrEnum]) -> Enum:
    """A column that holds one value of a StrEnum, stored by value under a CHECK."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    return Enum(
        kind, native_enum=False, create_constraint=True, length=64, name=name, values_callable=lambda members: [member.value for member in members]
    )


def new_public_id() -> str:
    """A random id for addresses: 16 letters and digits, 80 bits."""
    return secrets.token_bytes(16).translate(LETTER_OF_BYTE).decode()


def actor_settings(actor: Actor) -> dict[str, str]:
    """What row policies read about the actor, by setting name; absent facts are empty strings."""
    facts = {
        "app.actor_kind": actor.kind.value,
        "app.user_id": actor.user_id,
        "app.jobseeker_id": actor.jobseeker_id,
        "app.organisation_id": actor.organisation_id,
        "app.region_code": actor.region_code,
    }
    return {name: "" if value is None else str(value) for name, value in facts.items()}


def tell_actor(connection: Any, actor: Actor) -> None:
    """Set the actor on one connection for the running transaction only."""
    settings = actor_settings(actor)
    connection.execute(
        text("SELECT set_config(key, value, true) FROM json_each_text(CAST(:settings AS json))"),
        {"settings": json.dumps(settings)},
    )


@event.listens_for(ExchangeSession, "after_begin")
def _tell_actor_at_begin(session: Session, transaction: Any, connection: Any) -> None:
    actor = session.info.get("actor")
    if actor is None:
        raise NoActor("say who is acting before the first statement: session.info['actor']")
    tell_actor(connection, actor)


def act_as(session: Any, actor: Actor) -> None:
    """From now on this session acts as `actor`, also in a transaction that has already begun."""
    session.info["actor"] = actor
    if session.in_transaction():
        tell_actor(session.connection(), actor)


@contextmanager
def acting_as(session: Any, actor: Actor) -> Iterator[None]:
    """Act as somebody for a while, then as before."""
    before = session.info.get("actor")
    act_as(session, actor)
    try:
        yield
    finally:
        if before is not None and session.is_active:
            act_as(session, before)
        else:
            session.info["actor"] = before
