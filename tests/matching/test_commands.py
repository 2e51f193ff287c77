"""`flask matching`, and the nightly job: what they do, say and leave behind."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from labour_exchange.commands.matching import matching
from labour_exchange.foundation import jobs
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.matching.models import MatchingRun, PersonSuggestions, VacancyCandidates
from labour_exchange.subscriptions import REACTIONS
from labour_exchange.web import AREAS
from tests.factories import vacancies
from tests.factories.jobseekers import open_to_employers, with_profile

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask, committed: ExchangeSession) -> Run:
    return lambda *words: app.test_cli_runner().invoke(matching, list(words))


def count(session: ExchangeSession, table: type[PersonSuggestions] | type[VacancyCandidates] | type[MatchingRun]) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_refresh_says_what_it_did_and_does_it_once(run: Run, committed: ExchangeSession) -> None:
    for _ in range(3):
        with_profile(committed)
    vacancies.published(committed)
    committed.commit()
    answer = run("refresh", "--json")
    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.output)
    assert {name: found[name] for name in ("people", "vacancies", "pairs", "resumed")} == {"people": 3, "vacancies": 1, "pairs": 6, "resumed": False}
    assert (count(committed, PersonSuggestions), count(committed, VacancyCandidates)) == (3, 1)
    assert json.loads(run("refresh", "--json").output)["people"] == 0
    assert json.loads(run("refresh", "--all", "--json").output)["people"] == 3
    assert "Людей: 0" in run("refresh", "--language", "ru").output


def test_the_nightly_job_refreshes_everybody(app: Flask, committed: ExchangeSession) -> None:
    with_profile(committed)
    vacancies.published(committed)
    committed.commit()
    jobs.perform("refresh_suggestions", {})
    assert (count(committed, PersonSuggestions), count(committed, VacancyCandidates), count(committed, MatchingRun)) == (1, 1, 1)


def test_a_change_and_a_publication_are_heard() -> None:
    assert "refresh_person" in {reaction.__name__ for reaction in REACTIONS["profile_changed"]}
    assert "refresh_vacancy" in {reaction.__name__ for reaction in REACTIONS["vacancy_published"]}


def test_the_web_starts_without_the_slow_libraries() -> None:
    slow = {"numpy", "openpyxl", "scipy", "sparse_dot_topn", "statsmodels", "weasyprint"}
    pages = "; ".join(f"import labour_exchange.web.{area.name}" for area in AREAS)
    seen = f"import labour_exchange.app, sys; {pages}; sys.exit(bool({slow} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", seen], check=False).returncode == 0  # noqa: S603


def test_an_empty_market_is_refreshed_too(run: Run) -> None:
    assert json.loads(run("refresh", "--all", "--json").output)["pairs"] == 0


def test_explain_adds_up_for_programs_and_for_people(run: Run, committed: ExchangeSession) -> None:
    person = open_to_employers(committed)
    vacancy = vacancies.published(committed, licences=["driving-c"])
    committed.commit()
    assert person.profile
    for public_id in (person.public_id, person.profile.public_id):
        answer = run("explain", public_id, vacancy.public_id, "--json")
        assert answer.exit_code == 0
        found = json.loads(answer.output)
        assert found["score"] == sum(one["weight"] for one in found["reasons"])
        assert {"licence_missing", "occupation_same"} <= {one["name"] for one in found["reasons"]}
    lines = run("explain", person.public_id, vacancy.public_id, "--language", "kk").output.strip().splitlines()
    weights = [int(line.split()[0]) for line in lines]
    assert sum(weights[:-1]) == weights[-1]
    assert "Барлығы" in lines[-1]


def test_explain_says_what_is_out_of_reach_and_what_does_not_exist(run: Run, committed: ExchangeSession) -> None:
    person = with_profile(committed)
    far = vacancies.published(committed, region_code="KZ-75")
    committed.commit()
    assert run("explain", person.public_id, far.public_id).exit_code == 1
    assert run("explain", "nobody", far.public_id).exit_code == 2
    assert run("explain", person.public_id, "nothing").exit_code == 2
