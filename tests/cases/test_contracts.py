"""A social contract from the plan to its end: four eyes, signatures on paper and electronic, obligations followed, erasure."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case, SocialContract
from labour_exchange.cases.operations import close_case, contracts, forget_case_words, plans, undertakings
from labour_exchange.cases.queries.contracts import contract_for, contracts_to_approve, obligations_due
from labour_exchange.cases.queries.export import exported_cases
from labour_exchange.cases.rules.contracts import PaperSignature, Term
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.signing import ElectronicSignature, TestProvider, use_provider
from labour_exchange.cases.states import CloseReason, ContractEnd, ContractState, Doer, SignatureWay, StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.offices.models import Office
from tests.factories.cases import agreed_plan, approved_contract, case, drafted_contract
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff

DAY = timedelta(days=1)


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def approver(session: Session, at_work: Actor) -> Actor:
    return officer(staff(session, session.get_one(Office, at_work.office_id), approver=True))


@pytest.fixture
def opened(session: Session, at_work: Actor) -> Case:
    return case(session, at_work)


@pytest.fixture
def draft(session: Session, at_work: Actor, opened: Case) -> SocialContract:
    return drafted_contract(session, at_work, opened)


@pytest.fixture
def approved(session: Session, at_work: Actor, approver: Actor, opened: Case) -> SocialContract:
    return approved_contract(session, at_work, approver, opened)


def on_paper(signed_on: date | None = None) -> PaperSignature:
    return PaperSignature(signed_on or clock.today(), " 17-204 ")


def test_it_is_drafted_from_the_open_steps_of_an_agreed_plan(session: Session, at_work: Actor, opened: Case) -> None:
    plan, term = agreed_plan(session, at_work, opened), Term(clock.today(), clock.today() + 90 * DAY)
    plans.move_step(session, at_work, plan, plan.steps[0], "finish")
    plans.add_step(session, at_work, plan, StepFacts("Move", Doer.PERSON, clock.today() + 5 * DAY), revision=3)
    with pytest.raises(Conflict, match="plan_not_agreed"):
        contracts.draft_contract(session, at_work, plan, term)
    plans.agree_to_plan(session, actor_of(opened.jobseeker), plan, revision=4)
    with pytest.raises(InvalidInput):
        contracts.draft_contract(session, at_work, plan, Term(clock.today(), clock.today() + 3 * DAY))
    made = contracts.draft_contract(session, at_work, plan, term)
    assert [(one.what, one.doer) for one in made.obligations] == [("Move", Doer.PERSON), ("Find a course", Doer.OFFICE)]
    assert (made.state, made.plan_revision) == (ContractState.DRAFT, 4)
    with pytest.raises(Conflict, match="contract_open"):
        contracts.draft_contract(session, at_work, plan, term)
    with pytest.raises(Conflict, match="contract_not_ended"):
        close_case(session, at_work, opened, reason=CloseReason.OTHER)


def test_a_draft_is_written_by_its_office_and_binds_both_sides(session: Session, at_work: Actor, draft: SocialContract) -> None:
    theirs = next(one for one in draft.obligations if one.doer is Doer.OFFICE)
    contracts.remove_obligation(session, at_work, draft, theirs)
    with pytest.raises(Conflict, match="one_sided"):
        contracts.offer_contract(session, at_work, draft)
    with pytest.raises(InvalidInput) as refused:
        contracts.add_obligation(session, at_work, draft, StepFacts("Pay", Doer.OFFICE, draft.ends_on + DAY))
    assert [(one.field, one.message.code) for one in refused.value.errors] == [("due_on", "outside_term")]
    contracts.add_obligation(session, at_work, draft, StepFacts("Pay for the course", Doer.OFFICE, draft.ends_on))
    for stranger in (officer(staff(session, office(session, "KZ-75"))), actor_of(draft.case.jobseeker)):
        with pytest.raises(NotFound):
            contracts.offer_contract(session, stranger, draft)
    with pytest.raises(NotFound):
        contract_for(session, actor_of(draft.case.jobseeker), draft.public_id)
    contracts.offer_contract(session, at_work, draft)
    assert contract_for(session, actor_of(draft.case.jobseeker), draft.public_id) is draft
    with pytest.raises(Conflict):
        contracts.add_obligation(session, at_work, draft, StepFacts("Later", Doer.OFFICE, draft.ends_on))


def test_nobody_approves_what_they_prepared(session: Session, at_work: Actor, approver: Actor, opened: Case) -> None:
    second = officer(staff(session, session.get_one(Office, at_work.office_id), approver=True))
    third = officer(staff(session, session.get_one(Office, at_work.office_id), approver=True))
    made = drafted_contract(session, approver, opened)
    contracts.add_obligation(session, second, made, StepFacts("Pay", Doer.OFFICE, made.ends_on))
    contracts.offer_contract(session, at_work, made)
    assert session.scalars(contracts_to_approve(third)).all() == [made]
    for one in (approver, second):
        with pytest.raises(Conflict, match="own_work"):
            contracts.approve_contract(session, one, made)
    for stranger in (at_work, officer(staff(session, office(session, "KZ-75"), approver=True)), actor_of(opened.jobseeker)):
        with pytest.raises(NotFound):
            contracts.approve_contract(session, stranger, made)
    contracts.return_contract(session, third, made, reason="Write what the office pays")
    assert (made.state, made.return_reason) == (ContractState.DRAFT, "Write what the office pays")
    contracts.offer_contract(session, at_work, made)
    contracts.approve_contract(session, third, made)
    assert session.scalars(contracts_to_approve(third)).all() == []
    with pytest.raises(Conflict):
        contracts.approve_contract(session, third, made)


@pytest.mark.parametrize("column", ["prepared_by_id", "offered_by_id"])
def test_the_database_keeps_four_eyes_too(session: Session, approved: SocialContract, column: str) -> None:
    with pytest.raises(IntegrityError, match="four_eyes"), session.begin_nested():
        session.execute(update(SocialContract).where(SocialContract.id == approved.id).values({column: approved.approved_by_id}))


def test_the_database_refuses_a_signature_before_the_approval(session: Session, draft: SocialContract) -> None:
    signed = "UPDATE social_contracts SET signed_on = ends_on, signature_way = 'paper', signature_reference = '1' WHERE id = :id"
    with pytest.raises(IntegrityError, match="approved_before_signed"), session.begin_nested():
        session.execute(text(signed), {"id": draft.id})


def test_it_is_signed_on_paper_once_approved(session: Session, at_work: Actor, draft: SocialContract, approver: Actor) -> None:
    contracts.offer_contract(session, at_work, draft)
    with pytest.raises(Conflict, match="not_approved"):
        undertakings.record_paper_signature(session, at_work, draft, on_paper())
    contracts.approve_contract(session, approver, draft)
    with pytest.raises(InvalidInput):
        undertakings.record_paper_signature(session, at_work, draft, on_paper(clock.today() + DAY))
    undertakings.record_paper_signature(session, at_work, draft, on_paper())
    assert (draft.state, draft.signature_way, draft.signature_reference) == (ContractState.IN_FORCE, SignatureWay.PAPER, "17-204")
    assert [one.action for one in history(session, "social_contract", draft.id)] == ["draft", "offer", "approve", "sign", "begin"]


def test_it_is_signed_electronically_by_the_person_alone(session: Session, at_work: Actor, approved: SocialContract) -> None:
    use_provider(TestProvider())
    for stranger in (at_work, actor_of(registered(session))):
        with pytest.raises(NotFound):
            undertakings.sign_electronically(session, stranger, approved, b"words")
    assert undertakings.sign_electronically(session, actor_of(approved.case.jobseeker), approved, b"words")
    assert (approved.state, approved.signature_way) == (ContractState.IN_FORCE, SignatureWay.ELECTRONIC)


def test_a_slow_provider_is_asked_once_and_answers_later(session: Session, approved: SocialContract) -> None:
    class Slow(TestProvider):
        asked, ready = 0, False

        def ask(self, document: bytes, signer: Actor) -> str:
            self.asked += 1
            return super().ask(document, signer)

        def answer(self, question: str, document: bytes) -> ElectronicSignature | None:
            return super().answer(question, document) if self.ready else None

    slow, person = Slow(), actor_of(approved.case.jobseeker)
    use_provider(slow)
    try:
        assert not undertakings.sign_electronically(session, person, approved, b"words")
        slow.ready = True
        assert not undertakings.sign_electronically(session, person, approved, b"other words"), "another document was not signed"
        assert undertakings.sign_electronically(session, person, approved, b"words")
        assert slow.asked == 1
        use_provider(None)
        with pytest.raises(Conflict):
            undertakings.sign_electronically(session, person, approved, b"words")
    finally:
        use_provider(TestProvider())


def test_without_a_provider_paper_remains(session: Session, approved: SocialContract) -> None:
    use_provider(None)
    try:
        with pytest.raises(Conflict, match="no_provider"):
            undertakings.sign_electronically(session, actor_of(approved.case.jobseeker), approved, b"words")
    finally:
        use_provider(TestProvider())


def test_it_is_in_force_from_its_first_day(session: Session, at_work: Actor, approver: Actor, opened: Case) -> None:
    made = approved_contract(session, at_work, approver, opened, starts_in=2)
    undertakings.record_paper_signature(session, at_work, made, on_paper())
    assert made.state is ContractState.SIGNED
    with pytest.raises(Conflict):
        undertakings.move_obligation(session, at_work, made, made.obligations[0], "finish")
    assert contracts.begin_contracts(session) == 0
    with clock.hold(clock.now() + 2 * DAY):
        assert contracts.begin_contracts(session) == 1
    assert made.state is ContractState.IN_FORCE


def test_obligations_that_are_due_stand_in_the_queue(session: Session, at_work: Actor, approved: SocialContract) -> None:
    colleague = officer(staff(session, session.get_one(Office, at_work.office_id)))
    undertakings.record_paper_signature(session, at_work, approved, on_paper())
    due_on = approved.obligations[0].due_on
    for days, count in ((-1, 0), (0, 2), (1, 2)):
        with clock.hold(clock.now() + (due_on - clock.today() + days * DAY)):
            assert len(session.scalars(obligations_due(at_work, is_own=True)).all()) == count
            assert len(session.scalars(obligations_due(colleague, is_own=True)).all()) == 0
            assert len(session.scalars(obligations_due(colleague, is_own=False)).all()) == count
            assert session.scalars(obligations_due(officer(staff(session, office(session, "KZ-75"))), is_own=False)).all() == []
    first, second = approved.obligations
    undertakings.move_obligation(session, at_work, approved, first, "finish")
    with pytest.raises(InvalidInput):
        undertakings.move_obligation(session, at_work, approved, second, "drop")
    undertakings.move_obligation(session, at_work, approved, second, "drop", reason="The course closed")
    assert (first.state, second.state, second.reason) == (StepState.DONE, StepState.DROPPED, "The course closed")


def test_it_ends_with_a_reason_and_then_the_case_may_close(session: Session, at_work: Actor, approved: SocialContract) -> None:
    undertakings.record_paper_signature(session, at_work, approved, on_paper())
    contracts.end_contract(session, at_work, approved, reason=ContractEnd.FULFILLED)
    assert (approved.state, approved.ended_on) == (ContractState.ENDED, clock.today())
    with pytest.raises(Conflict):
        contracts.end_contract(session, at_work, approved, reason=ContractEnd.OTHER)
    close_case(session, at_work, approved.case, reason=CloseReason.FOUND_WORK)


def test_erasure_empties_the_words_and_ends_the_contract(session: Session, at_work: Actor, approved: SocialContract) -> None:
    forget_case_words(session, {"jobseeker_id": approved.jobseeker_id})
    session.flush()
    session.expire_all()
    assert {one.what for one in approved.obligations} == {""}
    assert approved.end_reason is ContractEnd.ERASED
    assert session.scalars(select(SocialContract.approved_by_id)).one() is not None


def test_a_draft_that_was_never_offered_is_not_shown_when_it_ends(session: Session, at_work: Actor, draft: SocialContract) -> None:
    contracts.end_contract(session, at_work, draft, reason=ContractEnd.NOT_SIGNED)
    with pytest.raises(NotFound):
        contract_for(session, actor_of(draft.case.jobseeker), draft.public_id)
    assert contract_for(session, at_work, draft.public_id) is draft


def test_the_person_takes_all_of_it_along(session: Session, at_work: Actor, approved: SocialContract) -> None:
    undertakings.record_paper_signature(session, at_work, approved, on_paper())
    found = exported_cases(session, actor_of(approved.case.jobseeker))
    assert json.loads(json.dumps(found)) == found
    assert [one["steps"][0]["what"] for one in found] == ["Learn to weld"]
    assert found[0]["contracts"][0]["signature_reference"] == "17-204"
    assert [each["doer"] for each in found[0]["contracts"][0]["obligations"]] == ["person", "office"]
    assert exported_cases(session, actor_of(registered(session))) == []
    with pytest.raises(NotFound):
        exported_cases(session, at_work)
