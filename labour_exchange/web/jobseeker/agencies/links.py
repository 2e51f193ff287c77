"""Agencies that a person lets read the profile: link with consent, see when they looked, unlink."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import DataRequired

from labour_exchange.accounts.agreements import AGENCY_LINK
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.queries import agencies_in_force, agency_by_public_id
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.access import LINK_AGENCY
from labour_exchange.jobseekers.operations.links import link_agency, unlink_agency
from labour_exchange.jobseekers.queries import LOOKS, link_for, links_of_person, looks_at, own_jobseeker
from labour_exchange.jobseekers.rules.links import seen_by_agency
from labour_exchange.jobseekers.states import LinkLevel
from labour_exchange.jobseekers.texts import LINK_LEVELS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import ChoiceField, Form, page_with_form, show_refusal
from labour_exchange.web.jobseeker.blueprint import blueprint


def _agencies() -> list[tuple[str, Text]]:
    """Those that may work today; a name is the same in every language."""
    return [(one.public_id, Text(one.name, one.name, one.name)) for one in agencies_in_force(db.session())]


class LinkForm(Form):
    agency = ChoiceField(_l("Agency"), [DataRequired()], choices=_agencies, blank=_l("Choose"))
    shows = ChoiceField(_l("What may it see?"), [DataRequired()], choices=LINK_LEVELS.items(), radios=True)
    consent = BooleanField(_l("I have read this and agree"), [DataRequired()])


@blueprint.route("/agencies", methods=["GET", "POST"])
@permits(LINK_AGENCY)
def agencies() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    person, form = own_jobseeker(session, actor), LinkForm()
    if form.validate_on_submit():
        agency, shows = agency_by_public_id(session, form.agency.data), LinkLevel(form.shows.data)
        try:
            act_once(form.submission_id.data, lambda: link_agency(session, actor, person, agency, shows=shows))
            flash(_("You are linked. You can end this at any time."), "ok")
            return redirect(url_for("jobseeker.agencies"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form(
        "jobseeker/agencies.html",
        form,
        links=links_of_person(session, actor),
        levels=LINK_LEVELS,
        agreement=AGENCY_LINK,
        audience=person.profile.audience if person.profile else None,
        has_agencies=len(form.agency.choices) > 1,
    )


@blueprint.get("/agencies/<public_id>")
@permits(LINK_AGENCY)
def agency_link(public_id: str) -> str:
    """One link: what the agency sees, and each time it looked."""
    session, actor = db.session(), current_actor()
    link, person = link_for(session, actor, public_id), own_jobseeker(session, actor)
    seen = seen_by_agency(link.shows, person.profile.audience if person.profile else None)
    return render_template(
        "jobseeker/agency_link.html",
        link=link,
        agency=session.get_one(Agency, link.agency_id),
        seen=LINK_LEVELS[seen] if seen else None,
        looks=looks_at(session, actor, link),
        acts=LOOKS,
    )


@blueprint.post("/agencies/<public_id>/unlink")
@permits(LINK_AGENCY)
def unlink(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    link = link_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: unlink_agency(session, actor, link))
    flash(_("The link has ended. The agency sees nothing of you any more."), "ok")
    return redirect(url_for("jobseeker.agencies"), 303)
