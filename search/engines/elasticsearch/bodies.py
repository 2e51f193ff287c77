"""A plan written as an Elasticsearch request body: pure, no network."""

from datetime import date
from typing import Any, assert_never

from search.engines.elasticsearch.mappings import count_field
from search.engines.paging import SAME_METRES, Question
from search.queries.conditions import AnyOf, AtLeast, AtMost, Condition, Either, Every, HasOnly, Is, Missing, Near, Not
from search.queries.cursors import Position
from search.queries.plans import FacetPlan, Filter, Order, Plan, StepFacet
from search.ranking import PARTS

Body = dict[str, Any]
TOTAL = "total"
VALUES = "values"


def search_body(question: Question, *, foreign: bool) -> Body:
    plan = question.plan
    own = {facet.without for facet in plan.facets} - {None}
    # A filter that some facet has to be counted without works after the counting, and inside the other facets.
    lifted = [filter_ for filter_ in plan.filters if filter_.group in own]
    kept = [condition_body(filter_.condition) for filter_ in plan.filters if filter_.group not in own]
    body: Body = {
        "size": question.limit + 1 if question.limit else 0,
        "track_total_hits": True,
        "track_scores": True,
        "_source": False,
        # Without a filter a `bool` finds only what meets one of its other clauses.
        "query": {"bool": {"filter": kept or [{"match_all": {}}], "should": _clauses(plan), "minimum_should_match": 0}},
        "sort": _sort(plan.order),
    }
    if lifted:
        body["post_filter"] = _all(lifted)
    if plan.facets:
        body["aggs"] = {facet.name: _facet(facet, lifted) for facet in plan.facets}
    if question.after and foreign and plan.order.by == "distance":
        _continue_elsewhere(body, plan, question.after, lifted)
    elif question.after:
        body["search_after"] = [_sorted_by(plan.order, question.after), question.after.public_id]
    return body


def condition_body(condition: Condition) -> Body:
    match condition:
        case Every(conditions):
            return {"bool": {"filter": [condition_body(part) for part in conditions]}}
        case Either(conditions):
            return {"bool": {"should": [condition_body(part) for part in conditions], "minimum_should_match": 1}}
        case Not(negated):
            return {"bool": {"must_not": [condition_body(negated)]}}
        case AnyOf(field, values):
            return {"terms": {field: list(values)}}
        case Is(field, flag):
            return {"term": {field: flag}}
        case AtLeast(field, least):
            return {"range": {field: {"gte": _plain(least)}}}
        case AtMost(field, most):
            return {"range": {field: {"lte": _plain(most)}}}
        case Near(field, place, metres):
            return {"geo_distance": {"distance": f"{metres!r}m", field: {"lat": place[0], "lon": place[1]}}}
        case HasOnly(field, values):
            whole = {"terms_set": {field: {"terms": list(values), "minimum_should_match_field": count_field(field)}}}
            return {"bool": {"should": [condition_body(Missing(field)), whole], "minimum_should_match": 1}}
        case Missing(field):
            return {"bool": {"must_not": [{"exists": {"field": field}}]}}
        case _:
            assert_never(condition)


def clause_number(name: str) -> int:
    """The place in the plan of the clause that was sent under this name."""
    return int(name)


def _clauses(plan: Plan) -> list[Body]:
    # Numbered, not named: what a user typed must not be able to give two clauses one name.
    return [
        {"constant_score": {"filter": condition_body(clause.condition), "boost": clause.weight / PARTS, "_name": str(number)}}
        for number, clause in enumerate(plan.clauses)
    ]


def _sort(order: Order) -> list[Body]:
    direction = "desc" if order.descending else "asc"
    if order.by == "distance":
        origin = {"lat": order.origin[0], "lon": order.origin[1]}
        first: Body = {"_geo_distance": {order.field: origin, "order": "asc", "unit": "m", "distance_type": "arc"}}
    else:
        first = {"_score" if order.by == "score" else order.field: direction}
    return [first, {"public_id": "asc"}]


def _sorted_by(order: Order, after: Position) -> float:
    return after.value / PARTS if order.by == "score" else after.value


def _continue_elsewhere(body: Body, plan: Plan, after: Position, lifted: list[Filter]) -> None:
    """Continue a walk by distance that began on another engine, whose metres differ in their last digits."""
    body["search_after"] = [max(after.value - SAME_METRES, -1.0), ""]
    same_place = condition_body(Near(plan.order.field, plan.order.origin, after.value + SAME_METRES))
    seen = {"bool": {"filter": [same_place, {"range": {"public_id": {"lte": after.public_id}}}]}}
    body["post_filter"] = {"bool": {"filter": [_all(lifted)], "must_not": [seen]}}
    # The hits that were seen count too, but `post_filter` keeps them out of the total.
    body.setdefault("aggs", {})[TOTAL] = {"filter": _all(lifted)}


def _facet(facet: FacetPlan, lifted: list[Filter]) -> Body:
    others = _all([filter_ for filter_ in lifted if filter_.group != facet.without])
    if isinstance(facet, StepFacet):
        counted: Body = {"range": {"field": facet.field, "ranges": [{"key": str(step), "from": step} for step in facet.steps]}}
    else:
        counted = {"terms": {"field": facet.field, "size": facet.most + 1}}
    return {"filter": others, "aggs": {VALUES: counted}}


def _all(filters: list[Filter]) -> Body:
    return {"bool": {"filter": [condition_body(filter_.condition) for filter_ in filters]}}


def _plain(value: int | float | date) -> int | float | str:
    return value.isoformat() if isinstance(value, date) else value
