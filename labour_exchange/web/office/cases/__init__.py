"""Pages on which an officer works with people: the queue of cases, and one case."""

from labour_exchange.web.office.cases import opening, queue, work

__all__ = ["opening", "queue", "work"]
