"""Ready lists: made for everybody at once, resumed after a stop, kept right by every change, and authorised again when shown."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.jobseekers.models import Jobseeker, Profile
from labour_exchange.jobseekers.states import Audience
from labour_exchange.matching import queries
from labour_exchange.matching.batch import nightly
from labour_exchange.matching.models import MatchingRun, PersonSuggestions, VacancyCandidates
from labour_exchange.matching.operations import dismiss_suggestion
from labour_exchange.matching.queries import candidates_for, suggestions_for
from labour_exchange.matching.refreshing import inserted, refresh_person, refresh_vacancy
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.factories import vacancies
from tests.factories.jobseekers import actor_of, open_to_employers, with_profile
from tests.factories.placements import hiring_employer


@pytest.fixture
def session(committed: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> ExchangeSession:
    """With portions of two, so that a small market takes several steps."""
    monkeypatch.setattr(nightly, "PEOPLE_AT_ONCE", 2)
    monkeypatch.setattr(nightly, "VACANCIES_AT_ONCE", 2)
    return committed


def refreshed(session: ExchangeSession, *, everyone: bool = True, stop_after: int | None = None) -> nightly.Refreshed:
    steps = []
    for step in nightly.refresh(session, everyone=everyone):
        session.commit()
        steps.append(step)
        if len(steps) - 1 == stop_after:
            break
    return steps[-1]


def market(session: ExchangeSession, people: int = 5, posts: int = 5) -> tuple[list[Jobseeker], list[Vacancy]]:
    employer, _ = hiring_employer(session)
    made = [open_to_employers(session, pay_from=200_000 + 40_000 * number) for number in range(people)]
    found = [vacancies.published(session, by=employer, pay_from=150_000, pay_to=200_000 + 50_000 * number) for number in range(posts)]
    session.commit()
    return made, found


def without_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks the engine now fails: the ready list has to be enough."""
    monkeypatch.delattr(queries, "ranked_vacancies")
    monkeypatch.delattr(queries, "ranked_people")


def suggested(session: ExchangeSession, person: Jobseeker, limit: int = 10) -> list[int]:
    with acting_as(session, actor_of(person)):
        return [one.vacancy.id for one in suggestions_for(session, actor_of(person), limit=limit)]


