"""The contact log of a case: what officers and partners wrote, together; and the words of partners' pages."""

from labour_exchange.cases.models import Case, Contact
from labour_exchange.cases.queries.meetings import contacts_of
from labour_exchange.cases.texts import meetings as meeting_texts
from labour_exchange.cases.texts import plans as plan_texts
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.partners import texts
from labour_exchange.partners.models import PartnerContact
from labour_exchange.partners.queries import contacts_of_case

WORDS = {"texts": texts, "meeting_texts": meeting_texts, "plan_texts": plan_texts}
"""What the macros of partners' pages need."""


def contact_log(session: ExchangeSession, actor: Actor, case: Case) -> list[Contact | PartnerContact]:
    """The latest first. Raises NotFound for a case out of scope."""
    found: list[Contact | PartnerContact] = [*contacts_of(session, actor, case), *contacts_of_case(session, actor, case)]
    return sorted(found, key=lambda one: (one.held_on, one.written_at), reverse=True)
