"""Instructions given to the office's region: what is due, the evidence that it is done, and asking for more time."""

from flask import render_template
from flask.typing import ResponseReturnValue

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.oversight.access import FOLLOW_INSTRUCTIONS
from labour_exchange.oversight.queries import instructions as queries
from labour_exchange.oversight.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region
from labour_exchange.web.oversight.acting import about, evidence_page, extension_page
from labour_exchange.web.oversight.pressing import pressing
from labour_exchange.web.oversight.wording import INSTRUCTION_BADGES


@blueprint.get("/instructions")
@permits(FOLLOW_INSTRUCTIONS)
def instructions() -> str:
    """All of the region, the most urgent first."""
    rows = list(db.session().scalars(queries.instructions(current_actor())))
    return render_template(
        "office/oversight/instructions.html",
        rows=rows,
        responsible=queries.responsible,
        labels=labels,
        badges=INSTRUCTION_BADGES,
        today=clock.today(),
    )


@blueprint.get("/plan")
@permits(FOLLOW_INSTRUCTIONS)
def off_plan() -> str:
    """What is off plan in the region, since when, and which instruction is about it."""
    session, actor = db.session(), current_actor()
    return render_template("office/oversight/plan.html", **pressing(session, actor, region_code=own_region(actor)))


@blueprint.get("/instructions/<public_id>")
@permits(FOLLOW_INSTRUCTIONS)
def instruction(public_id: str) -> str:
    found = queries.instruction_for(db.session(), current_actor(), public_id)
    return render_template("office/oversight/instruction.html", **about(found, "office"))


@blueprint.route("/instructions/<public_id>/evidence", methods=["GET", "POST"])
@permits(FOLLOW_INSTRUCTIONS)
def give_evidence(public_id: str) -> ResponseReturnValue:
    return evidence_page("office", public_id)


@blueprint.route("/instructions/<public_id>/extension", methods=["GET", "POST"])
@permits(FOLLOW_INSTRUCTIONS)
def ask_extension(public_id: str) -> ResponseReturnValue:
    return extension_page("office", public_id)
