"""Measures of ranking, against values worked out by hand."""

import math

import pytest

from search.evaluation import mean_reciprocal_rank, ndcg_at, recall_at, reciprocal_rank

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
