"""What became of participants in a matched comparison: compared in a cell that is shown or told with others, or without a match and why."""

from enum import StrEnum


class Standing(StrEnum):
    """`shown` and `together` are matched; the others lacked a match, each counted under the first reason that applies."""

    SHOWN = "shown"
    TOGETHER = "together"
    TOO_EARLY = "too_early"
    UNKNOWN_EDUCATION = "unknown_education"
    UNKNOWN_OCCUPATION = "unknown_occupation"
    NOT_REGISTERED = "not_registered"
    NOBODY_ALIKE = "nobody_alike"
    ONE_ALIKE = "one_alike"


MATCHED = (Standing.SHOWN, Standing.TOGETHER)
WITHOUT_MATCH = tuple(one for one in Standing if one not in MATCHED)
