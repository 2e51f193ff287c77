"""People who have linked the agency, as far as they show themselves; referring one to an employer that lets the agency refer."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.agencies.queries import employers_acted_for, own_agency
from labour_exchange.agencies.states import Scope
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import page_of
from labour_exchange.jobseekers.access import READ_CANDIDATES_OF_AGENCY
from labour_exchange.jobseekers.models import AgencyLink
from labour_exchange.jobseekers.queries import candidate as candidate_of
from labour_exchange.jobseekers.queries import candidates_of_agency, link_for
from labour_exchange.jobseekers.states import LinkLevel
from labour_exchange.placements import access
from labour_exchange.placements.access import REFER_CANDIDATE
from labour_exchange.placements.models import Referral
from labour_exchange.placements.operations.referrals import refer_candidate, withdraw_referral
from labour_exchange.placements.queries.approaches import found_for
from labour_exchange.placements.states import REFERRAL_LIFECYCLE
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancy_for
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.forms import ChoiceField, Form, page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words
from labour_exchange.web.jobseeker.wording import shown_profile

PAGE = 20
MOST_OFFERED = 200


def _vacancies() -> list[tuple[str, str]]:
    """Open vacancies of employers who let the agency refer."""
    agency = own_agency(db.session(), current_actor())
    wanted = select(Vacancy).where(Vacancy.state == VacancyState.PUBLISHED, Vacancy.employer_id.in_(employers_acted_for(agency.id, Scope.REFER)))
    found = db.session().scalars(wanted.options(joinedload(Vacancy.employer)).order_by(Vacancy.title, Vacancy.id).limit(MOST_OFFERED))
    return [(one.public_id, f"{one.title}, {one.employer.name if one.employer else ''}") for one in found]


class ReferForm(Form):
    vacancy = ChoiceField(_l("Vacancy"), [DataRequired()], choices=_vacancies, blank=_l("Choose"))
    note = TextAreaField(_l("Words to the employer"), [Optional(), Length(max=1000)])


@blueprint.get("/candidates")
@permits(READ_CANDIDATES_OF_AGENCY)
def candidates() -> str:
    """Each look at the list is logged, and the people on it see that."""
    session, actor = db.session(), current_actor()
    page = page_of(session, candidates_of_agency(actor), (AgencyLink.id,), cursor=request.args.get("cursor"), descending=True, limit=PAGE)
    rows = [candidate_of(session, actor, link, look="list") for link in page.rows]
    session.commit()
    referred = access.visible(actor, select(Referral), Referral).where(Referral.agency_id == actor.organisation_id)
    referrals = list(session.scalars(referred.options(joinedload(Referral.vacancy)).order_by(Referral.id.desc()).limit(PAGE)))
    open_ids = {one.id for one in referrals if REFERRAL_LIFECYCLE.allows(one.state, "withdraw")}
    return render_template("agency/candidates.html", rows=rows, page=page, referrals=referrals, open_ids=open_ids, say=hiring_words)


@blueprint.route("/candidates/<public_id>", methods=["GET", "POST"])
@permits(REFER_CANDIDATE)
def candidate(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    link = link_for(session, actor, public_id)
    form = ReferForm()
    if form.validate_on_submit():
        vacancy = vacancy_for(session, actor, form.vacancy.data)
        try:
            act_once(form.submission_id.data, lambda: refer_candidate(session, actor, link, vacancy, note=form.note.data or ""))
            flash(_("The person is referred. Both sides are told."), "ok")
            return redirect(url_for("agency.candidates"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    found = candidate_of(session, actor, link, look="profile")
    session.commit()
    may_refer = found.profile is not None and link.shows is LinkLevel.CONTACTS and len(form.vacancy.choices) > 1
    shown = shown_profile(found.profile) if found.profile else None
    return page_with_form("agency/candidate.html", form, found=found, shown=shown, may_refer=may_refer, levels=LinkLevel)


@blueprint.post("/referrals/<public_id>/withdraw")
@permits(REFER_CANDIDATE)
def withdraw_candidate(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = found_for(session, actor, Referral, public_id)
    act_once(request.form.get("submission_id"), lambda: withdraw_referral(session, actor, found))
    flash(_("The referral is taken back."), "ok")
    return redirect(url_for("agency.candidates"), 303)
