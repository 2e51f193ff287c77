"""The sandbox: a throw-away agency without asking anybody, and invented people who act when its program says so."""

from datetime import timedelta
from typing import Any

import marshmallow as ma
from flask import current_app

from labour_exchange.api import texts
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.bodies import Body
from labour_exchange.api.fields import Words
from labour_exchange.api.programs.acts import commits
from labour_exchange.api.programs.clients import count_address, proven
from labour_exchange.api.v1.agencies import person_told as told
from labour_exchange.api.v1.agencies.person_bodies import ID
from labour_exchange.api.v1.agencies.person_shapes import ApplicationItem, PlacementItem
from labour_exchange.api.v1.agencies.vacancies import own
from labour_exchange.api.v1.shapes import described
from labour_exchange.api.v1.vacancy_shapes import Instant
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import ExchangeSession, acting_as, db
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.placements.models import Offer, Placement
from labour_exchange.placements.queries.approaches import found_for
from labour_exchange.sandbox.access import OPEN_SANDBOX, PLAY_PEOPLE, may_play
from labour_exchange.sandbox.operations import ACTOR, accept_as_invented, apply_as_invented, confirm_as_invented, open_sandbox
from labour_exchange.vacancies.queries import own_vacancy

blueprint = Blueprint("api_sandbox", __name__, url_prefix="/api/v1/sandbox", description="Sandbox: try everything with an invented agency.")
AN_HOUR = timedelta(hours=1)
SANDBOXES_AN_HOUR = 100
SCOPE = PLAY_PEOPLE.scope.value


class SandboxEmployer(ma.Schema):
    """An invented employer that gave the agency every mandate."""

    bin = ma.fields.String(required=True)
    name = ma.fields.String(required=True)


class SandboxItem(ma.Schema):
    """What to begin with; the secret is told once."""

    agency = ma.fields.String(required=True, metadata={"description": "What the invented agency is called."})
    employers = ma.fields.List(ma.fields.Nested(SandboxEmployer), required=True)
    client_id = ma.fields.String(required=True)
    client_secret = ma.fields.String(required=True)
    scopes = ma.fields.List(ma.fields.String(), required=True)
    token_url = ma.fields.String(required=True, metadata={"format": "uri"})
    expires_at = Instant(required=True, metadata={"description": "After that it is all taken off."})


class ForVacancy(Body):
    """To which vacancy."""

    vacancy = Words(required=True, validate=ID, metadata={"description": "Id of one of your vacancies."})


class ForOfferOrPlacement(Body):
    """To what the invented person says yes; exactly one of them."""

    offer = Words(validate=ID)
    placement = Words(validate=ID)


@blueprint.post("/clients")
@permits(OPEN_SANDBOX)
@blueprint.response(201, SandboxItem)
@described(blueprint, "openSandbox", "Open a sandbox")
def open_a_sandbox() -> Any:
    """Without a key: an invented agency with a licence, two employers that gave it every mandate, and a client id with its secret, for a week."""
    _require_sandbox()
    count_address("sandbox", SANDBOXES_AN_HOUR, AN_HOUR)
    session: ExchangeSession = db.session()
    with acting_as(session, ACTOR):
        made = open_sandbox(session)
        session.commit()
        expires_at = max(one.expires_at for one in made.client.credentials)
    return {
        "agency": made.agency.name,
        "employers": [{"bin": one.bin, "name": one.name} for one in made.employers],
        "client_id": made.client.public_id,
        "client_secret": made.secret,
        "scopes": made.client.scopes,
        "token_url": f"{current_app.config.get('BASE_URL', '')}/api/v1/oauth/token",
        "expires_at": expires_at,
    }


@blueprint.post("/applications")
@permits(PLAY_PEOPLE)
@commits
@blueprint.arguments(ForVacancy)
@blueprint.response(201, ApplicationItem)
@described(blueprint, "applyInSandbox", "Let an invented person apply", scope=SCOPE)
def apply_in_sandbox(sent: dict[str, Any]) -> Any:
    """To one of your vacancies; only programs of a sandbox have this."""
    _require_sandbox()
    session, agency = db.session(), own()
    if not may_play(agency):
        raise NotFound
    vacancy = own_vacancy(session, proven().actor, sent["vacancy"])
    with acting_as(session, ACTOR):
        return told.application(apply_as_invented(session, agency, vacancy))


@blueprint.post("/answers")
@permits(PLAY_PEOPLE)
@commits
@blueprint.arguments(ForOfferOrPlacement)
@blueprint.response(201, PlacementItem)
@described(blueprint, "answerInSandbox", "Let an invented person say yes", scope=SCOPE)
def answer_in_sandbox(sent: dict[str, Any]) -> Any:
    """To an offer, which opens the placement, or to a placement that was declared, which confirms it."""
    _require_sandbox()
    session, agency, actor = db.session(), own(), proven().actor
    if len(sent) != 1:
        raise InvalidInput([FieldError("offer", texts.ONE_OF_TWO)])
    if "offer" in sent:
        offer = found_for(session, actor, Offer, sent["offer"])
        with acting_as(session, ACTOR):
            return told.placement(accept_as_invented(session, agency, offer))
    placement = found_for(session, actor, Placement, sent["placement"])
    with acting_as(session, ACTOR):
        return told.placement(confirm_as_invented(session, agency, placement))


def _require_sandbox() -> None:
    """An installation without a sandbox does not know these addresses."""
    if not current_app.config["SANDBOX"]:
        raise NotFound
