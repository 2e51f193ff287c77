"""What the office waits for the person to answer: a time, a plan, a contract, a partner."""

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from labour_exchange.cases.queries import latest_case_of
from labour_exchange.cases.queries.contracts import contracts_of
from labour_exchange.cases.queries.meetings import appointments_of
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.states import AppointmentState, ContractState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.partners.queries import partners_of
from labour_exchange.partners.states import PartnerState
from labour_exchange.web.localisation import moment


def office_questions(session: Session, actor: Actor, jobseeker_id: int) -> list[tuple[str, str, str, str]]:
    """Title, note, button and address of each, the most urgent first."""
    case = latest_case_of(session, actor, jobseeker_id)
    if case is None or case.closed_on:
        return []
    asked = []
    for one in reversed(appointments_of(session, actor, case)):
        if one.state is AppointmentState.PROPOSED and one.starts_at > clock.now():
            asked.append((_("The office asks you to an appointment"), f"{moment(one.starts_at)}, {one.place}", _("Answer")))
    for contract in contracts_of(session, actor, case):
        if contract.state is ContractState.OFFERED and contract.approved_by_id:
            asked.append((_("Sign your social contract"), _("It is approved. Read what both sides undertake."), _("Read and sign")))
    plan = plan_of(session, actor, case)
    if plan is not None and not plan.is_agreed and plan.steps:
        asked.append((_("Read your individual plan"), _("If you agree, say so; if not, tell your officer."), _("Read the plan")))
    found = [(*one, url_for("jobseeker.case")) for one in asked]
    for partner in partners_of(session, actor, case):
        if partner.state is PartnerState.PROPOSED:
            there = url_for("jobseeker.case_partner", public_id=partner.public_id)
            found.append(
                (_("A partner is proposed to you: %(name)s", name=partner.name), _("You decide whether it follows you up."), _("Answer"), there)
            )
    return found
