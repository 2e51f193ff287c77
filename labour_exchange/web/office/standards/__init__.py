"""Service standards on the side of an office: its drafts, its promises, its ratings."""

from labour_exchange.web.office.standards import drafting, promises, ratings

__all__ = ["drafting", "promises", "ratings"]
