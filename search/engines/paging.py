"""Where a page begins and what the next one begins after: the same on every engine."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from search.criteria import Criteria
from search.documents import Kind
from search.engines.base import Clock, Rarities
from search.queries.cursors import Position, read, written
from search.queries.plans import Plan
from search.queries.questions import plan_of
from search.ranking import WEIGHTS, Weights

DEEPEST = 10_000  # Beyond this many hits nobody looks; a full walk is the feed's or the snapshot's job.

# Two engines measure the same distance to within a hair; what lies this close is the same place.
SAME_METRES = 0.01


@dataclass(frozen=True, slots=True)
class Question:
    """A plan with the place to continue from; `limit` is how many hits may still be shown."""

    plan: Plan
    after: Position | None
    today: date
    rarities: tuple[float, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class Last:
    """What the last hit of a page was sorted by: 64ths of a score, a field's number, or metres."""

    value: float
    public_id: str


class Paging:
    def __init__(self, engine: str, secret: bytes, rarities: Rarities, clock: Clock | None, weights: Weights = WEIGHTS) -> None:
        if len(secret) < 16:
            raise ValueError("the secret that signs cursors needs at least 16 bytes")
        self._engine = engine
        self._secret = secret
        self._rarities = rarities
        self._weights = weights
        self._clock = clock or (lambda: datetime.now(UTC))

    def begin(self, kind: Kind, criteria: Criteria) -> Question:
        """Raises BadCursor."""
        after = read(criteria.cursor, criteria, self._secret) if criteria.cursor else None
        # Later pages keep the day and the rarities of the first: a midnight or a recount between them moves no hit.
        today = after.today if after else self._clock().date()
        rarities = after.rarities if after else self._rarities.of(kind, criteria.words)
        limit = min(criteria.limit, DEEPEST - (after.seen if after else 0))
        return Question(plan_of(criteria, rarities, today, self._weights), after, today, rarities, limit)

    def after(self, question: Question, criteria: Criteria, last: Last) -> str | None:
        """The cursor of the page after a full one that ended with `last`."""
        seen = (question.after.seen if question.after else 0) + question.limit
        if seen >= DEEPEST:
            return None
        position = Position(self._engine, question.today, question.rarities, seen, last.value, last.public_id)
        return written(position, replace(criteria, cursor=None), self._secret)

    def is_foreign(self, question: Question) -> bool:
        """Whether the walk began on another engine."""
        return question.after is not None and question.after.engine != self._engine
