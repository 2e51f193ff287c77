"""A decision on the effort group in words: the same ones for the person and for the officer."""

from dataclasses import dataclass
from datetime import datetime

from labour_exchange.cases.models import EffortAssessment
from labour_exchange.cases.texts.cases import EFFORT_GROUPS, NO_RULE_HOLDS, PROFILING_RULES
from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class WordedDecision:
    """The group, and why: each condition that decided it, or the reason that an officer gave."""

    group: Text
    decided_at: datetime
    conditions: tuple[Text, ...]
    is_override: bool
    reason: str


def worded(assessment: EffortAssessment) -> WordedDecision:
    conditions = tuple(PROFILING_RULES[code] for code in assessment.rule_codes)
    if not conditions and not assessment.is_override:
        conditions = (NO_RULE_HOLDS,)
    return WordedDecision(EFFORT_GROUPS[assessment.group], assessment.assessed_at, conditions, assessment.is_override, assessment.reason)
