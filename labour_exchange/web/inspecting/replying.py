"""An inspection as a side of the placement sees it, with its right of reply: the same page for person, employer and agency."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.employers.models import Employer
from labour_exchange.foundation.database import db
from labour_exchange.inspections.operations.replies import reply_to_inspection
from labour_exchange.inspections.queries.cases import inspection_for, replies_of
from labour_exchange.inspections.queries.recoveries import recovery_of
from labour_exchange.inspections.states import INSPECTION_LIFECYCLE
from labour_exchange.inspections.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.inspecting.forms import InspectionReplyForm
from labour_exchange.web.inspecting.wording import DECISION_BADGES, INSPECTION_BADGES, reasons_of


def reply_page(area: str, public_id: str) -> ResponseReturnValue:
    """What is asked, by when, what this side has said, and what was decided."""
    session, actor, form = db.session(), current_actor(), InspectionReplyForm()
    found = inspection_for(session, actor, public_id)
    if form.validate_on_submit():
        text = form.text.data or ""
        if is_done(form, lambda: reply_to_inspection(session, actor, found, text=text)):
            flash(_("Your reply is with the employment office."), "ok")
            return redirect(url_for(f"{area}.inspection", public_id=public_id), 303)
    return page_with_form(
        "inspections/reply.html",
        form,
        one=found,
        area=area,
        employer=session.get_one(Employer, found.placement.employer_id),
        reasons=reasons_of(found),
        replies=replies_of(session, found),
        claim=recovery_of(session, found) if area == "employer" else None,
        may_reply=INSPECTION_LIFECYCLE.allows(found.state, "answer"),
        labels=labels,
        badges=INSPECTION_BADGES,
        decision_badges=DECISION_BADGES,
    )
