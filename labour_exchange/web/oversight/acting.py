"""What whoever answers for an instruction does with it: the same pages for departments of the ministry and for offices."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel.speaklater import LazyString

from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.oversight.access import may_answer
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.operations import instructions as operations
from labour_exchange.oversight.queries.instructions import instruction_for, parts_of, responsible
from labour_exchange.oversight.states import INSTRUCTION_LIFECYCLE
from labour_exchange.oversight.texts import labels
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import Form, page_with_form
from labour_exchange.web.oversight.forms import EvidenceForm, ExtensionForm
from labour_exchange.web.oversight.wording import INSTRUCTION_BADGES


def about(instruction: Instruction, area: str) -> dict[str, object]:
    """What a page of one instruction shows."""
    session, actor = db.session(), current_actor()
    allows = INSTRUCTION_LIFECYCLE.allows
    return {
        "one": instruction,
        "area": area,
        "nav": f"{area}.instructions",
        "who": responsible(instruction),
        "measure": session.get(Measure, instruction.measure_id) if instruction.measure_id else None,
        "parts": parts_of(session, instruction),
        "moves": history(session, INSTRUCTION_LIFECYCLE.name, instruction.id),
        "may_report": may_answer(actor, instruction) and allows(instruction.state, "report"),
        "may_ask": may_answer(actor, instruction) and allows(instruction.state, "extend"),
        "user_id": actor.user_id,
        "labels": labels,
        "badges": INSTRUCTION_BADGES,
    }


def evidence_page(area: str, public_id: str) -> ResponseReturnValue:
    """Evidence that it is done."""
    session, actor, form = db.session(), current_actor(), EvidenceForm()
    found = instruction_for(session, actor, public_id)
    if not may_answer(actor, found):
        raise NotFound
    if form.validate_on_submit():
        given = {"text": form.text.data or "", "reference": form.reference.data or ""}
        if is_done(form, lambda: operations.give_evidence(session, actor, found, **given)):
            flash(_("The evidence is given. A second person checks it."), "ok")
            return redirect(url_for(f"{area}.instruction", public_id=public_id), 303)
    return form_page(form, found, area, _("Evidence"), _("Give the evidence"))


def extension_page(area: str, public_id: str) -> ResponseReturnValue:
    """A later date is asked for."""
    session, actor, form = db.session(), current_actor(), ExtensionForm()
    found = instruction_for(session, actor, public_id)
    if not may_answer(actor, found):
        raise NotFound
    if form.validate_on_submit():
        asked = {"until_on": form.until_on.data, "reason": form.reason.data or ""}
        if is_done(form, lambda: operations.ask_extension(session, actor, found, **asked)):
            flash(_("You have asked for a later date. Another person decides."), "ok")
            return redirect(url_for(f"{area}.instruction", public_id=public_id), 303)
    return form_page(form, found, area, _("More time"), _("Ask for it"))


def form_page(form: Form, found: Instruction, area: str, title: str | LazyString, submit: str | LazyString) -> ResponseReturnValue:
    """One act on an instruction."""
    names = [name for name in ("text", "reference", "until_on", "reason") if name in form]
    return page_with_form(
        "oversight/instruction_form.html", form, one=found, area=area, nav=f"{area}.instructions", title=title, submit=submit, names=names
    )