def test_everybody_gets_what_the_engine_and_the_pure_scoring_give(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    people, posts = market(session)
    synchronise_all(session)
    live = {person.id: suggested(session, person) for person in people}
    done = refreshed(session)
    assert (done.people, done.vacancies, done.resumed) == (5, 5, False)
    without_engine(monkeypatch)
    assert {person.id: suggested(session, person) for person in people} == live
    for row in session.scalars(select(PersonSuggestions)):
        profile = session.scalars(select(Profile).where(Profile.jobseeker_id == row.jobseeker_id)).one()
        pairs = [queries.explain_pair(profile, session.get_one(Vacancy, one)) for one in row.vacancy_ids]
        assert [pair.score for pair in pairs if pair] == row.scores
        assert row.scores == sorted(row.scores, reverse=True)
    assert set(session.scalars(select(VacancyCandidates.vacancy_id))) == {post.id for post in posts}


def test_a_run_that_was_stopped_goes_on_where_it_was(session: ExchangeSession) -> None:
    market(session)
    stopped = refreshed(session, stop_after=1)
    assert (stopped.people, stopped.vacancies) == (2, 0)
    kept = {row.jobseeker_id: row.refreshed_at for row in session.scalars(select(PersonSuggestions))}
    assert len(kept) == 2
    done = refreshed(session)
    assert done.resumed
    assert (done.people, done.vacancies) == (3, 5)
    assert {row.jobseeker_id: row.refreshed_at for row in session.scalars(select(PersonSuggestions)) if row.jobseeker_id in kept} == kept
    run = session.scalars(select(MatchingRun)).one()
    assert (run.people, run.vacancies, run.finished_at is not None) == (5, 5, True)


def test_a_second_run_stores_the_same_and_a_plain_one_does_nothing(session: ExchangeSession) -> None:
    market(session)
    refreshed(session)
    before = [(row.jobseeker_id, row.vacancy_ids, row.scores) for row in session.scalars(select(PersonSuggestions).order_by("jobseeker_id"))]
    assert refreshed(session, everyone=False).total == 0
    assert refreshed(session).total == 10
    session.expire_all()
    assert [(row.jobseeker_id, row.vacancy_ids, row.scores) for row in session.scalars(select(PersonSuggestions).order_by("jobseeker_id"))] == before


def test_a_plain_run_refreshes_what_is_old_missing_or_of_another_version(session: ExchangeSession) -> None:
    people, _ = market(session)
    refreshed(session)
    profile = people[0].profile
    assert profile
    profile.pay_from = 1
    old = clock.now() - timedelta(days=2)
    session.execute(update(PersonSuggestions).where(PersonSuggestions.jobseeker_id == people[1].id).values(refreshed_at=old))
    with_profile(session)
    session.commit()
    assert refreshed(session, everyone=False).people == 3


def test_a_list_of_a_newer_version_is_not_overwritten_by_the_night(session: ExchangeSession) -> None:
    people, _ = market(session, people=1)
    steps = nightly.refresh(session, everyone=True)
    next(steps)
    profile = people[0].profile
    assert profile
    session.add(PersonSuggestions(jobseeker_id=people[0].id, profile_version=99, vacancy_ids=[], scores=[], refreshed_at=clock.now()))
    session.commit()
    list(steps)
    session.commit()
    assert session.scalars(select(PersonSuggestions.profile_version)).one() == 99


def test_what_is_shown_is_authorised_again(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    (person, *others), posts = market(session, people=2)
    refreshed(session)
    posts[0].posts_filled = posts[0].posts
    posts[1].state = VacancyState.WITHDRAWN
    with acting_as(session, actor_of(person)):
        dismiss_suggestion(session, actor_of(person), posts[2])
    session.commit()
    without_engine(monkeypatch)
    assert set(suggested(session, person, limit=2)) == {posts[3].id, posts[4].id}


def test_a_profile_that_was_closed_since_leaves_every_list_at_once(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    employer, keeper = hiring_employer(session)
    first, second = open_to_employers(session), open_to_employers(session)
    post = vacancies.published(session, by=employer)
    session.commit()
    refreshed(session)
    assert first.profile
    first.profile.audience = Audience.NOBODY
    session.commit()
    without_engine(monkeypatch)
    with acting_as(session, keeper):
        assert [one.profile.jobseeker_id for one in candidates_for(session, keeper, post, limit=1)] == [second.id]


def test_office_only_profiles_do_not_crowd_out_those_open_to_employers(session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("labour_exchange.matching.batch.lists.STORED", 2)
    employer, keeper = hiring_employer(session)
    for _ in range(4):
        with_profile(session)
    opened = open_to_employers(session, pay_from=900_000)
    post = vacancies.published(session, by=employer)
    session.commit()
    refreshed(session)
    assert len(session.get_one(VacancyCandidates, post.id).profile_ids) == 3
    with acting_as(session, keeper):
        assert [one.profile.jobseeker_id for one in candidates_for(session, keeper, post, limit=1)] == [opened.id]
    assert keeper.kind is ActorKind.EMPLOYER


def test_a_changed_profile_gets_its_list_at_once_and_stands_in_the_vacancies_lists(session: ExchangeSession) -> None:
    people, posts = market(session, people=1)
    refreshed(session)
    newcomer = open_to_employers(session)
    session.commit()
    synchronise_all(session)
    assert newcomer.profile
    refresh_person(session, {"jobseeker_id": newcomer.id, "profile_id": newcomer.profile.id})
    session.commit()
    assert set(session.get_one(PersonSuggestions, newcomer.id).vacancy_ids) == {post.id for post in posts}
    assert newcomer.profile.id in session.get_one(VacancyCandidates, posts[0].id).profile_ids
    newcomer.profile.occupation_codes, newcomer.profile.skills = [], []
    refresh_person(session, {"jobseeker_id": newcomer.id, "profile_id": newcomer.profile.id})
    session.commit()
    session.expire_all()
    assert session.get(PersonSuggestions, newcomer.id) is None


def test_a_published_vacancy_gets_its_candidates_at_once_and_stands_in_their_lists(session: ExchangeSession) -> None:
    people, posts = market(session)
    refreshed(session)
    synchronise_all(session)
    new = vacancies.published(session, pay_from=900_000, pay_to=900_000)
    session.commit()
    refresh_vacancy(session, {"vacancy_id": new.id})
    session.commit()
    assert len(session.get_one(VacancyCandidates, new.id).profile_ids) == len(people)
    assert new.id in session.get_one(PersonSuggestions, people[-1].id).vacancy_ids


def test_a_list_takes_one_more_in_its_place_once() -> None:
    assert inserted([(1, 50), (2, 40), (3, 30)], 4, 45, 3) == ([1, 4, 2], [50, 45, 40])
    assert inserted([(1, 50), (2, 40)], 2, 60, 3) == ([2, 1], [60, 50])
    assert inserted([(1, 50), (2, 40)], 3, 1, 2) == ([1, 2], [50, 40])
