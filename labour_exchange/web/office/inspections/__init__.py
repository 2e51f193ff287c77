"""Pages on which an office draws samples, asks the sides, prepares and takes decisions about doubtful placements."""

from labour_exchange.web.office.inspections import acts, lists, opening

__all__ = ["acts", "lists", "opening"]
