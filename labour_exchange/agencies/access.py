"""Who may license an agency, give it a mandate, and act for it."""

from labour_exchange.foundation.access import Action, Actor, ActorKind, action_for

LICENSE_AGENCY = Action("license agency", frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR}))
READ_AGENCIES = Action("read agencies", frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR}))
KEEP_AGENCY = action_for("keep agency", ActorKind.AGENCY)
GIVE_MANDATE = action_for("give mandate", ActorKind.EMPLOYER)


def may_license(actor: Actor) -> bool:
    return actor.kind in LICENSE_AGENCY.kinds or actor.kind is ActorKind.SYSTEM
