"""Who else follows the person up: read what a partner sees, consent or decline, withdraw at any time, answer about meetings."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import DataRequired

from labour_exchange.accounts.agreements import FOLLOW_UP_PARTNER
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.queries import own_jobseeker
from labour_exchange.partners.access import ANSWER_PARTNERS
from labour_exchange.partners.operations import meetings, proposing
from labour_exchange.partners.queries import LOOKS, in_force, looks_at, meeting_for, partner_for, shown_to_partner
from labour_exchange.partners.rules import name_as_shown
from labour_exchange.partners.states import NameShown, PartnerState
from labour_exchange.partners.texts import NAMES_SHOWN
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.following.log import WORDS
from labour_exchange.web.forms import ChoiceField, Form, page_with_form
from labour_exchange.web.jobseeker.blueprint import blueprint


class ConsentForm(Form):
    name = ChoiceField(_l("Which name may it see?"), [DataRequired()], choices=[], radios=True)
    consent = BooleanField(_l("I have read this and agree"), [DataRequired()])


@blueprint.route("/case/partners/<public_id>", methods=["GET", "POST"])
@permits(ANSWER_PARTNERS)
def case_partner(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ConsentForm()
    found, person = partner_for(session, actor, public_id), own_jobseeker(session, actor)
    form.name.choices = [(shown.value, _with_name(shown, person)) for shown in NameShown]
    if form.validate_on_submit():
        name = NameShown(form.name.data)
        if is_done(form, lambda: proposing.consent_to_partner(session, actor, found, name=name)):
            flash(_("You have consented. You can withdraw this at any time."), "ok")
            return redirect(url_for("jobseeker.case_partner", public_id=public_id), 303)
    return page_with_form(
        "jobseeker/case_partner.html",
        form,
        partner=found,
        shown=shown_to_partner(session, found),
        stands=in_force(session, found),
        is_proposed=found.state is PartnerState.PROPOSED,
        looks=looks_at(session, actor, found),
        acts=LOOKS,
        agreement=FOLLOW_UP_PARTNER,
        now=clock.now(),
        **WORDS,
    )


@blueprint.post("/case/partners/<public_id>/<any(decline, withdraw):act>")
@permits(ANSWER_PARTNERS)
def leave_partner(public_id: str, act: str) -> ResponseReturnValue:
    """Say no to what is proposed, or take the consent back: it holds at once."""
    session, actor = db.session(), current_actor()
    found = partner_for(session, actor, public_id)
    do = proposing.decline_partner if act == "decline" else proposing.withdraw_consent
    act_once(request.form.get("submission_id"), lambda: do(session, actor, found))
    flash(_("The partner sees nothing of you."), "ok")
    return redirect(url_for("jobseeker.case_partner", public_id=public_id), 303)


@blueprint.post("/case/partner-meetings/<public_id>/<any(accept, decline):act>")
@permits(ANSWER_PARTNERS)
def answer_partner_meeting(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = meeting_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: meetings.answer_meeting(session, actor, found, act))
    flash(_("The partner knows your answer."), "ok")
    return redirect(url_for("jobseeker.case_partner", public_id=found.partner.public_id), 303)


def _with_name(shown: NameShown, person: Jobseeker) -> Text:
    said, name = NAMES_SHOWN[shown], name_as_shown(shown, person.given_name, person.full_name)
    return Text(f"{said.kk}: {name}", f"{said.ru}: {name}", f"{said.en}: {name}")
