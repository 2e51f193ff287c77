"""Accounts opened, signed into, reset and closed, in the database."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts import operations, queries
from labour_exchange.accounts.agreements import PERSONAL_DATA
from labour_exchange.accounts.credentials import NOBODY, hasher, needs_rehash
from labour_exchange.accounts.models import Attempt, OneTimeToken, SignedInSession, User
from labour_exchange.accounts.states import TokenPurpose, UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, ActorKind, system_actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, Refusal, TooMany
from labour_exchange.foundation.events import RecordedEvent
from tests.factories.accounts import PASSWORD, actor_of, blocked_user, unconfirmed_user, user

SYSTEM = system_actor("test")
NEW_PASSWORD = "another long password"


def attempt(session: Session, email: str = "someone@example.kz", address: str = "192.0.2.1", purpose: str = "sign_in") -> Attempt:
    return operations.count_try(session, purpose, account=email, address=address)


def enter(session: Session, email: str, password: str = PASSWORD, **facts: object) -> operations.Entry:
    return operations.sign_in(session, VISITOR, attempt(session, email), email=email, password=password, **facts)  # type: ignore[arg-type]


def announced(session: Session, kind: str) -> list[dict[str, object]]:
    return [row.facts for row in session.scalars(select(RecordedEvent).where(RecordedEvent.kind == kind))]


def test_an_account_is_opened_with_its_consent_and_a_letter_to_confirm(session: Session) -> None:
    opened = operations.open_account(
        session, VISITOR, kind=ActorKind.JOBSEEKER, email=" Aigul@Example.KZ ", password=NEW_PASSWORD, language="kk", consents=["personal_data"]
    )
    assert (opened.email, opened.state, opened.email_confirmed_at) == ("aigul@example.kz", UserState.ACTIVE, None)
    assert opened.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert queries.has_consent(session, opened, "personal_data", PERSONAL_DATA.version)
    assert announced(session, "confirmation_needed") == [{"user_id": opened.id}]


def test_nobody_registers_as_staff(session: Session) -> None:
    for kind in set(ActorKind) - {ActorKind.JOBSEEKER, ActorKind.EMPLOYER, ActorKind.AGENCY}:
        with pytest.raises(NotFound):
            operations.open_account(session, VISITOR, kind=kind, email="new@example.kz", password=NEW_PASSWORD)


def test_an_address_has_one_account(session: Session) -> None:
    known = user(session)
    with pytest.raises(Conflict):
        operations.open_account(session, VISITOR, kind=ActorKind.EMPLOYER, email=known.email.upper(), password=NEW_PASSWORD)
    assert session.scalar(select(func.count()).select_from(User).where(User.email == known.email)) == 1


@pytest.mark.parametrize(("email", "password", "field"), [("no address", NEW_PASSWORD, "email"), ("new@example.kz", "password123", "password")])
def test_what_cannot_be_registered(session: Session, email: str, password: str, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        operations.open_account(session, VISITOR, kind=ActorKind.JOBSEEKER, email=email, password=password)
    assert [error.field for error in refused.value.errors] == [field]


def test_signing_in_opens_a_row_makes_the_hash_strong_and_ends_the_session_before(session: Session) -> None:
    known = user(session)
    assert needs_rehash(known.password_hash)
    first = enter(session, known.email.upper())
    assert not needs_rehash(known.password_hash)
    second = enter(session, known.email, old_secret=first.secret)
    assert first.secret != second.secret
    assert queries.live_session(session, first.secret) is None
    live = queries.live_session(session, second.secret)
    assert live is not None
    assert live.user is known
    assert second.secret not in {row.secret_hash for row in session.scalars(select(SignedInSession))}


def test_unknown_wrong_and_closed_are_answered_alike(session: Session) -> None:
    known, closed = user(session), user(session)
    operations.close_account(session, actor_of(closed), closed)
    invited = user(session, ActorKind.ANALYST, password_hash="!")
    cases = [(known.email, "wrong password"), ("nobody@example.kz", PASSWORD), (closed.email, PASSWORD), (invited.email, "!")]
    refusals = []
    for email, password in cases:
        with pytest.raises(Refusal) as refused:
            enter(session, email, password)
        refusals.append((refused.value.code, refused.value.status))
    assert refusals == [("wrong_credentials", 422)] * 4


def test_the_hash_for_nobody_costs_what_a_real_one_costs() -> None:
    assert not hasher.check_needs_rehash(NOBODY)


def test_a_blocked_user_learns_it_only_with_the_right_password(session: Session) -> None:
    blocked = blocked_user(session)
    with pytest.raises(Refusal) as refused:
        enter(session, blocked.email, "wrong password")
    assert refused.value.code == "wrong_credentials"
    with pytest.raises(Refusal) as refused:
        enter(session, blocked.email)
    assert refused.value.code == "account_blocked"


def test_an_unconfirmed_address_is_asked_again(session: Session) -> None:
    fresh = unconfirmed_user(session)
    with pytest.raises(Refusal) as refused:
        enter(session, fresh.email)
    assert refused.value.code == "confirm_first"
    assert announced(session, "confirmation_needed") == [{"user_id": fresh.id}]
    secret = operations.issue_token(session, fresh.id, TokenPurpose.CONFIRM)
    assert operations.confirm_email(session, VISITOR, secret=secret) is fresh
    assert enter(session, fresh.email).user is fresh


def test_a_link_works_once_for_its_purpose_and_for_its_time(session: Session) -> None:
    known = user(session)
    secret = operations.issue_token(session, known.id, TokenPurpose.RESET)
    assert secret not in {row.secret_hash for row in session.scalars(select(OneTimeToken))}
    with pytest.raises(Refusal):
        operations.confirm_email(session, VISITOR, secret=secret)
    other = operations.issue_token(session, known.id, TokenPurpose.RESET)
    with clock.hold(clock.now() + timedelta(minutes=59)):
        operations.finish_reset(session, VISITOR, secret=secret, new_password=NEW_PASSWORD)
    for used in (secret, other):
        with pytest.raises(Refusal) as refused:
            operations.finish_reset(session, VISITOR, secret=used, new_password=NEW_PASSWORD)
        assert refused.value.code == "link_not_valid"
    late = operations.issue_token(session, known.id, TokenPurpose.RESET)
    with clock.hold(clock.now() + timedelta(minutes=60)), pytest.raises(Refusal):
        operations.finish_reset(session, VISITOR, secret=late, new_password=NEW_PASSWORD)


def test_a_reset_is_asked_alike_for_known_and_unknown(session: Session) -> None:
    known = user(session)
    operations.start_reset(session, VISITOR, email=known.email)
    operations.start_reset(session, VISITOR, email="nobody@example.kz")
    assert announced(session, "reset_asked") == [{"user_id": known.id}, {"user_id": None}]


def test_a_reset_ends_every_session(session: Session) -> None:
    known = user(session)
    entry = enter(session, known.email)
    operations.finish_reset(session, VISITOR, secret=operations.issue_token(session, known.id, TokenPurpose.RESET), new_password=NEW_PASSWORD)
    assert queries.live_session(session, entry.secret) is None
    assert enter(session, known.email, NEW_PASSWORD).user is known


def test_changing_the_password_ends_other_sessions_and_renews_this_one(session: Session) -> None:
    known = user(session)
    other, mine = enter(session, known.email), enter(session, known.email)
    _row, secret = operations.change_password(
        session, actor_of(known), attempt(session), mine.row, user=known, present_password=PASSWORD, new_password=NEW_PASSWORD
    )
    assert [queries.live_session(session, old.secret) for old in (other, mine)] == [None, None]
    assert queries.live_session(session, secret) is not None
    with pytest.raises(InvalidInput):
        operations.change_password(
            session, actor_of(known), attempt(session), mine.row, user=known, present_password=PASSWORD, new_password="something else entirely"
        )


def test_sessions_end_when_idle_too_old_blocked_or_signed_out(session: Session) -> None:
    officer = user(session, ActorKind.OFFICE)
    start = clock.now()
    _row, secret = operations.open_session(session, officer, second_factor_at=start)
    with clock.hold(start + timedelta(minutes=29)):
        live = queries.live_session(session, secret)
        assert live is not None
        assert operations.note_request(session, live.row)
        assert not operations.note_request(session, live.row)
    with clock.hold(start + timedelta(minutes=58)):
        assert queries.live_session(session, secret) is not None
    with clock.hold(start + timedelta(minutes=60)):
        assert queries.live_session(session, secret) is None
    live.row.seen_at = start + timedelta(hours=9, minutes=59)
    with clock.hold(start + timedelta(hours=10, seconds=1)):
        assert queries.live_session(session, secret) is None
    _row, secret = operations.open_session(session, officer)
    operations.sign_out(session, actor_of(officer), secret=secret)
    assert queries.live_session(session, secret) is None
    secrets = [operations.open_session(session, officer)[1] for _number in range(3)]
    assert operations.sign_out_everywhere(session, actor_of(officer), officer) == 4
    assert [queries.live_session(session, secret) for secret in secrets] == [None] * 3
    _row, secret = operations.open_session(session, officer)
    operations.block_user(session, SYSTEM, officer, reason="left")
    assert queries.live_session(session, secret) is None


def test_who_may_block_close_and_invite(session: Session) -> None:
    officer, administrator, other = user(session, ActorKind.OFFICE), user(session, ActorKind.ADMINISTRATOR), user(session)
    with pytest.raises(NotFound):
        operations.block_user(session, actor_of(officer), other, reason="no")
    with pytest.raises(NotFound):
        operations.block_user(session, actor_of(administrator), administrator, reason="no")
    with pytest.raises(NotFound):
        operations.close_account(session, actor_of(officer), other)
    with pytest.raises(NotFound):
        operations.invite_staff(session, actor_of(officer), kind=ActorKind.OFFICE, email="new@example.kz")
    with pytest.raises(Refusal):
        operations.invite_staff(session, actor_of(administrator), kind=ActorKind.JOBSEEKER, email="new@example.kz")
    invited = operations.invite_staff(session, actor_of(administrator), kind=ActorKind.ANALYST, email="new@example.kz")
    assert announced(session, "staff_invited") == [{"user_id": invited.id}]
    secret = operations.issue_token(session, invited.id, TokenPurpose.INVITE)
    operations.accept_invitation(session, VISITOR, secret=secret, new_password=NEW_PASSWORD)
    assert enter(session, "new@example.kz", NEW_PASSWORD).awaits_second_factor


def test_a_closed_account_keeps_nothing_and_frees_its_address(session: Session) -> None:
    known = user(session)
    email = known.email
    operations.close_account(session, actor_of(known), known)
    assert (known.state, known.display_name, known.password_hash) == (UserState.CLOSED, "", "!")
    assert email not in known.email
    assert operations.open_account(session, VISITOR, kind=ActorKind.JOBSEEKER, email=email, password=NEW_PASSWORD).id != known.id


def test_a_consent_is_taken_back_and_stays_written(session: Session) -> None:
    known = user(session)
    operations.give_consent(session, actor_of(known), known, subject="personal_data")
    assert operations.withdraw_consent(session, actor_of(known), known, subject="personal_data") == 1
    assert not queries.has_consent(session, known, "personal_data", PERSONAL_DATA.version)
    assert len(queries.consents_of(session, known)) == 1


def test_old_traces_are_forgotten_and_young_ones_kept(session: Session) -> None:
    known = user(session)
    attempt(session)
    enter(session, known.email)
    operations.issue_token(session, known.id, TokenPurpose.RESET)
    operations.forget_old_traces(session)
    assert session.scalar(select(func.count()).select_from(Attempt)) == 2
    with clock.hold(clock.now() + timedelta(days=61)):
        operations.forget_old_traces(session)
    for model in (Attempt, SignedInSession, OneTimeToken):
        assert session.scalar(select(func.count()).select_from(model)) == 0


def test_the_eleventh_failure_waits_and_the_known_place_of_the_owner_does_not(session: Session) -> None:
    known = user(session)
    enter(session, known.email)
    for number in range(10):
        attempt(session, known.email, f"198.51.100.{number}")
    with pytest.raises(TooMany) as refused:
        attempt(session, known.email, "198.51.100.200")
    assert 0 < refused.value.retry_after <= 15
    assert enter(session, known.email).user is known


def test_one_address_cannot_try_many_accounts(session: Session) -> None:
    for number in range(10):
        attempt(session, f"person{number}@example.kz")
    with pytest.raises(TooMany):
        attempt(session, "person10@example.kz")
    attempt(session, "person10@example.kz", "192.0.2.2")
    attempt(session, "person10@example.kz", purpose="reset")


def test_letters_are_counted_also_when_they_succeed(session: Session) -> None:
    for _number in range(10):
        attempt(session, purpose="reset").succeeded = True
    with pytest.raises(TooMany):
        attempt(session, purpose="reset")
