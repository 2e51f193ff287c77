"""Business plans written with a person, microcredits of the region, and the bank's list of what came back."""

from datetime import date

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput, Refusal
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.queries import jobseeker_for
from labour_exchange.programmes.access import APPROVE, ENROL, READ_ENROLMENTS, may_approve
from labour_exchange.programmes.businesses import queries
from labour_exchange.programmes.businesses.models import Credit
from labour_exchange.programmes.businesses.operations import credits as operations
from labour_exchange.programmes.businesses.operations.credits import BankLine, Receipt
from labour_exchange.programmes.businesses.operations.plans import write_plan
from labour_exchange.programmes.businesses.states import CREDIT_LIFECYCLE
from labour_exchange.programmes.businesses.texts import CREDIT_STATES, REPAYMENT_CODES
from labour_exchange.programmes.texts import measure_refusals
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import businesses as say
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.measures.forms import BankListForm, WriteOffForm
from labour_exchange.web.office.vacancies import own_region


@blueprint.route("/jobseekers/<public_id>/business-plan", methods=["GET", "POST"])
@permits(ENROL)
def business_plan(public_id: str) -> ResponseReturnValue:
    """The free plan of a person of the region, written at the desk."""
    session, actor = db.session(), current_actor()
    person = jobseeker_for(session, actor, public_id)
    form = say.BusinessPlanForm(obj=queries.free_plan_of(session, person.id))
    if form.validate_on_submit():
        facts, version = say.plan_facts(form), form.version.data
        try:
            act_once(form.submission_id.data, lambda: write_plan(session, actor, person, facts, version=version))
            flash(_("The business plan is written. Now the person can apply for a microcredit or a grant."), "ok")
            return redirect(url_for("office.measures_of_person", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/measures/business_plan.html", form, person=person)


@blueprint.get("/credits")
@permits(READ_ENROLMENTS)
def credits() -> str:
    """Microcredits of the region that are still being repaid."""
    session, actor, today = db.session(), current_actor(), clock.today()
    own_region(actor)
    found = list(session.scalars(queries.credits(actor).limit(500)))
    rows = sorted(((one, queries.standing_of(one, today)) for one in found), key=lambda row: -row[1].days_late)
    return render_template("office/measures/credits.html", rows=rows, states=CREDIT_STATES, say=say)


@blueprint.route("/credits/<public_id>", methods=["GET", "POST"])
@permits(ENROL)
def credit(public_id: str) -> ResponseReturnValue:
    """One microcredit month by month; a write-off is proposed here. Opening it is a logged act."""
    session, actor, form = db.session(), current_actor(), WriteOffForm()
    found = queries.credit_for(session, actor, public_id)
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: operations.propose_write_off(session, actor, found, reason=form.reason.data or ""))
            flash(_("The write-off waits for another person's decision."), "ok")
            return redirect(url_for("office.credit", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
            session.refresh(found)
    record_act(session, actor, "open credit", "credit", found.id)
    session.commit()
    return _credit_page(found, form)


@blueprint.post("/credits/<public_id>/<any('write-off', keep):decision>")
@permits(APPROVE)
def decide_credit(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = queries.credit_for(session, actor, public_id)
    is_written_off = decision == "write-off"
    act_once(None, lambda: operations.decide_write_off(session, actor, found, is_written_off=is_written_off))
    flash(_("The microcredit is written off.") if is_written_off else _("The microcredit goes on."), "ok")
    return redirect(url_for("office.credit", public_id=public_id), 303)


@blueprint.route("/repayments", methods=["GET", "POST"])
@permits(ENROL)
def repayments() -> ResponseReturnValue:
    """The bank's list, pasted; the same page answers with a receipt for each line."""
    session, actor, form = db.session(), current_actor(), BankListForm()
    own_region(actor)
    receipts: list[Receipt] = []
    if form.validate_on_submit():
        try:
            lines = _bank_lines(form.lines.data or "")
            act_once(None, lambda: receipts.extend(operations.record_repayments(session, actor, lines)))
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/measures/repayments.html", form, receipts=receipts, codes=REPAYMENT_CODES, say=say)


def _credit_page(found: Credit, form: Form) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    acts = CREDIT_LIFECYCLE.actions_from(found.state)
    return page_with_form(
        "office/measures/credit.html",
        form,
        credit=found,
        one=found.enrolment,
        standing=queries.standing_of(found, clock.today()),
        dues=say.months_of_credit(found),
        received=queries.repayments_of(session, found),
        may_propose="doubt" in acts,
        may_decide="write_off" in acts and may_approve(actor, found.enrolment) and found.doubted_by_id != actor.user_id,
        states=CREDIT_STATES,
        say=say,
    )


def _bank_lines(text: str) -> list[BankLine]:
    """Raises InvalidInput with every line that cannot be read."""
    found, errors = list[BankLine](), list[FieldError]()
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        pieces = [piece.strip() for piece in line.replace("\t", ";").split(";")]
        try:
            number_of_credit, day, amount, reference = pieces
            found.append(BankLine(number_of_credit, date.fromisoformat(day), int("".join(amount.split())), reference))
        except ValueError:
            errors.append(FieldError("lines", measure_refusals.BANK_LINE_WRONG, {"line": number}))
    if errors:
        raise InvalidInput(errors)
    return found
