"""`flask search` answers as the issue says: the same shapes for one text and for a file of texts."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from labour_exchange.discovery import synchronisation
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.vacancies.models import Vacancy
from search.engines.postgres import DOCUMENTS
from tests.factories import vacancies


@pytest.fixture
def runner(app: Flask, committed: ExchangeSession) -> FlaskCliRunner:
    vacancies.of_import(committed, title="Сварщик", language="ru", occupation_code="7212", external_id="130950660")
    vacancies.published(committed, title="Юрист", language="ru", occupation_code="2611", region_code="KZ-75")
    committed.commit()
    synchronisation.synchronise_all(committed)
    return app.test_cli_runner()


def answer(runner: FlaskCliRunner, *arguments: str) -> dict[str, object]:
    result = runner.invoke(args=["search", *arguments, "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.output)
    return found


def test_query(runner: FlaskCliRunner) -> None:
    found = answer(runner, "query", "welder", "--region", "KZ-71", "--limit", "50", "--engine", "postgres")
    assert (found["total"], found["engine"]) == (1, "postgres")
    assert found["understood"] == {"occupations": ["7212"], "skills": [], "regions": []}
    (hit,) = found["hits"]  # type: ignore[misc]
    assert {name: hit[name] for name in ("source", "external_id", "title", "region", "occupation")} == {
        "source": "jobsite",
        "external_id": "130950660",
        "title": "Сварщик",
        "region": "KZ-71",
        "occupation": "7212",
    }
    assert hit["score"] == pytest.approx(sum(reason["score"] for reason in hit["reasons"]), abs=0.01)
    assert answer(runner, "query", "заңгер Алматы")["understood"] == {"occupations": ["2611"], "skills": [], "regions": ["KZ-75"]}


def test_a_file_of_queries_gives_a_line_each(runner: FlaskCliRunner, tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("сварщик\n\nюрист\n")
    result = runner.invoke(args=["search", "query", "--file", str(file), "--json"])
    assert [json.loads(line)["total"] for line in result.output.splitlines()] == [1, 2, 1]
    result = runner.invoke(args=["search", "recognise", "--file", str(file), "--json"])
    assert [[one["code"] for one in json.loads(line)["occupations"]][:1] for line in result.output.splitlines()] == [["7212"], [], ["2611"]]


def test_what_cannot_be_asked_is_said(runner: FlaskCliRunner) -> None:
    for arguments in (["query"], ["query", "a", "--region", "KZ-99"], ["query", "a", "--engine", "elasticsearch"], ["lexicon", "0000x"]):
        result = runner.invoke(args=["search", *arguments])
        assert result.exit_code == 2, result.output


def test_recognise_stem_and_lexicon(runner: FlaskCliRunner) -> None:
    found = answer(runner, "recognise", "Главный бухгалтер 1С")
    assert found["occupations"][0]["code"] == "2411"  # type: ignore[index]
    assert {"id", "score"} == set(found["skills"][0])  # type: ignore[index]
    assert answer(runner, "stem", "сварщиками", "--language", "ru") == {"words": [{"word": "сварщиками", "terms": ["сварщик"]}]}
    assert "дәнекерлеуші" in str(answer(runner, "lexicon", "7212"))
    assert answer(runner, "lexicon")["terms"] > 10_000  # type: ignore[operator]


def test_check_finds_and_repairs(runner: FlaskCliRunner, committed: ExchangeSession) -> None:
    assert answer(runner, "check") == {"engine": "postgres", "documents": 2, "missing": 0, "extra": 0, "stale": 0, "repaired": 0}
    table = DOCUMENTS["vacancies"]
    first, second = committed.query(Vacancy).order_by(Vacancy.id)
    committed.execute(table.delete().where(table.c.public_id == first.public_id))
    committed.execute(table.update().where(table.c.public_id == second.public_id).values(version=99))
    committed.commit()
    found = answer(runner, "check")
    assert found == {"engine": "postgres", "documents": 2, "missing": 1, "extra": 0, "stale": 1, "repaired": 2} | {"documents": found["documents"]}
    assert answer(runner, "check") == {"engine": "postgres", "documents": 2, "missing": 0, "extra": 0, "stale": 0, "repaired": 0}


def test_deep_check_sees_other_content(runner: FlaskCliRunner, committed: ExchangeSession) -> None:
    table = DOCUMENTS["vacancies"]
    committed.execute(table.update().values(hash="tampered"))
    committed.commit()
    assert answer(runner, "check")["stale"] == 0
    found = answer(runner, "check", "--deep")
    assert (found["stale"], found["repaired"]) == (2, 2)
    assert answer(runner, "check", "--deep")["stale"] == 0


def test_rebuild_renders_everything_from_nothing(runner: FlaskCliRunner, committed: ExchangeSession) -> None:
    committed.execute(DOCUMENTS["vacancies"].delete())
    committed.commit()
    assert answer(runner, "rebuild") == {"documents": {"vacancies": 2, "profiles": 0}}
    assert answer(runner, "query", "сварщик")["total"] == 1


def test_commands_leave_no_transaction_open(app: Flask, runner: FlaskCliRunner) -> None:
    answer(runner, "query", "сварщик")
    with app.app_context():
        assert not db.session().in_transaction()
