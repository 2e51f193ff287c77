"""Letters about applications, invitations, referrals, offers and placements, each thing once."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.placements.models import AnnulmentProposal, Invitation, JobApplication, Offer, Placement, Referral
from labour_exchange.placements.rules.approaches import REMINDER_DAYS
from labour_exchange.placements.rules.signals import REPLY_DAYS
from labour_exchange.placements.states import ApplicationState, EvidenceSource, OfferState, PlacementState
from labour_exchange.placements.texts.labels import APPLICATION_STATES, OFFER_STATES

Facts = Mapping[str, Any]
DECISIONS = {
    True: Text(kk="күші жойылды", ru="аннулировано", en="annulled"),
    False: Text(kk="күшінде қалды", ru="остаётся в силе", en="it stands"),
}


def tell_employer_of_application(session: Session, facts: Facts) -> None:
    """Reaction to application_sent."""
    application = session.get_one(JobApplication, facts["application_id"])
    path = f"/employer/applications/{application.public_id}"
    _tell_employer(session, application.employer_id, MessageKind.APPLICATION_RECEIVED, f"application:{application.id}", path, _vacancy(application))


def remind_employer_of_application(session: Session, facts: Facts) -> None:
    """Reaction to application_reminded; silent when the answer came meanwhile."""
    application, reminder = session.get_one(JobApplication, facts["application_id"]), facts["reminder"]
    if application.state in (ApplicationState.SENT, ApplicationState.SEEN):
        values = _vacancy(application) | {"days": REMINDER_DAYS[reminder - 1]}
        path, occasion = f"/employer/applications/{application.public_id}", f"answer_due:{application.id}:{reminder}"
        _tell_employer(session, application.employer_id, MessageKind.ANSWER_DUE, occasion, path, values)


def tell_person_of_answer(session: Session, facts: Facts) -> None:
    """Reaction to application_answered."""
    application, state = session.get_one(JobApplication, facts["application_id"]), ApplicationState(facts["state"])
    occasion, values = f"application:{application.id}:{state}", _vacancy(application) | {"state": APPLICATION_STATES[state]}
    _tell_person(session, application.jobseeker_id, MessageKind.APPLICATION_ANSWERED, occasion, _application_path(application), values)


def tell_person_of_end(session: Session, facts: Facts) -> None:
    """Reaction to application_closed: of silence and of closed vacancies; what the person did is not news to them."""
    application, state = session.get_one(JobApplication, facts["application_id"]), ApplicationState(facts["state"])
    occasion, path, values = f"application:{application.id}:{state}", _application_path(application), _vacancy(application)
    if state is ApplicationState.UNANSWERED:
        _tell_person(session, application.jobseeker_id, MessageKind.APPLICATION_UNANSWERED, occasion, path, values)
    elif state is ApplicationState.VACANCY_CLOSED:
        values |= {"state": APPLICATION_STATES[state]}
        _tell_person(session, application.jobseeker_id, MessageKind.APPLICATION_ANSWERED, occasion, path, values)


def tell_person_of_invitation(session: Session, facts: Facts) -> None:
    """Reaction to invitation_sent."""
    made = session.get_one(Invitation, facts["invitation_id"])
    path = f"/jobseeker/invitations/{made.public_id}"
    _tell_person(session, made.jobseeker_id, MessageKind.INVITED, f"invitation:{made.id}", path, _vacancy(made))


def tell_both_of_referral(session: Session, facts: Facts) -> None:
    """Reaction to referral_issued."""
    made = session.get_one(Referral, facts["referral_id"])
    occasion, values = f"referral:{made.id}", _vacancy(made)
    _tell_person(session, made.jobseeker_id, MessageKind.REFERRED, occasion, f"/jobseeker/referrals/{made.public_id}", values)
    _tell_employer(session, made.employer_id, MessageKind.REFERRAL_RECEIVED, occasion, f"/employer/referrals/{made.public_id}", values)


def tell_person_of_offer(session: Session, facts: Facts) -> None:
    """Reaction to offer_made."""
    made = session.get_one(Offer, facts["offer_id"])
    values = _vacancy(made) | {"until": f"{made.answer_by_on:%d.%m.%Y}"}
    _tell_person(session, made.jobseeker_id, MessageKind.OFFERED, f"offer:{made.id}", f"/jobseeker/offers/{made.public_id}", values)


def tell_employer_of_answer(session: Session, facts: Facts) -> None:
    """Reaction to offer_answered; what the employer did itself is not news to it."""
    made, state = session.get_one(Offer, facts["offer_id"]), OfferState(facts["state"])
    if state in (OfferState.ACCEPTED, OfferState.DECLINED, OfferState.EXPIRED):
        occasion, values = f"offer:{made.id}:{state}", _vacancy(made) | {"state": OFFER_STATES[state]}
        _tell_employer(session, made.employer_id, MessageKind.OFFER_ANSWERED, occasion, f"/employer/offers/{made.public_id}", values)


def ask_for_confirmation(session: Session, facts: Facts) -> None:
    """Reaction to placement_declared: the other side is asked, on the first working day at the earliest."""
    placement = session.get_one(Placement, facts["placement_id"])
    if placement.started_on <= clock.today():
        _ask_for_confirmation(session, placement)


def ask_for_confirmations_today(session: Session) -> None:
    """Ask about the placements that begin today and were declared earlier; the daily job."""
    starting = select(Placement).where(Placement.started_on == clock.today(), Placement.state == PlacementState.DECLARED)
    for placement in session.scalars(starting.order_by(Placement.id)):
        _ask_for_confirmation(session, placement)


def tell_other_side_of_dispute(session: Session, facts: Facts) -> None:
    """Reaction to placement_disputed: whoever declared it learns that the other side disagrees."""
    placement = session.get_one(Placement, facts["placement_id"])
    occasion, values = f"dispute:{placement.id}", _beginning(placement)
    if placement.declared_by is EvidenceSource.JOBSEEKER:
        _tell_person(session, placement.jobseeker_id, MessageKind.PLACEMENT_DISPUTED, occasion, _path(placement, "jobseeker"), values)
    else:
        _tell_employer(session, placement.employer_id, MessageKind.PLACEMENT_DISPUTED, occasion, _path(placement, "employer"), values)


def tell_employer_of_doubt(session: Session, facts: Facts) -> None:
    """Reaction to annulment_proposed: the right of reply begins with knowing of it."""
    proposal = session.get_one(AnnulmentProposal, facts["proposal_id"])
    placement = session.get_one(Placement, proposal.placement_id)
    values = _beginning(placement) | {"days": REPLY_DAYS}
    _tell_employer(session, placement.employer_id, MessageKind.PLACEMENT_DOUBTED, f"doubt:{proposal.id}", _path(placement, "employer"), values)


def tell_both_of_decision(session: Session, facts: Facts) -> None:
    """Reaction to annulment_decided: both sides of the placement learn what became of it."""
    proposal = session.get_one(AnnulmentProposal, facts["proposal_id"])
    placement = session.get_one(Placement, proposal.placement_id)
    values, occasion = _beginning(placement) | {"decision": DECISIONS[facts["is_accepted"]]}, f"decision:{proposal.id}"
    _tell_employer(session, placement.employer_id, MessageKind.DOUBT_DECIDED, occasion, _path(placement, "employer"), values)
    _tell_person(session, placement.jobseeker_id, MessageKind.DOUBT_DECIDED, occasion, _path(placement, "jobseeker"), values)


def _ask_for_confirmation(session: Session, placement: Placement) -> None:
    kind, occasion, values = MessageKind.PLACEMENT_TO_CONFIRM, f"placement:{placement.id}", _beginning(placement)
    if placement.declared_by is EvidenceSource.JOBSEEKER:
        _tell_employer(session, placement.employer_id, kind, occasion, _path(placement, "employer"), values)
    else:
        _tell_person(session, placement.jobseeker_id, kind, occasion, _path(placement, "jobseeker"), values)


def _tell_person(session: Session, jobseeker_id: int, kind: MessageKind, occasion: str, path: str, values: dict[str, object]) -> None:
    user_id = session.scalar(select(Jobseeker.user_id).where(Jobseeker.id == jobseeker_id))
    if user_id is not None:
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}", path=path, **values)


def _tell_employer(session: Session, employer_id: int | None, kind: MessageKind, occasion: str, path: str, values: dict[str, object]) -> None:
    members = select(EmployerMember.user_id).where(EmployerMember.employer_id == employer_id).order_by(EmployerMember.id)
    for user_id in session.scalars(members):
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}:{user_id}", path=path, **values)


def _vacancy(approach: JobApplication | Invitation | Referral | Offer) -> dict[str, object]:
    return {"vacancy": approach.vacancy.title}


def _application_path(application: JobApplication) -> str:
    return f"/jobseeker/applications/{application.public_id}"


def _beginning(placement: Placement) -> dict[str, object]:
    return {"started_on": f"{placement.started_on:%d.%m.%Y}"}


def _path(placement: Placement, area: str) -> str:
    return f"/{area}/placements/{placement.public_id}"
