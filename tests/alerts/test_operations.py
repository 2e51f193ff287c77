"""Searches saved, changed and forgotten; one letter for everything new, each thing once, and none to who does not want it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.alerts import queries, rules
from labour_exchange.alerts.models import AlertMatch, SavedSearch, SearchKey
from labour_exchange.alerts.operations import letters, searches
from labour_exchange.alerts.operations.matching import match_arrivals
from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.discovery import synchronisation
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, Refusal, StaleVersion
from labour_exchange.jobseekers.models import Jobseeker, Profile
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.operations import choose_topics
from labour_exchange.notifications.states import MessageState, Topic
from tests.factories import jobseekers as people
from tests.factories import vacancies

ELECTRICIAN = SearchQuery(text="электрик")
NOON = datetime(2026, 11, 25, 7, tzinfo=UTC)  # A Wednesday; noon in the country.


@pytest.fixture
def person(session: Session) -> Jobseeker:
    return people.with_profile(session)


def saved(session: Session, person: Jobseeker, query: SearchQuery = ELECTRICIAN, frequency: Frequency = Frequency.INSTANT) -> SavedSearch:
    return searches.save_search(session, people.actor_of(person), query, name=query.text or "search", frequency=frequency)


def arrive(session: Session, **facts: object) -> None:
    vacancies.published(session, **facts)
    session.flush()
    synchronisation.synchronise(session)
    match_arrivals(session)


def letters_to(session: Session, person: Jobseeker) -> list[Message]:
    return list(session.scalars(select(Message).where(Message.user_id == person.user_id, Message.kind == "new_vacancies").order_by(Message.id)))


def test_a_search_is_kept_with_what_it_asks_of_the_index(session: Session, person: Jobseeker) -> None:
    kept = saved(session, person, SearchQuery(text="сварщик", regions=("KZ-23",), pay_from=200_000, within_km=None))
    assert (kept.regions, kept.pay_from, kept.reading) == (["KZ-23"], 200_000, searches.current_reading())
    assert "7212" in kept.units
    keys = set(session.scalars(select(SearchKey.key).where(SearchKey.search_id == kept.id)))
    assert "o:7212|KZ-23" in keys


def test_the_same_search_is_kept_once_and_the_name_of_the_first_is_said(session: Session, person: Jobseeker) -> None:
    saved(session, person)
    with pytest.raises(Conflict) as refused:
        saved(session, person, SearchQuery(text=" Электрик "))
    assert refused.value.values == {"name": "электрик"}


def test_a_search_for_everything_and_one_without_a_name_are_refused(session: Session, person: Jobseeker) -> None:
    with pytest.raises(Refusal):
        saved(session, person, SearchQuery(sort="newest"))
    with pytest.raises(InvalidInput):
        searches.save_search(session, people.actor_of(person), ELECTRICIAN, name=" ", frequency=Frequency.DAILY)


def test_there_is_room_for_so_many(session: Session, person: Jobseeker) -> None:
    for number in range(rules.MOST_SEARCHES):
        saved(session, person, SearchQuery(pay_from=100_000 + number))
    with pytest.raises(Refusal) as refused:
        saved(session, person, SearchQuery(pay_from=1))
    assert refused.value.code == "too_many_searches"


def test_nobody_reads_or_changes_anothers(session: Session, person: Jobseeker) -> None:
    kept, other = saved(session, person), people.actor_of(people.with_profile(session))
    for stranger in (other, Actor(ActorKind.OFFICE, user_id=1, region_code="KZ-71")):
        with pytest.raises(NotFound):
            queries.saved_search(session, stranger, kept.public_id)
        with pytest.raises(NotFound):
            searches.delete_search(session, stranger, kept)


def test_pairs_go_with_their_search(session: Session, person: Jobseeker) -> None:
    kept, other = saved(session, person), saved(session, person, SearchQuery(pay_from=100_000))
    arrive(session, title="Электрик на завод")
    assert set(session.scalars(select(AlertMatch.search_id))) == {kept.id, other.id}
    searches.delete_search(session, people.actor_of(person), kept)
    session.flush()
    assert set(session.scalars(select(AlertMatch.search_id))) == {other.id}


def test_pairs_that_were_stored_beside_a_deletion_go_in_the_night(session: Session, person: Jobseeker) -> None:
    kept, published = saved(session, person), vacancies.published(session, title="Электрик")
    session.add_all(AlertMatch(search_id=one, vacancy_id=published.public_id, matched_at=clock.now()) for one in (kept.id, kept.id + 1000))
    session.flush()
    letters.forget_old_matches(session)
    assert list(session.scalars(select(AlertMatch.search_id))) == [kept.id]


def test_a_new_vacancy_is_told_once_in_one_letter_for_all_searches(session: Session, person: Jobseeker) -> None:
    with clock.hold(NOON):
        saved(session, person)
        saved(session, person, SearchQuery(pay_from=100_000))
    arrive(session, title="Электрик на завод")
    with clock.hold(clock.now() + timedelta(minutes=5)):
        assert letters.tell_people(session, Frequency.INSTANT) == 1
        assert letters.tell_people(session, Frequency.INSTANT) == 0
    (letter,) = letters_to(session, person)
    assert letter.subject.startswith("New vacancies you look for: 1")
    assert letter.body.count("Электрик на завод") == 2
    assert letter.path == "/en/jobseeker/searches"


def test_what_comes_within_the_hour_waits_for_the_next_letter(session: Session, person: Jobseeker) -> None:
    saved(session, person)
    arrive(session, title="Электрик один")
    assert letters.tell_people(session, Frequency.INSTANT) == 1
    arrive(session, title="Электрик два")
    assert letters.tell_people(session, Frequency.INSTANT) == 0
    with clock.hold(clock.now() + timedelta(minutes=61)):
        assert letters.tell_people(session, Frequency.INSTANT) == 1
    assert "Электрик два" in letters_to(session, person)[1].body
    assert "Электрик один" not in letters_to(session, person)[1].body


@pytest.mark.parametrize(("frequency", "days"), [(Frequency.DAILY, 1), (Frequency.WEEKLY, 5)])
def test_daily_and_weekly_letters_come_in_the_morning(session: Session, person: Jobseeker, frequency: Frequency, days: int) -> None:
    with clock.hold(NOON - timedelta(days=1)):
        kept = saved(session, person, frequency=frequency)
    session.add(AlertMatch(search_id=kept.id, vacancy_id=vacancies.published(session, title="Электрик").public_id, matched_at=NOON))
    session.flush()
    morning = datetime(2026, 11, 25, 3, 30, tzinfo=UTC) + timedelta(days=days)
    with clock.hold(morning - timedelta(hours=1)):
        assert letters.tell_people(session, frequency) == 0
    with clock.hold(morning):
        assert letters.tell_people(session, frequency) == 1


def test_what_has_closed_meanwhile_is_no_news(session: Session, person: Jobseeker) -> None:
    kept = saved(session, person)
    session.add(AlertMatch(search_id=kept.id, vacancy_id=vacancies.expired(session).public_id, matched_at=clock.now()))
    session.flush()
    assert letters.tell_people(session, Frequency.INSTANT) == 0
    assert letters_to(session, person) == []


def test_who_stopped_these_letters_finds_them_on_the_page_only(session: Session, person: Jobseeker) -> None:
    saved(session, person)
    choose_topics(session, people.actor_of(person), person.user_id or 0, wanted=[Topic.WORK])
    arrive(session, title="Электрик")
    letters.tell_people(session, Frequency.INSTANT)
    assert [letter.state for letter in letters_to(session, person)] == [MessageState.UNWANTED]


def test_a_pause_is_silent_and_what_came_during_it_is_not_told_later(session: Session, person: Jobseeker) -> None:
    actor, kept = people.actor_of(person), saved(session, person)
    searches.change_search(session, actor, kept, name="Жұмыс", frequency=Frequency.INSTANT, is_paused=True, version=kept.version)
    arrive(session, title="Электрик")
    searches.change_search(session, actor, kept, name="Жұмыс", frequency=Frequency.INSTANT, is_paused=False, version=kept.version)
    assert letters.tell_people(session, Frequency.INSTANT) == 0
    assert (kept.name, kept.state) == ("Жұмыс", SearchState.ACTIVE)


def test_the_second_of_two_editors_is_told(session: Session, person: Jobseeker) -> None:
    actor, kept = people.actor_of(person), saved(session, person)
    version = kept.version
    searches.change_search(session, actor, kept, name="first", frequency=Frequency.DAILY, is_paused=False, version=version)
    with pytest.raises(StaleVersion):
        searches.change_search(session, actor, kept, name="second", frequency=Frequency.DAILY, is_paused=False, version=version)


def test_what_is_new_is_counted_from_the_last_look(session: Session, person: Jobseeker) -> None:
    actor, kept = people.actor_of(person), saved(session, person)
    arrive(session, title="Электрик")
    assert [one.new for one in queries.saved_searches(session, actor)] == [1]
    searches.look_at_search(session, actor, kept)
    session.flush()
    assert [one.new for one in queries.saved_searches(session, actor)] == [0]


def test_searches_are_read_anew_when_words_are_read_otherwise(session: Session, person: Jobseeker) -> None:
    kept = saved(session, person)
    units = list(kept.units)
    kept.reading, kept.units = "older", []
    session.flush()
    assert searches.read_searches_anew(session) == 1
    assert searches.read_searches_anew(session) == 0
    session.refresh(kept)
    assert (kept.units, kept.reading) == (units, searches.current_reading())
    assert session.scalar(select(func.count()).select_from(SearchKey).where(SearchKey.search_id == kept.id))


def test_who_is_erased_is_forgotten_here_too(session: Session, person: Jobseeker) -> None:
    saved(session, person)
    searches.forget_searches_of_erased(session, {"jobseeker_id": person.id})
    assert session.scalar(select(func.count()).select_from(SavedSearch)) == 0
    assert session.scalar(select(func.count()).select_from(SearchKey)) == 0


@pytest.mark.parametrize("typed", ["ищу работу", "жұмыс керек", "looking for a job"])
def test_a_search_that_only_says_a_job_is_refused_and_an_old_one_tells_of_nothing(session: Session, person: Jobseeker, typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        saved(session, person, SearchQuery(text=typed))
    assert refused.value.code == "search_asks_nothing"
    old = saved(session, person)
    old.question = {"text": typed}
    old.reading = "an older one"
    session.flush()
    assert searches.read_searches_anew(session) == 1
    arrive(session, title="Токарь")
    assert session.scalar(select(func.count()).select_from(AlertMatch)) == 0


def test_near_home_is_near_where_the_person_lives_now(session: Session) -> None:
    person = people.with_profile(session, "KZ-35", district_code="351000000")
    profile = session.scalars(select(Profile).where(Profile.jobseeker_id == person.id)).one()
    kept = saved(session, person, SearchQuery(text="электрик рядом с домом"))
    chosen = saved(session, person, SearchQuery(text="токарь", from_home=True))
    apart = saved(session, person, SearchQuery(text="слесарь"))
    here = tuple(kept.rest["near"])
    assert here == tuple(chosen.rest["near"])
    assert "home" not in kept.question
    profile.region_code, profile.district_code = "KZ-23", "231000000"
    session.flush()
    searches.read_searches_of_moved(session, {"jobseeker_id": person.id})
    assert tuple(kept.rest["near"]) == tuple(chosen.rest["near"]) != here
    assert "near" not in apart.rest
