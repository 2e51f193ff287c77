"""A plan: one question in the terms of an index, ready to be written down for any engine."""

from dataclasses import dataclass
from typing import Literal

from search.criteria import Criteria, QueryWord
from search.criteria import Near as NearWish
from search.indexes.fields import Index
from search.indexes.places import Place
from search.queries.conditions import AnyOf, Condition, Either, Every, Near, Not
from search.ranking import Clause


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition that every hit meets; `group` names what it narrows, so that the facet of the same name can be counted without it."""

    condition: Condition
    group: str | None = None


@dataclass(frozen=True, slots=True)
class ValueFacet:
    """Counts each value of a field. With more than `most` different values the facet stays empty: a long list helps nobody."""

    name: str
    field: str
    without: str | None
    most: int = 200


@dataclass(frozen=True, slots=True)
class StepFacet:
    """Counts the documents at or above each step."""

    name: str
    field: str
    without: str | None
    steps: tuple[int, ...]


FacetPlan = ValueFacet | StepFacet


@dataclass(frozen=True, slots=True)
class Order:
    """What hits are sorted by before their public id, which breaks ties upwards."""

    by: Literal["score", "field", "distance"]
    field: str = ""
    descending: bool = True
    origin: Place = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Plan:
    index: Index
    filters: tuple[Filter, ...]
    clauses: tuple[Clause, ...]
    order: Order
    facets: tuple[FacetPlan, ...]


def order_of(criteria: Criteria, newest: str, *, highest_pay_first: bool) -> Order:
    match criteria.sort:
        case "relevance":
            return Order("score")
        case "newest":
            return Order("field", newest)
        case "pay":
            return Order("field", "pay_order", descending=highest_pay_first)
        case "distance":
            near = criteria.filters.near
            assert near is not None  # noqa: S101 - criteria refuse this sort without it
            return Order("distance", "place", descending=False, origin=near[:2])


def text_filters(words: tuple[QueryWord, ...], occupations: tuple[str, ...]) -> tuple[Filter, ...]:
    """All words, or one of the occupations that were recognised in them; nothing typed filters nothing."""
    in_text = tuple(word_in("text", word) for word in words)
    if not occupations:
        return tuple(Filter(condition) for condition in in_text)
    recognised = AnyOf("occupation_units", occupations)
    return (Filter(Either((Every(in_text), recognised)) if in_text else recognised),)


def word_in(field: str, word: QueryWord) -> Condition:
    return AnyOf(field, word.terms)


def place_filters(regions: Condition | None, districts: tuple[str, ...], not_regions: tuple[str, ...], near: NearWish | None) -> tuple[Filter, ...]:
    narrowed = [Filter(regions, "region")] if regions else []
    if districts:
        narrowed.append(Filter(AnyOf("district", districts), "region"))
    if not_regions:
        narrowed.append(Filter(Not(AnyOf("region", not_regions)), "region"))
    if near:
        latitude, longitude, kilometres = near
        narrowed.append(Filter(Near("place", (latitude, longitude), kilometres * 1000)))
    return tuple(narrowed)


def occupation_facets(codes: tuple[str, ...]) -> tuple[FacetPlan, ...]:
    """Unit groups are offered when they are few; a major group that was chosen keeps narrowing them, a chosen unit group does not."""
    chosen_unit = any(len(code) == 4 for code in codes)
    return (
        ValueFacet("occupation_major", "occupation_majors", "occupation"),
        ValueFacet("occupation_unit", "occupation_units", "occupation" if chosen_unit else None, most=40),
    )
