"""Instructions as the ministry sees them: the list, their calendar, sessions, one instruction, a new one."""

from calendar import Calendar

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.oversight.access import GIVE_INSTRUCTIONS, READ_INSTRUCTIONS
from labour_exchange.oversight.bodies import OWN_BODIES
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.operations import instructions as operations
from labour_exchange.oversight.operations.instructions import InstructionFacts
from labour_exchange.oversight.queries import instructions as queries
from labour_exchange.oversight.states import UNFINISHED, InstructionState
from labour_exchange.oversight.texts import labels
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.queries.definitions import measures_open_on
from labour_exchange.statistics.periods import month_of, months_after, read_period
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.localisation import date_short, weekdays, words
from labour_exchange.web.oversight.acting import about
from labour_exchange.web.oversight.forms import NO_MEASURE, InstructionForm, SittingForm
from labour_exchange.web.oversight.wording import INSTRUCTION_BADGES


@blueprint.get("/instructions")
@permits(READ_INSTRUCTIONS)
def instructions() -> str:
    """Those that are not done, the most urgent first; `?state=` narrows."""
    session, actor = db.session(), current_actor()
    asked = request.args.get("state", "")
    states = (InstructionState(asked),) if asked in list(InstructionState) else UNFINISHED
    counts = queries.counts_by_state(session, actor)
    chips = [{"label": _("Not done yet"), "href": url_for("headquarters.instructions"), "current": states == UNFINISHED}]
    chips += [
        {
            "label": f"{words(labels.INSTRUCTION_STATES[state])}: {counts.get(state, 0)}",
            "href": url_for("headquarters.instructions", state=state.value),
            "current": asked == state,
        }
        for state in queries.URGENCY
    ]
    return render_template(
        "headquarters/oversight/instructions.html",
        rows=list(session.scalars(queries.instructions(actor, states=states))),
        chips=chips,
        sittings=queries.sittings(session),
        responsible=queries.responsible,
        labels=labels,
        badges=INSTRUCTION_BADGES,
        may_give=actor.kind is ActorKind.ANALYST,
        today=clock.today(),
    )


@blueprint.get("/instructions/calendar")
@permits(READ_INSTRUCTIONS)
def instruction_calendar() -> str:
    """What is due on which day of a month; `?month=2026-12` chooses it."""
    try:
        month = read_period(request.args.get("month", ""))
    except ValueError:
        month = month_of(clock.today())
    month = month_of(month.first)
    days = queries.in_calendar(db.session(), current_actor(), month.first, month.last_day)
    return render_template(
        "headquarters/oversight/calendar.html",
        month=month,
        following=month_of(months_after(month.first, month.length)),
        days=days,
        weeks=Calendar().monthdatescalendar(month.first.year, month.first.month),
        weekdays=weekdays(),
        today=clock.today(),
        responsible=queries.responsible,
        labels=labels,
        badges=INSTRUCTION_BADGES,
    )


@blueprint.route("/instructions/new", methods=["GET", "POST"])
@permits(GIVE_INSTRUCTIONS)
def new_instruction() -> ResponseReturnValue:
    """`?responsible=` and `?measure=` come from the page that says what is off plan; `?sitting=` from a session."""
    session, actor = db.session(), current_actor()
    sittings = {one.public_id: one for one in queries.sittings(session)}
    measures = {one.code: one for one in measures_open_on(session, clock.today())}
    form = InstructionForm(
        responsible=request.args.get("responsible"),
        measure=request.args.get("measure", ""),
        sitting=request.args.get("sitting", next(iter(sittings), "")),
    )
    form.sitting.choices = [*form.sitting.choices, *((key, f"{date_short(one.held_on)}. {one.title}") for key, one in sittings.items())]
    form.measure.choices = [("", words(NO_MEASURE)), *((code, words(one.name)) for code, one in measures.items())]
    if form.validate_on_submit():
        made: list[Instruction] = []
        facts = _facts(form, measures)
        if is_done(form, lambda: made.append(operations.give_instruction(session, actor, sittings[form.sitting.data], facts))):
            flash(_("The instruction is given. Who answers for it gets a letter."), "ok")
            page = url_for("headquarters.instruction", public_id=made[0].public_id) if made else url_for("headquarters.instructions")
            return redirect(page, 303)
    return page_with_form("headquarters/oversight/new_instruction.html", form, has_sittings=bool(sittings))


@blueprint.get("/instructions/<public_id>")
@permits(READ_INSTRUCTIONS)
def instruction(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found = queries.instruction_for(session, actor, public_id)
    return render_template("headquarters/oversight/instruction.html", may_decide=actor.kind is ActorKind.ANALYST, **about(found, "headquarters"))


@blueprint.route("/sessions/new", methods=["GET", "POST"])
@permits(GIVE_INSTRUCTIONS)
def new_sitting() -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), SittingForm(held_on=clock.today())
    if form.validate_on_submit():
        facts = {"held_on": form.held_on.data, "body": form.body.data or "", "title": form.title.data or ""}
        if is_done(form, lambda: operations.record_sitting(session, actor, **facts)):
            flash(_("The session is recorded. Give its instructions now."), "ok")
            return redirect(url_for("headquarters.new_instruction"), 303)
    return page_with_form("headquarters/oversight/new_sitting.html", form)


@blueprint.get("/sessions/<public_id>")
@permits(READ_INSTRUCTIONS)
def sitting(public_id: str) -> str:
    """What one session told whom, and how far it is."""
    session, actor = db.session(), current_actor()
    found = queries.sitting_by_public_id(session, public_id)
    rows = list(session.scalars(queries.instructions(actor).where(Instruction.session_id == found.id)))
    return render_template(
        "headquarters/oversight/sitting.html",
        one=found,
        rows=rows,
        responsible=queries.responsible,
        labels=labels,
        badges=INSTRUCTION_BADGES,
        may_give=actor.kind is ActorKind.ANALYST,
        today=clock.today(),
    )


def _facts(form: InstructionForm, measures: dict[str, Measure]) -> InstructionFacts:
    named, is_body = form.responsible.data, form.responsible.data in OWN_BODIES
    return InstructionFacts(
        text_kk=form.text_kk.data or "",
        text_ru=form.text_ru.data or "",
        text_en=form.text_en.data or "",
        due_on=form.due_on.data,
        body_code=named if is_body else None,
        region_code=None if is_body else named,
        measure=measures.get(form.measure.data or ""),
    )
