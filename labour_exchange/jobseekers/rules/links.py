"""What a linked agency reads of a person."""

from labour_exchange.jobseekers.states import Audience, LinkLevel


def seen_by_agency(shows: LinkLevel, audience: Audience | None) -> LinkLevel | None:
    """What the link allows, unless the person has closed the profile to everybody; None is nothing."""
    return None if audience in (None, Audience.NOBODY) else shows
