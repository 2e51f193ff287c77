"""What the exchange holds about the person: read, taken along, erased."""

import json

from flask import Response, flash, g, make_response, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.alerts.queries import exported_searches
from labour_exchange.cases.queries.export import exported_cases, exported_transfers
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.protection import masked
from labour_exchange.inspections.queries.export import exported_inspections
from labour_exchange.jobseekers import operations, texts
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.queries import own_jobseeker, registrations_of
from labour_exchange.partners.queries import exported_partners
from labour_exchange.standards.queries.complaints import exported_complaints, findings_beside
from labour_exchange.standards.queries.monitoring import promises_to
from labour_exchange.standards.texts import COMMITMENT_STATES, PROMISES
from labour_exchange.standards.texts.complaints import FINDINGS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker import wording
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.dealings import exported_dealings, shown_dealings
from labour_exchange.web.jobseeker.forms import EraseForm
from labour_exchange.web.jobseeker.taken_along import exported_rest
from labour_exchange.web.sign_in import clear_session_cookie

FILE_NAME = "my-data.json"


@blueprint.get("/own-data")
@permits(KEEP_OWN_PROFILE)
def own_data() -> str:
    person = own_jobseeker(db.session(), current_actor())
    promised = promises_to(db.session(), current_actor())
    return render_template(
        "jobseeker/own_data.html",
        person=person,
        iin=masked(person.iin or ""),
        phone=masked(person.phone or ""),
        place=wording.place_name(person.region_code, person.district_code),
        periods=registrations_of(db.session(), current_actor(), person),
        dealings=shown_dealings(db.session(), current_actor()),
        promises=[(PROMISES[one.promise], one, COMMITMENT_STATES[one.state]) for one in promised],
        findings=findings_beside(db.session(), [one.id for one in promised]),
        finding_words=FINDINGS,
        texts=texts,
    )


@blueprint.get("/own-data/download")
@permits(KEEP_OWN_PROFILE)
def download_own_data() -> Response:
    """The file holds the IIN and the phone in clear: it is the person's own."""
    person = own_jobseeker(db.session(), current_actor())
    exported = operations.export_jobseeker(db.session(), current_actor(), person)
    exported |= exported_dealings(db.session(), current_actor())
    names = ("promise", "promised_on", "due_on", "done_on", "state")
    promised = [{name: str(getattr(one, name) or "") for name in names} for one in promises_to(db.session(), current_actor())]
    exported |= {"promises": promised, "service_complaints": exported_complaints(db.session(), current_actor())}
    exported |= {"cases": exported_cases(db.session(), current_actor())}
    exported |= {"inspections": exported_inspections(db.session(), current_actor())}
    exported |= {"transfers": exported_transfers(db.session(), current_actor())}
    exported |= exported_rest(db.session(), current_actor())
    exported |= {"follow_up_partners": exported_partners(db.session(), current_actor())}
    exported |= {"saved_searches": exported_searches(db.session(), current_actor())}
    db.session.commit()
    answer = make_response(json.dumps(exported, ensure_ascii=False, indent=2))
    answer.mimetype = "application/json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


@blueprint.route("/own-data/erase", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def erase_own_data() -> ResponseReturnValue:
    form = EraseForm()
    if form.validate_on_submit():
        try:
            operations.erase_jobseeker(db.session(), current_actor(), own_jobseeker(db.session(), current_actor()), reason="own_wish")
            db.session.commit()
            flash(_("Your data are erased and your account is closed. Thank you for having been with us."), "ok")
            return clear_session_cookie(make_response(redirect(f"/{g.language}/", 303)))
        except Refusal as refusal:
            db.session.rollback()
            show_refusal(form, refusal)
    return page_with_form("jobseeker/erase.html", form, kept=texts.KEPT_BY_LAW)
