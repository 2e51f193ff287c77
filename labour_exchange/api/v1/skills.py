"""Skills: all, one, and suggested while somebody types."""

from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Listed, Question, Words
from labour_exchange.api.language import language
from labour_exchange.api.pages import PageQuestion, next_link, page_of_table, page_schema
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.shapes import A_DAY, READ_CLASSIFICATIONS, Names, SuggestQuestion, described, named
from labour_exchange.classifications.occupations import unit_groups
from labour_exchange.classifications.skills import Skill, is_essential, is_skill, skill, skills, skills_of, suggest_skills
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.errors import NotFound

blueprint = Blueprint("api_skills", __name__, url_prefix="/api/v1/skills", description="Skills and the occupations that need them.")


class SkillsQuestion(PageQuestion):
    """Which skills."""

    occupation = Words(validate=Listed(group.code for group in unit_groups()), metadata={"description": "Only skills of this unit group."})


class SkillItem(ma.Schema):
    """A skill, by an id that never changes."""

    id = ma.fields.String(required=True)
    name = ma.fields.String(required=True)
    names = ma.fields.Nested(Names, required=True)


class SkillDetail(SkillItem):
    """A skill with the unit groups that need it."""

    essential_for = ma.fields.List(ma.fields.String(), required=True)
    optional_for = ma.fields.List(ma.fields.String(), required=True)


class SkillOfOccupation(SkillItem):
    """A skill in a list; asked for an occupation, it says how much that needs it."""

    is_essential = ma.fields.Boolean(metadata={"description": "Whether the occupation cannot do without it. Only where an occupation was asked for."})


class SkillSuggestions(ma.Schema):
    """The best first."""

    items = ma.fields.List(ma.fields.Nested(SkillItem), required=True)


@blueprint.get("")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(SkillsQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("SkillPage", SkillOfOccupation))
@described(blueprint, "listSkills", "List skills", "/api/v1/skills?occupation=7212&lang=en")
def list_skills(question: dict[str, Any]) -> Any:
    """Every skill, or those of an occupation with the essential ones first."""
    keep_for(A_DAY)
    items = _items_of(question["occupation"]) if "occupation" in question else [_item(one) for one in skills()]
    page = page_of_table(items, lambda item: str(item["id"]), question)
    return page, 200, next_link(page)


@blueprint.get("/suggest")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(SuggestQuestion, location="query", unknown="raise")
@blueprint.response(200, SkillSuggestions)
@described(blueprint, "suggestSkills", "Suggest skills", "/api/v1/skills/suggest?q=excel&lang=en")
def suggest(question: dict[str, Any]) -> Any:
    """Skills in whose name every typed word begins some word."""
    keep_for(A_DAY)
    return {"items": [_item(one) for one in suggest_skills(question["q"], language(), question["limit"])]}


@blueprint.get("/<string:skill_id>")
@permits(READ_CLASSIFICATIONS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, SkillDetail)
@described(blueprint, "readSkill", "Read one skill", "/api/v1/skills/ms-excel?lang=en")
def read_skill(question: dict[str, Any], skill_id: str) -> Any:
    """One skill and the occupations that need it."""
    if not is_skill(skill_id):
        raise NotFound
    keep_for(A_DAY)
    found = skill(skill_id)
    return _item(found) | {"essential_for": found.essential_for, "optional_for": found.optional_for}


def _items_of(occupation: str) -> list[dict[str, Any]]:
    return [_item(one) | {"is_essential": is_essential(one.id, occupation)} for one in skills_of(occupation)]


def _item(found: Skill) -> dict[str, Any]:
    return {"id": found.id} | named(found.name)
