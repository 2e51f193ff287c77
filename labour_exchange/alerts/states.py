"""How often a person is told, and whether a saved search is at work."""

from enum import StrEnum


class Frequency(StrEnum):
    INSTANT = "instant"
    DAILY = "daily"
    WEEKLY = "weekly"


class SearchState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
