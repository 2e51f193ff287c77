"""The kinds of checks, each so many months after what it checks began."""

from enum import StrEnum


class CheckKind(StrEnum):
    OPERATING_6 = "operating_6"
    OPERATING_12 = "operating_12"
    SETTLED_12 = "settled_12"


MONTHS_AFTER = {CheckKind.OPERATING_6: 6, CheckKind.OPERATING_12: 12, CheckKind.SETTLED_12: 12}
COUNTS_JOBS = frozenset({CheckKind.OPERATING_6, CheckKind.OPERATING_12})
"""Those that ask how many jobs the business gives."""
