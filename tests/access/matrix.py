"""Asking every cell of the matrix, and saying what was not as tabled."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, select, text
from werkzeug.routing import Rule as Route
from werkzeug.test import TestResponse

from labour_exchange.accounts.models import User
from labour_exchange.foundation.access import ActorKind, action_of
from labour_exchange.foundation.database import ExchangeSession
from tests.access.rules import Rule
from tests.access.table import PRIVATE_WORDS, TABLE
from tests.access.world import PRIVATE, SHARED, Side, World
from tests.factories.signing_in import COOKIE, sign_in_as

KINDS = tuple(kind for kind in ActorKind if kind is not ActorKind.SYSTEM)
TABLES = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
 AND has_table_privilege(oid, 'SELECT') AND relname <> 'request_counts' ORDER BY 1
"""
WRITES = "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
UNASKED = {"HEAD", "OPTIONS"}
Digest = dict[str, tuple[int, int]]
WORD = re.compile(rf"{PRIVATE}-(\w+)", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """One question: this actor, this method, this address, and whether it is for them."""

    endpoint: str
    method: str
    path: str
    kind: ActorKind
    side: Side | None
    record: str
    is_permitted: bool
    is_of_action: bool
    is_missing: bool
    body: Mapping[str, object] | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint} {self.path} as {self.kind} of {self.side or 'no record'}"


def addresses(app: Flask) -> Iterator[tuple[Route, str]]:
    """Every route with each of its methods."""
    for route in app.url_map.iter_rules():
        for method in sorted((route.methods or set()) - UNASKED):
            yield route, method


def cells(app: Flask, world: World) -> Iterator[Cell]:
    """Every cell of every route that is in the table."""
    for route, method in addresses(app):
        for rule in TABLE.get(route.endpoint, ()):
            for kind in KINDS:
                for side in _sides(world, rule, kind):
                    yield _cell(app, world, route, method, rule, kind, side)


def _sides(world: World, rule: Rule, kind: ActorKind) -> list[Side | None]:
    return list(world.record(rule.record, kind)) if rule.record else [None]


def _cell(app: Flask, world: World, route: Route, method: str, rule: Rule, kind: ActorKind, side: Side | None) -> Cell:
    action = action_of(app.view_functions[route.endpoint])
    named = world.record(rule.record, kind)[side] if side else {}
    values = {**({"lang": "en"} if "lang" in route.arguments else {}), **rule.arguments, **named}
    with app.test_request_context():
        path = app.url_for(route.endpoint, **values)
    of_action = action is not None and kind in action.kinds
    allowed = of_action and (rule.scopes is None or (side or Side.HOME) in rule.scopes.get(kind, frozenset()))
    return Cell(
        route.endpoint,
        method,
        f"{path}?{rule.query}" if rule.query else path,
        kind,
        side,
        rule.record,
        allowed,
        of_action,
        rule.is_missing,
        rule.body() if callable(rule.body) else rule.body,
    )


class Inquiry:
    """A session of each kind, and a database that is put back after every question."""

    def __init__(self, app: Flask, session: ExchangeSession, connection: Connection, world: World) -> None:
        self.app, self.session, self.connection, self.world = app, session, connection, world
        self.secrets = {kind: self._secret(kind) for kind in world.users}
        self.session.commit()
        self.digest_question = text(_digest_question(connection))

    def _secret(self, kind: ActorKind) -> str:
        account = self.session.scalars(select(User).where(User.public_id == self.world.users[kind])).one()
        return sign_in_as(self.app.test_client(), self.session, account)

    def _browser(self, kind: ActorKind) -> FlaskClient:
        """A browser of its own for every question: an answer may take the cookie away."""
        client = self.app.test_client()
        if kind in self.secrets:
            client.set_cookie(COOKIE, self.secrets[kind])
        return client

    def _headers(self, cell: Cell) -> dict[str, str]:
        """The interface reads no cookie: there an agency is its program, and everybody else is nobody."""
        key = self.world.keys.get(cell.kind) if cell.path.startswith("/api/") else None
        return {"Authorization": f"Bearer {key}"} if key else {}

    def unexpected(self, asked: Iterable[Cell]) -> Iterator[str]:
        """What is not as tabled, one line each."""
        before = self._digest()
        for cell in asked:
            savepoint = self.connection.begin_nested()
            try:
                yield from (f"{cell}: {one}" for one in self._wrong(cell, before))
            finally:
                self.session.rollback()
                self.session.expunge_all()
                savepoint.rollback()

    def _wrong(self, cell: Cell, before: Digest) -> Iterator[str]:
        writes = self._writes()
        try:
            answer = self._browser(cell.kind).open(cell.path, method=cell.method, json=cell.body, headers=self._headers(cell))
        except Exception as broken:  # The application passes on what breaks while it is tested; a server would answer with 500.
            yield f"broke: {broken!r:.120}"
            return
        yield from (_wrong_permitted if cell.is_permitted else _wrong_denied)(cell, answer)
        answer.close()
        self.session.rollback()
        # Where no row was written at all there is nothing to compare, which saves most of the time the matrix takes.
        if not cell.is_permitted and self._writes() != writes and (changed := _differing(before, self._digest())):
            yield f"changed {changed}"

    def _writes(self) -> int:
        """How many rows this transaction has written so far, those included that were taken back."""
        return int(self.connection.scalar(text(WRITES)) or 0)

    def _digest(self) -> Digest:
        """The number of rows and a checksum of every table, as the exchange itself sees them."""
        self.connection.execute(text("SELECT set_config('app.actor_kind', 'system', true)"))
        return {row[0]: (row[1], row[2]) for row in self.connection.execute(self.digest_question)}


def _digest_question(connection: Connection) -> str:
    tables = connection.execute(text(TABLES)).scalars()
    return " UNION ALL ".join(f"SELECT '{name}', count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {name} t" for name in tables)


def _differing(before: Digest, after: Digest) -> list[str]:
    return [name for name, found in after.items() if before[name] != found]


def _wrong_denied(cell: Cell, answer: TestResponse) -> Iterator[str]:
    """A denied answer is exactly the tabled one and carries nothing of the record."""
    is_page = not cell.path.startswith("/api/")
    if cell.kind is ActorKind.VISITOR and is_page and not cell.is_of_action:
        if answer.status_code != 302 or "/sign-in" not in answer.location:
            yield f"denied with {answer.status_code}, not by a way to sign in"
    elif answer.status_code != 404 and not ((cell.kind is ActorKind.VISITOR or not is_page) and answer.status_code == 401):
        yield f"denied with {answer.status_code}, not 404"
    body = answer.get_data(as_text=True).lower()
    if PRIVATE in body or SHARED in body:
        yield "a denied answer carries words of a record"


def _wrong_permitted(cell: Cell, answer: TestResponse) -> Iterator[str]:
    """A permitted answer is given, and holds private words of nobody else."""
    if answer.status_code in {401, 403, 500} or (answer.status_code == 404 and not cell.is_missing):
        yield f"permitted, and answered with {answer.status_code}"
    elif answer.status_code == 302 and "/sign-in" in (answer.location or "") and cell.kind is not ActorKind.VISITOR:
        yield "permitted, and sent to sign in"
    if answer.mimetype.startswith(("text/", "application/")) and not cell.endpoint.endswith(".static"):
        foreign = set(WORD.findall(answer.get_data(as_text=True).lower())) - PRIVATE_WORDS[cell.kind]
        if foreign:
            yield f"shows private words of {sorted(foreign)}"
