"""The vacancies of an agency, one at a time: sent, read, paused, taken off."""

from typing import Any

from labour_exchange.agencies.clients.access import PUSH_VACANCIES
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.queries import own_agency
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question
from labour_exchange.api.pages import next_link, page_schema
from labour_exchange.api.programs.acts import commits
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.programs.listing import listed
from labour_exchange.api.programs.preconditions import etag_of, require_version
from labour_exchange.api.v1.agencies import told
from labour_exchange.api.v1.agencies.shapes import (
    OWN_ID,
    SOURCE_NAME,
    AskedIds,
    OwnQuestion,
    OwnVacancy,
    PushedAnswer,
    PushedVacancy,
    Statuses,
    VacancyStatistics,
    Wanted,
)
from labour_exchange.api.v1.shapes import described
from labour_exchange.discovery.recognition import read_here
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.foundation.records.exporting import plain
from labour_exchange.placements.queries.performance import performance_of
from labour_exchange.vacancies import operations
from labour_exchange.vacancies.imports.receipts import Outcome
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.pushes.operations import push_batch, take_off
from labour_exchange.vacancies.pushes.queries import pushed_vacancies, pushed_vacancy, vacancies_of_agency
from labour_exchange.vacancies.pushes.reading import read_record
from labour_exchange.vacancies.runs.operations import record_single
from labour_exchange.vacancies.states import VacancyState

blueprint = Blueprint("api_own_vacancies", __name__, url_prefix="/api/v1", description="Vacancies of an agency: send, follow, take off.")
SCOPE = PUSH_VACANCIES.scope.value
ONE = "/vacancies/<string:source>/<string:external_id>"


@blueprint.put(ONE)
@permits(PUSH_VACANCIES)
@commits
@blueprint.arguments(PushedVacancy)
@blueprint.response(200, PushedAnswer)
@blueprint.alt_response(201, schema=PushedAnswer, description="It was new.", success=True)
@described(blueprint, "putVacancy", "Send a vacancy", scope=SCOPE, refusals=(409, 412), **{"x-versions": True})
def put_vacancy(sent: dict[str, Any], source: str, external_id: str) -> Any:
    """Created, updated or unchanged, under your own id; one that was taken off comes back. With If-Match only when nobody has changed it since."""
    session, agency = db.session(), own()
    _require_names(source, external_id)
    before = pushed_vacancies(session, agency, source, [external_id]).get(external_id)
    require_version(before.public_id if before else None, before.version if before else 0)
    record = {name: plain(value) for name, value in sent.items() if value is not None}
    (answer,) = push_batch(session, proven().actor, agency, source, [read_record(1, record | {"external_id": external_id})], read_here)
    record_single(session, agency.id, source, answer)
    if answer.outcome is Outcome.REJECTED and answer.rejection is not None:
        # The refusal changes nothing else, and the agency sees it among the examples of its feed.
        session.commit()
        raise InvalidInput([FieldError(answer.rejection.field or "title", answer.rejection.message, dict(answer.rejection.values))])
    session.expire_all()
    found = pushed_vacancy(session, agency, source, external_id)
    told_of = {"receipt": told.receipt(answer), "vacancy": told.own_vacancy(found)}
    return told_of, 201 if answer.outcome is Outcome.CREATED else 200, _etag(found)


@blueprint.get(ONE)
@permits(PUSH_VACANCIES)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, OwnVacancy)
@described(blueprint, "readOwnVacancy", "Read a vacancy you sent", scope=SCOPE)
def read_own_vacancy(question: dict[str, Any], source: str, external_id: str) -> Any:
    """Its state, the code and words of a rejection and the remedy. The ETag is what If-Match wants."""
    found = pushed_vacancy(db.session(), own(), source, external_id)
    return told.own_vacancy(found), 200, _etag(found)


