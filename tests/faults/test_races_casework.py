"""Officers at the same instant: one text of a plan is saved, one contract is drafted, one approves, one appointment takes the time."""

from collections import Counter
from datetime import datetime, timedelta

from flask import Flask
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Appointment, Case, Plan, SocialContract
from labour_exchange.cases.operations import contracts, meetings, plans
from labour_exchange.cases.rules.contracts import Term
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.offices.models import Office
from tests.factories.cases import agreed_plan, case, drafted_contract
from tests.factories.offices import officer, staff
from tests.faults.test_races_cases import officers
from tests.faults.test_races_placements import AT_ONCE, ROUNDS, Act, at_once, counted


def writing(actor: Actor, plan: Plan) -> tuple[Actor, Act]:
    key, revision = plan.id, plan.revision

    def act(session: Session) -> object:
        found = session.get_one(Plan, key)
        return plans.write_goals(session, actor, found.case, found, goals=f"Words of officer {actor.user_id}", revision=revision)

    return actor, act


def drafting(actor: Actor, plan: Plan) -> tuple[Actor, Act]:
    key, term = plan.id, Term(clock.today(), clock.today() + timedelta(days=90))
    return actor, lambda session: contracts.draft_contract(session, actor, session.get_one(Plan, key), term)


def approving(actor: Actor, contract: SocialContract) -> tuple[Actor, Act]:
    key = contract.id
    return actor, lambda session: contracts.approve_contract(session, actor, session.get_one(SocialContract, key))


def meeting(actor: Actor, made: Case, starts_at: datetime, lead_id: int) -> tuple[Actor, Act]:
    key, slot = made.id, Slot(starts_at, 30, "Room 4", "The plan")

    def act(session: Session) -> object:
        return meetings.propose_appointment(session, actor, session.get_one(Case, key), slot, officer=session.get_one(User, lead_id))

    return actor, act


def test_one_text_of_a_plan_is_saved(app: Flask, committed: Session) -> None:
    actors = officers(committed)
    for _ in range(ROUNDS):
        plan = agreed_plan(committed, actors[0], case(committed, actors[0]))
        committed.commit()
        before = plan.revision
        outcomes = at_once(app, [writing(actor, plan) for actor in actors])
        assert Counter(outcomes) == {"done": 1, "stale_version": AT_ONCE - 1}
        committed.refresh(plan)
        assert (plan.revision, plan.goals) == (before + 1, f"Words of officer {actors[outcomes.index('done')].user_id}")


def test_one_contract_is_drafted(app: Flask, committed: Session) -> None:
    actors = officers(committed)
    for _ in range(ROUNDS):
        plan = agreed_plan(committed, actors[0], case(committed, actors[0]))
        committed.commit()
        assert Counter(at_once(app, [drafting(actor, plan) for actor in actors])) == {"done": 1, "contract_open": AT_ONCE - 1}
        assert counted(committed, SocialContract.case_id == plan.case_id, of=SocialContract) == 1


def test_one_approver_approves(app: Flask, committed: Session) -> None:
    worker = officers(committed)[0]
    place = committed.get_one(Office, worker.office_id)
    approvers = [officer(staff(committed, place, approver=True)) for _ in range(AT_ONCE)]
    for _ in range(ROUNDS):
        made = contracts.offer_contract(committed, worker, drafted_contract(committed, worker, case(committed, worker)))
        committed.commit()
        outcomes = at_once(app, [approving(actor, made) for actor in approvers])
        assert Counter(outcomes) == {"done": 1, "not_allowed_now": AT_ONCE - 1}
        committed.refresh(made)
        assert made.approved_by_id == approvers[outcomes.index("done")].user_id


def test_one_appointment_takes_the_time(app: Flask, committed: Session) -> None:
    actors = officers(committed)
    lead_id = actors[0].user_id
    assert lead_id is not None
    for number in range(ROUNDS):
        cases = [case(committed, actor) for actor in actors]
        committed.commit()
        starts_at = clock.now() + timedelta(hours=1 + number)
        asked = [meeting(actor, made, starts_at, lead_id) for actor, made in zip(actors, cases, strict=True)]
        assert Counter(at_once(app, asked)) == {"done": 1, "time_taken": AT_ONCE - 1}
        taken = counted(committed, Appointment.officer_id == lead_id, Appointment.starts_at == starts_at, of=Appointment)
        assert taken == 1
