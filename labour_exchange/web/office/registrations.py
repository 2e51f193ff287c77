"""Periods on the register: open, renew, end; those that are due."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import Select, select

from labour_exchange.cases.operations.registering import Declared, register_person
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.jobseekers import operations
from labour_exchange.jobseekers.access import KEEP_REGISTRATION, visible_registrations
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.queries import jobseeker_for, offices_of_region, registration_for
from labour_exchange.jobseekers.rules.registers import LAPSE_AFTER, REMIND_BEFORE
from labour_exchange.jobseekers.states import Category, EndReason, RegistrationState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.localisation import words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.forms import EndForm, RegistrationForm
from labour_exchange.web.office.vacancies import own_region


def registrations_due(actor: Actor) -> Select[tuple[Registration]]:
    """Registrations that lapse soon unless they are renewed, and those that have lapsed and can still be brought back."""
    soon = clock.today() - LAPSE_AFTER + REMIND_BEFORE
    wanted = visible_registrations(actor, select(Registration)).where(Registration.ended_on.is_(None), Registration.renewed_on <= soon)
    return wanted.where(Registration.state.in_([RegistrationState.ACTIVE, RegistrationState.LAPSED]))


@blueprint.route("/jobseekers/<public_id>/registrations/new", methods=["GET", "POST"])
@permits(KEEP_REGISTRATION)
def new_registration(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    person = jobseeker_for(session, actor, public_id)
    form = RegistrationForm(data={"category": Category.UNEMPLOYED.value, "is_rural": person.is_rural, "office_id": str(actor.office_id or "")})
    form.office_id.choices = [(str(office.id), words(office.name)) for office in offices_of_region(session, own_region(actor))]
    if form.validate_on_submit():
        facts = {"category": Category(form.category.data or ""), "is_rural": form.is_rural.data, "on": form.on.data}
        try:
            declared = Declared(form.studies_full_time.data, form.draws_pension.data, form.available_on.data)
            register_person(session, actor, person, declared, **facts, office_id=int(form.office_id.data or 0))
            session.commit()
            flash(_("The person is on the register."), "ok")
            return redirect(url_for("office.jobseeker", public_id=public_id), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return page_with_form("office/new_registration.html", form, person=person)


@blueprint.post("/registrations/<public_id>/renew")
@permits(KEEP_REGISTRATION)
def renew_registration(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    registration = registration_for(session, actor, public_id)
    person = session.get_one(Jobseeker, registration.jobseeker_id)
    operations.renew_registration(session, actor, registration)
    session.commit()
    flash(_("The registration is renewed."), "ok")
    back = url_for("office.queue") if request.form.get("back") == "queue" else url_for("office.jobseeker", public_id=person.public_id)
    return redirect(back, 303)


@blueprint.route("/registrations/<public_id>/end", methods=["GET", "POST"])
@permits(KEEP_REGISTRATION)
def end_registration(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    registration = registration_for(session, actor, public_id)
    person = session.get_one(Jobseeker, registration.jobseeker_id)
    form = EndForm()
    if form.validate_on_submit():
        try:
            operations.end_registration(session, actor, registration, reason=EndReason(form.reason.data or ""), on=form.on.data)
            session.commit()
            flash(_("The registration is ended."), "ok")
            return redirect(url_for("office.jobseeker", public_id=person.public_id), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return page_with_form("office/end_registration.html", form, person=person, registration=registration)
