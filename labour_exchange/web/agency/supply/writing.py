"""An agency writes and changes a vacancy under a mandate, on the employer's own form."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.queries import employers_acted_for, own_agency
from labour_exchange.agencies.states import Scope
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.vacancies.queries import own_vacancy
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.employer.writing.pages import Desk, write

DESK = Desk(list_endpoint="agency.vacancies", vacancy_endpoint="agency.vacancy")


@blueprint.route("/vacancies/new", methods=["GET", "POST"])
@permits(KEEP_AGENCY)
def new_vacancy() -> ResponseReturnValue:
    """For which employer comes first: a mandate to post decides."""
    employers = _employers()
    asked = request.args.get("employer", "")
    chosen = next((one for one in employers if one.public_id == asked), None)
    if asked and chosen is None:
        raise NotFound
    if chosen is None:
        return render_template("agency/vacancy_new.html", employers=employers)
    return write(chosen, None, DESK)


@blueprint.route("/vacancies/<public_id>/edit", methods=["GET", "POST"])
@permits(KEEP_AGENCY)
def edit_vacancy(public_id: str) -> ResponseReturnValue:
    found = own_vacancy(db.session(), current_actor(), public_id)
    employer = next((one for one in _employers() if one.id == found.employer_id), None)
    if employer is None:
        raise NotFound
    return write(employer, found, DESK)


def _employers() -> list[Employer]:
    """Those who let the agency post today, by name."""
    agency = own_agency(db.session(), current_actor())
    wanted = select(Employer).where(Employer.id.in_(employers_acted_for(agency.id, Scope.POST)))
    return list(db.session().scalars(wanted.order_by(Employer.name, Employer.id)))
