"""`flask programme`: what a reader types, what comes out in three languages and as JSON, and how a wrong question ends."""

import json

import psycopg
import pytest
from flask import Flask

from labour_exchange.commands.demo import state
from labour_exchange.commands.worker import libpq_address
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.reporting.definitions import HALF_YEAR_LINES, YEAR_LINES
from tests.programmes import small_country


def run(app: Flask, *words: str) -> tuple[int, str]:
    answer = app.test_cli_runner().invoke(args=["programme", *words])
    return answer.exit_code, answer.output


def test_both_reports_and_the_assessment_of_the_drawn_years(app: Flask, committed: ExchangeSession) -> None:
    small_country.draw(committed, app.config["SETTINGS"])
    code, said = run(app, "report", "half-year", "2017", "--json")
    found = json.loads(said)
    assert code == 0
    assert found["period"] == "2017-H1"
    assert [found[line.key] for line in HALF_YEAR_LINES[:4]] == [290, 243, 158, 160]
    assert found["plan"]["period"] == "2018"
    assert found["plan"]["places"] == sum(one["places"] for one in found["plan"]["measures"].values()) > 0
    assert sum(one["covered"] for one in found["regions"].values()) == 290
    year = json.loads(run(app, "report", "2012", "--json")[1])
    assert [line.key for line in YEAR_LINES] == [key for key in year if key not in ("period", "regions")]
    assert year["trained"] == 63
    one = json.loads(run(app, "report", "half-year", "2017", "--region", "KZ-75", "--json")[1])
    assert {key: one[key] for key in found["regions"]["KZ-75"]} == found["regions"]["KZ-75"]
    for language in LANGUAGES:
        assert HALF_YEAR_LINES[0].name.in_language(language) in run(app, "report", "half-year", "2017", "--lang", language)[1]
    worth = json.loads(run(app, "efficiency", "2017", "--json")[1])
    assert worth["all"]["entrants"] == worth["all"]["completers"] + worth["all"]["dropouts"] == sum(one["entrants"] for one in worth["measure"])
    assert worth["all"]["additional_points"] is None, "three hundred people in thousands of kinds have nobody like them"


def test_the_drawn_years_are_taken_away_whole(app: Flask, committed: ExchangeSession) -> None:
    settings = app.config["SETTINGS"]
    small_country.draw(committed, settings)
    with psycopg.connect(libpq_address(settings.owner_database_url)) as owner:
        state.remove(owner)
    left = small_country.rows(settings)
    assert {name: len(found) for name, found in left.items() if name not in ("agencies", "licences")} == dict.fromkeys(
        ("enrolments", "posts", "plans", "placements", "payments", "archived_contracts", "reported_facilities"), 0
    )
    assert small_country.draw(committed, settings)["jobseekers"] > 500


def test_a_year_of_which_nothing_is_known_is_counted_too(app: Flask, committed: ExchangeSession) -> None:
    found = json.loads(run(app, "report", "1999", "--json")[1])
    assert (found["participants"], found["participants_growth_percent"], found["microcredit_ratio"]) == (0, None, None)
    assert run(app, "efficiency", "1999")[0] == 2


@pytest.mark.parametrize("words", [("half-year",), ("2012", "half-year"), ("year", "2012"), ("0",), ("2012", "--region", "KZ-99")])
def test_a_question_that_is_none_is_refused(app: Flask, committed: ExchangeSession, words: tuple[str, ...]) -> None:
    assert run(app, "report", *words)[0] == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_definitions_are_said_without_counting(app: Flask, language: str) -> None:
    code, said = run(app, "report", "2012", "--definitions", "--lang", language)
    assert code == 0
    for line in YEAR_LINES:
        assert line.meaning.in_language(language) in said


def test_the_simulation_prints_bias_and_coverage(app: Flask) -> None:
    found = json.loads(run(app, "efficiency", "--simulate", "--runs", "60", "--json")[1])
    assert found["effect_points"] == 12
    assert abs(found["bias_points"]) < 1
    assert found["coverage_percent"] > 85
