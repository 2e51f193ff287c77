"""Vacancies of the region: those to check, one with its doubts, approve and reject."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import page_of
from labour_exchange.vacancies import operations, texts
from labour_exchange.vacancies.access import CHECK_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import counts_to_check, only_kind, vacancies_in_region, vacancies_to_check, vacancy_to_check
from labour_exchange.vacancies.rules import Doubt, check_due_on, doubts
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, RejectionCode, VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.wording import marked, pay_of, place_of, shown_vacancy, vacancy_badge, vacancy_history
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.localisation import number, relative_day, words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.forms import RejectForm

KINDS = ("new", "published", "imported")


def own_region(actor: Actor) -> str:
    """The region of the actor's office; the national office checks no vacancy and no employer. Raises NotFound."""
    if actor.region_code is None:
        raise NotFound
    return actor.region_code


def doubts_of(vacancy: Vacancy) -> tuple[Doubt, ...]:
    wage: int = current_app.config["SETTINGS"].minimum_wage
    return doubts(vacancy.title, vacancy.description, vacancy.requirements, vacancy.pay_to or vacancy.pay_from, wage)


@blueprint.get("/vacancies")
@permits(CHECK_VACANCY)
def vacancies() -> str:
    """Those to check, oldest first; with `state` or `q` all of the region."""
    session, actor = db.session(), current_actor()
    region_code, kind, cursor = own_region(actor), request.args.get("kind", ""), request.args.get("cursor")
    counts = counts_to_check(session, region_code)
    page = page_of(session, only_kind(vacancies_to_check(region_code), kind), [Vacancy.id], cursor=cursor)
    names = {"new": _("Not published before"), "published": _("Published already"), "imported": _("From job sites")}
    chips = [{"label": _("All") + f": {number(sum(counts.values()))}", "href": url_for("office.vacancies"), "current": kind not in KINDS}]
    chips += [
        {"label": f"{names[one]}: {number(counts[one])}", "href": url_for("office.vacancies", kind=one), "current": kind == one} for one in KINDS
    ]
    next_href = url_for("office.vacancies", kind=kind or None, cursor=page.next_cursor) if page.next_cursor else ""
    return render_template("office/vacancies.html", rows=[row_of(one) for one in page.rows], chips=chips, next_href=next_href, kind=kind)


def row_of(vacancy: Vacancy) -> dict[str, object]:
    """A line of the queue: what the machine noticed, what it pays, by when it is to be read."""
    handed_in = vacancy.submitted_at or vacancy.published_at or vacancy.created_at
    due_on = check_due_on(handed_in.astimezone(clock.COUNTRY_ZONE).date())
    found = [(words(texts.DOUBTS[doubt.code]), doubt.words) for doubt in doubts_of(vacancy)]
    return {
        "public_id": vacancy.public_id,
        "title": vacancy.title if vacancy.posts == 1 else f"{vacancy.title}, {ngettext('%(num)d post', '%(num)d posts', vacancy.posts)}",
        "employer": vacancy.employer.name if vacancy.employer else vacancy.source_name or "",
        "doubts": found,
        "is_new": vacancy.state is VacancyState.SUBMITTED,
        "pay": pay_of(vacancy.pay_from, vacancy.pay_to),
        "due": relative_day(due_on),
        "is_late": due_on < clock.today(),
    }


@blueprint.get("/vacancies/all")
@permits(CHECK_VACANCY)
def all_vacancies() -> str:
    """Every vacancy of the region, by state and a part of the title."""
    session, actor = db.session(), current_actor()
    own_region(actor)
    state, title = request.args.get("state", ""), request.args.get("q", "")
    chosen = VacancyState(state) if state in list(VacancyState) else None
    wanted = vacancies_in_region(actor, state=chosen, title=title)
    page = page_of(session, wanted, [Vacancy.id], cursor=request.args.get("cursor"), descending=True)
    rows = [(one, *vacancy_badge(one), pay_of(one.pay_from, one.pay_to), place_of(one)) for one in page.rows]
    next_href = url_for("office.all_vacancies", state=state or None, q=title or None, cursor=page.next_cursor) if page.next_cursor else ""
    states = [(one.value, words(texts.STATES[one])) for one in VacancyState if one is not VacancyState.DRAFT]
    return render_template("office/all_vacancies.html", rows=rows, states=states, state=state, q=title, next_href=next_href)


@blueprint.get("/vacancies/<public_id>")
@permits(CHECK_VACANCY)
def vacancy(public_id: str) -> ResponseReturnValue:
    return _page(vacancy_to_check(db.session(), current_actor(), public_id), RejectForm(formdata=None))


def _page(found: Vacancy, form: RejectForm) -> ResponseReturnValue:
    noticed = doubts_of(found)
    badge, kind = vacancy_badge(found)
    return page_with_form(
        "office/vacancy.html",
        form,
        vacancy=found,
        shown=shown_vacancy(found),
        title_marked=marked(found.title, noticed),
        description=marked(found.description, noticed),
        requirements=marked(found.requirements, noticed),
        doubts=[(words(texts.DOUBTS[doubt.code]), doubt.words) for doubt in noticed],
        badge=badge,
        badge_kind=kind,
        history=vacancy_history(history(db.session(), VACANCY_LIFECYCLE.name, found.id)),
        may_approve=found.checked_at is None and found.state in (VacancyState.SUBMITTED, VacancyState.PUBLISHED),
        may_reject=VACANCY_LIFECYCLE.allows(found.state, "reject"),
    )


@blueprint.post("/vacancies/<public_id>/approve")
@permits(CHECK_VACANCY)
def approve_vacancy(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    operations.approve_vacancy(session, actor, vacancy_to_check(session, actor, public_id))
    session.commit()
    flash(_("The vacancy is approved."), "ok")
    return redirect(url_for("office.vacancies"), 303)


@blueprint.post("/vacancies/<public_id>/reject")
@permits(CHECK_VACANCY)
def reject_vacancy(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = vacancy_to_check(session, actor, public_id)
    form = RejectForm()
    if form.validate_on_submit():
        try:
            operations.reject_vacancy(session, actor, found, code=RejectionCode(form.code.data or ""), note=form.note.data or "")
            session.commit()
            flash(_("The vacancy is rejected. The employer is told why."), "ok")
            return redirect(url_for("office.vacancies"), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return _page(found, form)


@blueprint.post("/vacancies/approve")
@permits(CHECK_VACANCY)
def approve_picked() -> ResponseReturnValue:
    """Approve the picked vacancies; one that raises a doubt must be opened and read by itself."""
    session, actor = db.session(), current_actor()
    approved = 0
    for public_id in request.form.getlist("pick")[:50]:
        found = vacancy_to_check(session, actor, public_id)
        if found.checked_at is None and not doubts_of(found) and found.state in (VacancyState.SUBMITTED, VacancyState.PUBLISHED):
            operations.approve_vacancy(session, actor, found)
            approved += 1
    session.commit()
    flash(ngettext("%(num)d vacancy approved.", "%(num)d vacancies approved.", approved), "ok" if approved else "warn")
    return redirect(url_for("office.vacancies", kind=request.form.get("kind") or None), 303)
