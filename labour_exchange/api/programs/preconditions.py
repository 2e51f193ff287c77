"""Deciding on a version: what If-Match and If-None-Match ask of a record that may have changed meanwhile."""

from flask import request

from labour_exchange.api.language import language
from labour_exchange.api.texts import CHANGED_MEANWHILE, VERSION_MISSING
from labour_exchange.foundation.errors import PreconditionFailed, PreconditionMissing


def etag_of(public_id: str, version: int) -> str:
    """Of one version of a record in the language of the answer."""
    return f"{public_id}.{version}.{language()}"


def require_version(public_id: str | None, version: int, *, is_needed: bool = False) -> None:
    """Raises PreconditionFailed when the caller decided on another version, PreconditionMissing when it has to say on which."""
    wanted = request.if_match
    if request.headers.get("If-None-Match", "").strip() == "*" and public_id is not None:
        raise PreconditionFailed(CHANGED_MEANWHILE)
    if "If-Match" not in request.headers:
        if is_needed:
            raise PreconditionMissing(VERSION_MISSING)
        return
    if public_id is None or not (wanted.star_tag or any(_is_of(tag, public_id, version) for tag in wanted.as_set())):
        raise PreconditionFailed(CHANGED_MEANWHILE)


def _is_of(tag: str | None, public_id: str, version: int) -> bool:
    """In whichever language it was read. An empty tag in the header is read as none."""
    return tag is not None and tag.rpartition(".")[0] == f"{public_id}.{version}"
