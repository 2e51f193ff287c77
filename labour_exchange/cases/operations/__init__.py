"""What is done to a case: opened, worked on, assessed, closed; and the check of status at the counter."""

from labour_exchange.cases.operations.assessments import override_effort, return_to_rules
from labour_exchange.cases.operations.cases import change_case, close_case, forget_case_words, open_case, resume_case, wait_for_person

__all__ = [
    "change_case",
    "close_case",
    "forget_case_words",
    "open_case",
    "override_effort",
    "resume_case",
    "return_to_rules",
    "wait_for_person",
]
