"""When an employer may publish without being checked first."""

from urllib.parse import urlsplit

from labour_exchange.employers.states import EmployerState


def is_trusted(state: EmployerState) -> bool:
    """Verified employers publish at once and are checked within a working day; the others are checked first."""
    return state is EmployerState.VERIFIED


def is_web_address(text: str) -> bool:
    """An https or http address with a host: what may stand in a link without being able to run anything."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and not any(letter.isspace() for letter in text)
