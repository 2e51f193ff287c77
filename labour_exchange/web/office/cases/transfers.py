"""People who come from another region's office or leave for one: asked, accepted, declined, taken back."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.models import CaseTransfer
from labour_exchange.cases.operations import transfers as operations
from labour_exchange.cases.queries import possible_leads
from labour_exchange.cases.queries.transfers import arrival, arriving, leaving, transfer_for
from labour_exchange.cases.states import TransferReason
from labour_exchange.cases.texts.transfers import TRANSFER_REASONS, TRANSFER_STATES
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.paging import page_of
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.queries import jobseeker_for
from labour_exchange.programmes.queries.staying import measures_staying
from labour_exchange.programmes.texts.labels import ENROLMENT_STATES
from labour_exchange.territory.queries import region
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.jobseeker.transfer_forms import AcceptForm, TransferForm, other_regions
from labour_exchange.web.localisation import words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import ReasonForm
from labour_exchange.web.office.vacancies import own_region

PAGE = 50


@blueprint.get("/cases/transfers")
@permits(KEEP_CASES)
def transfers() -> str:
    session, actor = db.session(), current_actor()
    own_region(actor)
    page = page_of(session, leaving(actor), [CaseTransfer.id], cursor=request.args.get("cursor"), limit=PAGE, descending=True)
    waiting = session.scalars(arriving(actor).limit(PAGE)).all()
    return render_template(
        "office/cases/transfers.html",
        arriving=[(one, arrival(session, actor, one)) for one in waiting],
        page=page,
        states=TRANSFER_STATES,
        reasons=TRANSFER_REASONS,
        region=region,
    )


@blueprint.route("/jobseekers/<public_id>/transfer", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_transfer(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), TransferForm()
    person = jobseeker_for(session, actor, public_id)
    form.to_region.choices = other_regions(person.region_code)
    if form.validate_on_submit():
        asked = {"to_region": form.to_region.data or "", "reason": TransferReason(form.reason.data)}
        if is_done(form, lambda: operations.ask_transfer(session, actor, person, **asked)):
            flash(_("The other office is asked. Until it accepts, the person stays with you."), "ok")
            return redirect(url_for("office.transfers"), 303)
    return page_with_form("office/cases/transfer_new.html", form, person=person)


@blueprint.route("/cases/transfers/<public_id>/accept", methods=["GET", "POST"])
@permits(KEEP_CASES)
def accept_transfer(public_id: str) -> ResponseReturnValue:
    """Reading who asks to come is a logged act, as reading a person of the own region is."""
    session, actor, form = db.session(), current_actor(), AcceptForm()
    found = transfer_for(session, actor, public_id)
    who = arrival(session, actor, found)
    leads = {one.public_id: one for one in possible_leads(session, actor)}
    form.lead.choices = [(key, one.display_name) for key, one in leads.items()]
    if form.validate_on_submit() and is_done(form, lambda: operations.accept_transfer(session, actor, found, lead=leads[form.lead.data or ""])):
        flash(_("The person is on your register now."), "ok")
        return redirect(url_for("office.transfers"), 303)
    record_act(session, actor, "read transfer", "jobseeker", found.jobseeker_id)
    session.commit()
    staying = [(one, words(ENROLMENT_STATES[one.state])) for one in measures_staying(session, actor, found)]
    given = {"transfer": found, "who": who, "staying": staying, "reasons": TRANSFER_REASONS, "region": region}
    return page_with_form("office/cases/transfer_accept.html", form, **given)


@blueprint.route("/cases/transfers/<public_id>/decline", methods=["GET", "POST"])
@permits(KEEP_CASES)
def decline_transfer(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReasonForm()
    found = transfer_for(session, actor, public_id)
    who = arrival(session, actor, found)
    if form.validate_on_submit() and is_done(form, lambda: operations.decline_transfer(session, actor, found, reason=form.reason.data or "")):
        flash(_("Saved."), "ok")
        return redirect(url_for("office.transfers"), 303)
    return page_with_form("office/cases/transfer_decline.html", form, transfer=found, who=who)


@blueprint.post("/cases/transfers/<public_id>/take-back")
@permits(KEEP_CASES)
def take_back_transfer(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = transfer_for(session, actor, public_id)
    act_once(None, lambda: operations.take_back_transfer(session, actor, found))
    flash(_("Saved."), "ok")
    return redirect(url_for("office.transfers"), 303)
