"""Promises of the region that are about to be broken, and those that were broken and are still not done."""

from flask import render_template
from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.standards import texts
from labour_exchange.standards.access import READ_OWN_PROMISES
from labour_exchange.standards.models import Commitment
from labour_exchange.standards.queries.complaints import findings_beside
from labour_exchange.standards.queries.monitoring import commitments_about_to_break, commitments_broken
from labour_exchange.standards.states import Promise
from labour_exchange.standards.texts import complaints as complaint_texts
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.web.actor import current_actor
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region

SHOWN = 50


@blueprint.get("/promises")
@permits(READ_OWN_PROMISES)
def promises() -> str:
    session, actor = db.session(), current_actor()
    own_region(actor)
    due, broken = commitments_about_to_break(actor), commitments_broken(actor)
    broken_rows = _rows(session, broken)
    return render_template(
        "office/standards/promises.html",
        due=_rows(session, due),
        due_count=_count(session, due),
        broken=broken_rows,
        broken_count=_count(session, broken),
        shown=SHOWN,
        texts=texts,
        findings=findings_beside(session, [one[0].id for one in broken_rows]),
        words=complaint_texts,
    )


def _count(session: ExchangeSession, wanted: Select[tuple[Commitment]]) -> int:
    return session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0


def _rows(session: ExchangeSession, wanted: Select[tuple[Commitment]]) -> list[tuple[Commitment, Jobseeker | None, Vacancy | None]]:
    """Each with the person, or the vacancy, that it is about."""
    found = session.scalars(wanted.options(joinedload(Commitment.office)).limit(SHOWN)).all()
    people = {
        one.id: one for one in session.scalars(select(Jobseeker).where(Jobseeker.id.in_([row.jobseeker_id for row in found if row.jobseeker_id])))
    }
    checked = [row.subject_id for row in found if row.promise is Promise.VACANCY_CHECK]
    vacancies = {one.id: one for one in session.scalars(select(Vacancy).where(Vacancy.id.in_(checked)))}
    return [(row, people.get(row.jobseeker_id or 0), vacancies.get(row.subject_id) if row.employer_id else None) for row in found]
