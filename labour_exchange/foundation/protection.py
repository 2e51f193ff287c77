"""Personal identifiers at rest: sealed with AES-256-GCM, found again by a keyed hash, masked on screen."""

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary, TypeDecorator


@dataclass(frozen=True, slots=True)
class Keys:
    """`sealing` maps key ids (1 to 255) to 32-byte keys, `current` seals new values, `lookup` keys the hashes."""

    sealing: dict[int, bytes]
    current: int
    lookup: bytes


_keys: list[Keys] = []


def use_keys(keys: Keys) -> None:
    """Set the keys of this process; called once, by the application."""
    _keys[:] = [keys]


def derive_keys(secret: str) -> Keys:
    """Two independent keys from one secret, for installations that keep a single one."""
    sealing = hashlib.scrypt(secret.encode(), salt=b"labour-exchange sealing", n=2**14, r=8, p=1, dklen=32)
    lookup = hashlib.scrypt(secret.encode(), salt=b"labour-exchange lookup", n=2**14, r=8, p=1, dklen=32)
    return Keys({1: sealing}, 1, lookup)


def seal(value: str) -> bytes:
    """One byte of key id, twelve of nonce, then the ciphertext with its tag."""
    keys, nonce = _keys[0], os.urandom(12)
    head = bytes([keys.current])
    return head + nonce + AESGCM(keys.sealing[keys.current]).encrypt(nonce, value.encode(), head)


def unseal(sealed: bytes) -> str:
    head, nonce, body = sealed[:1], sealed[1:13], sealed[13:]
    return AESGCM(_keys[0].sealing[head[0]]).decrypt(nonce, body, head).decode()


def lookup_hash(value: str) -> str:
    """A keyed hash for equality look-ups; the same value always gives the same hash."""
    digest = hmac.new(_keys[0].lookup, value.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def masked(value: str, shown: int = 4) -> str:
    """The last characters only, for screens: •••••••• 1234."""
    return "•" * max(len(value) - shown, 0) + value[-shown:]


class Sealed(TypeDecorator[str]):
    """A text that is sealed in the database and clear in memory."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else seal(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else unseal(bytes(value))
