"""Jobs that the state pays a share of: the employer's application, agreements to sign, the monthly schedule and claims."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from labour_exchange.employers.queries import own_employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.programmes.access import OFFER_JOBS
from labour_exchange.programmes.operations.claims import claim_month
from labour_exchange.programmes.operations.subsidised_jobs import PostFacts, offer_posts, sign_agreement
from labour_exchange.programmes.queries import jobs
from labour_exchange.programmes.queries.definitions import measure_by_code, measures_open_on
from labour_exchange.programmes.queries.enrolments import enrolment_for
from labour_exchange.programmes.states import SUBSIDISED, EnrolmentState
from labour_exchange.programmes.texts import labels
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.forms import ChoiceField, DateField3, Form, MoneyField, WholeNumberField, page_with_form, show_refusal
from labour_exchange.web.forms.choices import Offered
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import language


def _regions() -> Offered:
    return [(one.iso_code, one.name) for one in regions_in_order(language())]


class PostsForm(Form):
    measure = ChoiceField(_l("Measure"), [DataRequired()], choices=[], radios=True)
    title = StringField(_l("Name of the job"), [DataRequired(), Length(max=200)])
    region_code = ChoiceField(_l("Region"), [DataRequired()], choices=_regions, blank=_l("Choose"))
    posts = WholeNumberField(_l("Workplaces"), [DataRequired()])
    pay = MoneyField(_l("Monthly pay"), [DataRequired()])
    months = WholeNumberField(_l("Months"), [DataRequired()])


class ClaimForm(Form):
    worked_from = DateField3(_l("First day worked in the month"), [DataRequired()])
    worked_until = DateField3(_l("Last day worked in the month"), [DataRequired()])


@blueprint.route("/subsidised-jobs", methods=["GET", "POST"])
@permits(OFFER_JOBS)
def subsidised_jobs() -> ResponseReturnValue:
    """What was offered, who works, and the form for more jobs."""
    session, actor, form = db.session(), current_actor(), PostsForm()
    employer = own_employer(session, actor)
    form.measure.choices = [(one.code, one.name) for one in measures_open_on(session, clock.today()) if one.kind in SUBSIDISED]
    if form.validate_on_submit():
        facts = PostFacts(**{name: form[name].data for name in ("title", "region_code", "posts", "pay", "months")})
        try:
            measure = measure_by_code(session, form.measure.data or "")
            act_once(form.submission_id.data, lambda: offer_posts(session, actor, employer, measure, facts))
            flash(_("The office of the region looks at your jobs and answers here."), "ok")
            return redirect(url_for("employer.subsidised_jobs"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    lists = {"offered": list(session.scalars(jobs.posts(actor))), "agreements": jobs.agreements(session, actor)}
    return page_with_form("employer/subsidised/list.html", form, labels=labels, say=say, **lists)


@blueprint.route("/subsidised-jobs/<public_id>", methods=["GET", "POST"])
@permits(OFFER_JOBS)
def subsidised_job(public_id: str) -> ResponseReturnValue:
    """One agreement: its schedule month by month, and the claim for a month."""
    session, actor, form = db.session(), current_actor(), ClaimForm()
    found = enrolment_for(session, actor, public_id)
    agreement = jobs.agreement_of(session, found)
    if agreement is None:
        raise NotFound
    if form.validate_on_submit():
        since, until = form.worked_from.data, form.worked_until.data
        days = {"month": since.replace(day=1), "worked_from": since, "worked_until": until}
        try:
            act_once(form.submission_id.data, lambda: claim_month(session, actor, found, **days))
            flash(_("The claim is sent. It is paid when the pension register shows the contribution."), "ok")
            return redirect(url_for("employer.subsidised_job", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    may_sign = found.state is EnrolmentState.APPROVED and agreement.employer_signed_at is None
    shown = {"one": found, "agreement": agreement, "months": jobs.months_of(session, found), "may_sign": may_sign}
    return page_with_form("employer/subsidised/one.html", form, labels=labels, say=say, may_claim=found.started_on is not None, **shown)


@blueprint.post("/subsidised-jobs/<public_id>/sign")
@permits(OFFER_JOBS)
def sign_subsidised_job(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    agreement = jobs.agreement_of(session, enrolment_for(session, actor, public_id))
    if agreement is None:
        raise NotFound
    act_once(request.form.get("submission_id"), lambda: sign_agreement(session, actor, agreement))
    flash(_("You have signed. The work begins when all three have."), "ok")
    return redirect(url_for("employer.subsidised_job", public_id=public_id), 303)
