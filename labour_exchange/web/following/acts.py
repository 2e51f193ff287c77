"""What whoever follows a person up writes: the agency on its own pages, the office for a training provider."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import db
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.operations import following, meetings
from labour_exchange.partners.queries import meeting_for, step_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.following.forms import PartnerContactForm, PartnerMeetingForm
from labour_exchange.web.forms import Form


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose pages they are: how a partnership is found, the page an act leads back to, how a form is shown, what is said of what was written."""

    find: Callable[[str], FollowUpPartner]
    endpoint: str
    page: Callable[[str, Form, FollowUpPartner], ResponseReturnValue]
    saved: LazyString
    reported: LazyString

    def back(self, partner: FollowUpPartner, words: LazyString | str) -> ResponseReturnValue:
        flash(str(words), "ok")
        return redirect(url_for(self.endpoint, public_id=partner.public_id), 303)


def contact(desk: Desk, public_id: str) -> ResponseReturnValue:
    """A contact with the person is written down."""
    form, found = PartnerContactForm(data={"held_on": clock.today()}), desk.find(public_id)
    if form.validate_on_submit() and is_done(form, lambda: following.record_contact(db.session(), current_actor(), found, form.facts())):
        return desk.back(found, desk.saved)
    return desk.page("partners/contact.html", form, found)


def meeting(desk: Desk, public_id: str) -> ResponseReturnValue:
    """A time to meet is proposed to the person."""
    form, found = PartnerMeetingForm(data={"minutes": "30"}), desk.find(public_id)
    if form.validate_on_submit() and is_done(form, lambda: meetings.propose_meeting(db.session(), current_actor(), found, form.slot())):
        return desk.back(found, _("The time is proposed. The person is told."))
    return desk.page("partners/meeting.html", form, found)


def report(desk: Desk, public_id: str, step_id: str) -> ResponseReturnValue:
    """A step is said to be done."""
    found = desk.find(public_id)
    step = step_of(found, step_id)
    act_once(request.form.get("submission_id"), lambda: following.report_step(db.session(), current_actor(), found, step))
    return desk.back(found, desk.reported)


def cancel(desk: Desk, public_id: str) -> ResponseReturnValue:
    """A meeting is called off; `public_id` is the meeting's."""
    found = meeting_for(db.session(), current_actor(), public_id)
    act_once(request.form.get("submission_id"), lambda: meetings.cancel_meeting(db.session(), current_actor(), found))
    return desk.back(found.partner, _("The meeting is cancelled. The person is told."))
