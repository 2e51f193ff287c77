"""An officer proposes a partner for a case: which organisation, what for, until when, and which steps of the plan."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from labour_exchange.agencies.models import Agency
from labour_exchange.cases.models import Case, PlanStep
from labour_exchange.cases.queries import case_for
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.states import StepState
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.partners.access import KEEP_PARTNERS
from labour_exchange.partners.operations.proposing import propose_partner
from labour_exchange.partners.queries import possible_partners
from labour_exchange.partners.rules import LONGEST_PURPOSE, ProposalFacts
from labour_exchange.programmes.models.training import Provider
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import ChoiceField, ChoicesField, DateField3, Form, page_with_form
from labour_exchange.web.localisation import date_long
from labour_exchange.web.office.blueprint import blueprint


class ProposalForm(Form):
    organisation = ChoiceField(
        _l("Organisation"),
        [DataRequired()],
        choices=[],
        blank=_l("Choose"),
        description=_l("Agencies whose licence is in force, and training providers of your region."),
    )
    purpose = TextAreaField(
        _l("What the partner is to do"), [DataRequired(), Length(max=LONGEST_PURPOSE)], description=_l("The person and the partner read this.")
    )
    until_on = DateField3(_l("Last day"), [DataRequired()], description=_l("At most twelve months from today."))
    steps = ChoicesField(_l("Steps of the plan that the partner follows up"), choices=[], description=_l("It sees these and no others."))


@blueprint.route("/cases/<public_id>/partners/new", methods=["GET", "POST"])
@permits(KEEP_PARTNERS)
def new_partner(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ProposalForm()
    case = case_for(session, actor, public_id)
    organisations, steps = _organisations(case), _open_steps(case)
    form.organisation.choices = [("", _("Choose")), *((key, _said(one)) for key, one in organisations.items())]
    form.steps.choices = [(key, f"{one.what} ({date_long(one.due_on)})") for key, one in steps.items()]
    if not steps:
        return render_template("office/partners/no_steps.html", case=case)
    if form.validate_on_submit():
        chosen = [steps[key] for key in form.steps.data or ()]
        facts = ProposalFacts(form.purpose.data or "", form.until_on.data, len(chosen))
        organisation = organisations.get(form.organisation.data or "")
        if is_done(form, lambda: propose_partner(session, actor, case, facts, organisation=organisation, steps=chosen)):
            flash(_("The partner is proposed. The person is asked for consent."), "ok")
            return redirect(url_for("office.case", public_id=public_id), 303)
    return page_with_form("office/partners/new.html", form, case=case)


def _organisations(case: Case) -> dict[str, Agency | Provider]:
    return {f"{type(one).__name__.lower()}-{one.public_id}": one for one in possible_partners(db.session(), case)}


def _said(one: Agency | Provider) -> str:
    kind = _("employment agency") if isinstance(one, Agency) else _("training provider")
    return f"{one.name} ({kind})"


def _open_steps(case: Case) -> dict[str, PlanStep]:
    plan = plan_of(db.session(), current_actor(), case)
    return {step.public_id: step for step in plan.steps if step.state is StepState.OPEN} if plan else {}
