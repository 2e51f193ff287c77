"""When to try again, how a message is signed, and which addresses may be called at all."""

import base64
import binascii
import hashlib
import hmac
import ipaddress
import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

# The schedule that Standard Webhooks proposes: ten attempts, the last one some 75 hours after the first.
DELAYS = tuple(timedelta(seconds=seconds) for seconds in (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400))
ATTEMPTS = len(DELAYS) + 1
JITTER = 0.1
BOTH_SECRETS = timedelta(hours=24)
SECRET_PREFIX = "whsec_"  # noqa: S105 - how every secret begins
SECRET_BYTES = 32
LONGEST_URL = 500
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
# Global unicast is all of IPv6 that is spoken in public; what leads from there to IPv4 or to nobody is taken out again.
PUBLIC_V6 = ipaddress.ip_network("2000::/3")
NEVER = tuple(
    ipaddress.ip_network(one)
    for one in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"),
        *("192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32"),
        *("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"),
    )
)
REST = timedelta(seconds=30)
LONGEST_REST = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: scheme, host in lower case, port, and the path with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        return f"{self.host}:{self.port}"


class BadAddress(ValueError):
    """This address is not called."""


def next_delay(attempts: int, chance: float) -> timedelta | None:
    """How long after that many failed attempts the next one comes, a tenth more or less by `chance` (0 to 1); None when ten were made."""
    if attempts >= ATTEMPTS:
        return None
    return DELAYS[attempts - 1] * (1 + JITTER * (2 * chance - 1))


def rest_after(failures: int) -> timedelta:
    """How long an endpoint is left alone after so many failures in a row, whatever else is waiting for it."""
    doublings: int = min(max(failures - 1, 0), 10)
    return min(REST * (1 << doublings), LONGEST_REST)


def new_secret() -> str:
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def signature(keys: Sequence[str], message_id: str, timestamp: int, body: bytes) -> str:
    """The value of webhook-signature: one `v1,` signature for each secret that is alive."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    digests = (hmac.new(_key(secret), signed, hashlib.sha256).digest() for secret in keys)
    return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)


def read_target(url: str, loopback_receivers: Collection[str]) -> Target:
    """The parts of an address, when it is https to a public name, or exactly a receiver on this machine that the settings name. Raises BadAddress."""
    if len(url) > LONGEST_URL or not url.isascii() or any(ord(letter) <= 32 or letter in "\\\x7f" for letter in url):
        raise BadAddress("characters")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadAddress("form") from error
    host = (parts.hostname or "").lower()
    if parts.username is not None or parts.password is not None or "@" in parts.netloc or parts.fragment or not host:
        raise BadAddress("form")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if parts.scheme == "http" and f"{host}:{port}" in loopback_receivers:
        return Target("http", host, port or 80, path)
    if parts.scheme != "https":
        raise BadAddress("scheme")
    if _literal(host) is None and (
        not HOST.fullmatch(host) or "." not in host or host.endswith((".localhost", ".local", ".internal", ".localdomain"))
    ):
        raise BadAddress("host")
    if port is not None and port != 443 and port < 1024:
        raise BadAddress("port")
    return Target("https", host, port or 443, path)


def may_call(address: str) -> bool:
    """Whether an address that a name was resolved to is one of the public internet."""
    found = _literal(address.partition("%")[0])
    if found is None or "%" in address:
        return False
    if isinstance(found, ipaddress.IPv6Address) and found not in PUBLIC_V6:
        return False
    return found.is_global and not found.is_multicast and not any(found in network for network in NEVER if network.version == found.version)


def is_loopback(address: str) -> bool:
    found = _literal(address)
    return found is not None and found.is_loopback


def _literal(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("a secret is base64 after whsec_") from error
