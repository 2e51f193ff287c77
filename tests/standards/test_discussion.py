"""From a draft to a standard in force: written, discussed by anybody, moderated, answered, reported, approved by a second person."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, Refusal, StaleVersion
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.standards import operations
from labour_exchange.standards.models import Remark, StandardVersion
from labour_exchange.standards.operations.remarks import issue_confirmation
from labour_exchange.standards.queries import discussions, registers
from labour_exchange.standards.states import Outcome, Promise, RefusalCode, RemarkKind, RemarkState, VersionState
from tests.factories import standards as made
from tests.factories.accounts import user
from tests.factories.offices import office, officer, staff


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def approver(session: Session, at_work: Actor) -> Actor:
    return officer(staff(session, office(session, "KZ-71"), approver=True))


@pytest.fixture
def elsewhere(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-75"), approver=True))


def test_the_whole_way(session: Session, at_work: Actor, approver: Actor) -> None:
    version = made.discussed(session, at_work)
    first, second = made.remark(session, version), made.remark(session, version, address="b@example.kz")
    insult = made.remark(session, version, text="Fools.", address="c@example.kz")
    made.close_discussion(session, version)
    for code, act in (
        ("not_moderated", lambda: operations.publish_remark(session, at_work, first)),
        ("not_moderated", lambda: operations.publish_remark(session, at_work, second, duplicate_of=first)),
        ("not_moderated", lambda: operations.refuse_remark(session, at_work, insult, reason=RefusalCode.INSULT)),
        ("not_answered", lambda: operations.answer_remark(session, at_work, first, outcome=Outcome.TAKEN, answer="Within a day.")),
        ("not_reported", lambda: operations.publish_report(session, at_work, version, report="Two wrote the same; it is taken over.")),
    ):
        with pytest.raises(Conflict, match=code):
            operations.approve_version(session, approver, version, from_on=clock.today())
        act()
    operations.approve_version(session, approver, version, from_on=clock.today())
    assert version.state is VersionState.IN_FORCE
    moves = [move.action for move in history(session, "standard_version", version.id)]
    assert moves == ["begin", "publish", "approve", "bring_into_force"]
    found = discussions.discussion_of(session, version)
    assert (found.published, found.duplicates, found.refused, found.taken, found.unanswered) == (2, 1, 1, 1, 0)
    with pytest.raises(Conflict):
        operations.answer_remark(session, at_work, first, outcome=Outcome.NOT_TAKEN, answer="No.")


def test_a_report_waits_for_every_answer(session: Session, at_work: Actor) -> None:
    version = made.discussed(session, at_work)
    with pytest.raises(Conflict, match="still_discussed"):
        operations.publish_report(session, at_work, version, report="Too early.")
    one = made.remark(session, version)
    operations.publish_remark(session, at_work, one)
    made.close_discussion(session, version)
    with pytest.raises(Conflict, match="not_answered"):
        operations.publish_report(session, at_work, version, report="Too early.")


def test_who_prepared_it_does_not_approve_it_nor_does_another_region(session: Session, approver: Actor, elsewhere: Actor) -> None:
    version = made.discussed(session, approver)
    made.close_discussion(session, version)
    operations.publish_report(session, approver, version, report="Nobody wrote.")
    operations.write_version(session, officer(staff(session, office(session, "KZ-71"))), version, made.draft_facts("Better"), read=version.version)
    with pytest.raises(Conflict, match="second_person"):
        operations.approve_version(session, approver, version, from_on=clock.today())
    with pytest.raises(NotFound):
        operations.approve_version(session, elsewhere, version, from_on=clock.today())
    with pytest.raises(NotFound):
        operations.approve_version(session, officer(staff(session, office(session, "KZ-71"))), version, from_on=clock.today())
    assert version.state is VersionState.DISCUSSION


def test_the_ministry_approves_its_own_with_two_people(session: Session) -> None:
    first, second = (Actor(ActorKind.ANALYST, user_id=user(session, ActorKind.ANALYST).id) for _ in range(2))
    version = made.in_force(session, first, second)
    assert (version.standard.region_code, version.approved_by_id) == (None, second.user_id)


def test_a_new_version_replaces_the_one_in_force_on_its_day(session: Session, at_work: Actor, approver: Actor) -> None:
    old = made.in_force(session, at_work, approver, promise=Promise.REFERRAL)
    new = operations.begin_version(session, at_work, old.standard, made.draft_facts(days=5))
    with pytest.raises(Conflict, match="draft_exists"):
        operations.begin_version(session, at_work, old.standard, made.draft_facts())
    operations.open_discussion(session, at_work, new, until_on=clock.today() + timedelta(days=10))
    made.close_discussion(session, new)
    operations.publish_report(session, at_work, new, report="Nobody wrote.")
    with pytest.raises(InvalidInput):
        operations.approve_version(session, approver, new, from_on=clock.today() - timedelta(days=1))
    operations.approve_version(session, approver, new, from_on=clock.today() + timedelta(days=1))
    assert (new.state, operations.bring_due_into_force(session)) == (VersionState.APPROVED, 0)
    with clock.hold(clock.now() + timedelta(days=1)):
        assert (operations.bring_due_into_force(session), operations.bring_due_into_force(session)) == (1, 0)
    assert (old.state, new.state, old.replaced_on) == (VersionState.REPLACED, VersionState.IN_FORCE, new.in_force_from)
    assert registers.version_before(session, VISITOR, new) is old
    with pytest.raises(Conflict, match="promise_taken"):
        made.draft(session, at_work, promise=Promise.REFERRAL)


def test_the_text_rests_while_it_is_discussed_and_keeps_what_was_discussed(session: Session, at_work: Actor) -> None:
    version = made.discussed(session, at_work)
    with pytest.raises(Conflict):
        operations.write_version(session, at_work, version, made.draft_facts(), read=version.version)
    made.close_discussion(session, version)
    with pytest.raises(StaleVersion):
        operations.write_version(session, at_work, version, made.draft_facts(), read=version.version - 1)
    operations.write_version(session, at_work, version, made.draft_facts(paragraphs=("Come at nine.",)), read=version.version)
    assert version.discussed is not None
    assert ([one.en for one in version.discussed][0], [one.en for one in version.paragraphs]) == ("Come to the office. en", ["Come at nine. en"])


def test_an_address_is_confirmed_once_and_in_time(session: Session, at_work: Actor) -> None:
    version = made.discussed(session, at_work)
    words = {"paragraph": 0, "kind": RemarkKind.PROPOSAL, "text": "Open on Saturdays.", "language": "en"}
    sent = operations.send_remark(session, version, address=" A@Example.kz ", **words)  # type: ignore[arg-type]
    early, link = issue_confirmation(session, sent.id), issue_confirmation(session, sent.id)
    assert early is not None
    assert link is not None
    assert link[0] == "a@example.kz"
    assert discussions.remarks_on(session, at_work, version) == []
    for secret in (early[2], "somebody's"):
        with pytest.raises(Refusal, match="link_used"):
            operations.confirm_remark(session, secret=secret)
    with clock.hold(clock.now() + timedelta(days=3)), pytest.raises(Refusal, match="link_used"):
        operations.confirm_remark(session, secret=link[2])
    assert operations.confirm_remark(session, secret=link[2]).state is RemarkState.WAITING
    with pytest.raises(Refusal, match="link_used"):
        operations.confirm_remark(session, secret=link[2])
    assert issue_confirmation(session, sent.id) is None


def test_remarks_are_about_a_paragraph_that_exists_and_come_in_time(session: Session, at_work: Actor) -> None:
    version = made.discussed(session, at_work)
    with pytest.raises(InvalidInput):
        made.remark(session, version, paragraph=3)
    with pytest.raises(InvalidInput):
        made.remark(session, version, text="  ")
    made.close_discussion(session, version)
    with pytest.raises(Conflict, match="discussion_closed"):
        made.remark(session, version)


def test_what_waits_is_read_by_the_body_alone(session: Session, at_work: Actor, elsewhere: Actor) -> None:
    version = made.discussed(session, at_work)
    one = made.remark(session, version)
    assert [discussions.remarks_on(session, who, version) for who in (VISITOR, elsewhere)] == [[], []]
    assert discussions.remarks_on(session, at_work, version) == [one]
    with pytest.raises(NotFound):
        operations.publish_remark(session, elsewhere, one)
    operations.publish_remark(session, at_work, one)
    assert discussions.remarks_on(session, VISITOR, version) == [one]
    other = made.remark(session, made.discussed(session, at_work))
    with pytest.raises(InvalidInput):
        operations.publish_remark(session, at_work, other, duplicate_of=one)


def test_addresses_are_forgotten_once_it_is_decided(session: Session, at_work: Actor) -> None:
    version = made.discussed(session, at_work)
    kept = made.remark(session, version)
    unconfirmed = operations.send_remark(session, version, paragraph=1, kind=RemarkKind.REMARK, text="x", language="kk", address="b@example.kz")
    operations.forget_senders(session)
    assert made.sender_of(session, kept.id).address == "a@example.kz"
    operations.withdraw_version(session, at_work, version)
    session.flush()
    with clock.hold(clock.now() + timedelta(days=4)):
        assert operations.forget_senders(session) >= 1
    session.expire_all()
    assert (made.sender_of(session, kept.id).address, made.sender_of(session, kept.id).address_hash) == (None, None)
    assert session.scalar(select(Remark.id).where(Remark.id == unconfirmed.id)) is None


def test_drafts_are_seen_by_their_body_alone(session: Session, at_work: Actor, elsewhere: Actor) -> None:
    version = made.draft(session, at_work)
    assert registers.versions_of_body(session, at_work) == [version]
    for who in (VISITOR, elsewhere):
        with pytest.raises(NotFound):
            registers.version_for(session, who, version.public_id)
    with pytest.raises(NotFound):
        operations.withdraw_version(session, elsewhere, version)
    with pytest.raises(InvalidInput):
        operations.open_discussion(session, at_work, version, until_on=clock.today())
    assert session.scalar(select(StandardVersion.state).where(StandardVersion.id == version.id)) is VersionState.DRAFT
