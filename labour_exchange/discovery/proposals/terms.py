"""Accepted words in the lexicon of every process: read when they change, merged with the files, effective within a second."""

import threading
import time

from sqlalchemy import func, select

from labour_exchange.discovery import documents, engines
from labour_exchange.discovery.proposals.models import LexiconProposal, ProposalState
from search.analysis.concepts import extend_lexicon
from search.analysis.concepts.terms import Term

CHECKED_SECONDS = 1.0
SORT = "synonym"
ACCEPTED = LexiconProposal.state == ProposalState.ACCEPTED


class _Accepted:
    """What this process knows of accepted words, and when it last looked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._mark: object = None
        self._looked_at = float("-inf")

    def refresh(self, *, at_once: bool = False) -> None:
        if not at_once and time.monotonic() - self._looked_at < CHECKED_SECONDS:
            return
        # Whoever comes while another thread reads goes on with what was known a moment ago.
        if not self._lock.acquire(blocking=at_once):
            return
        try:
            self._looked_at = time.monotonic()
            self._read_if_changed()
        finally:
            self._lock.release()

    def _read_if_changed(self) -> None:
        with engines.connect() as connection:
            count, latest = connection.execute(select(func.count(), func.max(LexiconProposal.decided_at)).where(ACCEPTED)).one()
            mark = (count, latest)
            if mark == self._mark or (self._mark is None and not count):
                self._mark = mark
                return
            columns = (LexiconProposal.concept_kind, LexiconProposal.concept_code, LexiconProposal.language, LexiconProposal.term)
            rows = connection.execute(select(*columns).where(ACCEPTED).order_by(LexiconProposal.id)).all()
        extend_lexicon(Term(str(kind), str(code), language, term, SORT) for kind, code, language, term in rows)
        documents.forget_concepts()
        self._mark = mark


_accepted = _Accepted()
refresh = _accepted.refresh
