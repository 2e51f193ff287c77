"""What a partner does: contacts, steps, meetings; the officer confirms; a provider has no accounts and the office writes for it."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case, PlanStep
from labour_exchange.cases.operations.plans import move_step
from labour_exchange.cases.queries.plans import plan_for
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.cases.states import ContactChannel, StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.offices.models import Office
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.operations import following, meetings
from labour_exchange.partners.operations.proposing import withdraw_consent
from labour_exchange.partners.queries import (
    changed_since_read,
    contacts_of_case,
    followed_person,
    meeting_for,
    partner_for,
    shown_to_partner,
    step_of,
    steps_to_confirm,
)
from labour_exchange.partners.rules import PartnerContactFacts
from labour_exchange.partners.states import ContactOutcome, FollowedState, MeetingState
from tests.factories import agencies
from tests.factories.cases import case
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff
from tests.factories.partners import active, proposed, provider


class Cast:
    """A person with a case, the officer who leads it, an agency with consent and another one without."""

    def __init__(self, session: Session) -> None:
        self.officer = officer(staff(session, office(session, "KZ-71")))
        self.case: Case = case(session, self.officer)
        self.agency, self.agent = agencies.in_force(session)
        self.partner: FollowUpPartner = active(session, self.officer, self.case, self.agency)
        self.stranger = agencies.in_force(session)[1]
        self.person = actor_of(self.case.jobseeker)


@pytest.fixture
def cast(session: Session) -> Cast:
    return Cast(session)


def contact(remark: str = "Has an interview on Monday", outcome: ContactOutcome = ContactOutcome.AS_AGREED) -> PartnerContactFacts:
    return PartnerContactFacts(clock.today(), ContactChannel.PHONE, outcome, remark)


def slot(days: int = 2) -> Slot:
    return Slot(clock.now() + timedelta(days=days), 30, "Office of the agency", "The interview")


def test_a_contact_stands_in_the_log_under_the_name_of_the_partner(session: Session, cast: Cast) -> None:
    with acting_as(session, cast.agent):
        made = following.record_contact(session, cast.agent, partner_for(session, cast.agent, cast.partner.public_id), contact())
    assert (made.outcome, made.is_by_office) == (ContactOutcome.AS_AGREED, False)
    for reader in (cast.officer, cast.person):
        with acting_as(session, reader):
            found = contacts_of_case(session, reader, cast.case)
            assert [(one.partner.name, one.remark) for one in found] == [(cast.agency.name, "Has an interview on Monday")]
    elsewhere = officer(staff(session, office(session, "KZ-75")))
    for stranger in (elsewhere, actor_of(registered(session)), cast.stranger):
        with pytest.raises(NotFound):
            contacts_of_case(session, stranger, cast.case)
        with pytest.raises(NotFound):
            following.record_contact(session, stranger, cast.partner, contact())
    with pytest.raises(NotFound):
        following.record_contact(session, cast.officer, cast.partner, contact())
    with pytest.raises(InvalidInput):
        following.record_contact(session, cast.agent, cast.partner, contact("x" * 301))


def test_after_a_withdrawal_nothing_is_written(session: Session, cast: Cast) -> None:
    met = meetings.propose_meeting(session, cast.agent, cast.partner, slot())
    step = cast.partner.steps[0]
    withdraw_consent(session, cast.person, cast.partner)
    assert met.state is MeetingState.CANCELLED
    for act in (
        lambda: following.record_contact(session, cast.agent, cast.partner, contact()),
        lambda: following.report_step(session, cast.agent, cast.partner, step),
        lambda: meetings.propose_meeting(session, cast.agent, cast.partner, slot()),
        lambda: meetings.cancel_meeting(session, cast.agent, met),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_step_is_reported_given_back_reported_again_and_confirmed(session: Session, cast: Cast) -> None:
    step = cast.partner.steps[0]
    with acting_as(session, cast.agent):
        following.report_step(session, cast.agent, cast.partner, step)
        with pytest.raises(Conflict):
            following.report_step(session, cast.agent, cast.partner, step)
    for stranger in (cast.agent, cast.person, officer(staff(session, office(session, "KZ-75")))):
        with pytest.raises(NotFound):
            following.confirm_step(session, stranger, cast.partner, step)
    with pytest.raises(InvalidInput):
        following.return_step(session, cast.officer, cast.partner, step, reason=" ")
    with acting_as(session, cast.officer):
        following.return_step(session, cast.officer, cast.partner, step, reason="No certificate yet")
    assert (step.state, step.return_reason, step.reported_on) == (FollowedState.OPEN, "No certificate yet", None)
    assert session.get_one(PlanStep, step.step_id).state is StepState.OPEN
    following.report_step(session, cast.agent, cast.partner, step)
    assert step.return_reason == ""
    with acting_as(session, cast.officer):
        following.confirm_step(session, cast.officer, cast.partner, step)
    assert step.state is FollowedState.CONFIRMED
    assert session.get_one(PlanStep, step.step_id).state is StepState.DONE


def test_a_step_that_the_office_has_closed_is_not_reported(session: Session, cast: Cast) -> None:
    step, plan = cast.partner.steps[0], plan_for(session, cast.officer, cast.case)
    move_step(session, cast.officer, plan, session.get_one(PlanStep, step.step_id), "drop", reason="Not needed")
    with pytest.raises(Conflict, match="step_not_open"):
        following.report_step(session, cast.agent, cast.partner, step)
    assert {one.step.id: one.in_plan for one in shown_to_partner(session, cast.partner).steps}[step.id] is StepState.DROPPED


def test_a_changed_plan_is_not_shown_by_itself(session: Session, cast: Cast) -> None:
    assert not changed_since_read(session, cast.partner)
    step = cast.partner.steps[0]
    before = step.what
    session.get_one(PlanStep, step.step_id).what = "Something that the person has not agreed to share"
    session.flush()
    assert changed_since_read(session, cast.partner)
    with acting_as(session, cast.agent):
        shown = followed_person(session, cast.agent, partner_for(session, cast.agent, cast.partner.public_id), look="person")
    assert before in {one.step.what for one in shown.steps}


def test_a_meeting_is_agreed_to_by_the_person(session: Session, cast: Cast) -> None:
    with acting_as(session, cast.agent):
        made = meetings.propose_meeting(session, cast.agent, cast.partner, slot())
    with pytest.raises(InvalidInput):
        meetings.propose_meeting(session, cast.agent, cast.partner, slot(days=91))
    for stranger in (cast.agent, cast.officer, actor_of(registered(session))):
        with pytest.raises(NotFound):
            meetings.answer_meeting(session, stranger, made, "accept")
    with acting_as(session, cast.person):
        meetings.answer_meeting(session, cast.person, meeting_for(session, cast.person, made.public_id), "accept")
    assert made.state is MeetingState.ACCEPTED
    with pytest.raises(NotFound):
        meeting_for(session, cast.stranger, made.public_id)
    with clock.hold(made.starts_at), pytest.raises(Conflict):
        meetings.answer_meeting(session, cast.person, made, "decline")
    meetings.answer_meeting(session, cast.person, made, "decline")
    with pytest.raises(Conflict):
        meetings.cancel_meeting(session, cast.agent, made)
    other = meetings.propose_meeting(session, cast.agent, cast.partner, slot())
    assert meetings.cancel_meeting(session, cast.agent, other).state is MeetingState.CANCELLED


def test_the_office_writes_for_a_provider_and_only_for_a_provider(session: Session, cast: Cast) -> None:
    college = provider(session)
    waiting = proposed(session, cast.officer, cast.case, college)
    with pytest.raises(Conflict):
        following.record_contact(session, cast.officer, waiting, contact())
    with pytest.raises(NotFound):
        followed_person(session, cast.officer, waiting, look="sheet")
    other = case(session, cast.officer)
    taught = active(session, cast.officer, other, college)
    with acting_as(session, cast.officer):
        made = following.record_contact(session, cast.officer, partner_for(session, cast.officer, taught.public_id), contact())
        assert made.is_by_office
        following.report_step(session, cast.officer, taught, step_of(taught, taught.steps[0].public_id))
        following.confirm_step(session, cast.officer, taught, taught.steps[0])
        assert meetings.propose_meeting(session, cast.officer, taught, slot()).is_by_office
        assert followed_person(session, cast.officer, taught, look="sheet").name
    elsewhere = officer(staff(session, office(session, "KZ-75")))
    for stranger in (elsewhere, cast.agent, actor_of(other.jobseeker)):
        with pytest.raises(NotFound):
            following.record_contact(session, stranger, taught, contact())
    with pytest.raises(NotFound):
        step_of(taught, cast.partner.steps[0].public_id)
    with pytest.raises(NotFound):
        following.report_step(session, cast.officer, taught, cast.partner.steps[0])
    with pytest.raises(NotFound):
        following.confirm_step(session, cast.officer, taught, cast.partner.steps[0])


def test_reported_steps_stand_in_the_queue_of_the_lead_officer(session: Session, cast: Cast) -> None:
    step = cast.partner.steps[0]
    following.report_step(session, cast.agent, cast.partner, step)
    colleague = officer(staff(session, session.get_one(Office, cast.officer.office_id)))
    elsewhere = officer(staff(session, office(session, "KZ-75")))
    for reader, is_own, found in ((cast.officer, True, [step]), (colleague, True, []), (colleague, False, [step]), (elsewhere, False, [])):
        with acting_as(session, reader):
            assert session.scalars(steps_to_confirm(reader, is_own=is_own)).all() == found
    following.confirm_step(session, cast.officer, cast.partner, step)
    assert session.scalars(steps_to_confirm(cast.officer, is_own=True)).all() == []
