"""The best of each row, in both directions: retrieved, exactly scored, and cut."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from labour_exchange.matching.batch.coding import Numbers
from labour_exchange.matching.batch.market import EMPLOYERS, NOBODY, Columns, Market
from labour_exchange.matching.batch.retrieval import nearest
from labour_exchange.matching.batch.twin import Flags
from labour_exchange.matching.criteria import STORED
from labour_exchange.matching.exposure import QUIET_KEPT

RETRIEVED = 2 * STORED


@dataclass(frozen=True, slots=True)
class Chosen:
    """Pairs by row, the best first in each: positions among the rows asked for, rows of the other side, scores."""

    positions: Numbers
    others: Numbers
    scores: Numbers

    def of_each(self, count: int) -> list[tuple[Numbers, Numbers]]:
        """Others and scores of each row asked for."""
        ends = np.searchsorted(self.positions, np.arange(count + 1))
        return [(self.others[start:end], self.scores[start:end]) for start, end in zip(ends[:-1], ends[1:], strict=True)]


class Directions:
    """Both directions over one market; the transposed matrices are made once and held."""

    def __init__(self, market: Market, threads: int = 2) -> None:
        self.market, self.threads = market, threads
        self._posts: tuple[Columns, Columns] | None = None
        self._people: tuple[Columns, Columns] | None = None

    def vacancies_for(self, rows: Numbers) -> Chosen:
        """For each of these people the best vacancies; quiet ones are looked for on their own when crowded ones fill the first look."""
        market = self.market
        if self._posts is None:
            self._posts, self._people = (market.posts_as_columns(), market.posts_as_columns(market.quiet)), None
        everything, quiet = self._posts
        asking = market.people_matrix[rows]
        positions, theirs = self._nearest(asking, everything, RETRIEVED)
        found = np.bincount(positions, minlength=len(rows))
        found_quiet = np.bincount(positions, weights=market.quiet[theirs], minlength=len(rows))
        short = np.flatnonzero((found >= RETRIEVED) & (found_quiet < QUIET_KEPT))
        if len(short):
            more, more_theirs = self._nearest(asking[short], quiet, QUIET_KEPT)
            positions, theirs = _united((positions, short[more]), (theirs, more_theirs), market.posts)
        mine = rows[positions]
        wanted = market.twin.reachable(mine, theirs) & ~np.isin(mine * market.posts + theirs, market.dismissed)
        positions, theirs, mine = positions[wanted], theirs[wanted], mine[wanted]
        return _cut(positions, theirs, market.twin.scores(mine, theirs), STORED, market.quiet[theirs], QUIET_KEPT)

    def people_for(self, rows: Numbers) -> Chosen:
        """For each of these vacancies the best people whose profiles somebody may read: as many of those open to employers as of all."""
        market = self.market
        if self._people is None:
            open_to_employers, open_to_some = (market.people_as_columns(market.audiences >= least) for least in (EMPLOYERS, NOBODY + 1))
            self._posts, self._people = None, (open_to_employers, open_to_some)
        asking = market.posts_matrix[rows]
        found = [self._nearest(asking, columns, RETRIEVED) for columns in self._people]
        positions, mine = _united([one for one, _ in found], [other for _, other in found], market.people)
        theirs = rows[positions]
        wanted = market.twin.reachable(mine, theirs)
        positions, theirs, mine = positions[wanted], theirs[wanted], mine[wanted]
        scores = market.twin.scores(mine, theirs)
        return _cut(positions, mine, scores, STORED, market.audiences[mine] == EMPLOYERS, STORED)

    def _nearest(self, asking: object, columns: Columns, most: int) -> tuple[Numbers, Numbers]:
        positions, found = nearest(asking, columns.matrix, most, self.threads)
        return positions, columns.rows[found]


def _united(positions: Sequence[Numbers], others: Sequence[Numbers], width: int) -> tuple[Numbers, Numbers]:
    """Pairs of several looks, each once, by row."""
    pairs = np.unique(np.concatenate(positions) * width + np.concatenate(others))
    return pairs // width, pairs % width


def _cut(positions: Numbers, others: Numbers, scores: Numbers, most: int, preferred: Flags, most_preferred: int) -> Chosen:
    """The best of each row, and besides them the best preferred ones, so that so many of those are kept."""
    order = np.lexsort((others, -scores, positions))
    positions, others, scores, preferred = positions[order], others[order], scores[order], preferred[order]
    starts = np.searchsorted(positions, positions)
    place = np.arange(len(positions)) - starts
    counted = np.cumsum(preferred)
    before = counted - preferred
    place_preferred = before - before[starts] if len(positions) else place
    keep = (place < most) | (preferred & (place_preferred < most_preferred))
    return Chosen(positions[keep], others[keep], scores[keep])
