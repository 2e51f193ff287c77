"""What is done to a case: opened, worked on, assessed, closed; the check of status at the counter; who stands in for whom."""

from labour_exchange.cases.operations.absences import cancel_absence, record_absence
from labour_exchange.cases.operations.assessments import override_effort, return_to_rules
from labour_exchange.cases.operations.cases import change_case, close_case, forget_case_words, open_case, resume_case, wait_for_person

__all__ = [
    "cancel_absence",
    "change_case",
    "close_case",
    "forget_case_words",
    "open_case",
    "override_effort",
    "record_absence",
    "resume_case",
    "return_to_rules",
    "wait_for_person",
]
