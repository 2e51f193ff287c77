"""What a case must say and where it stands; who may be unemployed; how much help a person needs."""

from labour_exchange.cases.rules.work import FURTHEST, LONGEST_REASON, LONGEST_STEP, CaseFacts, problems, standing

__all__ = ["FURTHEST", "LONGEST_REASON", "LONGEST_STEP", "CaseFacts", "problems", "standing"]
