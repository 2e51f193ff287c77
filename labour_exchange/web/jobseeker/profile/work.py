"""Jobs held: the list, one job added, changed, removed."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.classifications.occupations import is_unit_group, occupation
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal, StaleVersion
from labour_exchange.foundation.records.submissions import claim_submission
from labour_exchange.jobseekers import operations
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.models import Profile, WorkHistory
from labour_exchange.jobseekers.operations.profiles import entry_of
from labour_exchange.jobseekers.queries import own_profile, shared_profile
from labour_exchange.jobseekers.rules.work import WorkFacts
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker import wording
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.conflicts import conflict_page
from labour_exchange.web.jobseeker.forms import WorkForm
from labour_exchange.web.jobseeker.profile.lists import occupations_named
from labour_exchange.web.localisation import words

FIELDS = "jobseeker/fields/work.html"


@blueprint.get("/profile/work")
@permits(KEEP_OWN_PROFILE)
def work() -> str:
    profile = own_profile(db.session(), current_actor())
    shown = wording.shown_profile(shared_profile(profile))
    entries = list(zip([job.id for job in profile.work_history], shown.jobs, strict=True))
    return render_template("jobseeker/work.html", entries=entries, experience=shown.experience, version=profile.version)


@blueprint.route("/profile/work/new", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def add_work() -> ResponseReturnValue:
    profile, form = own_profile(db.session(), current_actor()), WorkForm()
    if form.validate_on_submit() and (facts := _facts(form)):
        try:
            if claim_submission(db.session(), current_actor().label, form.submission_id.data):
                operations.add_work(db.session(), current_actor(), profile, facts, version=profile.version)
                db.session.commit()
            flash(_("Your changes are saved."), "ok")
            return redirect(url_for("jobseeker.work"), 303)
        except Refusal as refusal:
            db.session.rollback()
            show_refusal(form, refusal)
    return page_with_form("jobseeker/section.html", form, title=_("Add a job"), fields=FIELDS, back="jobseeker.work")


@blueprint.route("/profile/work/<int:entry_id>", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def change_work(entry_id: int) -> ResponseReturnValue:
    profile = own_profile(db.session(), current_actor())
    form = WorkForm(data=_as_written(profile, entry_of(profile, entry_id)))
    context: dict[str, Any] = {"title": _("Change a job"), "fields": FIELDS, "back": "jobseeker.work"}
    if form.validate_on_submit() and (facts := _facts(form)):
        try:
            operations.change_work(db.session(), current_actor(), profile, entry_id, facts, version=form.version.data or 0)
            db.session.commit()
            flash(_("Your changes are saved."), "ok")
            return redirect(url_for("jobseeker.work"), 303)
        except StaleVersion:
            db.session.rollback()
            now = own_profile(db.session(), current_actor())
            stored = WorkForm(formdata=None, data=_as_written(now, entry_of(now, entry_id)))
            return conflict_page("jobseeker/conflict.html", form, stored, version=now.version, **context)
        except Refusal as refusal:
            db.session.rollback()
            show_refusal(form, refusal)
    return page_with_form("jobseeker/section.html", form, **context)


@blueprint.post("/profile/work/<int:entry_id>/remove")
@permits(KEEP_OWN_PROFILE)
def remove_work(entry_id: int) -> ResponseReturnValue:
    profile, version = own_profile(db.session(), current_actor()), request.form.get("version", 0, type=int)
    operations.remove_work(db.session(), current_actor(), profile, entry_id, version=version)
    db.session.commit()
    flash(_("Removed."), "ok")
    return redirect(url_for("jobseeker.work"), 303)


def _facts(form: WorkForm) -> WorkFacts | None:
    """The job that was written; None when its occupation is not understood, with the error beside its field."""
    typed, code = (form.occupation.data or "").strip(), form.occupation_code.data or None
    if typed and not is_unit_group(code or ""):
        found = occupations_named(typed)
        if len(found) != 1:
            names = "; ".join(words(name) for _code, name in found[:5])
            known = _("Write one of these names: %(names)s", names=names) if found else _("We do not know this name. Try another word")
            form.occupation.errors = [known]
            return None
        code = found[0][0]
    return WorkFacts(
        title=form.title.data.strip(),
        employer_name=(form.employer_name.data or "").strip(),
        occupation_code=code if typed else None,
        started_on=form.started_on.data,
        ended_on=form.ended_on.data,
        duties=(form.duties.data or "").strip(),
    )


def _as_written(profile: Profile, entry: WorkHistory) -> dict[str, Any]:
    names = ("title", "employer_name", "occupation_code", "started_on", "ended_on", "duties")
    named = words(occupation(entry.occupation_code).name) if entry.occupation_code else ""
    return {name: getattr(entry, name) for name in names} | {"occupation": named, "version": profile.version}
