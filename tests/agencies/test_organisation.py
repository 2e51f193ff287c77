"""An agency's licence from application to withdrawal, its people, mandates asked for, and complaints with the right of reply."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.agencies import operations
from labour_exchange.agencies.models import AgencyMember, Complaint
from labour_exchange.agencies.operations.connecting import ConnectionFacts, apply_for_connection
from labour_exchange.agencies.queries import complaint_for, complaints_for, is_agency_in_force, licence_of, may_act_for
from labour_exchange.agencies.states import ComplaintCategory, ComplaintEffect, ComplaintState, LicenceState, RequestState, Scope
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions.agencies import warn_of_endings
from labour_exchange.notifications.states import MessageKind
from tests.factories import agencies
from tests.factories.accounts import user
from tests.factories.placements import bin_number, hiring_employer

ANALYST = Actor(ActorKind.ANALYST, user_id=900_100)


def facts(**changed: object) -> ConnectionFacts:
    given = {"bin": bin_number(), "name": "Qadam", "region_code": "KZ-71", "licence_number": bin_number(), "contact_name": "Office manager"}
    return ConnectionFacts(**given | {"asked_until_on": clock.today() + timedelta(days=365)} | changed)  # type: ignore[arg-type]


def test_an_application_opens_an_agency_that_may_do_nothing(session: ExchangeSession) -> None:
    account = user(session, ActorKind.AGENCY)
    agency = apply_for_connection(session, agencies.SYSTEM, account, facts())
    licence = agencies.licence(session, agency)
    assert (licence.state, licence.asked_until_on, agency.connected_on) == (LicenceState.APPLIED, clock.today() + timedelta(days=365), None)
    assert not is_agency_in_force(session, agency.id)
    with pytest.raises(NotFound):
        apply_for_connection(session, Actor(ActorKind.AGENCY, user_id=account.id), account, facts())


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"bin": "123"}, "bin"),
        ({"name": " "}, "name"),
        ({"region_code": "KZ-00"}, "region_code"),
        ({"licence_number": ""}, "licence_number"),
        ({"contact_name": ""}, "contact_name"),
        ({"asked_until_on": None}, "asked_until_on"),
    ],
)
def test_what_is_missing_is_named(session: ExchangeSession, changed: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        apply_for_connection(session, agencies.SYSTEM, user(session, ActorKind.AGENCY), facts(**changed))
    assert [error.field for error in refused.value.errors] == [field]


def test_a_licence_goes_through_its_whole_life_with_a_log(session: ExchangeSession) -> None:
    agency, actor = agencies.applying(session)
    licence = agencies.licence(session, agency)
    operations.refuse_licence(session, ANALYST, licence, reason="No such number in the register.")
    until = clock.today() + timedelta(days=90)
    operations.apply_for_licence(session, actor, agency, licence, number=f"{licence.number}-A", asked_until_on=until)
    assert licence.reason == ""
    operations.grant_licence(session, ANALYST, licence, expires_on=until, reason="Found in the register.")
    with pytest.raises(InvalidInput):
        operations.renew_licence(session, ANALYST, licence, expires_on=until)
    operations.apply_for_licence(session, actor, agency, licence, number=licence.number, asked_until_on=until + timedelta(days=1))
    operations.renew_licence(session, ANALYST, licence, expires_on=until + timedelta(days=1))
    assert (licence.expires_on, licence.asked_until_on) == (until + timedelta(days=1), None)
    operations.suspend_licence(session, ANALYST, licence, reason="A check is going on.")
    with pytest.raises(Conflict):
        operations.apply_for_licence(session, actor, agency, licence, number=licence.number, asked_until_on=until + timedelta(days=9))
    operations.restore_licence(session, ANALYST, licence, reason="Nothing was found.")
    operations.withdraw_licence(session, ANALYST, licence, reason="The agency asked for it.")
    moves = [row.action for row in history(session, "licence", licence.id)]
    assert moves == ["refuse", "apply_again", "grant", "renew", "suspend", "restore", "withdraw"]
    with pytest.raises(NotFound):
        operations.grant_licence(session, actor, licence, expires_on=until)


def test_each_warning_comes_once_and_to_both_sides_of_a_mandate(session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session, days=14)
    employer, keeper = hiring_employer(session)
    mandate = agencies.mandated(session, agency, employer, keeper)
    mandate.until_on = clock.today() + timedelta(days=3)
    session.flush()
    warn_of_endings(session)
    warn_of_endings(session)
    found = session.execute(select(Message.kind, Message.user_id).where(Message.user_id.in_([actor.user_id, keeper.user_id])))
    assert sorted((row.kind, row.user_id) for row in found) == sorted(
        [(MessageKind.LICENCE_ENDING, actor.user_id), (MessageKind.MANDATE_ENDING, actor.user_id), (MessageKind.MANDATE_ENDING, keeper.user_id)]
    )


def test_colleagues_are_invited_and_blocked_but_never_all_of_them(session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    invited = operations.invite_colleague(session, actor, agency, email="new@agency.example.kz", display_name="New", language="kk")
    own = session.scalars(select(AgencyMember).where(AgencyMember.user_id == actor.user_id)).one()
    with pytest.raises(Conflict) as refused:
        operations.block_colleague(session, actor, agency, own)
    assert refused.value.code == "last_member", "who has no password yet cannot sign in for the agency"
    session.get_one(User, invited.user_id).password_hash = "set"  # noqa: S105 - any but none
    session.flush()
    assert operations.block_colleague(session, actor, agency, invited).state is UserState.BLOCKED
    operations.unblock_colleague(session, actor, agency, invited)
    other, stranger = agencies.in_force(session)
    with pytest.raises(NotFound):
        operations.block_colleague(session, stranger, agency, invited)
    with pytest.raises(NotFound):
        operations.block_colleague(session, stranger, other, invited)


def test_an_agency_that_waits_for_its_licence_cannot_try_out_addresses(session: ExchangeSession) -> None:
    agency, actor = agencies.applying(session)
    with pytest.raises(Conflict) as refused:
        operations.invite_colleague(session, actor, agency, email="a@agency.example.kz", display_name="A", language="kk")
    assert refused.value.code == "licence_not_in_force"
    assert not session.scalar(select(User.id).where(User.password_hash == NO_PASSWORD, User.email == "a@agency.example.kz"))


def test_a_mandate_is_asked_for_once_and_the_employer_chooses_what_to_give(session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    employer, keeper = hiring_employer(session)
    asked = operations.ask_for_mandate(session, actor, agency, employer, scopes=["post", "report"], until_on=None)
    with pytest.raises(Conflict) as refused:
        operations.ask_for_mandate(session, actor, agency, employer, scopes=["post"], until_on=None)
    assert refused.value.code == "mandate_asked"
    operations.give_what_is_asked(session, keeper, employer, asked, scopes=["post"], until_on=None)
    assert asked.state is RequestState.GIVEN
    today = clock.today()
    assert [may_act_for(session, agency.id, employer.id, scope, today) for scope in Scope] == [True, False, False, False]
    with pytest.raises(Conflict) as refused:
        operations.ask_for_mandate(session, actor, agency, employer, scopes=["post"], until_on=None)
    assert refused.value.code == "mandate_held"


def test_a_question_is_declined_or_taken_back_by_those_it_concerns(session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    employer, keeper = hiring_employer(session)
    _other, stranger = hiring_employer(session)
    asked = operations.ask_for_mandate(session, actor, agency, employer, scopes=["post"], until_on=None)
    with pytest.raises(NotFound):
        operations.decline_request(session, stranger, _other, asked)
    operations.decline_request(session, keeper, employer, asked, note="We hire ourselves.")
    with pytest.raises(Conflict):
        operations.withdraw_request(session, actor, agency, asked)
    again = operations.ask_for_mandate(session, actor, agency, employer, scopes=["post"], until_on=None)
    assert operations.withdraw_request(session, actor, agency, again).state is RequestState.WITHDRAWN


def complaint(session: ExchangeSession, category: ComplaintCategory = ComplaintCategory.FEE_CHARGED) -> tuple[Complaint, Actor, Actor]:
    agency, actor = agencies.in_force(session)
    writer = Actor(ActorKind.JOBSEEKER, user_id=user(session).id)
    return operations.file_complaint(session, writer, agency, category=category, text="They asked me for money."), writer, actor


def test_a_fee_that_is_proven_stops_the_licence(session: ExchangeSession) -> None:
    made, _writer, actor = complaint(session)
    with pytest.raises(Conflict) as refused:
        operations.decide_complaint(session, ANALYST, made, effect=ComplaintEffect.SUSPENSION, reason="Proven.")
    assert refused.value.code == "reply_awaited"
    operations.reply_to_complaint(session, actor, made, reply="It was a mistake.")
    with pytest.raises(InvalidInput):
        operations.decide_complaint(session, ANALYST, made, effect=ComplaintEffect.WARNING, reason="Proven.")
    operations.decide_complaint(session, ANALYST, made, effect=ComplaintEffect.SUSPENSION, reason="A receipt was shown.")
    licence = licence_of(session, made.agency_id)
    assert licence
    assert (licence.state, licence.reason) == (LicenceState.SUSPENDED, "A receipt was shown.")
    assert history(session, "licence", licence.id)[-1].reason == f"complaint {made.public_id}", "the log holds no words that may name somebody"
    with pytest.raises(Conflict):
        operations.decide_complaint(session, ANALYST, made, effect=None, reason="Again.")


def test_silence_of_the_agency_does_not_stop_the_decision(session: ExchangeSession) -> None:
    made, _writer, actor = complaint(session, ComplaintCategory.NO_ANSWER)
    made.reply_due_on = clock.today() - timedelta(days=1)
    session.flush()
    operations.decide_complaint(session, ANALYST, made, effect=None, reason="Nothing shows it.")
    assert made.state is ComplaintState.NOT_UPHELD
    assert is_agency_in_force(session, made.agency_id)
    with pytest.raises(Conflict):
        operations.reply_to_complaint(session, actor, made, reply="Too late.")


def test_a_complaint_is_seen_by_both_sides_and_the_ministry_only(session: ExchangeSession) -> None:
    made, writer, actor = complaint(session)
    _other, stranger = agencies.in_force(session)
    another = Actor(ActorKind.JOBSEEKER, user_id=user(session).id)
    for reader in (writer, actor, ANALYST):
        with acting_as(session, reader):
            assert complaint_for(session, reader, made.public_id).id == made.id
    for reader in (stranger, another, Actor(ActorKind.EMPLOYER, user_id=900_101, organisation_id=900_101)):
        with acting_as(session, reader):
            assert complaints_for(session, reader) == []
            with pytest.raises(NotFound):
                complaint_for(session, reader, made.public_id)
    with pytest.raises(NotFound):
        operations.reply_to_complaint(session, stranger, made, reply="Not ours.")
    with pytest.raises(NotFound):
        operations.decide_complaint(session, actor, made, effect=None, reason="Ours.")
