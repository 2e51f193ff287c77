"""One letter a person for everything that is new, however many searches found it; each pair is told once."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import delete, func, or_, select, text, update
from sqlalchemy.orm import Session

from labour_exchange.alerts import rules, texts
from labour_exchange.alerts.models import AlertMatch, SavedSearch
from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.foundation import clock
from labour_exchange.foundation.jobs import defer
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

PEOPLE_AT_ONCE = 200
NAMED = 5
KEPT_DAYS = 200  # Longer than a vacancy can be open, so that no pair is forgotten while it could be found again.
LAST_TOLD = text(
    """
    SELECT max(m.told_at) FROM alert_matches m JOIN saved_searches s ON s.id = m.search_id
     WHERE s.jobseeker_id = :jobseeker AND s.frequency = :frequency
    """
)


def tell_people(session: Session, frequency: Frequency) -> int:
    """Write the letters of a frequency that are due, some hundred people at once; gives how many people were told. The caller commits."""
    now = clock.now().astimezone(clock.COUNTRY_ZONE)
    waiting = (
        select(SavedSearch.jobseeker_id)
        .join(AlertMatch, AlertMatch.search_id == SavedSearch.id)
        .where(AlertMatch.told_at.is_(None), SavedSearch.frequency == frequency, SavedSearch.state == SearchState.ACTIVE)
        .distinct()
        .order_by(SavedSearch.jobseeker_id)
    )
    told = 0
    for jobseeker_id in session.scalars(waiting).all():
        last = session.scalar(LAST_TOLD, {"jobseeker": jobseeker_id, "frequency": frequency.value})
        if rules.is_due(frequency, last.astimezone(clock.COUNTRY_ZONE) if last else None, now):
            told += _tell(session, jobseeker_id, frequency, now)
        if told >= PEOPLE_AT_ONCE:
            defer(session, "send_alerts", frequency=frequency.value)
            break
    return told


def send_alerts(session: Session, frequency: str = Frequency.INSTANT.value) -> None:
    """The job of one frequency."""
    tell_people(session, Frequency(frequency))


def forget_old_matches(session: Session) -> None:
    """Runs each night. A search may have been deleted while its pairs were being stored: those go too."""
    limit = func.now() - text(f"interval '{KEPT_DAYS} days'")
    of_nobody = AlertMatch.search_id.not_in(select(SavedSearch.id))
    session.execute(delete(AlertMatch).where(or_(AlertMatch.matched_at < limit, of_nobody)), execution_options={"synchronize_session": False})


def _tell(session: Session, jobseeker_id: int, frequency: Frequency, now: datetime) -> int:
    """Whoever else tells the same person waits here for the rows, and then finds nothing left to tell."""
    own = select(SavedSearch.id).where(
        SavedSearch.jobseeker_id == jobseeker_id, SavedSearch.frequency == frequency, SavedSearch.state == SearchState.ACTIVE
    )
    claim = update(AlertMatch).where(AlertMatch.search_id.in_(own), AlertMatch.told_at.is_(None)).values(told_at=now)
    rows = session.execute(claim.returning(AlertMatch.search_id, AlertMatch.vacancy_id), execution_options={"synchronize_session": False})
    found: dict[int, list[str]] = defaultdict(list)
    for search_id, vacancy_id in rows:
        found[search_id].append(vacancy_id)
    titles = _open_titles(session, {one for vacancy_ids in found.values() for one in vacancy_ids})
    lists = {search_id: [titles[one] for one in vacancy_ids if one in titles] for search_id, vacancy_ids in found.items()}
    user_id = session.scalar(select(Jobseeker.user_id).where(Jobseeker.id == jobseeker_id))
    if user_id is None or not any(lists.values()):
        return 0
    names = {kept.id: kept.name for kept in session.scalars(select(SavedSearch).where(SavedSearch.id.in_(lists)))}
    count = len({one for vacancy_ids in found.values() for one in vacancy_ids if one in titles})
    written = _written({names[search_id]: found_titles for search_id, found_titles in sorted(lists.items()) if found_titles})
    occasion = f"{MessageKind.NEW_VACANCIES}:{jobseeker_id}:{frequency}:{now.isoformat()}"
    compose_message(session, MessageKind.NEW_VACANCIES, user_id, occasion=occasion, path="/jobseeker/searches", count=count, found=written)
    return 1


def _open_titles(session: Session, public_ids: set[str]) -> dict[str, str]:
    """What has closed since it was found is no news any more."""
    wanted = select(Vacancy.public_id, Vacancy.title).where(Vacancy.public_id.in_(public_ids), Vacancy.state == VacancyState.PUBLISHED)
    return {row.public_id: row.title for row in session.execute(wanted)}


def _written(lists: dict[str, list[str]]) -> Text:
    """The searches with the first titles of each, in every language."""
    return Text(**{language: "\n\n".join(_block(name, titles, language) for name, titles in lists.items()) for language in LANGUAGES})


def _block(name: str, titles: list[str], language: str) -> str:
    lines = [texts.LINE.in_language(language, name=name, count=len(titles)), *(f"– {title}" for title in titles[:NAMED])]
    if len(titles) > NAMED:
        lines.append(texts.AND_MORE.in_language(language, count=len(titles) - NAMED))
    return "\n".join(lines)
