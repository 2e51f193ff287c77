"""An employer's own vacancies: the list, one with its history, and what can be done with it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.discovery.use.queries import UseOfVacancy, use_of_vacancies
from labour_exchange.employers.queries import own_employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import page_of
from labour_exchange.placements.queries.approaches import application_counts
from labour_exchange.vacancies import operations, texts
from labour_exchange.vacancies.access import KEEP_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import counts_by_state, own_vacancy, vacancies_of_employer
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.employer.forms import WithdrawForm
from labour_exchange.web.employer.wording import BADGES, days_open, pay_of, place_of, shown_vacancy, vacancy_badge, vacancy_history
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.localisation import number, words

MOVES = {
    "submit": operations.submit_vacancy,
    "pause": operations.pause_vacancy,
    "resume": operations.resume_vacancy,
    "renew": operations.renew_vacancy,
}
LAWFUL = {"submit": "submit", "pause": "suspend", "resume": "resume", "renew": "renew"}


@blueprint.get("/vacancies")
@permits(KEEP_VACANCY)
def vacancies() -> str:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    counts = counts_by_state(session, employer.id)
    chosen = request.args.get("state", "")
    states = (VacancyState(chosen),) if chosen in list(VacancyState) else ()
    page = page_of(session, vacancies_of_employer(employer.id, states), [Vacancy.id], cursor=request.args.get("cursor"), descending=True)
    chips = [_chip(_("All"), sum(counts.values()), None, not states)]
    chips += [_chip(words(texts.STATES[state]), counts[state], state, state in states) for state in VacancyState if state in counts]
    next_href = url_for("employer.vacancies", state=chosen or None, cursor=page.next_cursor) if page.next_cursor else ""
    return render_template("employer/vacancies.html", rows=[_row(vacancy) for vacancy in page.rows], chips=chips, next_href=next_href)


def _chip(name: str, count: int, state: VacancyState | None, is_current: bool) -> dict[str, object]:
    return {"label": f"{name}: {number(count)}", "href": url_for("employer.vacancies", state=state), "current": is_current}


def _row(vacancy: Vacancy) -> dict[str, object]:
    return {
        "title": vacancy.title,
        "note": ", ".join(filter(None, (pay_of(vacancy.pay_from, vacancy.pay_to), place_of(vacancy)))),
        "href": url_for("employer.vacancy", public_id=vacancy.public_id),
        "badge": words(texts.STATES[vacancy.state]),
        "kind": BADGES.get(vacancy.state, ""),
        "applications": vacancy.applications,
        "filled": f"{vacancy.posts_filled} / {vacancy.posts}",
        "days": days_open(vacancy, clock.today()),
    }


@blueprint.get("/vacancies/<public_id>")
@permits(KEEP_VACANCY)
def vacancy(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found = own_vacancy(session, actor, public_id)
    badge, kind = vacancy_badge(found)
    return render_template(
        "employer/vacancy.html",
        vacancy=found,
        shown=shown_vacancy(found),
        badge=badge,
        badge_kind=kind,
        history=vacancy_history(history(session, VACANCY_LIFECYCLE.name, found.id)),
        counts=application_counts(session, actor, vacancy_id=found.id),
        days=days_open(found, clock.today()),
        use=use_of_vacancies(session, [found.id]).get(found.id, UseOfVacancy()),
        rejection=(texts.REJECTIONS[found.rejection_code], texts.REMEDIES[found.rejection_code]) if found.rejection_code else None,
        moves=[name for name, action in LAWFUL.items() if VACANCY_LIFECYCLE.allows(found.state, action)],
        may_withdraw=VACANCY_LIFECYCLE.allows(found.state, "withdraw"),
        may_change=found.state in operations.CHANGEABLE,
        public_page=page_or_nothing("public.vacancy", public_id=public_id) if found.is_open else "",
        applications_page=page_or_nothing("employer.vacancy_applications", public_id=public_id),
        candidates_page=url_for("employer.candidates", vacancy=public_id) if found.is_open else "",
    )


@blueprint.post("/vacancies/<public_id>/<any(submit, pause, resume, renew):move>")
@permits(KEEP_VACANCY)
def move_vacancy(public_id: str, move: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = own_vacancy(session, actor, public_id)
    MOVES[move](session, actor, found)
    session.commit()
    flash(_("Done: %(state)s.", state=words(texts.STATES[found.state])), "ok")
    return redirect(url_for("employer.vacancy", public_id=public_id), 303)


@blueprint.route("/vacancies/<public_id>/withdraw", methods=["GET", "POST"])
@permits(KEEP_VACANCY)
def withdraw_vacancy(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = own_vacancy(session, actor, public_id)
    if not VACANCY_LIFECYCLE.allows(found.state, "withdraw") and request.method == "GET":
        abort(404)
    form = WithdrawForm()
    if form.validate_on_submit():
        operations.withdraw_vacancy(session, actor, found, reason=form.reason.data or "other")
        session.commit()
        flash(_("The vacancy is withdrawn. Whoever applied is told."), "ok")
        return redirect(url_for("employer.vacancy", public_id=public_id), 303)
    return page_with_form("employer/withdraw.html", form, vacancy=found)
