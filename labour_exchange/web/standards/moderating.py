"""One remark before the body: published or refused with a reason, grouped with those that say the same, answered."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.standards import access, operations, texts
from labour_exchange.standards.models import Remark
from labour_exchange.standards.queries import discussions
from labour_exchange.standards.states import Outcome, RefusalCode, RemarkState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.standards.forms import AnswerForm, ModerateForm

SHOWN_OF_LEAD = 80


def remark_page(area: str, public_id: str) -> ResponseReturnValue:
    """To be moderated while it waits, to be answered once it is published."""
    session, actor = db.session(), current_actor()
    found = discussions.remark_for(session, actor, public_id)
    if not access.may_moderate(actor, found):
        raise NotFound
    leads = {one.public_id: one for one in discussions.possible_leads(session, actor, found)}
    form = _moderate_form(leads) if found.state is RemarkState.WAITING else AnswerForm(obj=found)
    if form.validate_on_submit() and is_done(form, lambda: _decide(actor, found, form, leads)):
        flash(_("Saved."), "ok")
        return redirect(url_for(f"{area}.standard", public_id=found.of_version.public_id, _anchor="remarks"), 303)
    is_answerable = found.state is RemarkState.PUBLISHED and found.duplicate_of_id is None
    about = found.of_version.paragraphs[found.paragraph - 1] if 0 < found.paragraph <= len(found.of_version.paragraphs) else None
    return page_with_form("standards/remark.html", form, area=area, remark=found, about=about, is_answerable=is_answerable, texts=texts)


def _moderate_form(leads: dict[str, Remark]) -> ModerateForm:
    form = ModerateForm()
    form.duplicate_of.choices += [(key, f"{one.paragraph}: {one.text[:SHOWN_OF_LEAD]}") for key, one in leads.items()]
    return form


def _decide(actor: Actor, found: Remark, form: ModerateForm | AnswerForm, leads: dict[str, Remark]) -> Remark:
    session = db.session()
    if isinstance(form, AnswerForm):
        return operations.answer_remark(session, actor, found, outcome=Outcome(form.outcome.data), answer=form.answer.data or "")
    if form.decision.data == "publish":
        return operations.publish_remark(session, actor, found, duplicate_of=leads.get(form.duplicate_of.data or ""))
    return operations.refuse_remark(session, actor, found, reason=RefusalCode(form.decision.data))
