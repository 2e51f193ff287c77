"""Referring a person of the region to an open vacancy, and the referrals of the region."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import page_of
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.queries import jobseeker_for
from labour_exchange.jobseekers.states import Audience
from labour_exchange.matching.queries import vacancies_for
from labour_exchange.placements.access import REFER
from labour_exchange.placements.models import Referral
from labour_exchange.placements.operations import referrals as operations
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.states import ReferralState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.placements.forms import ReferForm

PAGE, SUITED = 50, 10


@blueprint.route("/jobseekers/<public_id>/refer", methods=["GET", "POST"])
@permits(REFER)
def refer(public_id: str) -> ResponseReturnValue:
    """First the vacancy is chosen, of those that suit or found by words; then the referral is written."""
    session, actor, form = db.session(), current_actor(), ReferForm()
    person = jobseeker_for(session, actor, public_id)
    chosen = request.form.get("vacancy") or request.args.get("vacancy") or ""
    vacancy = vacancy_for(session, actor, chosen) if chosen else None
    if vacancy is not None and form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: operations.refer(session, actor, person, vacancy, note=form.note.data or ""))
            flash(_("The referral is issued. The person and the employer are told."), "ok")
            return redirect(url_for("office.jobseeker", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    words = request.args.get("q", "").strip()
    found = approaches.vacancies_to_refer_to(session, words, region_code=person.region_code) if words else []
    form.vacancy.data = chosen
    suited = _suited(person) if vacancy is None and not words else []
    context = {"person": person, "vacancy": vacancy, "found": found, "suited": suited, "words": words, "say": hiring_words}
    return page_with_form("office/placements/refer.html", form, **context)


def _suited(person: Jobseeker) -> list[Vacancy]:
    """What meets the profile best, of employers on the exchange to whom the person was not sent before; nothing of a hidden profile."""
    session, actor, profile = db.session(), current_actor(), person.profile
    if profile is None or profile.audience is Audience.NOBODY:
        return []
    sent = set(
        session.scalars(approaches.referrals_of_office(actor).where(Referral.jobseeker_id == person.id).with_only_columns(Referral.vacancy_id))
    )
    offered = [one.vacancy for one in vacancies_for(session, actor, profile, SUITED)]
    return [one for one in offered if one.id not in sent and one.employer and one.employer.state is not EmployerState.UNCLAIMED]


@blueprint.get("/referrals")
@permits(REFER)
def referrals() -> str:
    states = tuple(state for state in ReferralState if state.value == request.args.get("state"))
    wanted = approaches.referrals_of_office(current_actor(), states=states)
    page = page_of(db.session(), wanted, (Referral.id,), cursor=request.args.get("cursor"), limit=PAGE, descending=True)
    return render_template("office/placements/referrals.html", page=page, states=ReferralState, chosen=states, say=hiring_words)


@blueprint.post("/referrals/<public_id>/withdraw")
@permits(REFER)
def withdraw_referral(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = approaches.found_for(session, actor, Referral, public_id)
    act_once(request.form.get("submission_id"), lambda: operations.withdraw_referral(session, actor, found))
    flash(_("The referral is withdrawn."), "ok")
    return redirect(url_for("office.referrals"), 303)
