"""Searches that an agency's program keeps under names of its own and asks again and again."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import marshmallow as ma
from flask import current_app
from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import MultiDict

from labour_exchange.agencies.clients import operations
from labour_exchange.agencies.clients.access import KEEP_CRITERIA
from labour_exchange.agencies.clients.models import SavedCriteria
from labour_exchange.agencies.clients.queries import criteria_named, criteria_of
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.bodies import Body
from labour_exchange.api.fields import Question, Sized, Words
from labour_exchange.api.pages import OF_THE_PAGE, PageQuestion, next_link, page_schema
from labour_exchange.api.programs.acts import commits
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.programs.listing import listed
from labour_exchange.api.texts import INVALID_VALUE
from labour_exchange.api.v1.agencies.vacancies import own
from labour_exchange.api.v1.shapes import described
from labour_exchange.api.v1.vacancies import found_page
from labour_exchange.api.v1.vacancy_question import VacanciesQuestion, search_query
from labour_exchange.api.v1.vacancy_shapes import FoundVacancies, Instant
from labour_exchange.discovery.finders import find_vacancies
from labour_exchange.foundation.access import VISITOR, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.foundation.texts import Message

blueprint = Blueprint("api_criteria", __name__, url_prefix="/api/v1/criteria", description="Saved criteria: searches under names of your own.")
SCOPE = KEEP_CRITERIA.scope.value
ONE = "/<string:criteria_name>"
LONGEST = 2000


class CriteriaBody(Body):
    """What to search for."""

    query = Words(
        required=True,
        validate=Sized(1, LONGEST),
        metadata={"description": "What stands after the question mark in the address of the search page or of this interface's search."},
    )


class CriteriaItem(ma.Schema):
    """A search under its name."""

    name = ma.fields.String(required=True)
    query = ma.fields.String(required=True)
    created_at = Instant(required=True)
    changed_at = Instant(required=True)


@blueprint.get("")
@permits(KEEP_CRITERIA)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("SavedCriteria", CriteriaItem))
@described(blueprint, "listCriteria", "List saved criteria", scope=SCOPE)
def list_criteria(question: dict[str, Any]) -> Any:
    """Those of your agency, oldest first."""
    page = listed(db.session(), criteria_of(own().id), SavedCriteria.id, question, _told)
    return page, 200, next_link(page)


@blueprint.put(ONE)
@permits(KEEP_CRITERIA)
@commits
@blueprint.arguments(CriteriaBody)
@blueprint.response(200, CriteriaItem)
@blueprint.alt_response(201, schema=CriteriaItem, description="It was new.", success=True)
@described(blueprint, "keepCriteria", "Save criteria under a name", scope=SCOPE, refusals=(409,))
def keep_criteria(sent: dict[str, Any], criteria_name: str) -> Any:
    """In place of what the name meant before. A filter that is not understood is refused. Names: small letters, digits, dot, dash, underscore."""
    query = sent["query"].strip().removeprefix("?")
    _question(query)
    found, is_new = operations.keep_criteria(db.session(), proven().actor, own(), name=criteria_name, question=query)
    return _told(found), 201 if is_new else 200


@blueprint.get(ONE)
@permits(KEEP_CRITERIA)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, CriteriaItem)
@described(blueprint, "readCriteria", "Read saved criteria", scope=SCOPE)
def read_criteria(question: dict[str, Any], criteria_name: str) -> Any:
    """The search that the name stands for."""
    return _told(criteria_named(db.session(), own().id, criteria_name))


@blueprint.delete(ONE)
@permits(KEEP_CRITERIA)
@commits
@blueprint.response(200, CriteriaItem)
@described(blueprint, "deleteCriteria", "Delete saved criteria", scope=SCOPE)
def drop_criteria(criteria_name: str) -> Any:
    """The name is free again."""
    session = db.session()
    found = criteria_named(session, own().id, criteria_name)
    told = _told(found)
    operations.drop_criteria(session, proven().actor, found)
    return told


@blueprint.get(f"{ONE}/vacancies")
@permits(KEEP_CRITERIA)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, FoundVacancies)
@described(blueprint, "findByCriteria", "Find vacancies by saved criteria", scope=SCOPE)
def find_by_criteria(question: dict[str, Any], criteria_name: str) -> Any:
    """As the search of this interface answers the same filters."""
    session = db.session()
    wanted = _question(criteria_named(session, own().id, criteria_name).question) | question
    page = find_vacancies(session, VISITOR, search_query(wanted))
    return current_app.json.response(found_page(page, has_facets=wanted["facets"])), 200, next_link(page)


def _question(query: str) -> dict[str, Any]:
    """Read as an address is; what continues or shapes a page is no part of it. Raises InvalidInput, which tells the filter and what is wrong."""
    given = MultiDict([pair for pair in parse_qsl(query) if pair[0] not in OF_THE_PAGE])
    schema = VacanciesQuestion()
    try:
        loaded: dict[str, Any] = schema.load(MultiDictProxy(given, schema), unknown=ma.RAISE)
    except ma.ValidationError as error:
        raise InvalidInput(list(_faults(error.messages))) from None
    return loaded


def _told(one: SavedCriteria) -> dict[str, Any]:
    return {"name": one.name, "query": one.question, "created_at": one.created_at, "changed_at": one.changed_at}


def _faults(messages: Any, pointer: str = "json/query") -> Iterator[FieldError]:
    """Each with the name of its filter behind the field that was sent."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from _faults(inner, f"{pointer}/{name}" if isinstance(name, str) else pointer)
        return
    for one in messages:
        known = isinstance(one, FieldError)
        yield FieldError(pointer, one.message if known else one if isinstance(one, Message) else INVALID_VALUE, one.values if known else {})
