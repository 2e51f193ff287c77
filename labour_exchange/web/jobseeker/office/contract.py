"""A person's social contract: read, printed, signed electronically where a provider is connected."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import READ_OWN_CASE
from labour_exchange.cases.operations.undertakings import sign_electronically
from labour_exchange.cases.queries.contracts import contract_for
from labour_exchange.cases.signing import document_of
from labour_exchange.cases.texts import contracts as texts
from labour_exchange.cases.texts import plans as plan_texts
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.hiring.printing import pdf_file
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.localisation import words


@blueprint.get("/case/contracts/<public_id>")
@permits(READ_OWN_CASE)
def contract(public_id: str) -> str:
    """The document itself, in the language of the address."""
    found = contract_for(db.session(), current_actor(), public_id)
    return render_template("printed/contract_page.html", one=found, back=url_for("jobseeker.case"), texts=texts, plan_texts=plan_texts)


@blueprint.post("/case/contracts/<public_id>/sign")
@permits(READ_OWN_CASE)
def sign_contract(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = contract_for(session, actor, public_id)
    document, signed = document_of(found), []
    act_once(request.form.get("submission_id"), lambda: signed.append(sign_electronically(session, actor, found, document)))
    if signed == [False]:
        flash(words(texts.SIGNATURE_PENDING.text), "warn")
    else:
        flash(_("You have signed the contract."), "ok")
    return redirect(url_for("jobseeker.case"), 303)


@blueprint.get("/case/contracts/<public_id>/document.pdf")
@permits(READ_OWN_CASE)
def contract_file(public_id: str) -> Response:
    found = contract_for(db.session(), current_actor(), public_id)
    return pdf_file(render_template("printed/contract.html", one=found, texts=texts, plan_texts=plan_texts), f"contract-{public_id}")
