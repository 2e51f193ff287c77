"""Instructions: given, overdue, escalated once a level, extended by another person, closed with evidence that a second person accepts."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.oversight import reactions
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.operations import instructions as operations
from labour_exchange.oversight.operations.digest import send_digests
from labour_exchange.oversight.queries import instructions as queries
from labour_exchange.oversight.queries.deviations import deviations, standing_by_measure
from labour_exchange.oversight.states import EscalationLevel, InstructionState
from tests.factories import offices, oversight, programmes
from tests.oversight.conftest import NOON

S = InstructionState


def later(days: int) -> datetime:
    return NOON + timedelta(days=days)


def moves(session: ExchangeSession, instruction: Instruction) -> list[str]:
    return [one.action for one in history(session, "instruction", instruction.id)]


@pytest.mark.parametrize(("days", "state", "levels"), [(10, S.OPEN, 0), (11, S.OVERDUE, 1), (14, S.OVERDUE, 2), (21, S.OVERDUE, 3)])
def test_it_becomes_overdue_after_its_day_and_climbs(session: ExchangeSession, days: int, state: InstructionState, levels: int) -> None:
    instruction = oversight.instruction(session, days=10)
    with clock.hold(later(days)):
        operations.escalate_overdue(session)
        operations.escalate_overdue(session)
    parts = queries.parts_of(session, instruction)
    assert instruction.state is state
    assert [one.level for one in parts.escalations] == list(EscalationLevel)[:levels], "each level is told once, however often the job runs"


def test_each_level_is_told_by_a_letter_of_its_own(session: ExchangeSession) -> None:
    member = offices.staff(session, offices.office(session, "KZ-71"))
    instruction, stranger = oversight.instruction(session), offices.staff(session, offices.office(session, "KZ-75"))
    with clock.hold(later(14)):
        operations.escalate_overdue(session)
        for event in session.scalars(select(RecordedEvent).where(RecordedEvent.kind == "instruction_overdue").order_by(RecordedEvent.id)):
            reactions.tell_of_overdue(session, event.facts)
            reactions.tell_of_overdue(session, event.facts)
    told = {one.user_id: one for one in session.scalars(select(Message).where(Message.kind == MessageKind.INSTRUCTION_OVERDUE))}
    assert set(told) == {member.user_id, instruction.given_by_id}
    assert told[member.user_id].path == f"/en/office/instructions/{instruction.public_id}"
    assert told[instruction.given_by_id].path == f"/en/headquarters/instructions/{instruction.public_id}"
    assert "Carry out the plan." in told[member.user_id].body
    assert stranger.user_id not in told


def test_it_is_closed_with_evidence_that_a_second_person_accepts(session: ExchangeSession) -> None:
    officer = oversight.officer(session)
    instruction, first, second = oversight.instruction(session), oversight.analyst(session), oversight.analyst(session)
    operations.give_evidence(session, officer, instruction, text="Contracts are signed.", reference="Protocol 12")
    assert instruction.state is S.REPORTED
    operations.decide_evidence(session, first, instruction, is_accepted=False, reason="The protocol is missing.")
    assert instruction.state is S.OPEN
    operations.give_evidence(session, officer, instruction, text="Here it is.")
    operations.decide_evidence(session, second, instruction, is_accepted=True)
    assert (instruction.state, f"{instruction.done_on}") == (S.DONE, "2026-11-09")
    assert moves(session, instruction) == ["give", "report", "return", "report", "accept"]
    with pytest.raises(Conflict):
        operations.give_evidence(session, officer, instruction, text="Again.")


def test_what_a_page_has_read_can_be_acted_on(session: ExchangeSession) -> None:
    officer, public_id = oversight.officer(session), oversight.instruction(session).public_id
    session.expunge_all()
    found = queries.instruction_for(session, officer, public_id)
    operations.give_evidence(session, officer, found, text="Contracts are signed.")
    assert found.state is S.REPORTED


def test_nobody_accepts_the_own_evidence_or_date(session: ExchangeSession) -> None:
    instruction, analyst = oversight.instruction(session, region_code=None, body_code="law"), oversight.analyst(session)
    operations.ask_extension(session, analyst, instruction, until_on=clock.today() + timedelta(days=30), reason="The law is in parliament.")
    with pytest.raises(Conflict) as refusal:
        operations.decide_extension(session, analyst, instruction, is_accepted=True)
    assert refusal.value.code == "same_person"
    operations.give_evidence(session, analyst, instruction, text="Done.")
    with pytest.raises(Conflict) as refusal:
        operations.decide_evidence(session, analyst, instruction, is_accepted=True)
    assert refusal.value.code == "same_person"
    for table, first in (("instruction_evidence", "given_by_id"), ("instruction_extensions", "asked_by_id")):
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text(f"UPDATE {table} SET decision = 'accepted', decided_by_id = {first}"))  # noqa: S608 - names above


def test_evidence_is_returned_with_a_reason_and_the_date_holds(session: ExchangeSession) -> None:
    officer, instruction, analyst = oversight.officer(session), oversight.instruction(session, days=1), oversight.analyst(session)
    operations.give_evidence(session, officer, instruction, text="Soon.")
    with clock.hold(later(2)):
        assert operations.escalate_overdue(session) == 0, "what waits for the ministry is not escalated"
        with pytest.raises(InvalidInput):
            operations.decide_evidence(session, analyst, instruction, is_accepted=False)
        operations.decide_evidence(session, analyst, instruction, is_accepted=False, reason="Nothing was done.")
    assert instruction.state is S.OVERDUE


def test_another_person_moves_the_date_and_escalation_begins_anew(session: ExchangeSession) -> None:
    officer, instruction, analyst = oversight.officer(session), oversight.instruction(session, days=1), oversight.analyst(session)
    with clock.hold(later(2)):
        operations.escalate_overdue(session)
        until = clock.today() + timedelta(days=5)
        operations.ask_extension(session, officer, instruction, until_on=until, reason="The contractor changed.")
        with pytest.raises(Conflict) as refusal:
            operations.ask_extension(session, officer, instruction, until_on=until, reason="Again.")
        assert refusal.value.code == "already_asked"
        operations.decide_extension(session, analyst, instruction, is_accepted=True)
        assert (instruction.state, instruction.due_on) == (S.EXTENDED, until)
        assert instruction.first_due_on < until
    with clock.hold(later(8)):
        operations.escalate_overdue(session)
    assert [one.due_on for one in queries.parts_of(session, instruction).escalations] == [instruction.first_due_on, until]


@pytest.mark.parametrize(("days", "is_refused"), [(9, True), (10, True), (11, False)])
def test_a_later_date_is_later(session: ExchangeSession, days: int, is_refused: bool) -> None:
    officer, instruction = oversight.officer(session), oversight.instruction(session, days=10)
    asked = {"until_on": clock.today() + timedelta(days=days), "reason": "Because."}
    if is_refused:
        with pytest.raises(InvalidInput):
            operations.ask_extension(session, officer, instruction, **asked)
    else:
        operations.ask_extension(session, officer, instruction, **asked)


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"region_code": "KZ-99"}, ["unknown_body"]),
        ({"region_code": None, "body_code": "health_ministry"}, ["unknown_body"]),
        ({"region_code": "KZ-71", "body_code": "law"}, ["unknown_body"]),
        ({"days": -1}, ["day_passed"]),
        ({"text_kk": " "}, ["words_missing"]),
    ],
)
def test_what_cannot_be_told(session: ExchangeSession, facts: dict[str, object], codes: list[str]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        oversight.instruction(session, **facts)  # type: ignore[arg-type]
    assert [error.message.code for error in refusal.value.errors] == codes


def test_a_region_sees_and_answers_only_its_own(session: ExchangeSession) -> None:
    instruction, stranger = oversight.instruction(session), oversight.officer(session, "KZ-75")
    with pytest.raises(NotFound):
        queries.instruction_for(session, stranger, instruction.public_id)
    with pytest.raises(NotFound):
        operations.give_evidence(session, stranger, instruction, text="Ours now.")
    with pytest.raises(NotFound):
        operations.give_evidence(session, oversight.analyst(session), instruction, text="The ministry's word.")
    assert queries.counts_by_state(session, oversight.officer(session)) == {S.OPEN: 1}


@pytest.mark.parametrize("kind", [kind for kind in ActorKind if kind is not ActorKind.ANALYST])
def test_only_analysts_give_and_decide(session: ExchangeSession, kind: ActorKind) -> None:
    actor, instruction = Actor(kind, user_id=1, region_code="KZ-71"), oversight.instruction(session)
    with pytest.raises(NotFound):
        operations.record_sitting(session, actor, held_on=clock.today(), body="x", title="y")
    with pytest.raises(NotFound):
        operations.decide_evidence(session, actor, instruction, is_accepted=True)
    with pytest.raises(NotFound):
        operations.decide_extension(session, actor, instruction, is_accepted=True)


def test_what_is_off_plan_says_where_since_when_and_who_is_on_it(session: ExchangeSession) -> None:
    measure = programmes.measure(session)
    plan = programmes.allocation(
        session, measure, "KZ-71", places=365, starts_on=NOON.date().replace(month=1, day=1), ends_on=NOON.date().replace(month=12, day=31)
    )
    programmes.allocation(session, measure, "KZ-75", places=10, starts_on=NOON.date(), ends_on=NOON.date() + timedelta(days=300))
    about = oversight.instruction(session, measure=measure)
    (found,) = [one for one in deviations(session, oversight.analyst(session)) if one.allocation.region_code == "KZ-71"]
    assert (found.allocation.id, found.expected, found.lacking, f"{found.since}") == (plan.id, 313, 313, "2026-01-31")
    assert found.instruction is about
    assert [one.allocation.region_code for one in deviations(session, oversight.officer(session, "KZ-75"))] in ([], ["KZ-75"])
    ((standing_of, standing),) = standing_by_measure(session, oversight.officer(session))
    assert (standing_of.id, standing.places, standing.expected) == (measure.id, 365, 313)


def test_the_digest_comes_once_a_month_and_tells_a_region_of_itself(session: ExchangeSession) -> None:
    member = offices.staff(session, offices.office(session, "KZ-71"))
    stranger = offices.staff(session, offices.office(session, "KZ-75"))
    instruction = oversight.instruction(session, days=1)
    with clock.hold(later(3)):
        operations.escalate_overdue(session)
        send_digests(session)
        send_digests(session)
    written = session.scalars(select(Message).where(Message.kind == MessageKind.OVERSIGHT_DIGEST)).all()
    by_user = {one.user_id: one for one in written}
    assert len(by_user) == len(written)
    assert set(by_user) >= {member.user_id, stranger.user_id, instruction.given_by_id}
    assert "Carry out the plan." in by_user[member.user_id].body
    assert "Overdue instructions: 1" in by_user[instruction.given_by_id].body
    assert "Overdue instructions: 0" in by_user[stranger.user_id].body
