"""The person's dealings with employers and offices, as plain values for the export and as lines for a page."""

from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.records.exporting import chosen
from labour_exchange.foundation.texts import Text
from labour_exchange.placements.models import Approach, Invitation, JobApplication, Offer, Placement, Referral
from labour_exchange.placements.queries.approaches import own_things
from labour_exchange.placements.texts.labels import APPLICATION_STATES, INVITATION_STATES, OFFER_STATES, PLACEMENT_STATES, REFERRAL_STATES
from labour_exchange.web.localisation import words

APPROACH = ("state", "note", "answer_note", "created_at", "answered_at", "closed_at")
EXPORTED: dict[str, tuple[type[Any], tuple[str, ...], dict[Any, Text]]] = {
    "applications": (JobApplication, APPROACH, APPLICATION_STATES),
    "invitations": (Invitation, (*APPROACH, "expires_on"), INVITATION_STATES),
    "referrals": (Referral, (*APPROACH, "expires_on"), REFERRAL_STATES),
    "offers": (Offer, ("state", "starts_on", "pay", "note", "answer_by_on", "created_at", "answered_at"), OFFER_STATES),
    "placements": (
        Placement,
        (
            "state",
            "occupation_code",
            "region_of_work",
            "region_of_residence",
            "started_on",
            "employment_kind",
            "channel",
            "declared_on",
            "created_at",
        ),
        PLACEMENT_STATES,
    ),
}
MOST = 10_000


def exported_dealings(session: Session, actor: Actor) -> dict[str, list[dict[str, Any]]]:
    """Applications, invitations, referrals, offers and placements of the person, the newest first; dates in ISO form."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, (model, columns, _states) in EXPORTED.items():
        found[name] = [_title(one) | chosen(one, columns) for one in own_things(session, actor, model, limit=MOST)]
    return found


def shown_dealings(session: Session, actor: Actor) -> dict[str, list[tuple[str, Any, Text]]]:
    """The same for a page: title of the vacancy, day, state in words; empty kinds are left out."""
    found = {}
    for name, (model, _columns, states) in EXPORTED.items():
        lines = [(_title(one)["vacancy"], one.created_at, states[one.state]) for one in own_things(session, actor, model)]
        if lines:
            found[name] = lines
    return found


def _title(one: Approach | Offer | Placement) -> dict[str, str]:
    vacancy = getattr(one, "vacancy", None)
    return {"vacancy": words(vacancy.title) if vacancy else ""}
