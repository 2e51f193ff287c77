"""The profile as its owner sees it, as others see it, and who those others are."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.jobseekers import operations, texts
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.queries import own_jobseeker, own_profile, shared_profile
from labour_exchange.jobseekers.rules.completeness import gaps, is_searchable
from labour_exchange.jobseekers.states import Audience
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker import wording
from labour_exchange.web.jobseeker.addresses import gap_links
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.forms import AudienceForm


@blueprint.get("/profile")
@permits(KEEP_OWN_PROFILE)
def profile() -> str:
    person = own_jobseeker(db.session(), current_actor())
    own = own_profile(db.session(), current_actor())
    return render_template(
        "jobseeker/profile.html",
        person=person,
        shown=wording.shown_profile(shared_profile(own)),
        lacking=gap_links(gaps(own)),
        audience=texts.AUDIENCES[own.audience],
        is_searchable=is_searchable(own),
        is_open=own.audience is Audience.EMPLOYERS,
        said=wording.said,
        pay_wish=wording.pay_wish,
    )


@blueprint.get("/profile/preview")
@permits(KEEP_OWN_PROFILE)
def preview() -> str:
    own = own_profile(db.session(), current_actor())
    return render_template(
        "jobseeker/preview.html",
        shown=wording.shown_profile(shared_profile(own)),
        is_searchable=is_searchable(own),
        is_open=own.audience is Audience.EMPLOYERS,
        said=wording.said,
        pay_wish=wording.pay_wish,
    )


@blueprint.route("/profile/audience", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def audience() -> ResponseReturnValue:
    own = own_profile(db.session(), current_actor())
    form = AudienceForm(obj=own)
    if form.validate_on_submit():
        try:
            operations.set_audience(db.session(), current_actor(), own, Audience(form.audience.data), version=form.version.data or 0)
            db.session.commit()
            flash(_("Your changes are saved."), "ok")
            return redirect(url_for("jobseeker.profile"), 303)
        except Refusal as refusal:
            # A choice of one of three is no text to compare: the page comes back with the version as it is now.
            db.session.rollback()
            form.version.raw_data, form.version.data = None, own_profile(db.session(), current_actor()).version
            show_refusal(form, refusal)
            return page_with_form("jobseeker/audience.html", form, status=refusal.status, meanings=_meanings())
    return page_with_form("jobseeker/audience.html", form, meanings=_meanings())


def _meanings() -> list[tuple[object, object]]:
    return [(texts.AUDIENCES[one], texts.AUDIENCE_MEANINGS[one]) for one in Audience]
