"""Who makes reports and gives instructions, who answers for them, and whose rows an actor sees."""

from typing import Any

from sqlalchemy import Select, false

from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Action, Actor, ActorKind, action_for, public
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.models.reports import Report, ReportComment
from labour_exchange.oversight.states import ReportState

READ_PUBLISHED_REPORTS = public("read published reports", "A published report names nobody, and small counts of people are withheld in it.")
READ_REPORTS = Action("read reports of the ministry", MINISTRY)
KEEP_REPORTS = action_for("draft, freeze, sign and publish reports", ActorKind.ANALYST)
COMMENT_REPORTS = Action("comment on drafts as a region", OFFICE_STAFF)
READ_INSTRUCTIONS = Action("read all instructions", MINISTRY)
GIVE_INSTRUCTIONS = action_for("give instructions and control them", ActorKind.ANALYST)
FOLLOW_INSTRUCTIONS = Action("carry out instructions given to the region", OFFICE_STAFF)


def may_keep_reports(actor: Actor) -> bool:
    return actor.kind is ActorKind.ANALYST and actor.user_id is not None


def may_comment(actor: Actor) -> bool:
    """Staff of a region's office; nobody comments for another region, because the region is the actor's own."""
    return actor.is_office_staff and actor.region_code is not None


def may_give_instructions(actor: Actor) -> bool:
    return actor.kind is ActorKind.ANALYST and actor.user_id is not None


def may_answer(actor: Actor, instruction: Instruction) -> bool:
    """Whoever the instruction was given to: staff of the region's office, or for a department the ministry's analysts."""
    if instruction.region_code is None:
        return may_give_instructions(actor)
    return actor.is_office_staff and actor.region_code == instruction.region_code


def visible_reports(actor: Actor, wanted: Select[tuple[Report]]) -> Select[tuple[Report]]:
    """The ministry and offices read drafts too; everybody else what is published."""
    if actor.kind in MINISTRY | OFFICE_STAFF or actor.kind is ActorKind.SYSTEM:
        return wanted
    return wanted.where(Report.state == ReportState.PUBLISHED)


def visible_comments(actor: Actor, wanted: Select[tuple[ReportComment]]) -> Select[tuple[ReportComment]]:
    """The ministry reads those of every region, an office its own region's."""
    return _of_region(actor, wanted, ReportComment)


def visible_instructions(actor: Actor, wanted: Select[tuple[Instruction]]) -> Select[tuple[Instruction]]:
    """The ministry sees all, an office those given to its region."""
    return _of_region(actor, wanted, Instruction)


def _of_region(actor: Actor, wanted: Select[Any], model: Any) -> Select[Any]:
    if actor.kind in MINISTRY or actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(model.region_code == actor.region_code)
    return wanted.where(false())
