"""Announcements of one post by several: the employer says which of them stands for it, or that they are two posts."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.vacancies.duplicates.access import DECIDE_DUPLICATES
from labour_exchange.vacancies.duplicates.operations import lead_by, set_apart
from labour_exchange.vacancies.duplicates.queries import groups_for
from labour_exchange.vacancies.queries import vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.public import wording

ACTS = {"lead": lead_by, "apart": set_apart}


@blueprint.get("/duplicates")
@permits(DECIDE_DUPLICATES)
def duplicates() -> str:
    """Every post that was announced more than once, with what the announcements state differently."""
    return render_template("employer/duplicates.html", groups=groups_for(db.session(), current_actor()), say=wording)


@blueprint.post("/duplicates/<public_id>/<any(lead, apart):act>")
@permits(DECIDE_DUPLICATES)
def decide_duplicate(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    vacancy = vacancy_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: ACTS[act](session, actor, vacancy))
    said = _("This announcement stands for the post now.") if act == "lead" else _("These are two posts now, and stay so.")
    flash(said, "ok")
    return redirect(url_for("employer.duplicates"), 303)
