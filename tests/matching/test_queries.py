"""Suggestions and candidates on real rows: both directions through the PostgreSQL engine, audiences respected, what was dismissed stays away."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from labour_exchange.agencies.operations import suspend_licence
from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.states import Audience
from labour_exchange.matching.operations import dismiss_suggestion
from labour_exchange.matching.queries import Candidate, Suggestion, candidates_for, suggestions_for, vacancies_for
from labour_exchange.vacancies.models import Vacancy
from tests.factories import agencies, vacancies
from tests.factories.jobseekers import actor_of, jobseeker, open_to_employers, with_profile
from tests.factories.offices import office, officer, staff
from tests.factories.placements import hiring_employer


@dataclass(frozen=True, slots=True)
class Market:
    """An electrician's post in Astana, and people who suit it more or less."""

    session: ExchangeSession
    employer: Employer
    keeper: Actor
    vacancy: Vacancy
    open_person: Jobseeker
    office_person: Jobseeker
    hidden_person: Jobseeker
    cook: Jobseeker


@pytest.fixture
def market(committed: ExchangeSession) -> Iterator[Market]:
    session = committed
    employer, keeper = hiring_employer(session)
    vacancy = vacancies.published(session, by=employer)
    cook = open_to_employers(session, occupation_codes=["5120"], skills=[], headline="Cook")
    assert cook.profile
    cook.profile.work_history.clear()
    made = Market(
        session,
        employer,
        keeper,
        vacancy,
        open_to_employers(session),
        with_profile(session),
        with_profile(session, audience=Audience.NOBODY),
        cook,
    )
    synchronised(session)
    return made


def synchronised(session: ExchangeSession) -> None:
    session.commit()
    synchronise_all(session)


def suggested(market: Market, person: Jobseeker, **options: int) -> list[Suggestion]:
    actor = actor_of(person)
    with acting_as(market.session, actor):
        return suggestions_for(market.session, actor, **options)


def candidates(market: Market, actor: Actor, vacancy: Vacancy | None = None) -> list[Candidate]:
    with acting_as(market.session, actor):
        return candidates_for(market.session, actor, vacancy or market.vacancy)


def ids(found: list[Candidate]) -> set[int]:
    return {one.profile.jobseeker_id for one in found}


def officer_of(market: Market, region_code: str) -> Actor:
    actor = officer(staff(market.session, office(market.session, region_code)))
    market.session.commit()
    return actor


def test_an_electrician_is_suggested_the_electricians_post_with_reasons(market: Market) -> None:
    found = suggested(market, market.open_person)
    assert [one.vacancy.id for one in found] == [market.vacancy.id]
    names = {reason.name for reason in found[0].reasons}
    assert "occupation_same" in names
    assert all(reason.text.kk and reason.text.ru and reason.text.en for reason in found[0].reasons)
    assert sum(reason.weight for reason in found[0].reasons) == found[0].score


def test_a_profile_that_is_shown_to_nobody_still_gets_suggestions(market: Market) -> None:
    assert [one.vacancy.id for one in suggested(market, market.hidden_person)] == [market.vacancy.id]


def test_another_occupation_and_an_empty_profile_are_suggested_nothing(market: Market) -> None:
    assert suggested(market, market.cook) == []
    empty = jobseeker(market.session)
    market.session.commit()
    assert suggested(market, empty) == []


def test_better_posts_come_first_and_no_more_than_asked(market: Market) -> None:
    poor = vacancies.published(market.session, by=market.employer, pay_from=90_000, pay_to=100_000, hours="rotational")
    synchronised(market.session)
    found = suggested(market, market.open_person)
    assert [one.vacancy.id for one in found] == [market.vacancy.id, poor.id]
    assert found[0].score > found[1].score
    assert len(suggested(market, market.open_person, limit=1)) == 1


