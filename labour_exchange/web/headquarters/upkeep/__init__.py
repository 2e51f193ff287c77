"""Pages of the administrator: staff accounts, jobs that gave up, the audit log."""

from labour_exchange.web.headquarters.upkeep import audit, jobs, users

__all__ = ["audit", "jobs", "users"]
