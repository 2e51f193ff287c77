"""What is measured in both markets: every judged query on both engines, and what corrections do to queries."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from labour_exchange.discovery.questions import SearchQuery, question_of
from search.evaluation import Judged, Measures, mean_of, measure, ndcg_at
from tests.relevance.houses import HERE, House, judged_queries

ENGINES = ("postgres", "elasticsearch")
KINDS = ("misspelt", "layout", "transliterated", "inflected")


@dataclass(frozen=True, slots=True)
class Variant:
    """A judged query as somebody else would type it."""

    kind: str
    half: str
    set: str
    query: str
    variant: str


@cache
def variants() -> tuple[Variant, ...]:
    """All variants: of both sets."""
    with (HERE / "variants.tsv").open(encoding="utf-8") as table:
        return tuple(Variant(**row) for row in csv.DictReader(table, delimiter="\t"))


def measured(house: House, name: str, engine: str) -> Measures:
    """The means of a set on one engine, printed whole, by half, by language and by kind of query."""
    judged = judged_queries(name)
    found = [(one, measure(house.ranking(one.query, engine), one.grades)) for one in judged]
    for field in ("half", "language", "kind"):
        for value in sorted({getattr(one, field) for one in judged}):
            _say(f"{name} {engine} {field} {value}", [result for one, result in found if getattr(one, field) == value])
    return _say(f"{name} {engine}", [result for _, result in found])


def share_kept(house: House, name: str, kind: str, half: str | None = None) -> tuple[float, int]:
    """nDCG@10 of the variants of one kind as a share of that of their clean queries, and how many there are."""
    judged = {one.query: one for one in judged_queries(name)}
    asked = [one for one in variants() if one.set == name and one.kind == kind and half in (None, one.half)]
    pairs = [(_ndcg(house, judged[one.query], one.query), _ndcg(house, judged[one.query], one.variant)) for one in asked]
    share = fmean(variant for _, variant in pairs) / fmean(clean for clean, _ in pairs)
    print(f"{name} {kind} {half or 'all'}: {len(pairs)} variants keep {share:.3f}")  # noqa: T201 - what is measured is to be seen
    return share, len(pairs)


def changed(queries: Iterable[str]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Queries that were corrected, with what was made of them."""
    read = [(query, question_of(SearchQuery(text=query)).corrected) for query in queries]
    return [(query, corrected) for query, corrected in read if corrected]


def _ndcg(house: House, judged: Judged, query: str) -> float:
    return ndcg_at(10, house.ranking(query, "postgres"), judged.grades)


def _say(name: str, results: list[Measures]) -> Measures:
    mean = mean_of(results)
    print(f"{name}: {len(results)} queries, nDCG@10 {mean.ndcg_10:.3f}, recall@50 {mean.recall_50:.3f}, MRR {mean.mrr:.3f}")  # noqa: T201
    return mean
