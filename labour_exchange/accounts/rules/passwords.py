"""Which passwords are refused, and why."""

from enum import StrEnum
from pathlib import Path

SHORTEST, LONGEST = 10, 200
FEWEST_DISTINCT = 5

# Passwords of ten characters or more that stand highest in published lists of stolen ones, and their Kazakh and Russian kin.
COMMONEST = frozenset(Path(__file__).with_name("common_passwords.txt").read_text(encoding="utf-8").split())


class Weakness(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COMMON = "common"
    OWN_ADDRESS = "own_address"


def weakness(password: str, email: str) -> Weakness | None:
    """What is wrong with a password for the owner of this address; None when it will do. Any character counts, nothing is demanded but length."""
    if len(password) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(password) > LONGEST:
        return Weakness.TOO_LONG
    folded = password.strip().casefold()
    if folded in COMMONEST or len(set(folded)) < FEWEST_DISTINCT:
        return Weakness.COMMON
    address = email.casefold()
    if folded in {address, address.partition("@")[0]}:
        return Weakness.OWN_ADDRESS
    return None
