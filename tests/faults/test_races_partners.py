"""Officer, person and partner at the same instant: one proposal stands, and nothing is written or shown after a withdrawal."""

from collections import Counter

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Consent
from labour_exchange.agencies.models import Agency
from labour_exchange.cases.models import Case, PlanStep
from labour_exchange.cases.queries.plans import plan_for
from labour_exchange.cases.states import ContactChannel
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.partners.models import FollowUpPartner, PartnerContact
from labour_exchange.partners.operations import following, proposing
from labour_exchange.partners.rules import PartnerContactFacts, ProposalFacts, last_day
from labour_exchange.partners.states import ContactOutcome, NameShown, PartnerState
from tests.factories import agencies
from tests.factories.cases import agreed_plan, case
from tests.factories.jobseekers import actor_of
from tests.factories.partners import active, proposed
from tests.faults.test_races_cases import officers
from tests.faults.test_races_placements import AT_ONCE, ROUNDS, Act, at_once


def proposing_act(actor: Actor, made: Case, agency: Agency) -> tuple[Actor, Act]:
    case_id, agency_id = made.id, agency.id

    def act(session: Session) -> object:
        found = session.get_one(Case, case_id)
        steps: list[PlanStep] = plan_for(session, actor, found).steps
        facts = ProposalFacts("Finds work", last_day(clock.today()), len(steps))
        return proposing.propose_partner(session, actor, found, facts, organisation=session.get_one(Agency, agency_id), steps=steps)

    return actor, act


def withdrawing(actor: Actor, partner_id: int) -> tuple[Actor, Act]:
    return actor, lambda session: proposing.withdraw_consent(session, actor, session.get_one(FollowUpPartner, partner_id))


def consenting(actor: Actor, partner_id: int) -> tuple[Actor, Act]:
    return actor, lambda session: proposing.consent_to_partner(session, actor, session.get_one(FollowUpPartner, partner_id), name=NameShown.GIVEN)


def ending(actor: Actor, partner_id: int) -> tuple[Actor, Act]:
    return actor, lambda session: proposing.end_partner(session, actor, session.get_one(FollowUpPartner, partner_id))


def writing(actor: Actor, partner_id: int) -> tuple[Actor, Act]:
    facts = PartnerContactFacts(clock.today(), ContactChannel.PHONE, ContactOutcome.AS_AGREED, "")

    def act(session: Session) -> object:
        found = session.get(FollowUpPartner, partner_id)
        if found is None:
            raise NotFound
        return following.record_contact(session, actor, found, facts)

    return actor, act


def test_one_proposal_for_an_organisation_stands(app: Flask, committed: Session) -> None:
    actors, (agency, _agent) = officers(committed), agencies.in_force(committed)
    for _ in range(ROUNDS):
        made = case(committed, actors[0])
        agreed_plan(committed, actors[0], made)
        committed.commit()
        outcomes = at_once(app, [proposing_act(actor, made, agency) for actor in actors])
        assert Counter(outcomes) == {"done": 1, "partner_already": AT_ONCE - 1}


def test_nothing_is_written_after_a_withdrawal(app: Flask, committed: Session) -> None:
    worker, (agency, agent) = officers(committed)[0], agencies.in_force(committed)
    for _ in range(ROUNDS):
        partner = active(committed, worker, case(committed, worker), agency)
        person, key = actor_of(partner.case.jobseeker), partner.id
        committed.commit()
        outcomes = at_once(app, [withdrawing(person, key), *(writing(agent, key) for _ in range(AT_ONCE - 1))])
        assert outcomes[0] == "done"
        assert set(outcomes[1:]) <= {"done", "not_found"}
        committed.expire_all()
        found = committed.get_one(FollowUpPartner, key)
        assert found.state is PartnerState.ENDED
        written = select(PartnerContact.written_at).where(PartnerContact.partner_id == key)
        assert committed.scalar(select(func.count()).select_from(written.subquery())) == outcomes.count("done") - 1
        assert at_once(app, [writing(agent, key)]) == ["not_found"]


def test_a_consent_and_an_end_at_once_leave_no_consent_behind(app: Flask, committed: Session) -> None:
    worker, (agency, _agent) = officers(committed)[0], agencies.in_force(committed)
    for _ in range(ROUNDS):
        partner = proposed(committed, worker, case(committed, worker), agency)
        person, key, user_id = actor_of(partner.case.jobseeker), partner.id, partner.case.jobseeker.user_id
        committed.commit()
        outcomes = at_once(app, [consenting(person, key), ending(worker, key)])
        assert outcomes[1] == "done"
        assert outcomes[0] in ("done", "not_allowed_now")
        committed.expire_all()
        assert committed.get_one(FollowUpPartner, key).state is PartnerState.ENDED
        assert committed.scalars(select(Consent.id).where(Consent.user_id == user_id, Consent.withdrawn_at.is_(None))).all() == []
