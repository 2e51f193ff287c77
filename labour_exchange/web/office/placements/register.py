"""The register of placements of the region: filters, pages, a file, and the evidence history of each."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.inspections.access import may_open
from labour_exchange.inspections.queries.cases import inspection_of
from labour_exchange.placements.access import READ_REGISTER, may_decide
from labour_exchange.placements.models import AnnulmentProposal, Placement
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.queries import register as queries
from labour_exchange.placements.queries.register import RegisterFilters, RegisterRow
from labour_exchange.placements.rules.signals import may_decide_annulment
from labour_exchange.placements.states import PLACEMENT_LIFECYCLE, Channel, EvidenceLevel, PlacementState
from labour_exchange.placements.texts import labels
from labour_exchange.territory.queries import region
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import Form, page_with_form
from labour_exchange.web.hiring import words as hiring_words
from labour_exchange.web.localisation import words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.placements.forms import ProposeForm
from labour_exchange.web.spreadsheets import csv_response

Code = TypeVar("Code", bound=StrEnum)


@blueprint.get("/placements")
@permits(READ_REGISTER)
def placements() -> str:
    session, actor, filters = db.session(), current_actor(), _filters()
    return render_template(
        "office/placements/register.html",
        page=queries.register_page(session, actor, filters, cursor=request.args.get("cursor")),
        total=queries.count_register(session, actor, filters),
        filters=filters,
        agencies=queries.agencies_in_register(session, actor),
        proposals=[session.get_one(Placement, one.placement_id) for one in session.scalars(queries.open_proposals(actor))],
        kept={name: value for name, value in request.args.items() if name != "cursor" and value},
        labels=labels,
        say=hiring_words,
    )


@blueprint.get("/placements.csv")
@permits(READ_REGISTER)
def placements_file() -> Response:
    """The register under the same filters; that it was taken is a logged act."""
    session, actor = db.session(), current_actor()
    rows = [_line(row) for row in queries.register_rows(session, actor, _filters())]
    record_act(session, actor, "download register of placements", "placement", None, rows=len(rows))
    session.commit()
    header = (
        _("Placement"),
        _("Employer"),
        _("BIN"),
        _("Vacancy"),
        _("Occupation"),
        _("Region of work"),
        _("Region of residence"),
        _("Began"),
        _("Declared"),
        _("Channel"),
        _("Agency"),
        _("State"),
        _("Proof"),
    )
    return csv_response("placements.csv", header, rows)


@blueprint.get("/placements/<public_id>")
@permits(READ_REGISTER)
def placement(public_id: str) -> ResponseReturnValue:
    return placement_page(public_id, ProposeForm())


def placement_page(public_id: str, form: Form) -> tuple[str, int]:
    """One placement with everything that is known of it."""
    session, actor = db.session(), current_actor()
    found = approaches.found_for(session, actor, Placement, public_id)
    told = queries.placement_history(session, found)
    waiting = next((one for one in told.proposals if one.decided_at is None), None)
    return page_with_form(
        "office/placements/placement.html",
        form,
        found=told,
        timeline=hiring_words.evidence_timeline(found, told.evidence),
        waiting=waiting,
        may_propose=waiting is None and PLACEMENT_LIFECYCLE.allows(found.state, "annul"),
        may_decide=waiting is not None and may_decide(actor, found) and _is_ripe(waiting, actor),
        facts=_facts(found),
        inspection=inspection_of(session, actor, found),
        may_inspect=may_open(actor, found) and found.state is not PlacementState.ANNULLED,
        labels=labels,
        say=hiring_words,
    )


def _is_ripe(proposal: AnnulmentProposal, actor: Actor) -> bool:
    """Whether this approver can decide now: it is another's proposal, and the right of reply was used or has run out."""
    proposed_on = proposal.proposed_at.astimezone(clock.COUNTRY_ZONE).date()
    return proposal.proposed_by_id != actor.user_id and may_decide_annulment(proposed_on, clock.today(), has_reply=bool(proposal.reply))


def _filters() -> RegisterFilters:
    """What the address asks for; what cannot be understood filters nothing."""
    asked = request.args
    return RegisterFilters(
        state=_code(PlacementState, "state"),
        channel=_code(Channel, "channel"),
        agency=asked.get("agency", ""),
        employer=asked.get("employer", ""),
        since=_day("since"),
        until=_day("until"),
        level=_code(EvidenceLevel, "level"),
    )


def _code(kind: type[Code], name: str) -> Code | None:
    return next((member for member in kind if member.value == request.args.get(name)), None)


def _day(name: str) -> date | None:
    """A day written as 23.11.2026 or 2026-11-23."""
    text = request.args.get(name, "").strip()
    readings: tuple[Callable[[], date], ...] = (lambda: date.fromisoformat(text), lambda: date(*map(int, reversed(text.split(".")))))
    for read in readings:
        try:
            return read()
        except (ValueError, TypeError):
            continue
    return None


def _line(row: RegisterRow) -> tuple[object, ...]:
    one = row.placement
    return (
        one.public_id,
        row.employer.name,
        row.employer.bin,
        one.vacancy.title if one.vacancy else "",
        one.occupation_code,
        one.region_of_work,
        one.region_of_residence,
        one.started_on.isoformat(),
        one.declared_on.isoformat(),
        one.channel.value,
        row.agency.name if row.agency else "",
        one.state.value,
        row.level.value,
    )


def _facts(found: Placement) -> list[tuple[str, object]]:
    return [
        (_("Person"), found.jobseeker.full_name if found.jobseeker else _("lives in another region")),
        (_("Vacancy"), found.vacancy.title if found.vacancy else ""),
        (_("Occupation"), occupation(found.occupation_code).name if found.occupation_code else ""),
        (_("Region of work"), region(found.region_of_work).name),
        (_("Region of residence"), region(found.region_of_residence).name),
        (_("Channel"), labels.CHANNELS[found.channel]),
        (_("Declared by"), words(labels.EVIDENCE_SOURCES[found.declared_by])),
    ]
