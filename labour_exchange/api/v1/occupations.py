"""Occupations: the groups of ISCO-08, by level and parent, one, and suggested while somebody types."""

from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Between, Listed, Question, Whole, Words
from labour_exchange.api.language import language
from labour_exchange.api.pages import PageQuestion, next_link, page_of_table, page_schema
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.shapes import A_DAY, READ_CLASSIFICATIONS, Names, SuggestQuestion, described, named
from labour_exchange.classifications.occupations import (
    UNIT_GROUP_LEVEL,
    Occupation,
    ancestors_of,
    children_of,
    is_occupation,
    occupation,
    occupations,
    suggest_occupations,
)
from labour_exchange.classifications.skills import skills_of
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.errors import NotFound

blueprint = Blueprint("api_occupations", __name__, url_prefix="/api/v1/occupations", description="Occupations: the groups of ISCO-08.")
PARENTS = tuple(group.code for group in occupations() if group.level < UNIT_GROUP_LEVEL)


class OccupationsQuestion(PageQuestion):
    """Which groups."""

    level = Whole(validate=Between(1, UNIT_GROUP_LEVEL), metadata={"description": "1 major, 2 sub-major, 3 minor, 4 unit groups."})
    parent = Words(validate=Listed(PARENTS), metadata={"description": "Only the groups directly below this one."})


class OccupationItem(ma.Schema):
    """A group of ISCO-08."""

    code = ma.fields.String(required=True)
    level = ma.fields.Integer(required=True)
    parent = ma.fields.String(required=True, allow_none=True)
    name = ma.fields.String(required=True)
    names = ma.fields.Nested(Names, required=True)


class OccupationSkill(ma.Schema):
    """A skill of an occupation."""

    id = ma.fields.String(required=True)
    name = ma.fields.String(required=True)
    essential = ma.fields.Boolean(required=True)


class OccupationDetail(OccupationItem):
    """A group with its place in the tree and the skills it needs."""

    ancestors = ma.fields.List(ma.fields.Nested(OccupationItem), required=True)
    children = ma.fields.List(ma.fields.Nested(OccupationItem), required=True)
    skills = ma.fields.List(ma.fields.Nested(OccupationSkill), required=True)


class OccupationSuggestions(ma.Schema):
    """The best first."""

    items = ma.fields.List(ma.fields.Nested(OccupationItem), required=True)


@blueprint.get("")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(OccupationsQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("OccupationPage", OccupationItem))
@described(blueprint, "listOccupations", "List occupations", "/api/v1/occupations?level=1&lang=en")
def list_occupations(question: dict[str, Any]) -> Any:
    """Groups in the order of their codes."""
    keep_for(A_DAY)
    groups = children_of(question["parent"]) if "parent" in question else occupations()
    wanted = [group for group in groups if question.get("level") in (None, group.level)]
    page = page_of_table([_item(group) for group in wanted], lambda item: str(item["code"]), question)
    return page, 200, next_link(page)


@blueprint.get("/suggest")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(SuggestQuestion, location="query", unknown="raise")
@blueprint.response(200, OccupationSuggestions)
@described(blueprint, "suggestOccupations", "Suggest occupations", "/api/v1/occupations/suggest?q=weld&lang=en")
def suggest(question: dict[str, Any]) -> Any:
    """Unit groups in whose title every typed word begins some word."""
    keep_for(A_DAY)
    return {"items": [_item(group) for group in suggest_occupations(question["q"], language(), question["limit"])]}


@blueprint.get("/<string:code>")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, OccupationDetail)
@described(blueprint, "readOccupation", "Read one occupation", "/api/v1/occupations/7212?lang=en")
def read_occupation(question: dict[str, Any], code: str) -> Any:
    """One group with those above and below it and the skills it needs."""
    if not is_occupation(code):
        raise NotFound
    keep_for(A_DAY)
    skills = [{"id": one.id, "name": one.name.in_language(language()), "essential": code in one.essential_for} for one in skills_of(code)]
    around = {"ancestors": [_item(group) for group in ancestors_of(code)], "children": [_item(group) for group in children_of(code)]}
    return _item(occupation(code)) | around | {"skills": skills}


def _item(group: Occupation) -> dict[str, Any]:
    return {"code": group.code, "level": group.level, "parent": group.parent_code} | named(group.name)
