"""Sections of the profile that are one form each: about, licences, wishes."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal, StaleVersion
from labour_exchange.jobseekers import operations
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.queries import own_profile
from labour_exchange.jobseekers.rules.sections import About, Licences, Section, Wishes
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.conflicts import conflict_page
from labour_exchange.web.jobseeker.forms import AboutForm, LicencesForm, WishesForm


@blueprint.route("/profile/about", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def edit_about() -> ResponseReturnValue:
    return _edit(AboutForm, "about", _l("About you"), lambda form: About(form.headline.data.strip(), _written(form.summary.data), form.language.data))


@blueprint.route("/profile/licences", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def edit_licences() -> ResponseReturnValue:
    return _edit(LicencesForm, "licences", _l("Licences and permits"), lambda form: Licences(form.licences.data or []))


@blueprint.route("/profile/wishes", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def edit_wishes() -> ResponseReturnValue:
    return _edit(WishesForm, "wishes", _l("What you wish for"), _wishes)


def _edit(kind: type[Form], name: str, title: LazyString, section_of: Callable[[Any], Section]) -> ResponseReturnValue:
    """Show the section, save it, or show both texts when the profile was saved meanwhile."""
    profile = own_profile(db.session(), current_actor())
    form, context = kind(obj=profile), {"title": str(title), "fields": f"jobseeker/fields/{name}.html"}
    if form.validate_on_submit():
        try:
            operations.save_profile(db.session(), current_actor(), profile, section_of(form), version=form.version.data or 0)
            db.session.commit()
            flash(_("Your changes are saved."), "ok")
            return redirect(url_for("jobseeker.profile"), 303)
        except StaleVersion:
            db.session.rollback()
            stored = own_profile(db.session(), current_actor())
            return conflict_page("jobseeker/conflict.html", form, kind(formdata=None, obj=stored), version=stored.version, **context)
        except Refusal as refusal:
            db.session.rollback()
            show_refusal(form, refusal)
    return page_with_form("jobseeker/section.html", form, **context)


def _wishes(form: WishesForm) -> Wishes:
    return Wishes(
        move_regions=form.move_regions.data or [],
        pay_from=form.pay_from.data,
        hours=form.hours.data or [],
        employment_kinds=form.employment_kinds.data or [],
        wants_remote=form.wants_remote.data,
        is_quota_eligible=form.is_quota_eligible.data,
    )


def _written(text: str | None) -> str:
    return (text or "").strip()
