"""Vacancies that suit the person, each with its reasons; not wanted ones are taken away, wrong reasons lead to where they are put right."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy.orm import Session
from wtforms.validators import Optional

from labour_exchange.foundation.access import Actor, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.matching.access import DISMISS_SUGGESTION, READ_SUGGESTIONS
from labour_exchange.matching.counterfactuals import ShownChange, what_would_open_more
from labour_exchange.matching.models import Fault
from labour_exchange.matching.operations import contest_reason, dismiss_suggestion
from labour_exchange.matching.queries import ShownReason, Suggestion, contests_of, explain_pair, own_profile, suggestions_for
from labour_exchange.vacancies.queries import vacancy_for
from labour_exchange.vacancies.texts import HOURS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.wording import pay_of, place_of
from labour_exchange.web.forms import ChoiceField, Form, page_with_form
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.localisation import words

SHOWN, SHOWN_CHANGES = 20, 4
PAGES = {"wishes": "jobseeker.edit_wishes", "work": "jobseeker.work", "licences": "jobseeker.edit_licences", "place": "jobseeker.contacts"}
LISTS = frozenset({"occupations", "skills", "languages", "education"})


class DismissalForm(Form):
    contested = ChoiceField(_l("Was one of the reasons wrong?"), [Optional()], blank=_l("No, it is just not for me"), choices=(), radios=True)


@blueprint.get("/suggestions")
@permits(READ_SUGGESTIONS)
def suggestions() -> str:
    """The best first; more of them than on the home page."""
    session, actor = db.session(), current_actor()
    profile = own_profile(session, actor)
    changes = what_would_open_more(session, actor, profile, SHOWN_CHANGES) if profile else []
    return render_template(
        "jobseeker/suggestions.html",
        suggestions=[_shown(one) for one in suggestions_for(session, actor, limit=SHOWN)],
        can_suggest=bool(profile and (profile.occupation_codes or profile.skills)),
        changes=[_change(one) for one in changes],
        find=page_or_nothing("public.vacancies"),
    )


@blueprint.get("/suggestions/<public_id>")
@permits(READ_SUGGESTIONS)
def suggestion(public_id: str) -> str:
    """Why this vacancy: every reason with its weight, and the way to call it wrong."""
    session, actor = db.session(), current_actor()
    found = explained(session, actor, public_id)
    said = contests_of(session, actor, found.vacancy)
    reasons = [
        (reason.text, reason.weight, url_for("jobseeker.contest", public_id=public_id, reason=reason.name), said.get(reason.name))
        for reason in found.reasons
    ]
    return render_template("jobseeker/suggestion.html", one=_shown(found), score=found.score, reasons=reasons)


@blueprint.route("/suggestions/<public_id>/dismiss", methods=["GET", "POST"])
@permits(DISMISS_SUGGESTION)
def dismiss(public_id: str) -> ResponseReturnValue:
    """The vacancy is shown no more; a reason that was wrong leads to the profile."""
    session, actor = db.session(), current_actor()
    found = explained(session, actor, public_id)
    named = {reason.name: reason for reason in found.reasons}
    form = DismissalForm()
    form.contested.choices = [*form.contested.choices, *((name, words(reason.text)) for name, reason in named.items())]
    if form.validate_on_submit():
        contested = form.contested.data or ""
        wrong = named.get(contested)

        def act() -> None:
            dismiss_suggestion(session, actor, found.vacancy, contested=contested)
            if wrong:
                fault = Fault.PROFILE if correction(wrong.field) else Fault.VACANCY
                contest_reason(session, actor, found.vacancy, reason=wrong.name, fault=fault)

        act_once(form.submission_id.data, act)
        return redirect(_after(wrong), 303)
    return page_with_form("jobseeker/dismissal.html", form, one=_shown(found))


def correction(field: str) -> str:
    """The page where what a reason rests on is changed; empty when it does not rest on the profile."""
    if field in LISTS:
        return url_for("jobseeker.edit_list", name=field)
    return page_or_nothing(PAGES[field]) if field in PAGES else ""


def _after(contested: ShownReason | None) -> str:
    page = correction(contested.field) if contested else ""
    if page:
        flash(_("We show this vacancy no more. Put right here what was wrong, and the next suggestions will be better."), "ok")
        return page
    said = _("We show this vacancy no more, and its office looks at what you called wrong.") if contested else _("We show this vacancy no more.")
    flash(said, "ok")
    return url_for("jobseeker.suggestions")


def explained(session: Session, actor: Actor, public_id: str) -> Suggestion:
    """An open vacancy with the reasons for this person; raises NotFound."""
    profile = own_profile(session, actor)
    vacancy = vacancy_for(session, actor, public_id)
    found = explain_pair(profile, vacancy) if profile and vacancy.is_open else None
    if found is None:
        raise NotFound
    return found


def _change(one: ShownChange) -> dict[str, object]:
    """A sentence with its count, and where the profile says it."""
    name = words(one.text)
    if one.is_elsewhere:
        said = ngettext("%(name)s would open %(num)d more vacancy there.", "%(name)s would open %(num)d more vacancies there.", one.opens, name=name)
    else:
        said = ngettext(
            "%(name)s would open %(num)d more vacancy in your region.",
            "%(name)s would open %(num)d more vacancies in your region.",
            one.opens,
            name=name,
        )
    return {"text": said, "name": name, "href": correction(one.field)}


def _shown(found: Suggestion) -> dict[str, object]:
    vacancy = found.vacancy
    return {
        "id": vacancy.public_id,
        "title": vacancy.title,
        "href": page_or_nothing("public.vacancy", public_id=vacancy.public_id) or url_for("jobseeker.suggestion", public_id=vacancy.public_id),
        "pay": pay_of(vacancy.pay_from, vacancy.pay_to),
        "employer": vacancy.employer.name if vacancy.employer else "",
        "place": place_of(vacancy),
        "hours": HOURS[vacancy.hours],
        "reasons": [(reason.text, reason.weight) for reason in found.reasons],
    }
