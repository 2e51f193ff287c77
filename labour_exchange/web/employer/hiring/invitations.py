"""Inviting the person behind a profile to one of the employer's vacancies."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Optional

from labour_exchange.employers.queries import own_employer
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.queries import profile_for
from labour_exchange.placements.access import INVITE
from labour_exchange.placements.operations.invitations import invite as invite_person
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancies_of_employer, vacancy_for
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.forms import ChoiceField, Form, page_with_form, show_refusal


class InviteForm(Form):
    """To which vacancy a person is invited, with words."""

    vacancy = ChoiceField(_l("Vacancy"), [DataRequired()], choices=lambda: _open_vacancies(), blank=_l("Choose"))
    note = TextAreaField(_l("Words to the person"), [Optional()])


@blueprint.route("/candidates/<public_id>/invite", methods=["GET", "POST"])
@permits(INVITE)
def invite(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), InviteForm(data={"vacancy": request.args.get("vacancy")})
    profile = profile_for(session, actor, public_id)
    if form.validate_on_submit():
        vacancy = vacancy_for(session, actor, form.vacancy.data)
        try:
            act_once(form.submission_id.data, lambda: invite_person(session, actor, vacancy, profile, note=form.note.data or ""))
            flash(_("The invitation is sent. You will see name and phone when the person accepts."), "ok")
            return redirect(url_for("employer.approaches", name="invitations"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("employer/hiring/invite.html", form, profile=profile)


def _open_vacancies() -> list[tuple[str, Text]]:
    session = db.session()
    employer = own_employer(session, current_actor())
    wanted = vacancies_of_employer(employer.id, (VacancyState.PUBLISHED,)).order_by(Vacancy.title, Vacancy.id)
    titles = session.execute(wanted.with_only_columns(Vacancy.public_id, Vacancy.title))
    return [(public_id, Text(kk=title, ru=title, en=title)) for public_id, title in titles]
