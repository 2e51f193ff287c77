"""`flask search compare`: weights from a file against the present ones, over judged queries."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from labour_exchange.commands.search.comparing import weights_of
from labour_exchange.discovery import synchronisation, vocabulary
from labour_exchange.foundation.database import ExchangeSession
from search.evaluation import COLUMNS
from search.ranking import WEIGHTS
from tests.factories import vacancies


@pytest.fixture
def runner(app: Flask, committed: ExchangeSession, tmp_path: Path) -> FlaskCliRunner:
    vacancies.of_import(committed, title="Сварщик", language="ru", occupation_code="7212", external_id="titled")
    vacancies.of_import(
        committed, title="Слесарь", description="Нужен и сварщик, и сварщик", language="ru", occupation_code="7212", external_id="told"
    )
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    (tmp_path / "judged.tsv").write_text("\t".join(COLUMNS) + "\nheld_out\tru\toccupation\tсварщик\tjobsite:titled\t\t\n", encoding="utf-8")
    return app.test_cli_runner()


def compare(runner: FlaskCliRunner, folder: Path, weights: str) -> tuple[int, str]:
    (folder / "weights.toml").write_text(weights, encoding="utf-8")
    result = runner.invoke(args=["search", "compare", "--weights", str(folder / "weights.toml"), "--judged", str(folder / "judged.tsv"), "--json"])
    return result.exit_code, result.output


def test_the_same_weights_win_and_lose_nothing(runner: FlaskCliRunner, tmp_path: Path) -> None:
    code, output = compare(runner, tmp_path, "title_word = 2.0")
    answer = json.loads(output)
    assert (code, answer["queries"], answer["won"], answer["lost"]) == (0, 1, [], [])
    assert answer["measures"]["ndcg_10"] == {"present": 1.0, "other": 1.0, "difference": 0.0, "interval": [0.0, 0.0]}


def test_weights_change_their_part_alone() -> None:
    changed = weights_of({"title_word": 3, "recency": [[7, 0.25]]})
    assert (changed.title_word, changed.recency, changed.occupation) == (3.0, ((7, 0.25),), WEIGHTS.occupation)


@pytest.mark.parametrize("given", [{"titel": 1.0}, {"skill": 0}, {"skill": "much"}, {"skill": True}, {"recency": [1]}])
def test_what_is_no_weight_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="weights|number|pairs"):
        weights_of(given)
