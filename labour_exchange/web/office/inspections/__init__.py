"""Pages on which an office draws samples, asks the sides, decides about doubtful placements, and gets money back."""

from labour_exchange.web.office.inspections import acts, lists, opening, recoveries

__all__ = ["acts", "lists", "opening", "recoveries"]
