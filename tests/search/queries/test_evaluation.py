"""Measures of ranking, against values worked out by hand."""

import math
from pathlib import Path

import pytest

from search.evaluation import COLUMNS, bootstrap_interval, mean_reciprocal_rank, measure, ndcg_at, read_judged, recall_at, reciprocal_rank

GRADES = {"a": 3.0, "b": 1.0, "c": 0.0, "d": 2.0}


def test_ndcg_of_the_best_order_is_one() -> None:
    assert ndcg_at(10, ["a", "d", "b", "c"], GRADES) == pytest.approx(1.0)


def test_ndcg_by_hand() -> None:
    gained = 1 / math.log2(2) + 7 / math.log2(3)
    best = 7 / math.log2(2) + 3 / math.log2(3)
    assert ndcg_at(2, ["b", "a", "d"], GRADES) == pytest.approx(gained / best)


def test_nothing_relevant_is_zero() -> None:
    assert ndcg_at(10, ["a"], {"a": 0.0}) == recall_at(10, ["a"], {}) == reciprocal_rank(["x"], GRADES) == 0.0


def test_recall_counts_the_relevant_alone() -> None:
    assert recall_at(2, ["c", "a", "b"], GRADES) == pytest.approx(1 / 3)
    assert recall_at(50, ["c", "a", "b", "d"], GRADES) == 1.0


def test_mean_reciprocal_rank() -> None:
    assert mean_reciprocal_rank([(["c", "a"], GRADES), (["a"], GRADES)]) == pytest.approx(0.75)
    with pytest.raises(ValueError, match="at least one"):
        mean_reciprocal_rank([])


def test_neighbouring_work_is_no_recall() -> None:
    found = measure(["b", "x", "d"], {"a": 3, "b": 1, "d": 2})
    assert (found.recall_50, found.mrr) == (0.5, pytest.approx(1 / 3))


def test_an_interval_holds_the_mean_and_narrows_with_agreement() -> None:
    low, high = bootstrap_interval([0.1, -0.1, 0.3, 0.2, 0.0] * 10)
    assert low < 0.1 < high
    assert bootstrap_interval([0.2] * 20) == (pytest.approx(0.2), pytest.approx(0.2))
    with pytest.raises(ValueError, match="at least one"):
        bootstrap_interval([])


def test_judged_queries_are_read_from_their_columns_only(tmp_path: Path) -> None:
    file = tmp_path / "judged.tsv"
    file.write_text("\t".join(COLUMNS) + "\ndevelopment\tru\toccupation\tповар\ta b\t\tc\n", encoding="utf-8")
    (one,) = read_judged(file)
    assert (one.query, one.grades) == ("повар", {"a": 3, "b": 3, "c": 1})
    file.write_text("query\tid\n", encoding="utf-8")
    with pytest.raises(ValueError, match="columns"):
        read_judged(file)
