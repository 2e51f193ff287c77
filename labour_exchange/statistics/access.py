"""Who reads which figures: the published ones everybody, live ones the ministry, and offices those of their region."""

from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Action, Actor, ActorKind, action_for, public

READ_STATISTICS = public("read statistics", "Published figures name nobody, and small cells are withheld.")
READ_LIVE_FIGURES = Action("read live figures of the country", MINISTRY)
PREPARE_RELEASE = action_for("prepare a release", ActorKind.ANALYST)
SIGN_RELEASE = action_for("sign a release", ActorKind.ANALYST)
READ_REGION_FIGURES = Action("read live figures of a region", MINISTRY | OFFICE_STAFF)


def may_read_country(actor: Actor) -> bool:
    """Live figures of all regions together and beside each other: the ministry."""
    return actor.kind in MINISTRY


def may_read_region(actor: Actor, region_code: str) -> bool:
    """The ministry reads every region, an office its own."""
    return actor.kind in MINISTRY or (actor.is_office_staff and actor.region_code == region_code)
