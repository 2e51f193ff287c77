"""Employers register, are checked, claim names, invite colleagues."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.employers import operations
from labour_exchange.employers.models import EmployerMember, MemberRole
from labour_exchange.employers.operations import EstablishmentFacts
from labour_exchange.employers.queries import claims_to_decide, employers_to_verify, unclaimed_employers
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.records.audit import AuditRow
from labour_exchange.vacancies.reactions import move_to_claimant
from tests.factories import employers, offices, vacancies


def officer_in(session: Session, region_code: str = "KZ-71") -> Actor:
    return offices.officer(offices.staff(session, offices.office(session, region_code)))


def events(session: Session) -> list[str]:
    return list(session.scalars(select(RecordedEvent.kind).order_by(RecordedEvent.id)))


def test_an_office_of_the_region_verifies_and_says_what_it_found(session: Session) -> None:
    one = employers.employer(session)
    operations.verify_employer(session, officer_in(session), one, reason="found in the register")
    assert one.state is EmployerState.VERIFIED
    assert session.scalar(select(func.count()).where(AuditRow.act == "verify employer", AuditRow.subject_id == one.id)) == 1
    assert events(session)[-1] == "employer_verified"
    assert session.scalars(employers_to_verify("KZ-71")).all() == []


def test_no_other_office_and_nobody_else_verifies(session: Session) -> None:
    one = employers.employer(session)
    own = employers.actor_of(employers.member(session, one), one)
    for actor in (officer_in(session, "KZ-75"), own):
        with pytest.raises(NotFound):
            operations.verify_employer(session, actor, one, reason="")
    assert one.state is EmployerState.CLAIMED


def test_a_refusal_gives_its_reason(session: Session) -> None:
    one = employers.employer(session)
    with pytest.raises(InvalidInput):
        operations.refuse_employer(session, officer_in(session), one, reason=" ")
    operations.refuse_employer(session, officer_in(session), one, reason="another company has this BIN")
    assert one.state is EmployerState.REFUSED


def test_two_colleagues_who_save_at_once(session: Session) -> None:
    one = employers.verified(session)
    actor = employers.actor_of(employers.member(session, one), one)
    facts = {"about": "", "website": "", "industry_code": None}
    operations.change_employer(session, actor, one, name="First", **facts, version=1)
    with pytest.raises(StaleVersion):
        operations.change_employer(session, actor, one, name="Second", **facts, version=1)
    assert one.name == "First"


@pytest.mark.parametrize("website", ["javascript:alert(1)", "example", "https://", "http://a b.kz", "data:text/html,x"])
def test_a_web_address_is_one(session: Session, website: str) -> None:
    one = employers.verified(session)
    actor = employers.actor_of(employers.member(session, one), one)
    with pytest.raises(InvalidInput) as refused:
        operations.change_employer(session, actor, one, name="A", about="", website=website, industry_code=None, version=1)
    assert [error.field for error in refused.value.errors] == ["website"]


def test_a_place_of_work_lies_where_it_says(session: Session) -> None:
    one = employers.verified(session)
    actor = employers.actor_of(employers.member(session, one), one)
    with pytest.raises(InvalidInput) as refused:
        operations.open_establishment(session, actor, one, EstablishmentFacts("", "KZ-75", "111600000", ""))
    assert {error.field for error in refused.value.errors} == {"district_code", "address"}
    place = operations.open_establishment(session, actor, one, EstablishmentFacts("", "KZ-11", "111600000", "1 Invented Street"))
    assert place.name == one.name
    other = employers.verified(session)
    with pytest.raises(NotFound):
        operations.close_establishment(session, employers.actor_of(employers.member(session, other), other), place)


def test_a_claim_that_an_office_accepts_moves_the_advertisements(session: Session) -> None:
    one, known = employers.verified(session), employers.unclaimed(session, name="Invented Shop Ltd")
    advertisement = vacancies.of_import(session, by=known)
    actor = employers.actor_of(employers.member(session, one), one)
    assert unclaimed_employers(session, "shop INVENTED") == [known]
    claim = operations.claim_employer(session, actor, one, known, reason="the same phone")
    with pytest.raises(Conflict):
        operations.claim_employer(session, actor, one, known, reason="once more")
    assert session.scalars(claims_to_decide("KZ-71")).all() == [claim]
    with pytest.raises(NotFound):
        operations.decide_claim(session, officer_in(session, "KZ-75"), claim, is_accepted=True, answer="")
    operations.decide_claim(session, officer_in(session), claim, is_accepted=True, answer="")
    assert (known.state, known.claimed_by_id) == (EmployerState.CLOSED, one.id)
    event = session.scalars(select(RecordedEvent).where(RecordedEvent.kind == "employer_claimed")).one()
    move_to_claimant(session, event.facts)
    session.refresh(advertisement)
    assert advertisement.employer_id == one.id
    with pytest.raises(Conflict):
        operations.decide_claim(session, officer_in(session), claim, is_accepted=False, answer="too late")


def test_only_a_verified_employer_claims_and_only_what_is_nobodys(session: Session) -> None:
    new, known, other = employers.employer(session), employers.unclaimed(session), employers.verified(session)
    with pytest.raises(Conflict):
        operations.claim_employer(session, employers.actor_of(employers.member(session, new), new), new, known, reason="mine")
    actor = employers.actor_of(employers.member(session, other), other)
    with pytest.raises(Conflict):
        operations.claim_employer(session, actor, other, new, reason="mine")
    with pytest.raises(NotFound):
        operations.claim_employer(session, actor, new, known, reason="for somebody else")
    with pytest.raises(InvalidInput):
        operations.claim_employer(session, actor, other, known, reason=" ")


def test_a_refused_claim_says_why_and_changes_nothing(session: Session) -> None:
    one, known = employers.verified(session), employers.unclaimed(session)
    claim = employers.claim(session, one, known)
    with pytest.raises(InvalidInput):
        operations.decide_claim(session, officer_in(session), claim, is_accepted=False, answer="")
    operations.decide_claim(session, officer_in(session), claim, is_accepted=False, answer="another address")
    assert (known.state, claim.is_accepted) == (EmployerState.UNCLAIMED, False)


def test_an_owner_invites_a_colleague_who_gets_a_letter(session: Session) -> None:
    one = employers.verified(session)
    owner = employers.actor_of(employers.member(session, one), one)
    member = operations.invite_colleague(session, owner, one, email=" New.One@example.kz ", display_name="New One", language="ru")
    account = session.get_one(User, member.user_id)
    assert (account.email, account.language, member.role) == ("new.one@example.kz", "ru", MemberRole.STAFF)
    assert events(session)[-1] == "staff_invited"
    with pytest.raises(Conflict):
        operations.invite_colleague(session, owner, one, email="new.one@example.kz", display_name="Again", language="ru")


def test_staff_unverified_employers_and_strangers_invite_nobody(session: Session) -> None:
    one, new = employers.verified(session), employers.employer(session)
    staff = employers.actor_of(employers.member(session, one, MemberRole.STAFF), one)
    stranger = employers.actor_of(employers.member(session, new), new)
    for actor, of, refused in ((staff, one, NotFound), (stranger, one, NotFound), (stranger, new, Conflict)):
        with pytest.raises(refused):
            operations.invite_colleague(session, actor, of, email="x@example.kz", display_name="X", language="kk")
    assert session.scalar(select(func.count()).where(User.email == "x@example.kz")) == 0


def test_a_colleague_can_be_removed_but_not_the_only_owner(session: Session) -> None:
    one = employers.verified(session)
    boss = employers.member(session, one)
    staff = employers.member(session, one, MemberRole.STAFF)
    actor = employers.actor_of(boss, one)
    members = {member.user_id: member for member in session.scalars(select(EmployerMember).where(EmployerMember.employer_id == one.id))}
    operations.remove_colleague(session, actor, one, members[staff.id])
    with pytest.raises(Conflict):
        operations.remove_colleague(session, actor, one, members[boss.id])
    assert session.scalars(select(EmployerMember.user_id).where(EmployerMember.employer_id == one.id)).all() == [boss.id]
