"""A plan written, changed by two officers, agreed by the person, its steps followed; what a measure asks about it; erased."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case, Plan, PlanRevision
from labour_exchange.cases.operations import close_case, forget_case_words
from labour_exchange.cases.operations import plans as operations
from labour_exchange.cases.queries.plans import agreed_plan_id, plan_of, revisions_of
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import CloseReason, Doer, StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.programmes.queries.facts import agreed_plan_of, person_facts
from labour_exchange.programmes.rules.facts import Declared
from tests.factories.cases import agreed_plan, case
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff

DAY = timedelta(days=1)


def learn(what: str = "Learn to weld", days: int = 30) -> StepFacts:
    return StepFacts(what, Doer.PERSON, clock.today() + days * DAY)


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def opened(session: Session, at_work: Actor) -> Case:
    return case(session, at_work)


@pytest.fixture
def written(session: Session, at_work: Actor, opened: Case) -> Plan:
    return operations.write_goals(session, at_work, opened, None, goals=" Work as a welder ", revision=0)


def test_each_change_of_words_is_a_revision_that_stays_readable(session: Session, at_work: Actor, written: Plan) -> None:
    operations.add_step(session, at_work, written, learn(), revision=1)
    operations.write_goals(session, at_work, written.case, written, goals="Work near home", revision=2)
    kept = revisions_of(session, written)
    assert [(one.revision, one.goals, [step["what"] for step in one.steps]) for one in kept] == [
        (3, "Work near home", ["Learn to weld"]),
        (2, "Work as a welder", ["Learn to weld"]),
        (1, "Work as a welder", []),
    ]
    assert {one.written_by_id for one in kept} == {at_work.user_id}


def test_the_second_officer_is_told_whatever_was_changed(session: Session, at_work: Actor, written: Plan) -> None:
    step = operations.add_step(session, at_work, written, learn(), revision=1)
    with pytest.raises(StaleVersion):
        operations.write_goals(session, at_work, written.case, written, goals="Other", revision=1)
    with pytest.raises(StaleVersion):
        operations.add_step(session, at_work, written, learn("Other"), revision=1)
    with pytest.raises(StaleVersion):
        operations.change_step(session, at_work, written, step, learn("Other"), revision=1)
    with pytest.raises(StaleVersion):
        operations.write_goals(session, at_work, written.case, None, goals="A second plan", revision=0)
    assert (written.goals, [one.what for one in written.steps]) == ("Work as a welder", ["Learn to weld"])


def test_the_person_agrees_to_what_they_have_read(session: Session, at_work: Actor, written: Plan) -> None:
    person = actor_of(written.case.jobseeker)
    with pytest.raises(Conflict, match="no_steps"):
        operations.agree_to_plan(session, person, written, revision=1)
    step = operations.add_step(session, at_work, written, learn(), revision=1)
    with pytest.raises(StaleVersion):
        operations.agree_to_plan(session, person, written, revision=1)
    operations.agree_to_plan(session, person, written, revision=2)
    assert written.is_agreed
    assert [one.agreed_at is not None for one in revisions_of(session, written)] == [True, False]
    operations.move_step(session, at_work, written, step, "finish")
    assert written.is_agreed, "what is done changes no words"
    operations.add_step(session, at_work, written, learn("Write a résumé"), revision=2)
    assert not written.is_agreed


def test_nobody_else_writes_or_agrees(session: Session, at_work: Actor, written: Plan) -> None:
    elsewhere = officer(staff(session, office(session, "KZ-75")))
    step = operations.add_step(session, at_work, written, learn(), revision=1)
    for stranger in (elsewhere, actor_of(written.case.jobseeker)):
        with pytest.raises(NotFound):
            operations.write_goals(session, stranger, written.case, written, goals="Other", revision=2)
        with pytest.raises(NotFound):
            operations.add_step(session, stranger, written, learn(), revision=2)
        with pytest.raises(NotFound):
            operations.move_step(session, stranger, written, step, "finish")
    for stranger in (elsewhere, at_work, actor_of(registered(session))):
        with pytest.raises(NotFound):
            operations.agree_to_plan(session, stranger, written, revision=2)
    assert plan_of(session, elsewhere, written.case) is None


def test_steps_are_done_dropped_with_a_reason_and_taken_up_again(session: Session, at_work: Actor, written: Plan) -> None:
    step = operations.add_step(session, at_work, written, learn(), revision=1)
    operations.move_step(session, at_work, written, step, "finish")
    assert (step.state, step.ended_on) == (StepState.DONE, clock.today())
    with pytest.raises(Conflict):
        operations.move_step(session, at_work, written, step, "drop", reason="No course")
    with pytest.raises(Conflict):
        operations.change_step(session, at_work, written, step, learn("Other"), revision=2)
    operations.move_step(session, at_work, written, step, "reopen")
    with pytest.raises(InvalidInput) as refused:
        operations.move_step(session, at_work, written, step, "drop", reason="  ")
    assert [one.message.code for one in refused.value.errors] == ["reason_missing"]
    operations.move_step(session, at_work, written, step, "drop", reason=" No course nearby ")
    assert (step.state, step.reason) == (StepState.DROPPED, "No course nearby")
    assert [one.action for one in history(session, "plan_step", step.id)] == ["finish", "reopen", "drop"]


def test_nothing_is_written_into_a_closed_case(session: Session, at_work: Actor, written: Plan) -> None:
    close_case(session, at_work, written.case, reason=CloseReason.FOUND_WORK)
    with pytest.raises(Conflict):
        operations.add_step(session, at_work, written, learn(), revision=1)


def test_a_measure_is_told_of_the_plan_that_is_agreed_now(session: Session, at_work: Actor, opened: Case) -> None:
    person = opened.jobseeker
    assert not person_facts(session, person, 0, Declared(), clock.today()).has_plan
    plan = agreed_plan(session, at_work, opened)
    assert person_facts(session, person, 0, Declared(), clock.today()).has_plan
    assert agreed_plan_of(session, person) == plan.id
    operations.write_goals(session, at_work, opened, plan, goals="Other work", revision=plan.revision)
    assert agreed_plan_id(session, person.id) is None
    assert not person_facts(session, person, 0, Declared(), clock.today()).has_plan


def test_erasure_empties_the_words_and_keeps_the_days(session: Session, at_work: Actor, opened: Case) -> None:
    plan = agreed_plan(session, at_work, opened)
    operations.move_step(session, at_work, plan, plan.steps[0], "drop", reason="Somebody's words")
    forget_case_words(session, {"jobseeker_id": opened.jobseeker_id})
    session.flush()
    session.expire_all()
    assert plan.goals == ""
    assert {(one.what, one.reason) for one in plan.steps} == {("", "erased"), ("", "")}
    texts = session.scalars(select(PlanRevision).where(PlanRevision.plan_id == plan.id)).all()
    assert {(one.goals, str(one.steps)) for one in texts} == {("", "[]")}
