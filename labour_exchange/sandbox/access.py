"""Who may try the interface: anybody where the installation has a sandbox, and then only with what the sandbox gave them."""

from labour_exchange.agencies.clients.access import client_action
from labour_exchange.agencies.clients.states import ClientScope
from labour_exchange.agencies.models import Agency
from labour_exchange.foundation.access import public

OPEN_SANDBOX = public("open a sandbox", "Whoever writes a program tries it first; what the sandbox gives away is invented.")
PLAY_PEOPLE = client_action("let invented people act in the sandbox", ClientScope.APPLICATIONS)


def may_play(agency: Agency) -> bool:
    return agency.is_sandbox
