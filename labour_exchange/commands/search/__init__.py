"""`flask search`: ask the search, see how it reads words, keep its indexes, and compare weightings."""

from labour_exchange.commands.search.asking import search

__all__ = ["search"]
