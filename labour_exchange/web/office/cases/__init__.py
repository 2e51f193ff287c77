"""Pages on which an officer works with people: the queue of cases, and one case."""

from labour_exchange.web.office.cases import absences, effort, opening, queue, work

__all__ = ["absences", "effort", "opening", "queue", "work"]
