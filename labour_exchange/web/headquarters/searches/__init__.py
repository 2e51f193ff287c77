"""What is searched and not found, and the words that are missing from the lexicon."""

from labour_exchange.web.headquarters.searches import report

__all__ = ["report"]
