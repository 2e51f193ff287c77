"""People of the region: found by name or IIN, opened as a logged act, entered at the counter."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.queries import latest_case_of
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.states import CaseState
from labour_exchange.cases.texts.cases import STATES as CASE_STATES
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import page_of
from labour_exchange.foundation.protection import masked
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.records.submissions import claim_submission
from labour_exchange.jobseekers import operations
from labour_exchange.jobseekers.access import KEEP_REGISTRATION, READ_JOBSEEKERS, SHOW_IDENTIFIERS
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.queries import (
    jobseeker_by_iin,
    jobseeker_for,
    jobseekers_in_region,
    open_registration_of,
    registrations_of,
    shared_profile,
)
from labour_exchange.jobseekers.rules.registers import lapses_on
from labour_exchange.jobseekers.states import Audience, RegistrationState
from labour_exchange.jobseekers.texts import AUDIENCES, CATEGORIES, END_REASONS, REGISTRATION_STATES, SEXES
from labour_exchange.placements.models import Referral
from labour_exchange.placements.queries.approaches import referrals_of_office
from labour_exchange.territory.queries import district, districts_in_order
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring.words import badge_of
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.jobseeker.wording import shown_profile
from labour_exchange.web.localisation import NOTHING, date_short, language, words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.forms import FindForm, PersonForm, ReasonForm
from labour_exchange.web.office.vacancies import own_region

MOST_FOUND, SHOWN_REFERRALS = 50, 5
BADGES = {RegistrationState.ACTIVE: "ok", RegistrationState.LAPSED: "warn"}


@blueprint.route("/jobseekers", methods=["GET", "POST"])
@permits(READ_JOBSEEKERS)
def jobseekers() -> ResponseReturnValue:
    """The newest people of the region, or those found. A search is posted: a name or an IIN never stands in an address.

    A whole IIN is one person, whose record opens; a name may be another's, and an opening is logged.
    """
    session, actor = db.session(), current_actor()
    own_region(actor)
    form, next_href = FindForm(), ""
    if form.validate_on_submit():
        found = _found(form.who.data or "")
        if found and _digits(form.who.data or ""):
            return redirect(url_for("office.jobseeker", public_id=found[0].public_id), 303)
    else:
        page = page_of(session, jobseekers_in_region(actor), [Jobseeker.id], cursor=request.args.get("cursor"), descending=True)
        found = list(page.rows)
        next_href = url_for("office.jobseekers", cursor=page.next_cursor) if page.next_cursor else ""
    rows = [_row(person) for person in found]
    return page_with_form("office/jobseekers.html", form, rows=rows, next_href=next_href, is_search=request.method == "POST", most=MOST_FOUND)


def _found(who: str) -> list[Jobseeker]:
    session, actor = db.session(), current_actor()
    if digits := _digits(who):
        person = jobseeker_by_iin(session, actor, digits)
        session.commit()
        return [person] if person else []
    wanted = jobseekers_in_region(actor, name=who).order_by(Jobseeker.family_name, Jobseeker.given_name, Jobseeker.id).limit(MOST_FOUND)
    return list(session.scalars(wanted))


def _digits(who: str) -> str:
    """The IIN that was typed; empty for a name."""
    digits = "".join(who.split())
    return digits if digits.isdigit() else ""


def _row(person: Jobseeker) -> dict[str, object]:
    registration = open_registration_of(db.session(), current_actor(), person)
    state = registration.state if registration else None
    return {
        "name": person.full_name,
        "href": url_for("office.jobseeker", public_id=person.public_id),
        "born": str(person.born_on.year),
        "place": words(district(person.district_code).name) if person.district_code else NOTHING,
        "state": words(REGISTRATION_STATES[state]) if state else _("Not on the register"),
        "kind": BADGES.get(state, "") if state else "",
        "category": words(CATEGORIES[registration.category]) if registration else NOTHING,
    }


@blueprint.get("/jobseekers/<public_id>")
@permits(READ_JOBSEEKERS)
def jobseeker(public_id: str) -> str:
    """One person of the region. Opening the record is itself a logged act."""
    session, actor = db.session(), current_actor()
    person = jobseeker_for(session, actor, public_id)
    record_act(session, actor, "open jobseeker", "jobseeker", person.id)
    session.commit()
    return person_page(person)


def person_page(person: Jobseeker, *, iin: str = "", phone: str = "", form: ReasonForm | None = None) -> str:
    """The record; numbers are masked unless they are given in clear."""
    session, actor = db.session(), current_actor()
    profile = person.profile if person.profile and person.profile.audience is not Audience.NOBODY else None
    registration = open_registration_of(session, actor, person)
    case = latest_case_of(session, actor, person.id)
    return render_template(
        "office/jobseeker.html",
        case=case,
        case_state=words(CASE_STATES[case.state]) if case else "",
        plan=plan_of(session, actor, case) if case else None,
        referrals=_referrals(person),
        badge_of=badge_of,
        may_open_case=registration is not None and (case is None or case.state is CaseState.CLOSED),
        form=form or ReasonForm(formdata=None),
        person=person,
        iin=iin or masked(person.iin or ""),
        phone=phone or masked(person.phone or ""),
        is_clear=bool(iin),
        sex=words(SEXES[person.sex]),
        place=words(district(person.district_code).name) if person.district_code else "",
        registration=registration,
        lapses_on=lapses_on(registration.renewed_on) if registration else None,
        periods=[_period(one) for one in registrations_of(session, actor, person)],
        profile=shown_profile(shared_profile(profile)) if profile else None,
        audience=words(AUDIENCES[person.profile.audience]) if person.profile else "",
        refer=page_or_nothing("office.refer", public_id=person.public_id),
        measures=page_or_nothing("office.measures_of_person", public_id=person.public_id),
    )


def _referrals(person: Jobseeker) -> list[Referral]:
    """The person's latest, those that were answered too."""
    wanted = referrals_of_office(current_actor()).where(Referral.jobseeker_id == person.id)
    return list(db.session().scalars(wanted.order_by(Referral.id.desc()).limit(SHOWN_REFERRALS)))


