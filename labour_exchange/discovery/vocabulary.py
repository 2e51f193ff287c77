"""Which words the documents use and how rare they are: counted by the worker when it has time, known to every search."""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Text, delete, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.orm import Session

from labour_exchange.discovery import engines
from labour_exchange.discovery.models import SearchWord
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.territory.names import telling_words
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from search.analysis.forgiveness import Vocabulary
from search.analysis.normalisation import tokens
from search.documents import KINDS
from search.engines.postgres import DOCUMENTS, store_term_counts, term_counts

COUNT_AFTER_SHARE = 0.05  # Rarities hardly move before a twentieth of the documents has changed,
COUNT_AFTER_SECONDS = 600.0  # but nobody's new word waits longer than this.
SELDOM_SECONDS = 60.0  # While very many come, counting would take the time of those who render.
LOOK_SECONDS = 1.0
REMEMBERED_SECONDS = 300.0
NEWEST_READ = 5000
LEAST_USES = 3  # What stands in fewer advertisements may be somebody's slip.
SHORTEST, LONGEST = 3, 30
ONE_COUNTER = func.hashtextextended("count search terms", 0)

log = logging.getLogger(__name__)


class Recount:
    """Decides when to count anew: when nothing waits to be rendered, and enough has changed or enough time has passed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changed = 0
        self._is_idle = False
        self._begun_at = float("-inf")

    def after(self, changed: int) -> None:
        """To be told after each round how many documents changed in it."""
        with self._lock:
            self._changed += changed
            self._is_idle = not changed

    def is_due(self, documents: Callable[[], int]) -> bool:
        """`documents` says how many there are, and is only asked when the answer matters."""
        waited = time.monotonic() - self._begun_at
        if not (self._changed and self._is_idle and waited > SELDOM_SECONDS):
            return False
        return waited > COUNT_AFTER_SECONDS or self._changed >= COUNT_AFTER_SHARE * documents()

    def begin(self) -> None:
        """What changes from now on is for the next count."""
        with self._lock:
            self._changed, self._begun_at = 0, time.monotonic()


def keep_counted(application_context: Callable[[], AbstractContextManager[object]], stop: threading.Event, recount: Recount) -> None:
    """Count when it is time until told to stop, beside whoever renders: a count takes seconds, and no new document should wait for it."""
    while not stop.wait(LOOK_SECONDS):
        try:
            with application_context():
                _count_if_due(recount)
        except Exception:
            log.exception("the words of the documents could not be counted")


def _count_if_due(recount: Recount) -> None:
    session = db.session()
    act_as(session, system_actor("count words"))
    if recount.is_due(lambda: session.scalar(select(func.count()).select_from(DOCUMENTS["vacancies"])) or 0):
        recount.begin()
        count(session)


def count(session: Session) -> None:
    """Count terms and words anew and commit; whoever counts at the same time waits.

    Everything is read before anything is written: readers of the feed wait for each transaction that writes.
    """
    session.execute(select(func.pg_advisory_xact_lock(ONE_COUNTER)))
    counts = {kind: term_counts(session.connection(), kind) for kind in KINDS}
    words = _used_words(session)
    for kind, counted in counts.items():
        store_term_counts(session.connection(), kind, counted)
    _store_words(session, words)
    session.commit()


def known_words() -> Vocabulary | None:
    """Words of documents, which are never corrected; None where there are none. Read anew every few minutes, beside searches that use the old."""
    return _known.get()


class _KnownWords:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: Vocabulary | None = None
        self._words: frozenset[str] = frozenset()
        self._read_from: object = None
        self._read_at = 0.0

    def get(self) -> Vocabulary | None:
        source = engines.engines()
        if self._read_from is not source:
            with self._lock:
                if self._read_from is not source:
                    self._read(source)
        elif time.monotonic() - self._read_at > REMEMBERED_SECONDS and self._lock.acquire(blocking=False):
            self._read_at = time.monotonic()
            threading.Thread(target=self._read_and_release, args=(source,), daemon=True).start()
        return self._found

    def _read_and_release(self, source: object) -> None:
        try:
            self._read(source)
        finally:
            self._lock.release()

    def _read(self, source: object) -> None:
        with engines.connect() as connection:
            words = frozenset(connection.scalars(select(SearchWord.word).where(SearchWord.kind == "vacancies")))
        if words != self._words:
            # A place with a slip in it is one of the country's, whether or not an advertisement names it.
            self._words, self._found = words, Vocabulary(words | telling_words()) if words else None
        self._read_from, self._read_at = source, time.monotonic()


_known = _KnownWords()


def _used_words(session: Session) -> set[str]:
    """Every word of an employer's name, and the words that several of the newest advertisements use."""
    is_open = Vacancy.state == VacancyState.PUBLISHED
    hiring = select(Vacancy.employer_id).where(is_open)
    found = {token for name in session.scalars(select(Employer.name).where(Employer.id.in_(hiring))) for token in tokens(name)}
    uses: dict[str, int] = {}
    newest = select(Vacancy.title, Vacancy.description, Vacancy.requirements).where(is_open).order_by(Vacancy.id.desc()).limit(NEWEST_READ)
    for texts in session.execute(newest):
        for token in set(tokens("\n".join(texts))):
            uses[token] = uses.get(token, 0) + 1
    found |= {token for token, count_of in uses.items() if count_of >= LEAST_USES}
    return {token for token in found if SHORTEST <= len(token) <= LONGEST and not any(letter.isdigit() for letter in token)}


def _store_words(session: Session, words: set[str]) -> None:
    word = SearchWord.__table__
    session.execute(delete(word))
    rows = select(literal("vacancies"), func.unnest(literal(sorted(words), ARRAY(Text))))
    session.execute(insert(word).from_select(["kind", "word"], rows))
