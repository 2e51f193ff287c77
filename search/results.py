"""Answers of the search: hits with their reasons, facets, a page, and the ways a search can fail."""

from dataclasses import dataclass


class SearchError(Exception):
    """The base of what an engine may raise."""


class BadCursor(SearchError):
    """The cursor was not made here, was changed, or belongs to another question."""


class EngineUnavailable(SearchError):
    """The engine did not answer, not in time, or not with an answer."""


class CopyFailed(SearchError):
    """Some documents of a batch were not taken; `reasons` maps their public ids to what the engine said."""

    def __init__(self, reasons: dict[str, str]) -> None:
        super().__init__(f"{len(reasons)} documents were refused, for example: {next(iter(reasons.values()), '')}")
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score, for example ("title:welder", 9.5)."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """`score` is the sum of the reasons."""

    public_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """How many documents have each value under all filters but the facet's own; the most frequent first, thresholds in their order."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """`total` is exact. `next_cursor` is None on the last page. `reduced`: the fallback answered."""

    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]
    next_cursor: str | None
    engine: str
    took_ms: float
    reduced: bool = False
