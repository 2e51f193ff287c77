"""People whom the agency follows up with their consent: what they share, contacts, steps, meetings."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.paging import page_of
from labour_exchange.partners.access import FOLLOW_UP
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.queries import followed_by, followed_person, partner_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.following import acts
from labour_exchange.web.following.log import WORDS
from labour_exchange.web.forms import Form, page_with_form

PAGE = 20


@blueprint.get("/followed")
@permits(FOLLOW_UP)
def followed() -> str:
    """Each look at the list is logged, and the people on it see that."""
    session, actor = db.session(), current_actor()
    page = page_of(session, followed_by(actor), (FollowUpPartner.id,), cursor=request.args.get("cursor"), descending=True, limit=PAGE)
    rows = [(one, followed_person(session, actor, one, look="list")) for one in page.rows]
    session.commit()
    return render_template("agency/followed.html", rows=rows, page=page)


@blueprint.get("/followed/<public_id>")
@permits(FOLLOW_UP)
def followed_one(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found = partner_for(session, actor, public_id)
    shown = followed_person(session, actor, found, look="person")
    session.commit()
    return render_template("agency/followed_one.html", partner=found, shown=shown, now=clock.now(), **WORDS)


@blueprint.route("/followed/<public_id>/contacts/new", methods=["GET", "POST"])
@permits(FOLLOW_UP)
def new_followed_contact(public_id: str) -> ResponseReturnValue:
    return acts.contact(DESK, public_id)


@blueprint.route("/followed/<public_id>/meetings/new", methods=["GET", "POST"])
@permits(FOLLOW_UP)
def new_followed_meeting(public_id: str) -> ResponseReturnValue:
    return acts.meeting(DESK, public_id)


@blueprint.post("/followed/<public_id>/steps/<step_id>/report")
@permits(FOLLOW_UP)
def report_followed_step(public_id: str, step_id: str) -> ResponseReturnValue:
    return acts.report(DESK, public_id, step_id)


@blueprint.post("/followed/meetings/<public_id>/cancel")
@permits(FOLLOW_UP)
def cancel_followed_meeting(public_id: str) -> ResponseReturnValue:
    return acts.cancel(DESK, public_id)


def _find(public_id: str) -> FollowUpPartner:
    return partner_for(db.session(), current_actor(), public_id)


def _page(template: str, form: Form, found: FollowUpPartner) -> ResponseReturnValue:
    """The form; the person is named in it, so that this too is a look."""
    session, back = db.session(), url_for("agency.followed_one", public_id=found.public_id)
    name = followed_person(session, current_actor(), found, look="person").name
    session.commit()
    crumbs = [(_("People you follow up"), url_for("agency.followed")), (name, back)]
    return page_with_form(template, form, nav="agency.candidates", crumbs=crumbs, back=back, about=name)


DESK = acts.Desk(
    _find,
    "agency.followed_one",
    _page,
    saved=_l("Saved. The office and the person read it."),
    reported=_l("Reported. The officer confirms it or gives it back."),
)
