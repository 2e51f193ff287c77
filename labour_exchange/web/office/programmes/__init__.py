"""Pages on which an office enrols people in measures, approves what others prepared, and pays."""

from labour_exchange.web.office.programmes import applying, courses, deciding, efficiency, enrolments, jobs, money, overview

__all__ = ["applying", "courses", "deciding", "efficiency", "enrolments", "jobs", "money", "overview"]
