"""Vacancies: the search of the exchange with the filters and facets of its page, and one vacancy."""

from typing import Any

from flask import current_app
from werkzeug.exceptions import Gone

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question
from labour_exchange.api.language import language
from labour_exchange.api.pages import next_link
from labour_exchange.api.v1.shapes import described
from labour_exchange.api.v1.vacancy_question import VacanciesQuestion, search_query
from labour_exchange.api.v1.vacancy_shapes import FoundVacancies, VacancyDetail, instant
from labour_exchange.discovery.finders import FacetGroup, FoundPage, FoundVacancy, find_vacancies
from labour_exchange.foundation.access import VISITOR, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.vacancies.access import READ_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import closed_vacancy, vacancy_for

blueprint = Blueprint("api_vacancies", __name__, url_prefix="/api/v1/vacancies", description="Vacancies: search and read.")
CURRENCY = "KZT"
SAME_NAME = (
    *("title", "language", "place_text", "posts", "pay_stated", "is_remote", "education_level", "is_quota", "published_at"),
    *("skills_required", "skills_wished", "licences", "languages"),
)


@blueprint.get("")
@permits(READ_VACANCY)
@blueprint.arguments(VacanciesQuestion, location="query", unknown="raise")
@blueprint.response(200, FoundVacancies)
@described(blueprint, "listVacancies", "Search vacancies", "/api/v1/vacancies?q=welder&region=KZ-71&facets=true&lang=en")
def list_vacancies(question: dict[str, Any]) -> Any:
    """Published vacancies. What is typed is understood as on the page: occupation, place, pay and hours are read out of the words."""
    page = find_vacancies(db.session(), VISITOR, search_query(question))
    # Written without the schema, which took a tenth of the whole answer; that the answer has its shape is tested.
    return current_app.json.response(found_page(page, has_facets=question["facets"])), 200, next_link(page)


@blueprint.get("/<string:public_id>")
@permits(READ_VACANCY)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, VacancyDetail)
@described(blueprint, "readVacancy", "Read one vacancy", may_be_gone=True)
def read_vacancy(question: dict[str, Any], public_id: str) -> Any:
    """One published vacancy; 410 when it was public and is over."""
    session = db.session()
    try:
        found = vacancy_for(session, VISITOR, public_id)
    except NotFound:
        if closed_vacancy(session, public_id) is not None:
            raise Gone from None
        raise
    more = {name: getattr(found, name) for name in ("description", "requirements", "latitude", "longitude", "applications")}
    return _item(found) | more


def found_page(page: FoundPage, *, has_facets: bool) -> dict[str, Any]:
    """A page of results as the interface gives it."""
    said = language()
    return {
        "items": [_hit(hit) for hit in page.hits],
        "next_cursor": page.next_cursor,
        "total": page.total,
        "facets": [_facet(group) for group in page.facets] if has_facets else [],
        "understood": [{"kind": one.kind, "value": one.value, "key": one.key} for one in page.understood],
        "corrected": [{"typed": typed, "used": used} for typed, used in page.corrected],
        "unknown_place": page.unknown_place or None,
        "other_searches": [{"label": one.label.in_language(said), "total": one.total} for one in page.suggestions],
        "sort": page.sort,
        "reduced": page.reduced,
    }


def _facet(group: FacetGroup) -> dict[str, Any]:
    said = language()
    options = [{"value": one.value, "label": one.label.in_language(said), "count": one.count} for one in group.options]
    return {"name": group.name, "legend": group.legend.in_language(said), "options": options}


def _hit(hit: FoundVacancy) -> dict[str, Any]:
    said = language()
    reasons = [{"text": text.in_language(said), "weight": round(weight, 1)} for text, weight in hit.reasons]
    kilometres = None if hit.kilometres is None else round(hit.kilometres)
    item = _item(hit.vacancy)
    published_at, apply_by = item["published_at"], item["apply_by"]
    plain = {"published_at": instant(published_at) if published_at else None, "apply_by": apply_by.isoformat() if apply_by else None}
    return item | plain | {"score": round(hit.score, 1), "reasons": reasons, "kilometres": kilometres}


def _item(one: Vacancy) -> dict[str, Any]:
    employer = {"id": one.employer.public_id, "name": one.employer.name, "answer_rate": one.employer.answer_rate} if one.employer else None
    return {name: getattr(one, name) for name in SAME_NAME} | {
        "id": one.public_id,
        "url": f"{current_app.config.get('BASE_URL', '')}/{language()}/vacancies/{one.public_id}",
        "employer": employer,
        "source": one.source.value,
        "occupation": one.occupation_code,
        "region": one.region_code,
        "district": one.district_code,
        "posts_left": one.posts_left,
        "pay": {"from": one.pay_from, "to": one.pay_to, "currency": CURRENCY} if one.pay_from or one.pay_to else None,
        "employment_kind": one.employment_kind.value,
        "hours": one.hours.value,
        "experience": one.experience.value if one.experience else None,
        "apply_by": one.apply_by_on,
    }
