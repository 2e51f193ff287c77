"""Talks written into a case, and appointments: proposed, moved, kept, missed, cancelled."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts.models import User
from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import meetings as operations
from labour_exchange.cases.queries import case_for, possible_leads
from labour_exchange.cases.queries.meetings import appointment_for, usual_place
from labour_exchange.cases.rules.meetings import ContactFacts, Slot
from labour_exchange.cases.states import ContactChannel
from labour_exchange.cases.texts.meetings import STEP_CHANGED
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound, Refusal, StaleVersion
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.forms.times import moment_of
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import AppointmentForm, ContactForm, ReasonForm

QUEUES = {"queue": "office.queue", "cases": "office.cases"}
"""Where an appointment is settled without opening the case, and where the officer stays then."""


@blueprint.route("/cases/<public_id>/contacts/new", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_contact(public_id: str) -> ResponseReturnValue:
    """With a day, what is next becomes the next step of the case in the same act."""
    session, actor = db.session(), current_actor()
    case = case_for(session, actor, public_id)
    form = ContactForm(data={"held_on": clock.today()}, version=case.version)
    if form.validate_on_submit():
        words = (form.purpose.data or "", form.result.data or "", form.next_step.data or "")
        facts = ContactFacts(form.held_on.data, ContactChannel(form.channel.data), *words, due_on=form.due_on.data)
        version = int(form.version.data or 0)
        try:
            act_once(form.submission_id.data, lambda: operations.record_contact(session, actor, case, facts, version=version))
            flash(_("Saved."), "ok")
            return redirect(url_for("office.case", public_id=public_id), 303)
        except NotFound:
            raise
        except StaleVersion:
            case = case_for(session, actor, public_id)
            show_refusal(form, InvalidInput([FieldError("next_step", STEP_CHANGED, {"step": _in_one_line(case.next_step)})]))
            form.version.data, form.version.raw_data = case.version, None
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(form, case, _("Record a contact"))


@blueprint.route("/cases/<public_id>/appointments/new", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_appointment(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    case = case_for(session, actor, public_id)
    form, officers = _form_for(case, case.lead, place=usual_place(session, actor), purpose=_in_one_line(case.next_step))
    if form.validate_on_submit():
        slot, officer = _slot(form), officers[form.officer.data or ""]
        if is_done(form, lambda: operations.propose_appointment(session, actor, case, slot, officer=officer)):
            flash(_("The time is proposed. The person is told."), "ok")
            return redirect(url_for("office.case", public_id=public_id), 303)
    return _page(form, case, _("Propose an appointment"))


@blueprint.route("/appointments/<public_id>/move", methods=["GET", "POST"])
@permits(KEEP_CASES)
def move_appointment(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = appointment_for(session, actor, public_id)
    form, officers = _form_for(found.case, found.officer, place=found.place, purpose=found.purpose)
    if form.validate_on_submit():
        slot, officer = _slot(form), officers[form.officer.data or ""]
        if is_done(form, lambda: operations.move_appointment(session, actor, found, slot, officer=officer)):
            flash(_("The time is proposed. The person is told."), "ok")
            return redirect(url_for("office.case", public_id=found.case.public_id), 303)
    return _page(form, found.case, _("Move the appointment"), wish=found.wish)


@blueprint.post("/appointments/<public_id>/<any(keep, cancel):act>")
@permits(KEEP_CASES)
def settle_appointment(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = appointment_for(session, actor, public_id)
    act_once(None, lambda: operations.settle_appointment(session, actor, found, act))
    flash(_("Saved."), "ok")
    queue = QUEUES.get(request.form.get("back", ""))
    return redirect(url_for(queue) if queue else url_for("office.case", public_id=found.case.public_id), 303)


@blueprint.route("/appointments/<public_id>/miss", methods=["GET", "POST"])
@permits(KEEP_CASES)
def miss_appointment(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReasonForm()
    found = appointment_for(session, actor, public_id)
    back = url_for("office.case", public_id=found.case.public_id)
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if is_done(form, lambda: operations.settle_appointment(session, actor, found, "miss", reason=reason)):
            flash(_("Saved."), "ok")
            return redirect(back, 303)
    return page_with_form("office/cases/reason.html", form, case=found.case, back=back, title=_("The person did not come"), lead=found.purpose)


def _form_for(case: Case, officer: User, **known: str) -> tuple[AppointmentForm, dict[str, User]]:
    """The form with the colleagues who could meet the person, by the key that their choice has."""
    officers = {one.public_id: one for one in possible_leads(db.session(), current_actor(), case)}
    form = AppointmentForm(data={"officer": officer.public_id, "minutes": "30"} | known)
    form.officer.choices = [(key, one.display_name) for key, one in officers.items()]
    return form, officers


def _in_one_line(words: str) -> str:
    """The next step of the case, which is what an appointment is mostly for, as it fits into its box."""
    return " ".join(words.split())


def _slot(form: AppointmentForm) -> Slot:
    return Slot(moment_of(form.day.data, form.starts.data or ""), int(form.minutes.data or 0), form.place.data or "", form.purpose.data or "")


def _page(form: ContactForm | AppointmentForm, case: Case, title: str, wish: str = "") -> ResponseReturnValue:
    template = "office/cases/contact_new.html" if isinstance(form, ContactForm) else "office/cases/appointment.html"
    return page_with_form(template, form, case=case, title=title, wish=wish)
