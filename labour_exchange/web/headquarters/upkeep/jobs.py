"""Jobs that wait and jobs that gave up; a job that gave up can be tried again."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.parked import parked_jobs, try_again, waiting_jobs
from labour_exchange.foundation.records.reading import KEEP_JOBS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters.blueprint import blueprint


@blueprint.get("/jobs")
@permits(KEEP_JOBS)
def jobs() -> str:
    return render_template("headquarters/upkeep/jobs.html", parked=parked_jobs(db.session()), waiting=waiting_jobs(db.session()))


@blueprint.post("/jobs/<int:job_id>/again")
@permits(KEEP_JOBS)
def job_again(job_id: int) -> ResponseReturnValue:
    try_again(db.session(), current_actor(), job_id)
    db.session.commit()
    flash(_("A worker will try it again."), "ok")
    return redirect(url_for("headquarters.jobs"), 303)
