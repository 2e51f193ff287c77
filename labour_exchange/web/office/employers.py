"""Employers of the region: those to verify, one with its papers, and claims to advertisements."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.employers import operations
from labour_exchange.employers.access import VERIFY_EMPLOYER
from labour_exchange.employers.models import Employer, EmployerClaim
from labour_exchange.employers.queries import claim_to_decide, claims_to_decide, employer_to_verify, employers_to_verify, establishments_of
from labour_exchange.employers.states import EMPLOYER_LIFECYCLE
from labour_exchange.employers.texts import STATES
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import page_of
from labour_exchange.territory.queries import region
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import counts_by_state, vacancies_of_employer
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.wording import EMPLOYER_BADGES, vacancy_badge
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.localisation import moment, words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.forms import ClaimAnswerForm, VerifyForm
from labour_exchange.web.office.vacancies import own_region

SHOWN_CLAIMS, SHOWN_VACANCIES = 50, 10


@blueprint.get("/employers")
@permits(VERIFY_EMPLOYER)
def employers() -> str:
    session, region_code = db.session(), own_region(current_actor())
    page = page_of(session, employers_to_verify(region_code), [Employer.id], cursor=request.args.get("cursor"))
    claims = session.scalars(claims_to_decide(region_code).order_by(EmployerClaim.id).limit(SHOWN_CLAIMS)).all()
    next_href = url_for("office.employers", cursor=page.next_cursor) if page.next_cursor else ""
    return render_template("office/employers.html", employers=page.rows, claims=claims, next_href=next_href)


@blueprint.get("/employers/<public_id>")
@permits(VERIFY_EMPLOYER)
def employer(public_id: str) -> ResponseReturnValue:
    return _page(employer_to_verify(db.session(), current_actor(), public_id), VerifyForm(formdata=None))


@blueprint.post("/employers/<public_id>/<any(verify, refuse):decision>")
@permits(VERIFY_EMPLOYER)
def decide_employer(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = employer_to_verify(session, actor, public_id)
    form = VerifyForm()
    if form.validate_on_submit():
        decide = operations.verify_employer if decision == "verify" else operations.refuse_employer
        try:
            decide(session, actor, found, reason=form.reason.data or "")
            session.commit()
            flash(_("The employer is verified.") if decision == "verify" else _("The employer is refused. It reads your words."), "ok")
            return redirect(url_for("office.employers"), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return _page(found, form)


def _page(found: Employer, form: VerifyForm) -> ResponseReturnValue:
    session = db.session()
    handed_in = vacancies_of_employer(found.id).where(Vacancy.state != VacancyState.DRAFT)
    latest = session.scalars(handed_in.order_by(Vacancy.id.desc()).limit(SHOWN_VACANCIES))
    moves = history(session, EMPLOYER_LIFECYCLE.name, found.id)
    return page_with_form(
        "office/employer.html",
        form,
        employer=found,
        badge=(words(STATES[found.state]), EMPLOYER_BADGES.get(found.state, "")),
        region_name=words(region(found.region_code).name) if found.region_code else "",
        places=establishments_of(session, found.id),
        vacancies=[(one.title, url_for("office.vacancy", public_id=one.public_id), vacancy_badge(one)[0], one.region_code) for one in latest],
        counts=counts_by_state(session, found.id),
        history=[{"title": words(STATES[move.to_state]), "when": moment(move.moved_at), "text": move.reason} for move in moves],
        may_verify=EMPLOYER_LIFECYCLE.allows(found.state, "verify"),
        may_refuse=EMPLOYER_LIFECYCLE.allows(found.state, "refuse"),
    )


@blueprint.get("/claims/<public_id>")
@permits(VERIFY_EMPLOYER)
def claim(public_id: str) -> ResponseReturnValue:
    return _claim_page(claim_to_decide(db.session(), current_actor(), public_id), ClaimAnswerForm(formdata=None))


@blueprint.post("/claims/<public_id>/<any(accept, refuse):decision>")
@permits(VERIFY_EMPLOYER)
def decide_claim(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = claim_to_decide(session, actor, public_id)
    form = ClaimAnswerForm()
    if form.validate_on_submit():
        try:
            operations.decide_claim(session, actor, found, is_accepted=decision == "accept", answer=form.answer.data or "")
            session.commit()
            flash(_("Your answer is sent to the employer."), "ok")
            return redirect(url_for("office.employers"), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return _claim_page(found, form)


def _claim_page(found: EmployerClaim, form: ClaimAnswerForm) -> ResponseReturnValue:
    wanted = vacancies_of_employer(found.employer_id, (VacancyState.PUBLISHED,)).order_by(Vacancy.id.desc()).limit(SHOWN_VACANCIES)
    return page_with_form("office/claim.html", form, claim=found, advertisements=list(db.session.scalars(wanted)))
