"""The audit log, read for a reason that is written into it."""

from flask import render_template
from flask.typing import ResponseReturnValue

from labour_exchange.accounts.queries import user_with_email
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.paging import page_of
from labour_exchange.foundation.records.audit import AuditRow
from labour_exchange.foundation.records.reading import READ_AUDIT, audit_rows
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.upkeep.forms import AuditForm

SHOWN = 100


@blueprint.get("/audit")
@permits(READ_AUDIT)
def audit() -> str:
    return render_template("headquarters/upkeep/audit.html", form=AuditForm(formdata=None), rows=None)


@blueprint.post("/audit")
@permits(READ_AUDIT)
def read_audit() -> ResponseReturnValue:
    """Answered at once and never by an address: what is asked stays out of histories and logs."""
    form, session = AuditForm(), db.session()
    if not form.validate():
        return page_with_form("headquarters/upkeep/audit.html", form, rows=None)
    user = user_with_email(session, form.email.data) if form.email.data else None
    if form.email.data and user is None:
        return page_with_form("headquarters/upkeep/audit.html", form, rows=[])
    asked = {"user_id": user.id if user else None, "act": (form.act.data or "").strip()}
    wanted = audit_rows(session, current_actor(), reason=form.reason.data or "", **asked)
    rows = page_of(session, wanted, [AuditRow.id], limit=SHOWN, descending=True).rows
    session.commit()
    return page_with_form("headquarters/upkeep/audit.html", form, rows=rows)
