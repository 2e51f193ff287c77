"""Pages on which an officer works with people: the queue of cases, and one case."""

from labour_exchange.web.office.cases import effort, opening, queue, work

__all__ = ["effort", "opening", "queue", "work"]
