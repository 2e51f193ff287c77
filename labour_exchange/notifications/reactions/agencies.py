"""What agencies, employers and people are told about licences, mandates, applications that an agency answers, and complaints."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.agencies.models import Agency, AgencyMember, Complaint, Licence, Mandate, MandateRequest
from labour_exchange.agencies.queries import licences_ending, mandates_ending, may_act_for
from labour_exchange.agencies.rules import WARNING_DAYS, warning_stage
from labour_exchange.agencies.states import LICENCE_LIFECYCLE, ComplaintState, LicenceState, Scope
from labour_exchange.agencies.texts import COMPLAINT_STATES, LICENCE_STATES
from labour_exchange.employers.models import Employer, EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import AgencyLink
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.placements.models import JobApplication

Facts = Mapping[str, Any]
GIVEN = Text(kk="өкілеттік берілді", ru="полномочия даны", en="the mandate is given")
DECLINED = Text(kk="бас тартты", ru="отказ", en="declined")
TAKEN_BACK = Text(kk="өкілеттік қайтарып алынды", ru="полномочия отозваны", en="the mandate is taken back")
COMPLAINTS_OF = {
    ActorKind.JOBSEEKER: "/jobseeker/agencies/complaints",
    ActorKind.EMPLOYER: "/employer/agencies/complaints",
    ActorKind.OFFICE: "/office/agencies/complaints",
    ActorKind.APPROVER: "/office/agencies/complaints",
}


def tell_of_licence(session: Session, facts: Facts) -> None:
    """Reaction to licence_changed. An application of its own is no news to the agency."""
    state = LicenceState(facts["state"])
    if state is not LicenceState.APPLIED:
        change = len(history(session, LICENCE_LIFECYCLE.name, facts["licence_id"]))
        _tell_agency(
            session, facts["agency_id"], MessageKind.LICENCE_CHANGED, f"{facts['licence_id']}:{change}", "/agency/home", state=LICENCE_STATES[state]
        )


def ask_employer_for_mandate(session: Session, facts: Facts) -> None:
    """Reaction to mandate_asked."""
    asked = session.get_one(MandateRequest, facts["request_id"])
    name = session.get_one(Agency, asked.agency_id).name
    _tell_employer(session, asked.employer_id, MessageKind.MANDATE_ASKED, f"{asked.id}", agency=name)


def tell_of_mandate(session: Session, facts: Facts) -> None:
    """Reaction to mandate_given."""
    _tell_of_decision(session, facts, GIVEN, f"given:{_latest_mandate(session, facts)}")


def tell_of_withdrawal(session: Session, facts: Facts) -> None:
    """Reaction to mandate_withdrawn."""
    _tell_of_decision(session, facts, TAKEN_BACK, f"taken:{_latest_mandate(session, facts)}")


def tell_of_refused_mandate(session: Session, facts: Facts) -> None:
    """Reaction to mandate_declined."""
    asked = session.get_one(MandateRequest, facts["request_id"])
    _tell_of_decision(session, {"agency_id": asked.agency_id, "employer_id": asked.employer_id}, DECLINED, f"declined:{asked.id}")


def tell_agency_of_application(session: Session, facts: Facts) -> None:
    """Reaction to application_sent: the agency that brought the vacancy and may answer for its employer hears of it too."""
    application = session.get_one(JobApplication, facts["application_id"])
    agency_id, employer_id = application.vacancy.agency_id, application.employer_id
    if agency_id and employer_id and may_act_for(session, agency_id, employer_id, Scope.ANSWER, clock.today()):
        path = f"/agency/applications/{application.public_id}"
        _tell_agency(session, agency_id, MessageKind.APPLICATION_RECEIVED, f"{application.id}", path, vacancy=application.vacancy.title)


def warn_of_endings(session: Session) -> None:
    """Letters 30, 14 and 3 days before a licence or a mandate ends, each once; the daily job."""
    today = clock.today()
    for licence in licences_ending(session, today, max(WARNING_DAYS)):
        _warn_of_licence(session, licence)
    for row in mandates_ending(session, today, max(WARNING_DAYS)):
        stage, until = warning_stage(row.mandate.until_on, today), row.mandate.until_on
        if stage is not None and until is not None and row.is_open:
            values = {"days": (until - today).days, "until": f"{until:%d.%m.%Y}", "agency": row.agency.name, "employer": row.employer.name}
            occasion = f"{row.mandate.id}:{until}:{stage}"
            _tell_agency(session, row.agency.id, MessageKind.MANDATE_ENDING, occasion, "/agency/mandates", **values)
            _tell_employer(session, row.employer.id, MessageKind.MANDATE_ENDING, occasion, **values)


def tell_agency_of_complaint(session: Session, facts: Facts) -> None:
    """Reaction to complaint_filed; what it says stands behind the sign-in, not in the letter."""
    complaint = session.get_one(Complaint, facts["complaint_id"])
    path, until = f"/agency/complaints/{complaint.public_id}", f"{complaint.reply_due_on:%d.%m.%Y}"
    _tell_agency(session, complaint.agency_id, MessageKind.COMPLAINT_FILED, f"{complaint.id}", path, until=until)


def tell_of_reply(session: Session, facts: Facts) -> None:
    """Reaction to complaint_replied: whoever complained reads the reply."""
    complaint = session.get_one(Complaint, facts["complaint_id"])
    _tell_complainant(session, complaint, MessageKind.COMPLAINT_REPLIED)


def tell_agency_of_link(session: Session, facts: Facts) -> None:
    """Reaction to agency_linked; who it is stands behind the sign-in, not in the letter."""
    _tell_agency(session, facts["agency_id"], MessageKind.AGENCY_LINKED, _latest_link(session, facts), "/agency/candidates")


def tell_agency_of_unlinking(session: Session, facts: Facts) -> None:
    """Reaction to agency_unlinked."""
    _tell_agency(session, facts["agency_id"], MessageKind.AGENCY_UNLINKED, _latest_link(session, facts), "/agency/candidates")


def tell_both_of_decision(session: Session, facts: Facts) -> None:
    """Reaction to complaint_decided."""
    complaint, state = session.get_one(Complaint, facts["complaint_id"]), COMPLAINT_STATES[ComplaintState(facts["state"])]
    _tell_agency(
        session, complaint.agency_id, MessageKind.COMPLAINT_DECIDED, f"{complaint.id}", f"/agency/complaints/{complaint.public_id}", state=state
    )
    _tell_complainant(session, complaint, MessageKind.COMPLAINT_DECIDED, state=state)


def _tell_complainant(session: Session, complaint: Complaint, kind: MessageKind, **values: object) -> None:
    user = complaint.user_id and session.get(User, complaint.user_id)
    if user:
        path = COMPLAINTS_OF.get(user.kind, "")
        compose_message(session, kind, user.id, occasion=f"{kind}:{complaint.id}:{user.id}", path=path, **values)


def _warn_of_licence(session: Session, licence: Licence) -> None:
    today = clock.today()
    stage, until = warning_stage(licence.expires_on, today), licence.expires_on
    if stage is not None and until is not None:
        values = {"days": (until - today).days, "until": f"{until:%d.%m.%Y}"}
        _tell_agency(session, licence.agency_id, MessageKind.LICENCE_ENDING, f"{licence.id}:{until}:{stage}", "/agency/home", **values)


def _tell_of_decision(session: Session, facts: Facts, state: Text, occasion: str) -> None:
    name = session.get_one(Employer, facts["employer_id"]).name
    _tell_agency(session, facts["agency_id"], MessageKind.MANDATE_ANSWERED, occasion, "/agency/mandates", employer=name, state=state)


def _latest_mandate(session: Session, facts: Facts) -> int | None:
    pair = Mandate.agency_id == facts["agency_id"], Mandate.employer_id == facts["employer_id"]
    return session.scalar(select(func.max(Mandate.id)).where(*pair))


def _latest_link(session: Session, facts: Facts) -> str:
    pair = AgencyLink.agency_id == facts["agency_id"], AgencyLink.jobseeker_id == facts["jobseeker_id"]
    return str(session.scalar(select(func.max(AgencyLink.id)).where(*pair)))


def _tell_agency(session: Session, agency_id: int, kind: MessageKind, occasion: str, path: str, **values: object) -> None:
    for user_id in _people(session, agency_id):
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}:{user_id}", path=path, **values)


def _tell_employer(session: Session, employer_id: int, kind: MessageKind, occasion: str, **values: object) -> None:
    members = select(EmployerMember.user_id).where(EmployerMember.employer_id == employer_id).order_by(EmployerMember.id)
    for user_id in session.scalars(members):
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}:{user_id}", path="/employer/mandates", **values)


def _people(session: Session, agency_id: int) -> list[int]:
    return list(session.scalars(select(AgencyMember.user_id).where(AgencyMember.agency_id == agency_id).order_by(AgencyMember.id)))
