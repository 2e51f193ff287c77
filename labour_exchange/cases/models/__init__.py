"""What is stored of case work."""

from labour_exchange.cases.models.cases import Absence, Case, EffortAssessment
from labour_exchange.cases.models.contracts import Obligation, SocialContract
from labour_exchange.cases.models.meetings import Appointment, Contact
from labour_exchange.cases.models.plans import Plan, PlanRevision, PlanStep
from labour_exchange.cases.models.transfers import CaseTransfer

__all__ = [
    "Absence",
    "Appointment",
    "Case",
    "CaseTransfer",
    "Contact",
    "EffortAssessment",
    "Obligation",
    "Plan",
    "PlanRevision",
    "PlanStep",
    "SocialContract",
]
