"""A training provider has no accounts: the office tells it what the person shares, and writes down what it says."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.partners.access import KEEP_PARTNERS, may_follow
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.operations import following, meetings
from labour_exchange.partners.queries import followed_person, meeting_for, partner_for, step_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.following.forms import PartnerContactForm, PartnerMeetingForm
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
    session, actor, form = db.session(), current_actor(), PartnerContactForm(data={"held_on": clock.today()})
    found = _spoken_for(public_id)
    if form.validate_on_submit() and is_done(form, lambda: following.record_contact(session, actor, found, form.facts())):
        flash(_("Saved."), "ok")
        return redirect(url_for("office.partner", public_id=public_id), 303)
    return _page("partners/contact.html", form, found)


@blueprint.route("/partners/<public_id>/meetings/new", methods=["GET", "POST"])
@permits(KEEP_PARTNERS)
def new_partner_meeting(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), PartnerMeetingForm(data={"minutes": "30"})
    found = _spoken_for(public_id)
    if form.validate_on_submit() and is_done(form, lambda: meetings.propose_meeting(session, actor, found, form.slot())):
        flash(_("The time is proposed. The person is told."), "ok")
        return redirect(url_for("office.partner", public_id=public_id), 303)
    return _page("partners/meeting.html", form, found)


@blueprint.post("/partners/<public_id>/steps/<step_id>/report")
@permits(KEEP_PARTNERS)
def report_for_partner(public_id: str, step_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = _spoken_for(public_id)
    step = step_of(found, step_id)
    act_once(request.form.get("submission_id"), lambda: following.report_step(session, actor, found, step))
    flash(_("Saved."), "ok")
    return redirect(url_for("office.partner", public_id=public_id), 303)


@blueprint.post("/partner-meetings/<public_id>/cancel")
@permits(KEEP_PARTNERS)
def cancel_partner_meeting(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = meeting_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: meetings.cancel_meeting(session, actor, found))
    flash(_("The meeting is cancelled. The person is told."), "ok")
    return redirect(url_for("office.partner", public_id=found.partner.public_id), 303)


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
