"""How good rankings are on judged queries: pure arithmetic over ids and grades."""

import math
from collections.abc import Mapping, Sequence
from statistics import fmean


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
