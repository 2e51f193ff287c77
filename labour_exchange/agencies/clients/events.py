"""Facts about programs of agencies."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class ClientRegistered(Event):
    kind: ClassVar[str] = "client_registered"
    agency_id: int
    client_id: int


@dataclass(frozen=True, slots=True)
class ClientRevoked(Event):
    kind: ClassVar[str] = "client_revoked"
    agency_id: int
    client_id: int
