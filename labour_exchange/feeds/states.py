"""What can happen to a vacancy in the eyes of a reader."""

from enum import StrEnum


class ChangeKind(StrEnum):
    """`published` and `changed` both mean: keep this text; `closed` means: forget it."""

    PUBLISHED = "published"
    CHANGED = "changed"
    CLOSED = "closed"
