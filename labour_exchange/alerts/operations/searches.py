"""Searches saved, renamed, paused, deleted, and read anew when the reading of words changes."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

import search
from labour_exchange.alerts import rules, texts
from labour_exchange.alerts.access import visible
from labour_exchange.alerts.models import SavedSearch, SearchKey
from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.discovery.questions import Question, SearchQuery, question_of
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound, Refusal, StaleVersion
from labour_exchange.jobseekers.models import Profile
from search.criteria import VacancyCriteria
from search.engines.postgres.conditions import quoted
from search.engines.postgres.tables import TERMS

READ_AT_ONCE = 500


def save_search(session: Session, actor: Actor, query: SearchQuery, *, name: str, frequency: Frequency) -> SavedSearch:
    """Keep a search from now on. Raises InvalidInput, Refusal(too_many_searches, search_asks_nothing), Conflict(search_saved_already)."""
    if actor.jobseeker_id is None:
        raise NotFound
    _refuse_name(name)
    if rules.is_empty(query) or rules.asks_nothing(_question(session, actor.jobseeker_id, query).criteria):
        raise Refusal(texts.ASKS_NOTHING)
    # One save of a person at a time: two at once would each see room for one more.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("saved searches"), actor.jobseeker_id % 2**31)))
    own, mark = list(session.scalars(visible(actor, select(SavedSearch)))), rules.fingerprint(query)
    if same := next((one for one in own if one.fingerprint == mark), None):
        raise Conflict(texts.SAVED_ALREADY, name=same.name)
    if len(own) >= rules.MOST_SEARCHES:
        raise Refusal(texts.TOO_MANY, most=rules.MOST_SEARCHES)
    now = clock.now()
    made = SavedSearch(
        jobseeker_id=actor.jobseeker_id,
        name=name.strip(),
        question=rules.kept(query),
        fingerprint=mark,
        frequency=frequency,
        created_at=now,
        seen_at=now,
    )
    _read(session, made)
    return made


def change_search(
    session: Session, actor: Actor, kept: SavedSearch, *, name: str, frequency: Frequency, is_paused: bool, version: int
) -> SavedSearch:
    """Another name or frequency, paused or at work again. Raises InvalidInput, StaleVersion."""
    _require_own(actor, kept)
    _refuse_name(name)
    if kept.version != version:
        raise StaleVersion
    if kept.state is SearchState.PAUSED and not is_paused:
        # What arrived during the pause was not asked for.
        kept.created_at = clock.now()
    kept.name, kept.frequency = name.strip(), frequency
    kept.state = SearchState.PAUSED if is_paused else SearchState.ACTIVE
    try:
        session.flush()
    except StaleDataError:
        raise StaleVersion from None
    return kept


def delete_search(session: Session, actor: Actor, kept: SavedSearch) -> None:
    _require_own(actor, kept)
    session.delete(kept)
    session.flush()


def look_at_search(session: Session, actor: Actor, kept: SavedSearch) -> None:
    """What is new is counted from now on."""
    _require_own(actor, kept)
    kept.seen_at = clock.now()


def read_searches_anew(session: Session) -> int:
    """Derive what an older reading of words derived, some hundreds at once; gives how many. Runs by the clock until none is left."""
    old = select(SavedSearch).where(SavedSearch.reading != current_reading()).order_by(SavedSearch.id).limit(READ_AT_ONCE)
    found = list(session.scalars(old.with_for_update(skip_locked=True)))
    for one in found:
        session.execute(delete(SearchKey).where(SearchKey.search_id == one.id))
        _read(session, one)
    return len(found)


def read_searches_of_moved(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to profile_changed: what is searched near home is searched near where the person lives now."""
    own = select(SavedSearch).where(SavedSearch.jobseeker_id == facts["jobseeker_id"]).order_by(SavedSearch.id).with_for_update()
    for one in session.scalars(own).all():
        query = rules.asked_again(one.question)
        if query.from_home or any(told.kind == "near" for told in question_of(query).understood):
            session.execute(delete(SearchKey).where(SearchKey.search_id == one.id))
            _read(session, one)


def forget_searches_of_erased(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: whoever is erased looks for nothing any more."""
    session.execute(delete(SavedSearch).where(SavedSearch.jobseeker_id == facts["jobseeker_id"]))


def read_as(session: Session, kept: SavedSearch, criteria: VacancyCriteria) -> None:
    """Store what the criteria ask of the index, and the keys by which new vacancies find the search."""
    found = rules.derived(criteria, _documents(session, criteria))
    kept.reading = current_reading()
    kept.words = " & ".join(f"({' | '.join(quoted(term) for term in terms)})" for terms in found.words) or None
    kept.units, kept.regions = list(found.units), list(found.filters.regions)
    kept.pay_from, kept.employment_kinds, kept.hours = found.filters.pay_from, list(found.filters.employment_kinds), list(found.filters.hours)
    kept.rest = found.rest
    session.add(kept)
    session.flush()
    session.execute(insert(SearchKey), [{"key": key, "search_id": kept.id} for key in sorted(found.keys)])


@cache
def current_reading() -> str:
    """A mark of everything that decides how words are read: lists and code of the analysis."""
    digest = hashlib.sha256()
    for path in sorted((Path(search.__file__).parent / "analysis").rglob("*")):
        if path.suffix in (".py", ".tsv", ".txt"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _read(session: Session, kept: SavedSearch) -> None:
    criteria = _question(session, kept.jobseeker_id, rules.asked_again(kept.question)).criteria
    read_as(session, kept, criteria)
    if rules.asks_nothing(criteria):
        # Its words asked something when it was saved: without a key it meets no vacancy now, rather than all.
        session.execute(delete(SearchKey).where(SearchKey.search_id == kept.id))


def _question(session: Session, jobseeker_id: int, query: SearchQuery) -> Question:
    """The question as its person asks it: home is looked up, never kept."""
    home = session.execute(select(Profile.district_code, Profile.region_code).where(Profile.jobseeker_id == jobseeker_id)).first()
    return question_of(replace(query, home=(home.district_code or home.region_code or "") if home else ""))


def _documents(session: Session, criteria: VacancyCriteria) -> dict[str, int]:
    terms = {term for word in criteria.words for term in word.terms}
    wanted = select(TERMS.c.term, TERMS.c.documents).where(TERMS.c.kind == "vacancies", TERMS.c.term.in_(terms))
    return {row.term: row.documents for row in session.execute(wanted)}


def _refuse_name(name: str) -> None:
    if not 0 < len(name.strip()) <= rules.NAME_LENGTH:
        raise InvalidInput([FieldError("name", texts.NO_NAME, {"most": rules.NAME_LENGTH})])


def _require_own(actor: Actor, kept: SavedSearch) -> None:
    if actor.jobseeker_id != kept.jobseeker_id and actor.kind is not system_actor("").kind:
        raise NotFound
