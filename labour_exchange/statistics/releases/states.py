"""The life of a release: prepared by one, signed by another, published by the clock."""

from enum import StrEnum


class ReleaseState(StrEnum):
    PREPARED = "prepared"
    SIGNED = "signed"
    PUBLISHED = "published"


class FreezeState(StrEnum):
    """Of what an analyst asked for: the worker does it, or says why it was not done."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
