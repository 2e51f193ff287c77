"""Who is told what of applications, offers and placements: each thing once, in the recipient's own words."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions import employers
from labour_exchange.notifications.reactions import placements as reactions
from labour_exchange.placements.operations import applications, follow_up, invitations, referrals
from labour_exchange.placements.operations.annulments import propose_annulment
from labour_exchange.placements.rules.signals import REPLY_DAYS
from tests.factories.placements import application, offer, open_vacancy, placement
from tests.placements.conftest import Cast


def told(session: Session, user_id: int | None) -> list[str]:
    return [message.kind.value for message in session.scalars(select(Message).where(Message.user_id == user_id).order_by(Message.id))]


def test_application_is_told_once_and_its_answer(session: Session, cast: Cast) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    for _ in range(2):
        reactions.tell_employer_of_application(session, {"application_id": made.id})
    reactions.remind_employer_of_application(session, {"application_id": made.id, "reminder": 1})
    assert told(session, cast.hirer.user_id) == ["application_received", "answer_due"]
    applications.decline(session, cast.hirer, made, note="Somebody lives nearer")
    reactions.remind_employer_of_application(session, {"application_id": made.id, "reminder": 2})
    reactions.tell_person_of_answer(session, {"application_id": made.id, "state": "declined"})
    assert (told(session, cast.hirer.user_id)[2:], told(session, cast.person.user_id)) == ([], ["application_answered"])
    message = session.scalars(select(Message).where(Message.user_id == cast.person.user_id)).one()
    assert message.path == f"/en/jobseeker/applications/{made.public_id}"
    assert "Somebody lives nearer" not in message.body


def test_silence_and_a_closed_vacancy_are_told_and_the_own_act_is_not(session: Session, cast: Cast) -> None:
    made = application(session, cast.vacancy, cast.jobseeker)
    with clock.hold(made.created_at + timedelta(days=31)):
        follow_up.follow_up_applications(session)
    for state in ("unanswered", "withdrawn", "vacancy_closed"):
        reactions.tell_person_of_end(session, {"application_id": made.id, "state": state})
    assert told(session, cast.person.user_id) == ["application_unanswered", "application_answered"]


def test_invitation_referral_and_offer_reach_their_people(session: Session, cast: Cast) -> None:
    invited = invitations.invite(session, cast.hirer, cast.vacancy, cast.jobseeker.profile, note="")
    referred = referrals.refer(session, cast.officer, cast.jobseeker, open_vacancy(session, cast.employer), note="")
    offered = offer(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    reactions.tell_person_of_invitation(session, {"invitation_id": invited.id})
    reactions.tell_both_of_referral(session, {"referral_id": referred.id})
    reactions.tell_person_of_offer(session, {"offer_id": offered.id})
    reactions.tell_employer_of_answer(session, {"offer_id": offered.id, "state": "declined"})
    reactions.tell_employer_of_answer(session, {"offer_id": offered.id, "state": "withdrawn"})
    assert told(session, cast.person.user_id) == ["invited", "referred", "offered"]
    assert told(session, cast.hirer.user_id) == ["referral_received", "offer_answered"]


def test_the_other_side_is_asked_on_the_first_day(session: Session, cast: Cast) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker, starts_on=clock.today() + timedelta(days=2))
    reactions.ask_for_confirmation(session, {"placement_id": made.id})
    assert told(session, cast.person.user_id) == []
    with clock.hold(clock.now() + timedelta(days=2)):
        reactions.ask_for_confirmations_today(session)
        reactions.ask_for_confirmations_today(session)
    assert told(session, cast.person.user_id) == ["placement_to_confirm"]


def test_a_dispute_is_told_to_whoever_declared(session: Session, cast: Cast) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    for _ in range(2):
        reactions.tell_other_side_of_dispute(session, {"placement_id": made.id})
    assert (told(session, cast.hirer.user_id), told(session, cast.person.user_id)) == (["placement_disputed"], [])


def test_a_doubt_is_told_with_the_days_to_reply_and_both_learn_the_decision(session: Session, cast: Cast) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    proposal = propose_annulment(session, cast.officer, made, reason="Nobody works at that address")
    reactions.tell_employer_of_doubt(session, {"proposal_id": proposal.id})
    reactions.tell_both_of_decision(session, {"proposal_id": proposal.id, "is_accepted": False})
    assert told(session, cast.hirer.user_id) == ["placement_doubted", "doubt_decided"]
    assert told(session, cast.person.user_id) == ["doubt_decided"]
    doubt = session.scalars(select(Message).where(Message.user_id == cast.hirer.user_id).order_by(Message.id)).first()
    assert doubt is not None
    assert str(REPLY_DAYS) in doubt.body
    assert "Nobody works" not in doubt.body


def test_an_employer_is_told_of_each_decision_about_it_once(session: Session, cast: Cast) -> None:
    for _ in range(2):
        employers.tell_of_verification(session, {"employer_id": cast.employer.id})
    employers.tell_of_refusal(session, {"employer_id": cast.employer.id})
    assert told(session, cast.hirer.user_id) == ["employer_verified", "employer_refused"]
