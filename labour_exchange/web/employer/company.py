"""The employer itself: what readers see of it, its places of work, its people, and the names under which imports know it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts.operations.tries import count_try
from labour_exchange.employers import operations
from labour_exchange.employers.access import KEEP_EMPLOYER
from labour_exchange.employers.models import MemberRole
from labour_exchange.employers.operations import EstablishmentFacts
from labour_exchange.employers.queries import (
    claims_of,
    colleagues_of,
    establishment_of,
    establishments_of,
    member_of,
    own_employer,
    role_of,
    unclaimed_employer,
    unclaimed_employers,
)
from labour_exchange.employers.rules import is_trusted
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal, StaleVersion
from labour_exchange.territory.queries import district, region
from labour_exchange.vacancies.queries import counts_by_state
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.employer.forms import ClaimForm, ColleagueForm, CompanyForm, PlaceForm
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.jobseeker.conflicts import conflict_page
from labour_exchange.web.localisation import words


@blueprint.route("/company", methods=["GET", "POST"])
@permits(KEEP_EMPLOYER)
def company() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    form = CompanyForm(obj=employer)
    if form.validate_on_submit():
        facts = {name: form[name].data or "" for name in ("name", "about", "website")}
        try:
            operations.change_employer(
                session, actor, employer, **facts, industry_code=form.industry_code.data or None, version=form.version.data or 0
            )
            session.commit()
            flash(_("Your changes are saved."), "ok")
            return redirect(url_for("employer.company"), 303)
        except StaleVersion:
            session.rollback()
            stored = own_employer(session, actor)
            return conflict_page("employer/conflict.html", form, CompanyForm(formdata=None, obj=stored), version=stored.version, vacancy=None)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    public_page = page_or_nothing("public.employer", public_id=employer.public_id)
    region_name = words(region(employer.region_code).name) if employer.region_code else ""
    return page_with_form("employer/company.html", form, employer=employer, public_page=public_page, region_name=region_name)


@blueprint.route("/places", methods=["GET", "POST"])
@permits(KEEP_EMPLOYER)
def places() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    form = PlaceForm()
    if form.validate_on_submit():
        facts = EstablishmentFacts(form.name.data or "", form.region_code.data or "", form.district_code.data or None, form.address.data or "")
        try:
            operations.open_establishment(session, actor, employer, facts)
            session.commit()
            flash(_("The place of work is added."), "ok")
            return redirect(url_for("employer.places"), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    rows = [(place, _where(place.region_code, place.district_code, place.address)) for place in establishments_of(session, employer.id)]
    return page_with_form("employer/places.html", form, places=rows)


def _where(region_code: str, district_code: str | None, address: str) -> str:
    names = [words(region(region_code).short_name), words(district(district_code).name) if district_code else "", address]
    return ", ".join(filter(None, names))


@blueprint.post("/places/<public_id>/close")
@permits(KEEP_EMPLOYER)
def close_place(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    operations.close_establishment(session, actor, establishment_of(session, own_employer(session, actor).id, public_id))
    session.commit()
    flash(_("The place of work is closed. Its vacancies stay as they are."), "ok")
    return redirect(url_for("employer.places"), 303)


@blueprint.route("/colleagues", methods=["GET", "POST"])
@permits(KEEP_EMPLOYER)
def colleagues() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    is_owner = role_of(session, actor, employer.id) == MemberRole.OWNER
    form = ColleagueForm(language="kk")
    if form.validate_on_submit():
        try:
            # Each letter costs a try, so that nobody can find out by guessing who has an account.
            count_try(session, "register", account=f"employer {employer.id}", address=request.remote_addr or "")
            session.commit()
            facts = {name: form[name].data or "" for name in ("email", "display_name", "language")}
            operations.invite_colleague(session, actor, employer, **facts)
            session.commit()
            flash(_("The invitation is on its way."), "ok")
            return redirect(url_for("employer.colleagues"), 303)
        except NotFound:
            raise
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    members = colleagues_of(session, employer.id)
    return page_with_form("employer/colleagues.html", form, members=members, is_owner=is_owner, is_trusted=is_trusted(employer.state))


@blueprint.post("/colleagues/<user_public_id>/remove")
@permits(KEEP_EMPLOYER)
def remove_colleague(user_public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    operations.remove_colleague(session, actor, employer, member_of(session, employer.id, user_public_id))
    session.commit()
    flash(_("This person no longer acts for the employer."), "ok")
    return redirect(url_for("employer.colleagues"), 303)


@blueprint.get("/claims")
@permits(KEEP_EMPLOYER)
def claims() -> str:
    """Advertisements of job sites that may be this employer's: search by name, claim, see what the office answered."""
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    asked = request.args.get("q", "").strip()
    found = unclaimed_employers(session, asked or _bare_name(employer.name))
    rows = [(one, counts_by_state(session, one.id).get(VacancyState.PUBLISHED, 0)) for one in found]
    return render_template("employer/claims.html", q=asked, rows=rows, claims=claims_of(session, employer.id), is_trusted=is_trusted(employer.state))


def _bare_name(name: str) -> str:
    """The name without the legal form around it, so that a job site's spelling is found too."""
    quoted = name.split("«")[1].split("»")[0] if "«" in name and "»" in name else name
    return quoted.strip('" ')


@blueprint.route("/claims/<public_id>", methods=["GET", "POST"])
@permits(KEEP_EMPLOYER)
def claim(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    employer, claimed = own_employer(session, actor), unclaimed_employer(session, public_id)
    form = ClaimForm()
    if form.validate_on_submit():
        try:
            operations.claim_employer(session, actor, employer, claimed, reason=form.reason.data or "")
            session.commit()
            flash(_("Your claim is with the office. It answers within one working day."), "ok")
            return redirect(url_for("employer.claims"), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return page_with_form("employer/claim.html", form, claimed=claimed)
