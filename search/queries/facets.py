"""Counts as an engine gives them become facets, in one order on every engine."""

from collections.abc import Mapping, Sequence

from search.queries.plans import FacetPlan, Plan, StepFacet
from search.results import Facet


def counted_facets(plan: Plan, counts: Mapping[str, Sequence[tuple[str, int]]]) -> tuple[Facet, ...]:
    """Every facet of the plan; values nobody has, and facets with too many values, are left out."""
    return tuple(Facet(facet.name, _values(facet, counts.get(facet.name, ()))) for facet in plan.facets)


def _values(facet: FacetPlan, counts: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    found = [(value, documents) for value, documents in counts if documents]
    if isinstance(facet, StepFacet):
        return tuple(sorted(found, key=lambda count: int(count[0])))
    if len(found) > facet.most:
        return ()
    return tuple(sorted(found, key=lambda count: (-count[1], count[0])))
