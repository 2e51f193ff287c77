"""Call one reason of a suggestion wrong: the profile is opened where it is put right, or the office looks at the vacancy."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.matching.access import CONTEST_REASON
from labour_exchange.matching.models import Fault
from labour_exchange.matching.operations import contest_reason
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import ChoiceField, Form, page_with_form
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.suggestions import correction, explained

PROFILE = (Fault.PROFILE.value, _l("My profile: I put it right now"))
VACANCY = (Fault.VACANCY.value, _l("The vacancy: the employment office looks at it"))


class ContestForm(Form):
    fault = ChoiceField(_l("Where is the mistake?"), [InputRequired(_l("Choose what is wrong."))], choices=(), radios=True)


@blueprint.route("/suggestions/<public_id>/contest/<reason>", methods=["GET", "POST"])
@permits(CONTEST_REASON)
def contest(public_id: str, reason: str) -> ResponseReturnValue:
    """A reason that rests on the vacancy alone can be wrong there only."""
    session, actor = db.session(), current_actor()
    found = explained(session, actor, public_id)
    named = next((one for one in found.reasons if one.name == reason), None)
    if named is None:
        raise NotFound
    page = correction(named.field)
    form = ContestForm()
    form.fault.choices = [PROFILE, VACANCY] if page else [VACANCY]
    if form.validate_on_submit():
        fault = Fault(form.fault.data or "")
        act_once(form.submission_id.data, lambda: contest_reason(session, actor, found.vacancy, reason=reason, fault=fault))
        if fault is Fault.PROFILE:
            flash(_("Put right here what was wrong, and the next suggestions will be better."), "ok")
            return redirect(page, 303)
        flash(_("Thank you. The employment office looks at this vacancy; its answer will stand beside the reason."), "ok")
        return redirect(url_for("jobseeker.suggestion", public_id=public_id), 303)
    return page_with_form("jobseeker/contest.html", form, title_of=found.vacancy.title, public_id=public_id, reason=(named.text, named.weight))
