"""`flask client create`: a program with its credential, printed once; again: another credential of the same program."""

import json

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from labour_exchange.agencies.clients.models import ApiClient, ApiCredential
from labour_exchange.agencies.clients.queries import credential_of, proven_client
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import clients


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=["client", "create", *arguments])


def test_a_secret_and_a_key(app: Flask, committed: ExchangeSession) -> None:
    agency = clients.agency(committed)
    committed.commit()
    named = ("--agency", agency.bin, "--name", "Recruiter", "--json")
    secret = json.loads(run(app, *named, "--scope", "feed").output)
    key = json.loads(run(app, *named, "--kind", "key").output)
    assert secret["client_id"] == key["client_id"]
    assert secret["scopes"] == ["feed"]
    made = committed.scalars(select(ApiClient)).one()
    assert credential_of(committed, made, secret["secret"]) is not None
    proven = proven_client(committed, key["key"])
    assert proven is not None
    assert proven.client.id == made.id
    assert run(app, *named, "--kind", "key").exit_code == 0
    third = run(app, *named, "--kind", "key")
    assert third.exit_code == 1
    assert "Revoke" in third.output
    assert len(committed.scalars(select(ApiCredential)).all()) == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--agency", "000000000000", "--name", "x"), 1), (("--agency", "000000000000", "--name", "x", "--scope", "all"), 2), ((), 2)],
)
def test_what_cannot_be(app: Flask, committed: ExchangeSession, arguments: tuple[str, ...], code: int) -> None:
    assert run(app, *arguments).exit_code == code
    assert committed.scalars(select(ApiClient)).all() == []
