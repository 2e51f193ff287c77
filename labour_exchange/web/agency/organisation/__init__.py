"""The agency itself: its licence, its people, its mandates, complaints about it."""

from labour_exchange.web.agency.organisation import complaints, licence, mandates, staff

__all__ = ["complaints", "licence", "mandates", "staff"]
