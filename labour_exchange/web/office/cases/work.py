"""One case: read, changed without losing a colleague's words, set to wait, resumed, closed."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts.models import User
from labour_exchange.cases import operations
from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.models import Case
from labour_exchange.cases.queries import assessments_of, case_for, possible_leads
from labour_exchange.cases.queries.contracts import contracts_of
from labour_exchange.cases.queries.meetings import appointments_of
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.queries.transfers import transfers_of
from labour_exchange.cases.rules import CaseFacts, standing
from labour_exchange.cases.states import CASE_LIFECYCLE, CaseState, CloseReason, Standing
from labour_exchange.cases.texts import contracts as contract_texts
from labour_exchange.cases.texts import meetings as meeting_texts
from labour_exchange.cases.texts import transfers as transfer_texts
from labour_exchange.cases.texts.cases import CLOSE_REASONS, STANDINGS, STATES
from labour_exchange.cases.wording import worded
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal, StaleVersion
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.partners import texts as partner_texts
from labour_exchange.partners.queries import partners_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.following.log import contact_log
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker.conflicts import conflict_page
from labour_exchange.web.localisation import words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import CaseForm, CloseForm

MOVES = {"wait": operations.wait_for_person, "resume": operations.resume_case}


@blueprint.get("/cases/<public_id>")
@permits(KEEP_CASES)
def case(public_id: str) -> str:
    """Opening a case is a logged act, as opening the person is."""
    session, actor = db.session(), current_actor()
    found = case_for(session, actor, public_id)
    record_act(session, actor, "read case", "case", found.id)
    session.commit()
    place = standing(found.state, found.due_on, clock.today())
    return render_template(
        "office/cases/case.html",
        case=found,
        state=words(STATES[found.state]),
        standing=words(STANDINGS[place]) if place else "",
        is_late=place is Standing.OVERDUE,
        reason=words(CLOSE_REASONS[found.close_reason]) if found.close_reason else "",
        decisions=[worded(one) for one in assessments_of(session, actor, found)],
        plan=plan_of(session, actor, found),
        appointments=appointments_of(session, actor, found),
        contacts=contact_log(session, actor, found),
        partners=partners_of(session, actor, found),
        partner_texts=partner_texts,
        meeting_texts=meeting_texts,
        now=clock.now(),
        contracts=contracts_of(session, actor, found),
        contract_texts=contract_texts,
        transfers=transfers_of(session, actor, found.jobseeker_id),
        transfer_texts=transfer_texts,
        moves=CASE_LIFECYCLE.actions_from(found.state),
    )


@blueprint.route("/cases/<public_id>/edit", methods=["GET", "POST"])
@permits(KEEP_CASES)
def edit_case(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = case_for(session, actor, public_id)
    if found.state is CaseState.CLOSED:
        abort(409)
    leads = possible_leads(session, actor, found)
    form = _form_of(found, leads)
    if form.validate_on_submit():
        lead = next(one for one in leads if one.public_id == form.lead.data)
        facts, version = CaseFacts(form.next_step.data or "", form.due_on.data), form.version.data or 0
        try:
            act_once(form.submission_id.data, lambda: operations.change_case(session, actor, found, facts, lead=lead, version=version))
            flash(_("Saved."), "ok")
            return redirect(url_for("office.case", public_id=public_id), 303)
        except NotFound:
            raise
        except StaleVersion:
            now = case_for(session, actor, public_id)
            return conflict_page("office/cases/conflict.html", form, _form_of(now, leads, is_stored=True), version=now.version, case=now)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/cases/edit.html", form, case=found)


@blueprint.post("/cases/<public_id>/<any(wait, resume):act>")
@permits(KEEP_CASES)
def move_case(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = case_for(session, actor, public_id)
    act_once(None, lambda: MOVES[act](session, actor, found))
    flash(_("Saved."), "ok")
    return redirect(url_for("office.case", public_id=public_id), 303)


@blueprint.route("/cases/<public_id>/close", methods=["GET", "POST"])
@permits(KEEP_CASES)
def close_case(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), CloseForm()
    found = case_for(session, actor, public_id)
    if form.validate_on_submit():
        reason = CloseReason(form.reason.data)
        if is_done(form, lambda: operations.close_case(session, actor, found, reason=reason)):
            flash(_("The case is closed."), "ok")
            return redirect(url_for("office.case", public_id=public_id), 303)
    return page_with_form("office/cases/close.html", form, case=found)


def _form_of(found: Case, leads: list[User], *, is_stored: bool = False) -> CaseForm:
    """The form as it was sent; or, for a comparison, as the stored row would fill it."""
    sent = {"formdata": None} if is_stored else {}
    form = CaseForm(obj=found, data={"lead": found.lead.public_id}, **sent)
    form.lead.choices = [(one.public_id, one.display_name) for one in leads]
    if is_stored or not form.is_submitted():
        form.lead.data = next(one.public_id for one in leads if one.id == found.lead_id)
    return form
