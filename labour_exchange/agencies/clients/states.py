"""What a program may be let do, and the kinds of secret it proves itself with."""

from enum import StrEnum


class ClientScope(StrEnum):
    VACANCIES = "vacancies"
    APPLICATIONS = "applications"
    CANDIDATES = "candidates"
    PLACEMENTS = "placements"
    FEED = "feed"


class CredentialKind(StrEnum):
    """A secret is exchanged for short-lived tokens; a key is sent with every request."""

    SECRET = "secret"  # noqa: S105 - the name of a kind
    KEY = "key"
