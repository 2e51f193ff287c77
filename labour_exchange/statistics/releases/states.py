"""The life of a release: prepared by one, signed by another, published by the clock."""

from enum import StrEnum


class ReleaseState(StrEnum):
    PREPARED = "prepared"
    SIGNED = "signed"
    PUBLISHED = "published"
