"""Write a vacancy, look at it as readers will, keep it as a draft, hand it in, change it."""

from dataclasses import dataclass

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from labour_exchange.employers.models import Employer
from labour_exchange.employers.queries import own_employer
from labour_exchange.employers.rules import is_trusted
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import InvalidInput, Refusal, StaleVersion
from labour_exchange.foundation.records.submissions import claim_submission
from labour_exchange.vacancies import operations
from labour_exchange.vacancies.access import KEEP_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import own_vacancy
from labour_exchange.vacancies.rules import VacancyFacts, draft_errors, field_errors
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.employer.wording import shown_vacancy
from labour_exchange.web.employer.writing.facts import errors_left, facts_from, form_for, read_occupation
from labour_exchange.web.employer.writing.forms import VacancyForm
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker.conflicts import conflict_page

TEMPLATE = "employer/vacancy_form.html"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the form belongs: the employer's own pages, or those of an agency that writes for it."""

    list_endpoint: str
    vacancy_endpoint: str


OWN_DESK = Desk("employer.vacancies", "employer.vacancy")
# What may be handed in again after a change, beside a draft.
HANDED_IN_AGAIN = (VacancyState.DRAFT, VacancyState.REJECTED)


@blueprint.route("/vacancies/new", methods=["GET", "POST"])
@permits(KEEP_VACANCY)
def new_vacancy() -> ResponseReturnValue:
    return write(own_employer(db.session(), current_actor()), None, OWN_DESK)


@blueprint.route("/vacancies/<public_id>/edit", methods=["GET", "POST"])
@permits(KEEP_VACANCY)
def edit_vacancy(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    return write(own_employer(session, actor), own_vacancy(session, actor, public_id), OWN_DESK)


def write(employer: Employer, vacancy: Vacancy | None, desk: Desk) -> ResponseReturnValue:
    """The form of a new or stored vacancy, and what becomes of it when it is sent."""
    form = form_for(db.session(), employer, vacancy)
    offered, preview = [], None
    if request.method == "POST":
        # The list of usual skills depends on the occupation, so the occupation is settled before the fields are judged.
        offered = read_occupation(form)
    if form.validate_on_submit():
        facts = facts_from(db.session(), employer, form)
        do = request.form.get("do")
        is_whole = do not in ("draft", "preview")
        _show_all(form, facts, is_whole=is_whole)
        offered = offered if is_whole else []
        if not errors_left(form, offered):
            if do == "preview":
                preview = shown_vacancy(facts)
            else:
                answer = _save(employer, vacancy, form, facts, desk)
                if answer is not None:
                    return answer
    elif offered:
        errors_left(form, offered)
    context = {"vacancy": vacancy, "employer": employer, "offered": offered, "preview": preview, "desk": desk}
    return page_with_form(TEMPLATE, form, is_trusted=is_trusted(employer.state), **context)


def _show_all(form: VacancyForm, facts: VacancyFacts, *, is_whole: bool) -> None:
    """Everything that would be refused, named at once; the occupation is asked for beside its own field."""
    found = (field_errors if is_whole else draft_errors)(facts, clock.today())
    show_refusal(form, InvalidInput([error for error in found if error.field != "occupation_code"]))


def _save(employer: Employer, vacancy: Vacancy | None, form: VacancyForm, facts: VacancyFacts, desk: Desk) -> ResponseReturnValue | None:
    """Store and, unless it stays a draft, hand in; None when the form shows what was refused."""
    session, actor = db.session(), current_actor()
    public_id = vacancy.public_id if vacancy else None
    try:
        if vacancy is None:
            if claim_submission(session, actor.label, form.submission_id.data or "") is None:
                return redirect(url_for(desk.list_endpoint), 303)
            vacancy = operations.draft_vacancy(session, actor, employer, facts)
        else:
            operations.change_vacancy(session, actor, vacancy, facts, version=form.version.data or 0)
        if request.form.get("do") != "draft" and vacancy.state in HANDED_IN_AGAIN:
            operations.submit_vacancy(session, actor, vacancy)
        session.commit()
        return _saved(vacancy, desk)
    except StaleVersion:
        session.rollback()
        stored = own_vacancy(session, actor, public_id or "")
        theirs = form_for(session, employer, stored, is_stored=True)
        return conflict_page("employer/conflict.html", form, theirs, version=stored.version, vacancy=stored, desk=desk)
    except Refusal as refusal:
        session.rollback()
        show_refusal(form, refusal)
        if form.occupation_code.errors:
            form.occupation.errors, form.occupation_code.errors = [*form.occupation.errors, *form.occupation_code.errors], []
        return None


def _saved(vacancy: Vacancy, desk: Desk) -> Response:
    said = {
        VacancyState.DRAFT: _("Your draft is saved. Only you and your colleagues see it."),
        VacancyState.SUBMITTED: _("Your vacancy was handed in. The office reads it within one working day."),
        VacancyState.PUBLISHED: _("Your vacancy is published. The office reads it within one working day."),
    }
    flash(said.get(vacancy.state, _("Your changes are saved.")), "ok")
    return redirect(url_for(desk.vacancy_endpoint, public_id=vacancy.public_id), 303)
