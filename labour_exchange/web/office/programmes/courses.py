"""Courses of the region: seats, waiting lists, attendance week by week, certificates."""

from collections.abc import Callable

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.programmes.access import ENROL
from labour_exchange.programmes.operations import training as operations
from labour_exchange.programmes.operations.training import CourseFacts
from labour_exchange.programmes.queries import training as queries
from labour_exchange.programmes.queries.definitions import measure_by_code, measures_open_on
from labour_exchange.programmes.queries.enrolments import enrolment_for
from labour_exchange.programmes.states import MeasureKind
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import date_long, number
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.programmes.forms import AttendanceForm, CertificateForm, CourseForm
from labour_exchange.web.office.vacancies import own_region


@blueprint.route("/courses", methods=["GET", "POST"])
@permits(ENROL)
def courses() -> ResponseReturnValue:
    """Every course of the region, and the form for a new one."""
    session, actor, form = db.session(), current_actor(), CourseForm()
    own_region(actor)
    taught = [one for one in measures_open_on(session, clock.today()) if one.kind is MeasureKind.TRAINING]
    form.measure.choices = [*form.measure.choices, *((one.code, one.name) for one in taught)]
    if form.validate_on_submit():
        names = ("title", "provider_bin", "provider_name", "starts_on", "ends_on", "seats", "price")
        facts = CourseFacts(**{name: form[name].data for name in names})
        measure = measure_by_code(session, form.measure.data or "")
        if _done(form, lambda: operations.open_course(session, actor, measure, facts)):
            flash(_("The course is on the list."), "ok")
            return redirect(url_for("office.courses"), 303)
    return page_with_form("office/programmes/courses.html", form, courses=queries.courses_of_region(session, actor))


@blueprint.get("/courses/<public_id>")
@permits(ENROL)
def course(public_id: str) -> ResponseReturnValue:
    """Who sits and who waits."""
    session, actor = db.session(), current_actor()
    found = queries.course_for(session, actor, public_id)
    places = queries.places_of_course(session, actor, found)
    return page_with_form("office/programmes/course.html", Form(formdata=None), course=found, places=places, labels=labels, say=say)


@blueprint.route("/enrolments/<public_id>/attendance", methods=["GET", "POST"])
@permits(ENROL)
def attendance(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), AttendanceForm()
    found = enrolment_for(session, actor, public_id)
    place = queries.place_of(session, found)
    if place is None:
        raise NotFound
    if form.validate_on_submit():
        hours = {"week": form.week.data, "taught": form.taught.data, "attended": form.attended.data}
        if _done(form, lambda: operations.record_attendance(session, actor, place, **hours)):
            flash(_("The week is noted."), "ok")
            return redirect(url_for("office.attendance", public_id=public_id), 303)
    lines = [[date_long(one.week), number(one.taught), number(one.attended)] for one in place.attendance]
    return page_with_form("office/programmes/attendance.html", form, one=found, attendance_rows=lines)


@blueprint.route("/enrolments/<public_id>/certificate", methods=["GET", "POST"])
@permits(ENROL)
def certificate(public_id: str) -> ResponseReturnValue:
    """The end of a course for somebody who attended it."""
    session, actor, form = db.session(), current_actor(), CertificateForm()
    found = enrolment_for(session, actor, public_id)
    place = queries.place_of(session, found)
    if place is None:
        raise NotFound
    if form.validate_on_submit() and _done(form, lambda: operations.finish_course(session, actor, place, certificate=form.certificate.data or "")):
        flash(_("The course is completed."), "ok")
        return redirect(url_for("office.enrolment", public_id=public_id), 303)
    return page_with_form("office/programmes/certificate.html", form, one=found)


def _done(form: Form, act: Callable[[], object]) -> bool:
    """Whether it was done; else the form says what was refused."""
    try:
        act_once(form.submission_id.data, act)
    except Refusal as refusal:
        show_refusal(form, refusal)
        return False
    return True
