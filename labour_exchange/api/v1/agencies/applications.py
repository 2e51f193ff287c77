"""Applications to the vacancies of an agency: read, answered, offered a post."""

from typing import Any

from labour_exchange.agencies.clients.access import ANSWER_APPLICATIONS
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question, Words
from labour_exchange.api.pages import next_link, page_schema
from labour_exchange.api.programs.acts import commits
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.programs.listing import listed
from labour_exchange.api.v1.agencies import person_told as told
from labour_exchange.api.v1.agencies.person_bodies import Answer, ApproachQuestion, Terms, offer_terms
from labour_exchange.api.v1.agencies.person_shapes import ApplicationItem, OfferItem
from labour_exchange.api.v1.shapes import described
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.operations import applications as acts
from labour_exchange.placements.operations.offers import make_offer
from labour_exchange.placements.queries.approaches import applications_to_employer, found_for
from labour_exchange.placements.states import ApplicationState
from labour_exchange.vacancies.queries import own_vacancy

blueprint = Blueprint("api_applications", __name__, url_prefix="/api/v1", description="Applications to your vacancies: read, answer, offer.")
SCOPE = ANSWER_APPLICATIONS.scope.value
ONE = "/applications/<string:public_id>"


class ApplicationsQuestion(ApproachQuestion):
    """Which applications."""

    state = Words(validate=ApproachQuestion.listed(ApplicationState), metadata={"description": "Only in this state."})


@blueprint.get("/applications")
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(ApplicationsQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Applications", ApplicationItem))
@described(blueprint, "listApplications", "List applications", scope=SCOPE)
def list_applications(question: dict[str, Any]) -> Any:
    """To vacancies you sent, while the employer's mandate lets you answer; oldest first, with what the person shared."""
    session, actor = db.session(), proven().actor
    vacancy = own_vacancy(session, actor, question["vacancy"]) if "vacancy" in question else None
    states = (ApplicationState(question["state"]),) if "state" in question else ()
    wanted = applications_to_employer(actor, vacancy_id=vacancy.id if vacancy else None, states=states)
    page = listed(session, wanted, JobApplication.id, question, told.application)
    if page.items:
        record_act(session, actor, "read applications", "agency", actor.organisation_id, applications=[one["id"] for one in page.items])
    return page, 200, next_link(page)


@blueprint.get(ONE)
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, ApplicationItem)
@described(blueprint, "readApplication", "Read an application", scope=SCOPE)
def read_application(question: dict[str, Any], public_id: str) -> Any:
    """What the person shared with the employer, and how it stands."""
    session, actor = db.session(), proven().actor
    found = found_for(session, actor, JobApplication, public_id)
    record_act(session, actor, "read application", "application", found.id)
    return told.application(found)


@blueprint.post(f"{ONE}/answers")
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(Answer)
@blueprint.response(201, ApplicationItem)
@described(blueprint, "answerApplication", "Answer an application", scope=SCOPE)
def answer_application(sent: dict[str, Any], public_id: str) -> Any:
    """seen tells nobody; interview needs a note that says when and where; decline needs the reason, which the person reads."""
    session, actor = db.session(), proven().actor
    found = found_for(session, actor, JobApplication, public_id)
    if sent["answer"] == "seen":
        acts.see(session, actor, found)
    else:
        act = acts.invite_to_interview if sent["answer"] == "interview" else acts.decline
        act(session, actor, found, note=sent["note"])
    return told.application(found)


@blueprint.post(f"{ONE}/offers")
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(Terms)
@blueprint.response(201, OfferItem)
@described(blueprint, "offerOnApplication", "Offer the post", scope=SCOPE)
def offer_on_application(sent: dict[str, Any], public_id: str) -> Any:
    """The person answers by the day you name; accepting takes the post and opens the placement."""
    session, actor = db.session(), proven().actor
    found = found_for(session, actor, JobApplication, public_id)
    return told.offer(make_offer(session, actor, found, offer_terms(sent)))
