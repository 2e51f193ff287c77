"""What is read of case work."""

from labour_exchange.cases.queries.cases import (
    absence_for,
    absences_at_office,
    assessments_of,
    case_for,
    cases_standing,
    count_standing,
    latest_assessment,
    latest_case_of,
    possible_leads,
    stood_in_for,
)

__all__ = [
    "absence_for",
    "absences_at_office",
    "assessments_of",
    "case_for",
    "cases_standing",
    "count_standing",
    "latest_assessment",
    "latest_case_of",
    "possible_leads",
    "stood_in_for",
]
