"""Pages on which an officer works with people: the queue of cases, and one case with its plan, contracts, talks and appointments."""

from labour_exchange.web.office.cases import absences, contracts, effort, meetings, obligations, opening, plans, queue, transfers, work

__all__ = ["absences", "contracts", "effort", "meetings", "obligations", "opening", "plans", "queue", "transfers", "work"]
