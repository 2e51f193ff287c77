"""A social contract as an officer and an approver keep it: drafted, offered, approved or returned, signed on paper, ended, printed."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import APPROVE_CONTRACTS, KEEP_CASES
from labour_exchange.cases.models import SocialContract
from labour_exchange.cases.operations import contracts as operations
from labour_exchange.cases.operations.undertakings import record_paper_signature
from labour_exchange.cases.queries import case_for
from labour_exchange.cases.queries.contracts import contract_for
from labour_exchange.cases.queries.plans import plan_for
from labour_exchange.cases.rules.contracts import PaperSignature, Term
from labour_exchange.cases.states import CONTRACT_LIFECYCLE, ContractEnd
from labour_exchange.cases.texts import contracts as texts
from labour_exchange.cases.texts import plans as plan_texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.addresses import NAMES
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.hiring.printing import can_make_pdf, pdf_file
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import EndContractForm, PaperForm, ReasonForm, TermForm


@blueprint.route("/cases/<public_id>/contract/new", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_contract(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), TermForm()
    case = case_for(session, actor, public_id)
    plan = plan_for(session, actor, case)
    if form.validate_on_submit():
        term, made = Term(form.starts_on.data, form.ends_on.data), []
        if is_done(form, lambda: made.append(operations.draft_contract(session, actor, plan, term))):
            flash(_("The draft is written from the plan. Add what is missing, then offer it."), "ok")
            here = url_for("office.contract", public_id=made[0].public_id) if made else url_for("office.case", public_id=public_id)
            return redirect(here, 303)
    return page_with_form("office/cases/contract_new.html", form, case=case, plan=plan, texts=plan_texts)


@blueprint.get("/contracts/<public_id>")
@permits(KEEP_CASES)
def contract(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found = contract_for(session, actor, public_id)
    mine = {found.prepared_by_id, found.offered_by_id, *(one.written_by_id for one in found.obligations)}
    return render_template(
        "office/cases/contract.html",
        one=found,
        case=found.case,
        texts=texts,
        plan_texts=plan_texts,
        acts=CONTRACT_LIFECYCLE.actions_from(found.state),
        may_approve=actor.kind in APPROVE_CONTRACTS.kinds and actor.user_id not in mine and not found.approved_by_id,
        today=clock.today(),
        can_make_pdf=can_make_pdf(),
        language_names=NAMES,
    )


@blueprint.post("/contracts/<public_id>/offer")
@permits(KEEP_CASES)
def offer_contract(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = contract_for(session, actor, public_id)
    act_once(None, lambda: operations.offer_contract(session, actor, found))
    flash(_("The contract is offered. The person can read it, and it waits for an approver."), "ok")
    return redirect(url_for("office.contract", public_id=public_id), 303)


@blueprint.post("/contracts/<public_id>/approve")
@permits(APPROVE_CONTRACTS)
def approve_contract(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = contract_for(session, actor, public_id)
    act_once(None, lambda: operations.approve_contract(session, actor, found))
    flash(_("Approved. The person is asked to sign."), "ok")
    return redirect(url_for("office.contract", public_id=public_id), 303)


@blueprint.route("/contracts/<public_id>/return", methods=["GET", "POST"])
@permits(APPROVE_CONTRACTS)
def return_contract(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReasonForm()
    form.reason.description = _("The officer who prepared it reads this.")
    found = contract_for(session, actor, public_id)
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if is_done(form, lambda: operations.return_contract(session, actor, found, reason=reason)):
            flash(_("Returned to the officer who prepared it."), "ok")
            return redirect(url_for("office.contract", public_id=public_id), 303)
    return _page(form, found, "office/cases/reason.html", _("Return the contract"))


@blueprint.route("/contracts/<public_id>/signature", methods=["GET", "POST"])
@permits(KEEP_CASES)
def record_signature(public_id: str) -> ResponseReturnValue:
    """Signed on paper at the office: the day, and the number of the file where the paper lies."""
    session, actor, form = db.session(), current_actor(), PaperForm()
    found = contract_for(session, actor, public_id)
    if form.validate_on_submit():
        signature = PaperSignature(form.signed_on.data, form.file_number.data or "")
        if is_done(form, lambda: record_paper_signature(session, actor, found, signature)):
            flash(_("The signature is recorded."), "ok")
            return redirect(url_for("office.contract", public_id=public_id), 303)
    return _page(form, found, "office/cases/contract_signature.html", _("Record the signature on paper"))


@blueprint.route("/contracts/<public_id>/end", methods=["GET", "POST"])
@permits(KEEP_CASES)
def end_contract(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), EndContractForm()
    found = contract_for(session, actor, public_id)
    if form.validate_on_submit():
        reason = ContractEnd(form.end_reason.data)
        if is_done(form, lambda: operations.end_contract(session, actor, found, reason=reason)):
            flash(_("The contract has ended."), "ok")
            return redirect(url_for("office.contract", public_id=public_id), 303)
    return _page(form, found, "office/cases/reason.html", _("End the contract"))


@blueprint.get("/contracts/<public_id>/document")
@permits(KEEP_CASES)
def contract_document(public_id: str) -> str:
    """To be printed, in the language of the address."""
    found = contract_for(db.session(), current_actor(), public_id)
    back = url_for("office.contract", public_id=public_id)
    return render_template("printed/contract_page.html", one=found, back=back, texts=texts, plan_texts=plan_texts)


@blueprint.get("/contracts/<public_id>/document.pdf")
@permits(KEEP_CASES)
def contract_file(public_id: str) -> Response:
    found = contract_for(db.session(), current_actor(), public_id)
    return pdf_file(render_template("printed/contract.html", one=found, texts=texts, plan_texts=plan_texts), f"contract-{public_id}")


def _page(form: ReasonForm | PaperForm | EndContractForm, found: SocialContract, template: str, title: str) -> ResponseReturnValue:
    back = url_for("office.contract", public_id=found.public_id)
    return page_with_form(template, form, case=found.case, back=back, title=title, lead="")
