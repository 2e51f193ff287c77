"""Who else follows up a person: proposed, seen, ended by the office, and written for where a provider has no accounts."""

from labour_exchange.web.office.partners import keeping, proposing, speaking

__all__ = ["keeping", "proposing", "speaking"]
