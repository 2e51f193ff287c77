"""Pages on which an office refers people, keeps the register of placements and settles doubts."""

from labour_exchange.web.office.placements import doubts, referrals, register

__all__ = ["doubts", "referrals", "register"]
