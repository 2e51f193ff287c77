"""Offices opened and staffed; which one serves a place; who sees whose staff."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.errors import InvalidInput, NotFound, Refusal
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.offices import operations, queries
from labour_exchange.offices.states import OfficeLevel
from labour_exchange.offices.texts import LEVELS
from labour_exchange.territory.queries import districts_of, regions
from tests.factories.accounts import actor_of, user
from tests.factories.offices import office, officer, staff

SYSTEM = system_actor("test")
NAME = Text(kk="Бөлімше", ru="Отделение", en="Office")


def test_every_region_and_the_country_have_one_office_however_often_it_is_ensured(session: Session) -> None:
    first = operations.ensure_offices(session)
    assert set(first) == {region.iso_code for region in regions()} | {None}
    assert operations.ensure_offices(session) == first
    assert len({found.name.in_language(language) for found in first.values() for language in LANGUAGES}) == len(first) * 3
    assert {found.level for code, found in first.items() if code} == {OfficeLevel.REGIONAL}
    assert first[None].level is OfficeLevel.NATIONAL


def test_the_local_office_serves_its_district_and_the_regional_one_the_rest(session: Session) -> None:
    near, far = districts_of("KZ-35")[:2]
    regional = operations.open_office(session, SYSTEM, name=NAME, region_code="KZ-35")
    local = operations.open_office(session, SYSTEM, name=NAME, region_code="KZ-35", district_code=near.kato)
    assert queries.office_serving(session, "KZ-35", near.kato) is local
    assert queries.office_serving(session, "KZ-35", far.kato) is regional
    assert queries.office_serving(session, "KZ-35") is regional
    assert queries.office_serving(session, "KZ-10") is None
    assert queries.offices_in_order(session, "kk", region_code="KZ-35") == [regional, local]
    assert queries.office_with_id(session, local.public_id) is local


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"region_code": "KZ-99"}, "region_code"), ({"region_code": "KZ-35", "district_code": districts_of("KZ-10")[0].kato}, "district_code")],
)
def test_an_office_is_somewhere(session: Session, facts: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        operations.open_office(session, SYSTEM, name=NAME, **facts)  # type: ignore[arg-type]
    assert [error.field for error in refused.value.errors] == [field]


@pytest.mark.parametrize("kind", sorted(set(ActorKind) - {ActorKind.ADMINISTRATOR, ActorKind.SYSTEM}))
def test_only_an_administrator_opens_and_appoints(session: Session, kind: ActorKind) -> None:
    actor, at = Actor(kind, user_id=1), office(session, "KZ-35")
    with pytest.raises(NotFound):
        operations.open_office(session, actor, name=NAME, region_code="KZ-35")
    with pytest.raises(NotFound):
        operations.appoint_staff(session, actor, at, user=user(session, ActorKind.OFFICE))
    with pytest.raises(NotFound):
        operations.release_staff(session, actor, staff(session, at), reason="no")


def test_staff_are_appointed_moved_and_released(session: Session) -> None:
    administrator = actor_of(user(session, ActorKind.ADMINISTRATOR))
    one, other, person = office(session, "KZ-35"), office(session, "KZ-10"), user(session, ActorKind.APPROVER)
    member = operations.appoint_staff(session, administrator, one, user=person)
    assert queries.staff_of(session, administrator, one) == [member]
    assert operations.appoint_staff(session, administrator, other, user=person) is member
    assert queries.staff_of(session, administrator, one) == []
    assert queries.staff_of(session, administrator, other) == [member]
    operations.release_staff(session, administrator, member, reason="left")
    session.flush()
    assert queries.staff_of(session, administrator, other) == []
    with pytest.raises(Refusal):
        operations.appoint_staff(session, administrator, one, user=user(session, ActorKind.JOBSEEKER))


def test_colleagues_are_seen_in_the_own_office_only(session: Session) -> None:
    one, other = office(session, "KZ-35"), office(session, "KZ-10")
    member, stranger = staff(session, one), staff(session, other)
    assert queries.staff_of(session, officer(member), one) == [member]
    assert queries.staff_of(session, officer(stranger), one) == []
    assert queries.staff_of(session, Actor(ActorKind.ANALYST, user_id=9), one) == []
    member.appointed_on = clock.today() + timedelta(days=1)
    session.flush()
    assert queries.staff_of(session, officer(member), one) == []


def test_levels_have_names() -> None:
    assert set(LEVELS) == set(OfficeLevel)
