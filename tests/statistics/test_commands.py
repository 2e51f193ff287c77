"""`flask statistics` as an operator and a program use it."""

import json
from collections.abc import Callable

import click
import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import text

from labour_exchange.commands.statistics import statistics
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import placements as situations
from tests.statistics.facts import put

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask, session: ExchangeSession) -> Run:
    return lambda *words: app.test_cli_runner().invoke(statistics, list(words))


def test_show_answers_a_program(run: Run, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 7)
    answer = run("show", "placements_declared", "--region", "KZ-71", "--period", "2026-10", "--json")
    assert answer.exit_code == 0
    found = json.loads(answer.output)
    assert {name: found[name] for name in ("indicator", "region", "period", "value", "version")} == {
        "indicator": "placements_declared",
        "region": "KZ-71",
        "period": "2026-10",
        "value": 7,
        "version": 1,
    }
    assert found["as_known_on"]


@pytest.mark.parametrize(("language", "words"), [("kk", "Мәлімделген"), ("ru", "Заявленные"), ("en", "Placements declared")])
def test_show_answers_a_reader(run: Run, language: str, words: str) -> None:
    answer = run("show", "placements_declared", "--period", "2026-10", "--language", language)
    assert answer.exit_code == 0
    assert words in answer.output


@pytest.mark.parametrize(
    "question",
    [
        ("show", "happiness"),
        ("show", "placements_declared", "--region", "KZ-99"),
        ("show", "placements_declared", "--period", "2026-13"),
        ("show", "placements_declared", "--as-known-on", "yesterday"),
        ("show",),
    ],
)
def test_a_wrong_question_ends_with_2(run: Run, question: tuple[str, ...]) -> None:
    assert run(*question).exit_code == 2


def test_collect_counts_once_and_rebuild_agrees(run: Run, session: ExchangeSession) -> None:
    employer, actor = situations.hiring_employer(session)
    situations.placement(session, situations.open_vacancy(session, employer), actor)
    session.flush()
    assert json.loads(run("collect", "--json").output)["facts"] > 0
    assert json.loads(run("collect", "--json").output)["facts"] == 0
    assert json.loads(run("collect", "--everything", "--json").output)["facts"] == 0
    agreed = run("rebuild", "--json")
    assert (agreed.exit_code, json.loads(agreed.output)["equal"]) == (0, True)
    session.execute(text("UPDATE placements SET channel = 'programme'"))
    assert run("rebuild", "--json").exit_code == 1


def test_every_command_explains_itself() -> None:
    assert isinstance(statistics, click.Group)
    assert all(command.help for command in statistics.commands.values())
