"""Who may keep the programs of an agency, and which scope each thing a program does needs."""

from dataclasses import dataclass

from labour_exchange.agencies.clients.states import ClientScope
from labour_exchange.foundation.access import Action, Actor, ActorKind, action_for


@dataclass(frozen=True, slots=True)
class ClientAction(Action):
    """What only a program of an agency does, with a credential that has this scope."""

    scope: ClientScope = ClientScope.VACANCIES


def client_action(name: str, scope: ClientScope) -> ClientAction:
    return ClientAction(name, frozenset({ActorKind.AGENCY}), scope=scope)


KEEP_CLIENTS = action_for("keep programs of the agency", ActorKind.AGENCY)
PUSH_VACANCIES = client_action("push vacancies", ClientScope.VACANCIES)
ANSWER_APPLICATIONS = client_action("answer applications by a program", ClientScope.APPLICATIONS)
FIND_CANDIDATES = client_action("find candidates by a program", ClientScope.CANDIDATES)
REPORT_PLACEMENTS = client_action("report placements by a program", ClientScope.PLACEMENTS)
KEEP_CRITERIA = client_action("keep searches by a program", ClientScope.FEED)
READ_FEED = client_action("read the feed of the agency", ClientScope.FEED)


def may_keep(actor: Actor, agency_id: int) -> bool:
    """Members of the agency, and the exchange itself for a command of its operator."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    return actor.kind is ActorKind.AGENCY and actor.is_signed_in and actor.organisation_id is not None and actor.organisation_id == agency_id


def may_search_for(actor: Actor, agency_id: int) -> bool:
    """A program of the agency, or a member."""
    return actor.kind is ActorKind.AGENCY and actor.organisation_id is not None and actor.organisation_id == agency_id
