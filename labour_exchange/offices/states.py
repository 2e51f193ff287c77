"""The levels of an office."""

from enum import StrEnum


class OfficeLevel(StrEnum):
    """A national office has no region; a local one serves a district of its region."""

    NATIONAL = "national"
    REGIONAL = "regional"
    LOCAL = "local"
