"""What is searched and not found, and the words that are missing from the lexicon."""

from labour_exchange.web.headquarters.searches import lexicon, report

__all__ = ["lexicon", "report"]