@blueprint.patch(ONE)
@permits(PUSH_VACANCIES)
@commits
@blueprint.arguments(Wanted)
@blueprint.response(200, OwnVacancy)
@described(blueprint, "pauseVacancy", "Pause a vacancy or open it again", scope=SCOPE, refusals=(409, 412, 428), **{"x-versions": True})
def pause_vacancy(wanted: dict[str, Any], source: str, external_id: str) -> Any:
    """suspended hides it, published shows it again. Needs If-Match: its employer may have changed it meanwhile."""
    session = db.session()
    found = pushed_vacancy(session, own(), source, external_id)
    require_version(found.public_id, found.version, is_needed=True)
    if wanted["state"] != found.state.value:
        act = operations.pause_vacancy if wanted["state"] == VacancyState.SUSPENDED else operations.resume_vacancy
        act(session, proven().actor, found)
    return told.own_vacancy(found), 200, _etag(found)


@blueprint.delete(ONE)
@permits(PUSH_VACANCIES)
@commits
@blueprint.response(200, OwnVacancy)
@described(blueprint, "takeOffVacancy", "Take a vacancy off", scope=SCOPE, refusals=(409, 412), **{"x-versions": True})
def take_off_vacancy(source: str, external_id: str) -> Any:
    """Withdraw it; its applications are closed and told. Doing it again changes nothing. Send the id again and it is back."""
    session = db.session()
    found = pushed_vacancy(session, own(), source, external_id)
    require_version(found.public_id, found.version)
    take_off(session, proven().actor, found)
    return told.own_vacancy(found), 200, _etag(found)


@blueprint.get("/own/vacancies")
@permits(PUSH_VACANCIES)
@blueprint.arguments(OwnQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("OwnVacancies", OwnVacancy))
@described(blueprint, "listOwnVacancies", "List the vacancies you sent", scope=SCOPE)
def list_own_vacancies(question: dict[str, Any]) -> Any:
    """In the order in which they were first sent, with state, rejection and remedy."""
    wanted = vacancies_of_agency(own(), source=question.get("source", ""), state=question.get("state", ""))
    page = listed(db.session(), wanted, Vacancy.id, question, told.own_vacancy)
    return page, 200, next_link(page)


@blueprint.post("/vacancies:status")
@permits(PUSH_VACANCIES)
@blueprint.arguments(AskedIds)
@blueprint.response(200, Statuses)
@described(blueprint, "statusOfVacancies", "Ask how many vacancies stand", scope=SCOPE, **{"x-reads": True})
def status_of_vacancies(asked: dict[str, Any]) -> Any:
    """Up to 1,000 ids of one source, answered in their order; nothing is changed."""
    found = pushed_vacancies(db.session(), own(), asked["source"], asked["external_ids"])
    unknown = {"id": None, "state": None, "rejection": None, "remedy": None}
    items = [{"external_id": one, **(told.standing(found[one]) if one in found else unknown)} for one in asked["external_ids"]]
    return {"items": items}


@blueprint.get(f"{ONE}/statistics")
@permits(PUSH_VACANCIES)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, VacancyStatistics)
@described(blueprint, "readVacancyStatistics", "Read what came of a vacancy", scope=SCOPE)
def read_vacancy_statistics(question: dict[str, Any], source: str, external_id: str) -> Any:
    """Views, clicks from search results, applications and the median time to an answer."""
    session = db.session()
    found = pushed_vacancy(session, own(), source, external_id)
    sums = performance_of(session, proven().actor, [found.id])[found.id]
    names = ("views", "clicks", "applications", "answered", "median_answer_hours")
    return {"external_id": external_id, "id": found.public_id, **{name: getattr(sums, name) for name in names}}


def own() -> Agency:
    """The agency of the program that asks."""
    session: ExchangeSession = db.session()
    return own_agency(session, proven().actor)


def _etag(found: Vacancy) -> dict[str, str]:
    return {"ETag": f'"{etag_of(found.public_id, found.version)}"'}


def _require_names(source: str, external_id: str) -> None:
    """The two names in the address, before anything is kept under them."""
    asked = (("source", SOURCE_NAME, source), ("external_id", OWN_ID, external_id))
    errors = [FieldError(f"path/{name}", form.refusal, {"example": form.example}) for name, form, value in asked if not form.is_met_by(value)]
    if errors:
        raise InvalidInput(errors)
