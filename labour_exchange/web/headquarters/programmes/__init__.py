"""Pages on which the ministry keeps programmes, measures with their rules, plans and moves between regions; nobody's record."""

from labour_exchange.web.headquarters.programmes import efficiency, measures, money, promise

__all__ = ["efficiency", "measures", "money", "promise"]
