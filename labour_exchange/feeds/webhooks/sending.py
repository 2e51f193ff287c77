"""One call to an endpoint: resolved once, checked, connected to the address that was checked, and over within a time limit."""

import http.client
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

from config import Settings
from labour_exchange.feeds.webhooks import rules
from labour_exchange.feeds.webhooks.rules import BadAddress, Target
from labour_exchange.feeds.webhooks.states import Outcome

CONNECT_SECONDS = 5.0
WHOLE_SECONDS = 10.0
# Of the answer only its status matters; reading this much lets small servers finish their sentence.
READ_BYTES = 1024
AGENT = "labour-exchange-webhooks/1"
_receivers: set[str] = set()
_trust: list[ssl.SSLContext] = []


@dataclass(frozen=True, slots=True)
class Call:
    """What is sent."""

    url: str
    message_id: str
    timestamp: int
    body: bytes
    signature: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it; `status` when there was an answer at all."""

    outcome: Outcome
    status: int | None
    milliseconds: int


def configure(settings: Settings) -> None:
    """Say which receivers on this machine may be called; called once, by the application."""
    _receivers.clear()
    _receivers.update(settings.webhook_loopback_receivers)


def trust(context: ssl.SSLContext | None) -> None:
    """Use these authorities instead of the machine's own."""
    _trust[:] = [] if context is None else [context]


def read_target(url: str) -> Target:
    """Raises BadAddress for what may never be called, whatever its name is resolved to."""
    found = rules.read_target(url, _receivers)
    if found.scheme == "https" and _is_literal_refused(found.host):
        raise BadAddress("address")
    return found


def send(call: Call) -> Answer:
    """Call once. Redirects are not followed, the answer's body is not kept; never raises for what the other side does."""
    begun = time.monotonic()
    try:
        target = read_target(call.url)
        outcome, status = _exchange(target, call, addresses_of(target))
    except BadAddress:
        outcome, status = Outcome.ADDRESS, None
    except TimeoutError:
        outcome, status = Outcome.TIMEOUT, None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError):
        is_late = time.monotonic() - begun >= WHOLE_SECONDS
        outcome, status = (Outcome.TIMEOUT if is_late else Outcome.UNREACHABLE), None
    return Answer(outcome, status, round((time.monotonic() - begun) * 1000))


def addresses_of(target: Target) -> list[str]:
    """What the name is resolved to, once; raises BadAddress when a single one of them is not public."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)]
    is_allowed = rules.is_loopback if target.scheme == "http" else rules.may_call
    if not found or not all(is_allowed(address) for address in found):
        raise BadAddress("address")
    return found


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked, under the name that was asked for."""

    def __init__(self, target: Target, address: str) -> None:
        super().__init__(target.host, target.port, timeout=CONNECT_SECONDS)
        self.target = target
        self.address = address
        self.wire: socket.socket | None = None
        self.is_cut = False

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.target.port), CONNECT_SECONDS)
        plain.settimeout(WHOLE_SECONDS)
        if self.target.scheme == "https":
            context = _trust[0] if _trust else ssl.create_default_context()
            try:
                plain = context.wrap_socket(plain, server_hostname=self.target.host)
            except BaseException:
                plain.close()
                raise
        self.sock = self.wire = plain

    def cut_off(self) -> None:
        """End it from outside, whoever still reads from it."""
        self.is_cut = True
        if self.wire is not None:
            with suppress(OSError):
                self.wire.shutdown(socket.SHUT_RDWR)


def _exchange(target: Target, call: Call, addresses: list[str]) -> tuple[Outcome, int]:
    connection = _Pinned(target, addresses[0])
    # Limits of single reads do not add up to one of the whole: who sends a byte a second is cut off from outside.
    watch = threading.Timer(WHOLE_SECONDS, connection.cut_off)
    watch.daemon = True
    watch.start()
    try:
        connection.request("POST", target.path, body=call.body, headers=_headers(target, call))
        response = connection.getresponse()
        response.read(READ_BYTES)
        if connection.is_cut:
            raise TimeoutError
        return outcome_of(response.status), response.status
    finally:
        watch.cancel()
        connection.close()


def outcome_of(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome.DELIVERED
    if status == http.client.GONE:
        return Outcome.GONE
    return Outcome.REDIRECT if 300 <= status < 400 else Outcome.REFUSED


def _headers(target: Target, call: Call) -> dict[str, str]:
    usual = 443 if target.scheme == "https" else 80
    host = f"[{target.host}]" if ":" in target.host else target.host
    return {
        "Host": host if target.port == usual else f"{host}:{target.port}",
        "Content-Type": "application/json",
        "User-Agent": AGENT,
        "Connection": "close",
        "webhook-id": call.message_id,
        "webhook-timestamp": str(call.timestamp),
        "webhook-signature": call.signature,
    }


def _is_literal_refused(host: str) -> bool:
    """An address written as such is known before any name is asked for; 2130706433 and 0x7f.1 are names that only look like numbers."""
    is_number = host.replace(".", "").isdigit() or host.startswith("0x") or ":" in host
    return is_number and not rules.may_call(host)
