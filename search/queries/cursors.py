"""Cursors: where a page ended, signed and bound to the question, good after a restart and on the other engine."""

import base64
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, replace
from datetime import date

from search.criteria import Criteria
from search.results import BadCursor

SIGNATURE_BYTES = 16


@dataclass(frozen=True, slots=True)
class Position:
    """The last hit shown, and what its order rests on: the day that freshness was counted from and the words' rarities.

    `value` is what the hit was sorted by: 64ths of a score, a field's number, or metres as `engine` measured them. `seen` counts hits so far.
    """

    engine: str
    today: date
    rarities: tuple[float, ...]
    seen: int
    value: float
    public_id: str


def written(position: Position, criteria: Criteria, secret: bytes) -> str:
    content = asdict(position) | {"today": position.today.isoformat(), "question": _question(criteria)}
    payload = json.dumps(content, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_signature(payload, secret) + payload).rstrip(b"=").decode()


def read(cursor: str, criteria: Criteria, secret: bytes) -> Position:
    """Raises BadCursor."""
    try:
        raw = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except ValueError as error:
        raise BadCursor("not a cursor") from error
    signature, payload = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _signature(payload, secret)):
        raise BadCursor("not signed here")
    content = json.loads(payload)
    if content.pop("question") != _question(criteria):
        raise BadCursor("belongs to another question")
    return Position(**content | {"today": date.fromisoformat(content["today"]), "rarities": tuple(content["rarities"])})


def _question(criteria: Criteria) -> str:
    # How many hits are shown at once, and whether counts stand beside them, may change while turning pages.
    same = replace(criteria, cursor=None, limit=0, facets=False)
    return hashlib.sha256(repr(same).encode()).hexdigest()[:24]


def _signature(payload: bytes, secret: bytes) -> bytes:
    return hmac.new(secret, payload, hashlib.sha256).digest()[:SIGNATURE_BYTES]
