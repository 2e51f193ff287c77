"""The interface to a provider of electronic signatures: a document is handed over, the person signs there, the answer is fetched."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from config import Settings
from labour_exchange.cases.models import SocialContract
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor


@dataclass(frozen=True, slots=True)
class ElectronicSignature:
    """What a provider vouches for: its reference, and the day of the signature."""

    reference: str
    signed_on: date


class SignatureProvider(Protocol):
    """Signs through the person's own device, so the answer may take a while."""

    def ask(self, document: bytes, signer: Actor) -> str:
        """Hand over the document; gives the reference of the question. The provider knows the signer by the account."""
        ...

    def answer(self, question: str, document: bytes) -> ElectronicSignature | None:
        """The signature under exactly this document; None while the person has not signed there, or when it is under another."""
        ...


class TestProvider:
    """Signs at once and for everybody: for development, the sandbox and tests. Production never has it."""

    __test__ = False

    def ask(self, document: bytes, signer: Actor) -> str:
        return f"TEST-{hashlib.sha256(document).hexdigest()[:16]}"

    def answer(self, question: str, document: bytes) -> ElectronicSignature | None:
        is_same = question == f"TEST-{hashlib.sha256(document).hexdigest()[:16]}"
        return ElectronicSignature(question, clock.today()) if is_same else None


def document_of(contract: SocialContract) -> bytes:
    """What is signed: the parties, the term and every obligation, always in the same bytes."""
    obligations = [{"what": one.what, "doer": one.doer.value, "due_on": one.due_on.isoformat()} for one in contract.obligations]
    said = {
        "contract": contract.public_id,
        "office": contract.office.public_id,
        "jobseeker": contract.case.jobseeker.public_id,
        "starts_on": contract.starts_on.isoformat(),
        "ends_on": contract.ends_on.isoformat(),
        "obligations": obligations,
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True).encode()


_provider: list[SignatureProvider] = []


def use_provider(provider: SignatureProvider | None) -> None:
    """Set who signs for this process; None: on paper only."""
    _provider[:] = [provider] if provider else []


def configure(settings: Settings) -> None:
    """No provider is part of the exchange: in production signatures are on paper until one is connected here."""
    use_provider(None if settings.is_production else TestProvider())


def provider() -> SignatureProvider | None:
    return _provider[0] if _provider else None
