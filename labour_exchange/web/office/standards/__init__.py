"""Service standards on the side of an office: its drafts, its promises, its ratings, complaints."""

from labour_exchange.web.office.standards import complaints, drafting, promises, ratings

__all__ = ["complaints", "drafting", "promises", "ratings"]
