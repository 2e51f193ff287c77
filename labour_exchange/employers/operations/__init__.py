"""What changes employers: themselves, their places of work, their people, and whose name an import knows."""

from labour_exchange.employers.operations.claims import claim_employer, decide_claim
from labour_exchange.employers.operations.employers import change_employer, refuse_employer, register_employer, verify_employer
from labour_exchange.employers.operations.establishments import EstablishmentFacts, close_establishment, open_establishment
from labour_exchange.employers.operations.members import invite_colleague, remove_colleague

__all__ = [
    "EstablishmentFacts",
    "change_employer",
    "claim_employer",
    "close_establishment",
    "decide_claim",
    "invite_colleague",
    "open_establishment",
    "refuse_employer",
    "register_employer",
    "remove_colleague",
    "verify_employer",
]
