"""Writing a vacancy."""

from labour_exchange.web.employer.writing import pages

__all__ = ["pages"]
