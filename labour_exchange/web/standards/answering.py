"""Answering complaints about services: one page for the office, which answers first, and the ministry, which answers what was taken further."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.foundation.lifecycle.moves import Transition, history
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.standards import access, operations
from labour_exchange.standards.models import ServiceComplaint
from labour_exchange.standards.queries.complaints import complaint_for
from labour_exchange.standards.states import COMPLAINT_LIFECYCLE, ComplaintState, Finding
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.standards.complaining import said
from labour_exchange.web.standards.complaint_forms import ComplaintAnswerForm


def answer_page(area: str, public_id: str) -> ResponseReturnValue:
    """One complaint with everything that was said; the form while the actor may answer. Reading it is logged."""
    session, actor, form = db.session(), current_actor(), ComplaintAnswerForm()
    found = complaint_for(session, actor, public_id)
    may_answer = _may_answer(actor, found)

    def answer() -> ServiceComplaint:
        return operations.answer_complaint(session, actor, found, finding=Finding(form.finding.data), text=form.text.data or "")

    if form.validate_on_submit() and is_done(form, answer):
        flash(_("The answer is on its way to the person."), "ok")
        return redirect(url_for(f"{area}.service_complaints"), 303)
    if form.errors:
        # A refused act forgets what was read before; the promise behind a complaint is not the ministry's to read by itself.
        found = complaint_for(session, actor, public_id)
    record_act(session, actor, "read complaint", "service_complaint", found.id)
    session.commit()
    return page_with_form(
        "complaints/answer.html",
        form,
        area=area,
        complaint=found,
        served=_served(session, actor, found),
        moves=_moves(session, found),
        may_answer=may_answer,
        today=clock.today(),
        **said(),
    )


def _may_answer(actor: Actor, found: ServiceComplaint) -> bool:
    if actor.is_office_staff:
        return found.state is ComplaintState.FILED and access.may_answer_complaint(actor, found)
    return found.state is ComplaintState.ESCALATED and access.may_decide_complaint(actor, found)


def _served(session: ExchangeSession, actor: Actor, found: ServiceComplaint) -> tuple[str, str] | None:
    """Who complains, by name and page; nothing for the ministry, which sees nobody's record."""
    if not actor.is_office_staff:
        return None
    if found.jobseeker_id is not None:
        person = session.get(Jobseeker, found.jobseeker_id)
        return (person.full_name, url_for("office.jobseeker", public_id=person.public_id)) if person else None
    employer = session.get(Employer, found.employer_id)
    return (employer.name, url_for("public.employer", public_id=employer.public_id)) if employer else None


def _moves(session: ExchangeSession, found: ServiceComplaint) -> list[tuple[Transition, ComplaintState]]:
    return [(one, ComplaintState(one.to_state)) for one in history(session, COMPLAINT_LIFECYCLE.name, found.id)]
