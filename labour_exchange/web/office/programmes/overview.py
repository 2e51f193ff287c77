"""The region's programme at a glance: what waits for whom, how many stand where, and what is left of the plan."""

from flask import render_template, request
from sqlalchemy import func, select

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.paging import page_of
from labour_exchange.programmes.access import READ_ENROLMENTS
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.projects.queries import projects_to_approve
from labour_exchange.programmes.queries import enrolments as queries
from labour_exchange.programmes.queries import jobs, money
from labour_exchange.programmes.states import EnrolmentState, PostState
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region

SHOWN, PAGE = 50, 50


@blueprint.get("/programme")
@permits(READ_ENROLMENTS)
def programme() -> str:
    session, actor, today = db.session(), current_actor(), clock.today()
    own_region(actor)
    is_approver = actor.kind is ActorKind.APPROVER
    running = money.allocations(actor).where(Allocation.starts_on <= today, Allocation.ends_on >= today)
    return render_template(
        "office/programmes/overview.html",
        counts=queries.counts_by_state(session, actor),
        enrolments=list(session.scalars(queries.enrolments_to_approve(actor).limit(SHOWN))) if is_approver else [],
        payments=list(session.scalars(queries.payments_to_approve(actor).limit(SHOWN))) if is_approver else [],
        projects=list(session.scalars(projects_to_approve(actor).limit(SHOWN))) if is_approver else [],
        claims=list(session.scalars(jobs.claims_to_check(actor).limit(SHOWN))),
        offered=session.scalar(select(func.count()).select_from(jobs.posts(actor, state=PostState.SUBMITTED).order_by(None).subquery())) or 0,
        allocations=list(session.scalars(running)),
        labels=labels,
        say=say,
        states=EnrolmentState,
        today=today,
    )


@blueprint.get("/enrolments")
@permits(READ_ENROLMENTS)
def enrolments() -> str:
    """Everybody in a measure, or those of one state, the latest first."""
    actor = current_actor()
    own_region(actor)
    chosen = next((state for state in EnrolmentState if state.value == request.args.get("state")), None)
    wanted = queries.enrolments_in_region(actor, state=chosen)
    page = page_of(db.session(), wanted, (Enrolment.id,), cursor=request.args.get("cursor"), limit=PAGE, descending=True)
    return render_template("office/programmes/enrolments.html", page=page, chosen=chosen, states=EnrolmentState, labels=labels, say=say)
