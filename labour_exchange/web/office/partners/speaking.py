"""A training provider has no accounts: the office tells it what the person shares, and writes down what it says."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.partners.access import KEEP_PARTNERS, may_follow
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.queries import followed_person, partner_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.following import acts
from labour_exchange.web.following.log import WORDS
from labour_exchange.web.forms import Form, page_with_form
from labour_exchange.web.office.blueprint import blueprint


@blueprint.get("/partners/<public_id>/sheet")
@permits(KEEP_PARTNERS)
def partner_sheet(public_id: str) -> str:
    """What may be told to the provider, to be printed; printing it is a look that the person sees."""
    session, actor = db.session(), current_actor()
    found = partner_for(session, actor, public_id)
    shown = followed_person(session, actor, found, look="sheet")
    session.commit()
    return render_template("office/partners/sheet.html", partner=found, case=found.case, shown=shown, **WORDS)


@blueprint.route("/partners/<public_id>/contacts/new", methods=["GET", "POST"])
@permits(KEEP_PARTNERS)
def new_partner_contact(public_id: str) -> ResponseReturnValue:
    return acts.contact(DESK, public_id)


@blueprint.route("/partners/<public_id>/meetings/new", methods=["GET", "POST"])
@permits(KEEP_PARTNERS)
def new_partner_meeting(public_id: str) -> ResponseReturnValue:
    return acts.meeting(DESK, public_id)


@blueprint.post("/partners/<public_id>/steps/<step_id>/report")
@permits(KEEP_PARTNERS)
def report_for_partner(public_id: str, step_id: str) -> ResponseReturnValue:
    return acts.report(DESK, public_id, step_id)


@blueprint.post("/partner-meetings/<public_id>/cancel")
@permits(KEEP_PARTNERS)
def cancel_partner_meeting(public_id: str) -> ResponseReturnValue:
    return acts.cancel(DESK, public_id)


def _spoken_for(public_id: str) -> FollowUpPartner:
    """Raises NotFound also for an agency, which writes for itself."""
    found = partner_for(db.session(), current_actor(), public_id)
    if not may_follow(current_actor(), found):
        raise NotFound
    return found


def _page(template: str, form: Form, found: FollowUpPartner) -> ResponseReturnValue:
    case, back = found.case, url_for("office.partner", public_id=found.public_id)
    crumbs = [(_("Cases"), url_for("office.cases")), (case.jobseeker.full_name, url_for("office.case", public_id=case.public_id)), (found.name, back)]
    return page_with_form(template, form, nav="office.cases", crumbs=crumbs, back=back, about=found.name)


DESK = acts.Desk(_spoken_for, "office.partner", _page, saved=_l("Saved."), reported=_l("Saved."))
