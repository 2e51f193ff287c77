"""Who reacts to which event, and what runs by the clock: the whole table, on one page."""

from labour_exchange.foundation import events, jobs

REACTIONS: dict[str, tuple[events.Reaction, ...]] = {}

UNHEARD: frozenset[str] = frozenset()
"""Events that are announced for the record only."""


def register() -> None:
    """Hand the table to the foundation, so that nothing below needs to import upward."""
    events.subscribe(REACTIONS)
    jobs.job("react", events.react)