def test_what_was_dismissed_is_not_shown_again_and_only_to_that_person(market: Market) -> None:
    actor = actor_of(market.open_person)
    with acting_as(market.session, actor):
        for _ in range(2):
            dismiss_suggestion(market.session, actor, market.vacancy, contested="pay_met")
    market.session.commit()
    assert suggested(market, market.open_person) == []
    assert [one.vacancy.id for one in suggested(market, market.office_person)] == [market.vacancy.id]


def test_nobody_but_a_jobseeker_dismisses(market: Market) -> None:
    with pytest.raises(NotFound):
        dismiss_suggestion(market.session, market.keeper, market.vacancy)


def test_a_post_that_is_filled_or_closed_is_not_suggested(market: Market) -> None:
    market.vacancy.posts_filled = market.vacancy.posts
    market.session.commit()
    assert suggested(market, market.open_person) == []


def test_an_employer_is_shown_whoever_is_open_to_employers(market: Market) -> None:
    found = candidates(market, market.keeper)
    assert ids(found) == {market.open_person.id}
    assert found[0].reasons
    assert found[0].score == sum(reason.weight for reason in found[0].reasons)


def test_the_office_of_the_region_also_sees_profiles_for_offices(market: Market) -> None:
    assert ids(candidates(market, officer_of(market, "KZ-71"))) == {market.open_person.id, market.office_person.id}


def test_the_agency_that_brought_the_vacancy_sees_what_employers_see_under_licence_and_mandate(market: Market) -> None:
    connected, agency = agencies.in_force(market.session)
    with pytest.raises(NotFound):
        candidates(market, agency)
    market.vacancy.agency_id = connected.id
    employer = market.session.get_one(Employer, market.vacancy.employer_id)
    keeper = Actor(ActorKind.EMPLOYER, user_id=1, organisation_id=employer.id)
    agencies.mandated(market.session, connected, employer, keeper)
    market.session.commit()
    assert ids(candidates(market, agency)) == {market.open_person.id}
    suspend_licence(market.session, agencies.SYSTEM, agencies.licence(market.session, connected), reason="A check.")
    market.session.commit()
    assert ids(candidates(market, agency)) == set()


def test_others_are_told_that_there_is_no_such_vacancy(market: Market) -> None:
    _other, stranger = hiring_employer(market.session)
    market.session.commit()
    for actor in (stranger, officer_of(market, "KZ-75"), actor_of(market.open_person), VISITOR, Actor(ActorKind.ANALYST, user_id=1)):
        with pytest.raises(NotFound):
            candidates(market, actor)


def test_who_closes_the_profile_disappears_at_once_even_before_the_index_knows(market: Market) -> None:
    assert market.open_person.profile
    market.open_person.profile.audience = Audience.NOBODY
    market.session.commit()
    assert ids(candidates(market, market.keeper)) == set()
    assert ids(candidates(market, officer_of(market, "KZ-71"))) == {market.office_person.id}


def test_people_elsewhere_are_candidates_only_when_ready_to_move(market: Market) -> None:
    mover = open_to_employers(market.session, "KZ-75", move_regions=["KZ-71"])
    open_to_employers(market.session, "KZ-75")
    synchronised(market.session)
    assert ids(candidates(market, market.keeper)) == {market.open_person.id, mover.id}


def test_both_directions_agree(market: Market) -> None:
    forward = suggested(market, market.open_person)[0]
    backward = candidates(market, market.keeper)[0]
    assert forward.score == backward.score
    assert [reason.name for reason in forward.reasons] == [reason.name for reason in backward.reasons]


def test_an_office_reads_what_suits_a_person_of_its_region(market: Market) -> None:
    session, profile = market.session, market.office_person.profile
    assert profile is not None
    at_home, elsewhere = (officer(staff(session, office(session, code))) for code in ("KZ-71", "KZ-75"))
    with acting_as(session, at_home):
        assert [one.vacancy.id for one in vacancies_for(session, at_home, profile)] == [market.vacancy.id]
    with pytest.raises(NotFound):
        vacancies_for(session, elsewhere, profile)
