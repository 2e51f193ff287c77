"""What an office has to do today: late things first."""

from flask import render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from labour_exchange.employers.models import Employer
from labour_exchange.employers.queries import claims_to_decide, count_rows, employers_to_verify
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, permits
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.inspections.queries.cases import waiting_for
from labour_exchange.jobseekers.access import READ_JOBSEEKERS
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.rules.registers import lapses_on
from labour_exchange.matching.queries import contests_to_answer
from labour_exchange.placements.models import Referral
from labour_exchange.placements.queries.approaches import referrals_of_office
from labour_exchange.placements.states import ReferralState
from labour_exchange.programmes.projects.queries import projects_to_approve
from labour_exchange.programmes.queries.enrolments import enrolments_to_approve, payments_to_approve
from labour_exchange.programmes.texts import labels
from labour_exchange.standards.queries.complaints import complaints_due
from labour_exchange.standards.queries.monitoring import commitments_about_to_break
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import count_to_check, vacancies_to_check
from labour_exchange.web.actor import current_actor
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.localisation import number, relative_day
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.queue import appointments_of_day
from labour_exchange.web.office.registrations import registrations_due
from labour_exchange.web.office.vacancies import own_region, row_of
from labour_exchange.web.oversight.pressing import pressing

SHOWN_VACANCIES, SHOWN_ASIDE = 10, 5
WITHOUT_OUTCOME = (ReferralState.ISSUED, ReferralState.ACCEPTED, ReferralState.OFFERED)


@blueprint.get("/queue")
@permits(READ_JOBSEEKERS)
def queue() -> str:
    session, actor = db.session(), current_actor()
    region_code = own_region(actor)
    first = session.scalars(vacancies_to_check(region_code).order_by(Vacancy.id).limit(SHOWN_VACANCIES)).all()
    return render_template(
        "office/queue.html",
        stats=_stats(session, actor, region_code),
        rows=[row_of(vacancy) for vacancy in first],
        employers=session.scalars(employers_to_verify(region_code).order_by(Employer.id).limit(SHOWN_ASIDE)).all(),
        due=_due(session, actor),
        referrals=_referrals(session, actor),
        promises=session.scalar(select(func.count()).select_from(commitments_about_to_break(actor).order_by(None).subquery())) or 0,
        complaints=session.scalar(select(func.count()).select_from(complaints_due(actor).subquery())) or 0,
        contested=session.scalar(select(func.count()).select_from(contests_to_answer(actor).subquery())) or 0,
        inspections=waiting_for(session, actor, clock.today()),
        **appointments_of_day(is_own=True),
        **_to_approve(session, actor),
        pressing=pressing(session, actor, region_code=region_code),
    )


def _to_approve(session: ExchangeSession, actor: Actor) -> dict[str, object]:
    """What office/programmes/_to_approve.html shows to an approver; nothing to others."""
    if actor.kind is not ActorKind.APPROVER:
        return {}
    asked = {"enrolments": enrolments_to_approve(actor), "projects": projects_to_approve(actor), "payments": payments_to_approve(actor)}
    return {name: list(session.scalars(wanted.limit(SHOWN_ASIDE))) for name, wanted in asked.items()} | {"labels": labels}


def _stats(session: ExchangeSession, actor: Actor, region_code: str) -> list[dict[str, object]]:
    vacancies = count_to_check(session, region_code)
    employers = count_rows(session, employers_to_verify(region_code)) + count_rows(session, claims_to_decide(region_code))
    due = session.scalar(select(func.count()).select_from(registrations_due(actor).subquery())) or 0
    referrals = session.scalar(select(func.count()).select_from(referrals_of_office(actor, states=WITHOUT_OUTCOME).options().subquery())) or 0
    return [
        {"value": number(vacancies), "label": _("vacancies to check"), "note": _("within one working day"), "href": url_for("office.vacancies")},
        {"value": number(employers), "label": _("employers to verify"), "note": _("within one working day"), "href": url_for("office.employers")},
        {"value": number(due), "label": _("registrations to renew"), "note": _("lapsing soon or lapsed"), "href": "#due", "due": due > 0},
        {"value": number(referrals), "label": _("referrals without an outcome"), "href": page_or_nothing("office.referrals")},
    ]


def _due(session: ExchangeSession, actor: Actor) -> list[dict[str, object]]:
    wanted = registrations_due(actor).order_by(Registration.renewed_on, Registration.id).limit(SHOWN_ASIDE)
    rows = list(session.scalars(wanted))
    people = {person.id: person for person in session.scalars(select(Jobseeker).where(Jobseeker.id.in_([row.jobseeker_id for row in rows])))}
    return [
        {
            "name": people[row.jobseeker_id].full_name,
            "href": url_for("office.jobseeker", public_id=people[row.jobseeker_id].public_id),
            "lapses": relative_day(lapses_on(row.renewed_on)),
            "public_id": row.public_id,
        }
        for row in rows
        if row.jobseeker_id in people
    ]


def _referrals(session: ExchangeSession, actor: Actor) -> list[Referral]:
    """The oldest that nobody has answered."""
    wanted = referrals_of_office(actor, states=(ReferralState.ISSUED,)).order_by(Referral.id).limit(SHOWN_ASIDE)
    return list(session.scalars(wanted.options(joinedload(Referral.jobseeker))))
