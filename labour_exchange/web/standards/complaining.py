"""Complaining about a service: the same pages for jobseekers and employers who are signed in, and for who holds a link."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.standards import operations, texts
from labour_exchange.standards.models import Commitment, ServiceComplaint, StandardVersion
from labour_exchange.standards.queries import complaints as queries
from labour_exchange.standards.rules.complaints import may_be_escalated
from labour_exchange.standards.states import WAITING
from labour_exchange.standards.texts import complaints as complaint_texts
from labour_exchange.web.accounts.blueprint import counted_try, refused_page
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.localisation import language
from labour_exchange.web.standards.complaint_forms import FurtherForm, ServiceComplaintForm

BADGES = {"filed": "warn", "escalated": "warn", "answered": "ok", "decided": "ok"}


def own_page(area: str) -> str:
    """The actor's own complaints, and what they may complain about."""
    session, actor = db.session(), current_actor()
    rows, promises = queries.complaints_of_served(session, actor), queries.promises_to_complain_about(session, actor)
    return render_template("complaints/own.html", area=area, rows=rows, promises=promises, **said())


def new_page(area: str, public_id: str) -> ResponseReturnValue:
    """A new complaint about one of the actor's own promises; tries are counted."""
    session, actor = db.session(), current_actor()
    service = queries.complainable_for(session, actor, public_id)
    form = ServiceComplaintForm(data={"paragraph": "0"}).offer(service[1])
    made: list[ServiceComplaint] = []

    def file() -> None:
        made.append(operations.complain(session, actor, service[0], form.facts(), language=language()))

    if form.validate_on_submit():
        try:
            counted_try("complaint", actor.label)
            act_once(form.submission_id.data, file)
        except NotFound:
            raise
        except Refusal as refusal:
            session.rollback()
            return refused_page("complaints/new.html", form, refusal, **_of_service(service, area))
        flash(_("Your complaint is with the office."), "ok")
        if made:
            return redirect(url_for(f"{area}.service_complaint", public_id=made[0].public_id), 303)
        return redirect(url_for(f"{area}.service_complaints"), 303)
    return page_with_form("complaints/new.html", form, **_of_service(service, area))


def one_page(area: str, public_id: str) -> str:
    found = queries.complaint_for(db.session(), current_actor(), public_id)
    own = {"further": f"{area}.escalate_complaint", "withdraw": f"{area}.withdraw_complaint"}
    steps = {name: url_for(endpoint, public_id=public_id) for name, endpoint in own.items()}
    return render_template("complaints/status.html", area=area, **of_complaint(found), **steps)


def further_page(area: str, public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), FurtherForm()
    found = queries.complaint_for(session, actor, public_id)
    back, why = url_for(f"{area}.service_complaint", public_id=public_id), form.why.data or ""
    if form.validate_on_submit() and is_done(form, lambda: operations.escalate_complaint(session, actor, found, why=why)):
        flash(_("Your complaint is with the ministry."), "ok")
        return redirect(back, 303)
    return page_with_form("complaints/further.html", form, area=area, back=back)


def withdraw(area: str, public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = queries.complaint_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: operations.withdraw_complaint(session, actor, found))
    flash(_("The complaint is withdrawn."), "ok")
    return redirect(url_for(f"{area}.service_complaint", public_id=public_id), 303)


def of_complaint(found: ServiceComplaint) -> dict[str, object]:
    """What the page of one complaint needs for who made it."""
    answered_on = next((one.answered_on for one in found.answers), None)
    may_escalate = may_be_escalated(found.state, found.due_on, answered_on, clock.today())
    return {"complaint": found, "may_escalate": may_escalate, "may_withdraw": found.state in WAITING, **said()}


def said() -> dict[str, object]:
    """The words of the part that every page of complaints needs."""
    return {"texts": texts, "words": complaint_texts, "badges": BADGES}


def link_page(secret: str) -> ResponseReturnValue | None:
    """A new complaint by the link to rate; None where the link no longer gives one."""
    session = db.session()
    service = queries.complainable_by_link(session, secret)
    if service is None:
        return None
    form = ServiceComplaintForm(data={"paragraph": "0"}).offer(service[1])
    if not form.validate_on_submit():
        return page_with_form("complaints/new.html", form, **_of_service(service, ""))
    try:
        counted_try("complaint", service[0].public_id)
        status = operations.complain_by_link(session, secret=secret, facts=form.facts(), language=language())[1]
        session.commit()
    except Refusal as refusal:
        session.rollback()
        # What was read before is forgotten with the rollback, and a visitor does not see it: the link is asked again.
        service = queries.complainable_by_link(session, secret)
        return refused_page("complaints/new.html", form, refusal, **_of_service(service, "")) if service else None
    flash(_("Your complaint is with the office. Keep the address of this page: it leads to the answer."), "ok")
    return redirect(url_for("public.complaint_status", secret=status), 303)


def _of_service(service: tuple[Commitment, StandardVersion], area: str) -> dict[str, object]:
    return {"service": service[0], "version": service[1], "area": area, **said()}