def _period(one: Registration) -> dict[str, object]:
    return {
        "since": date_short(one.registered_on),
        "until": date_short(one.ended_on) if one.ended_on else "",
        "category": words(CATEGORIES[one.category]),
        "state": words(REGISTRATION_STATES[one.state]),
        "kind": BADGES.get(one.state, ""),
        "reason": words(END_REASONS[one.end_reason]) if one.end_reason else "",
    }


@blueprint.post("/jobseekers/<public_id>/identifiers")
@permits(SHOW_IDENTIFIERS)
def show_identifiers(public_id: str) -> ResponseReturnValue:
    """IIN and phone in clear for a reason that is logged; answered at once and never kept in an address."""
    session, actor = db.session(), current_actor()
    person = jobseeker_for(session, actor, public_id)
    form = ReasonForm()
    if form.validate_on_submit():
        try:
            shown = operations.show_identifiers(session, actor, person, reason=form.reason.data or "")
            session.commit()
            return person_page(person, iin=shown.iin, phone=shown.phone)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return person_page(person, form=form), 422


@blueprint.route("/jobseekers/new", methods=["GET", "POST"])
@permits(KEEP_REGISTRATION)
def new_jobseeker() -> ResponseReturnValue:
    """Enter a person who stands at the counter and has no sign-in."""
    session, actor = db.session(), current_actor()
    region_code = own_region(actor)
    form = PersonForm()
    form.district_code.choices = [("", "–"), *((one.kato, words(one.name)) for one in districts_in_order(region_code, language()))]
    if form.validate_on_submit():
        facts = {name: form[name].data or "" for name in ("iin", "family_name", "given_name", "patronymic", "phone")}
        try:
            if claim_submission(session, actor.label, form.submission_id.data or "") is None:
                return redirect(url_for("office.jobseekers"), 303)
            person = operations.register_jobseeker(
                session, actor, None, **facts, region_code=region_code, district_code=form.district_code.data or None
            )
            record_act(session, actor, "enter jobseeker", "jobseeker", person.id)
            session.commit()
            flash(_("The person is entered. Now put them on the register."), "ok")
            return redirect(url_for("office.new_registration", public_id=person.public_id), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return page_with_form("office/new_jobseeker.html", form)
