"""How good rankings are on judged queries: pure arithmetic over ids and grades."""

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean

RELEVANT = 2  # From this grade on somebody who typed the query would be glad of the document.
BOOTSTRAP_ROUNDS = 2000
COLUMNS = ("half", "language", "kind", "query", "grade_3", "grade_2", "grade_1")


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the grades of documents; whoever is not named has grade 0. `half` is development or held_out."""

    half: str
    language: str
    kind: str
    query: str
    grades: dict[str, int]


@dataclass(frozen=True, slots=True)
class Measures:
    """How good one ranking is, or the means over many."""

    ndcg_10: float
    recall_50: float
    mrr: float


def read_judged(path: Path) -> list[Judged]:
    """The judged queries of a file of tab-separated columns. Raises ValueError for another file."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t")
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ValueError(f"the columns of judged queries are {', '.join(COLUMNS)}")
        return [Judged(row["half"], row["language"], row["kind"], row["query"], _grades(row)) for row in rows]


def measure(ranking: Sequence[str], grades: Mapping[str, int]) -> Measures:
    """nDCG@10 over all grades; recall@50 and the reciprocal rank over those that are relevant."""
    relevant = {key: grade for key, grade in grades.items() if grade >= RELEVANT}
    return Measures(ndcg_at(10, ranking, grades), recall_at(50, ranking, relevant), reciprocal_rank(ranking, relevant))


def mean_of(measured: Sequence[Measures]) -> Measures:
    """Raises ValueError without any."""
    if not measured:
        raise ValueError("a mean needs at least one judged query")
    return Measures(fmean(one.ndcg_10 for one in measured), fmean(one.recall_50 for one in measured), fmean(one.mrr for one in measured))


def bootstrap_interval(differences: Sequence[float], seed: int = 1) -> tuple[float, float]:
    """Between which two values the mean difference lies in 95 of 100 cases, by drawing the queries anew (paired bootstrap, percentiles)."""
    if not differences:
        raise ValueError("an interval needs at least one judged query")
    chance = Random(seed)  # noqa: S311 - drawn for statistics, not for secrets
    means = sorted(fmean(chance.choices(differences, k=len(differences))) for _ in range(BOOTSTRAP_ROUNDS))
    return means[round(0.025 * BOOTSTRAP_ROUNDS)], means[round(0.975 * BOOTSTRAP_ROUNDS) - 1]


def ndcg_at(k: int, ranking: Sequence[str], grades: Mapping[str, float]) -> float:
    """Normalised discounted cumulative gain of the first `k`, 0 to 1, gain 2**grade - 1 (Burges et al., 2005); 0 where nothing is relevant."""
    best = _discounted(sorted(grades.values(), reverse=True)[:k])
    return _discounted([grades.get(public_id, 0.0) for public_id in ranking[:k]]) / best if best else 0.0


def recall_at(k: int, ranking: Sequence[str], grades: Mapping[str, float]) -> float:
    """Share of the relevant (grade above 0) that stand among the first `k`; 0 where nothing is relevant."""
    relevant = {public_id for public_id, grade in grades.items() if grade > 0}
    return len(relevant.intersection(ranking[:k])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, float]) -> float:
    """One over the place of the first relevant; 0 where there is none."""
    return next((1 / place for place, public_id in enumerate(ranking, start=1) if grades.get(public_id, 0.0) > 0), 0.0)


def mean_reciprocal_rank(rankings: Sequence[tuple[Sequence[str], Mapping[str, float]]]) -> float:
    """Over judged queries, each a ranking with its grades. Raises ValueError without any."""
    if not rankings:
        raise ValueError("a mean needs at least one judged query")
    return fmean(reciprocal_rank(ranking, grades) for ranking, grades in rankings)


def _discounted(grades: Sequence[float]) -> float:
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1))


def _grades(row: Mapping[str, str]) -> dict[str, int]:
    return {key: grade for grade in (1, 2, 3) for key in row[f"grade_{grade}"].split()}
