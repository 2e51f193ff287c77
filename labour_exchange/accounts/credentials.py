"""Hashing of passwords with argon2id, and random secrets of which only a hash is kept."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from labour_exchange.accounts.texts import BUSY
from labour_exchange.foundation.errors import TooMany

MEMORY_KIB, PASSES, LANES = 19 * 1024, 2, 1
LONGEST_WAIT = 10  # Seconds in the queue before somebody is asked to come back.
hasher = PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)

# What an unknown address is checked against, so that it costs the same as a known one. The hash is of a random secret that nobody kept.
NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$UjalLPGFjwBEbmsAO0Ntyw$iHpgCI1Yn5RqLMglxTlLp1GhvTviqa4rkeWozKogsew"  # noqa: S105 - nobody's password
NO_PASSWORD = "!"  # noqa: S105 - the account waits for an invitation to be accepted

# Each hash takes 19 MiB and a core: more at once than cores would only make all of them slower.
_places = BoundedSemaphore(max(2, os.cpu_count() or 2))


def hash_password(password: str) -> str:
    """The hash to store; raises TooMany when too many are being made at once."""
    with _place():
        return hasher.hash(password)


def is_right_password(password_hash: str | None, password: str) -> bool:
    """Whether the password belongs to the hash; takes as long when there is no hash. Raises TooMany as `hash_password` does."""
    known = password_hash is not None and password_hash.startswith("$argon2")
    with _place():
        try:
            hasher.verify(password_hash if known and password_hash else NOBODY, password)
        except (VerificationError, InvalidHashError):
            return False
    return known


def needs_rehash(password_hash: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return hasher.check_needs_rehash(password_hash)


def new_secret() -> str:
    """256 random bits for a cookie or a link."""
    return secrets.token_urlsafe(32)


def secret_hash(secret: str) -> str:
    """What is kept of a secret that is random and long: no slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


@contextmanager
def _place() -> Iterator[None]:
    if not _places.acquire(timeout=LONGEST_WAIT):
        raise TooMany(BUSY, retry_after=5)
    try:
        yield
    finally:
        _places.release()
