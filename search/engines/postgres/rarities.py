"""How rare words are among the stored documents, read from the counted terms and remembered for some minutes."""

import time
from collections.abc import Callable

from sqlalchemy import Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from search.criteria import QueryWord
from search.documents import Kind
from search.engines.base import Connect
from search.engines.postgres.tables import TERMS
from search.ranking import WEIGHTS, Weights, rarity

REMEMBERED_SECONDS = 300.0
MOST_REMEMBERED = 100_000
ALL_DOCUMENTS = ""


class CountedRarities:
    """Both engines are given the same one, so that a word weighs the same on each."""

    def __init__(
        self,
        connect: Connect,
        *,
        weights: Weights = WEIGHTS,
        monotonic: Callable[[], float] = time.monotonic,
        seconds: float = REMEMBERED_SECONDS,
    ) -> None:
        self._connect = connect
        self._weights = weights
        self._monotonic = monotonic
        self._seconds = seconds
        self._counts: dict[tuple[Kind, str], int] = {}
        self._forget_at = 0.0

    def of(self, kind: Kind, words: tuple[QueryWord, ...]) -> tuple[float, ...]:
        """One rarity a word; a word with several readings is as common as its most common one."""
        if not words:
            return ()
        counts = self._counted(kind, {term for word in words for term in word.terms} | {ALL_DOCUMENTS})
        return tuple(rarity(max(counts[term] for term in word.terms), counts[ALL_DOCUMENTS], self._weights) for word in words)

    def _counted(self, kind: Kind, terms: set[str]) -> dict[str, int]:
        if self._monotonic() >= self._forget_at or len(self._counts) > MOST_REMEMBERED:
            self._counts = {}
            self._forget_at = self._monotonic() + self._seconds
        # Other threads may start anew meanwhile: this call works on the one it saw.
        remembered = self._counts
        unknown = [term for term in terms if (kind, term) not in remembered]
        if unknown:
            remembered |= dict.fromkeys(((kind, term) for term in unknown), 0) | self._read(kind, unknown)
        return {term: remembered[kind, term] for term in terms}

    def _read(self, kind: Kind, terms: list[str]) -> dict[tuple[Kind, str], int]:
        query = select(TERMS.c.term, TERMS.c.documents).where(TERMS.c.kind == kind, TERMS.c.term == func.any(bindparam("terms", terms, ARRAY(Text))))
        with self._connect() as connection:
            found = {(kind, term): documents for term, documents in connection.execute(query)}
            connection.rollback()
        return found
