"""Unit groups that are easily taken for one another: named after the sure ones, where a title gives fewer than three."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from search.analysis.concepts.scores import Concept

# Low enough (imports keep nothing below 0.2) never to be stored or searched for: only offered to somebody who chooses.
NEAR = 0.15
# Marked "=" in the table: both readings are open more often than not ("программист 1С"), so that imports keep the second too.
OPEN = 0.3
ENOUGH = 3

Near = Mapping[str, tuple[tuple[str, float], ...]]
"""Unit group to those near it, the nearest first, each with the share of the score it is given."""


def with_near(concepts: list[Concept], near: Near) -> list[Concept]:
    """The concepts, best first, and after them those near to the best until there are three occupations."""
    occupations = [concept for concept in concepts if concept.kind == "occupation"]
    if not occupations or len(occupations) >= ENOUGH or not near:
        return concepts
    given = {concept.id for concept in occupations}
    least = occupations[-1].score
    offered: list[Concept] = []
    # The nearest of each first, then the second of each.
    for rank in range(2):
        for concept in occupations:
            for code, share in near.get(concept.id, ())[rank : rank + 1]:
                if code not in given and len(given) < ENOUGH:
                    given.add(code)
                    score = round(min(least * 0.99, concept.score * share) * 0.99 ** len(offered), 4)
                    offered.append(Concept(concept.kind, code, score, concept.surface, concept.start, concept.end))
    return sorted([*concepts, *offered], key=lambda each: (-each.score, each.start, each.id))


@cache
def near_occupations() -> Near:
    """The rows of data/near_occupations.tsv."""
    path = Path(__file__).parent.parent / "data" / "near_occupations.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return {code: tuple((each.rstrip("="), OPEN if each.endswith("=") else NEAR) for each in near.split()) for code, near in rows}
