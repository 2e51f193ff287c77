"""A page of rows and the signed cursor that continues it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import Select, tuple_
from sqlalchemy.orm import Session

from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import Message, Text

Row = TypeVar("Row")
PAGE_SIZE = 20
BAD_CURSOR = Message(
    "bad_cursor",
    Text(
        kk="Беттің белгісі жарамсыз. Тізімді басынан ашыңыз.",
        ru="Закладка страницы недействительна. Откройте список с начала.",
        en="The page marker is not valid. Open the list from its beginning.",
    ),
)
_signer: list[URLSafeSerializer] = []


def sign_cursors_with(secret: str) -> None:
    """Set the key of this process; called once, by the application."""
    _signer[:] = [URLSafeSerializer(secret, salt="cursor")]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows of one page; `next_cursor` is None on the last one."""

    rows: Sequence[Row]
    next_cursor: str | None


def page_of(
    session: Session, wanted: Select[tuple[Row]], keys: Sequence[Any], *, cursor: str | None = None, limit: int = PAGE_SIZE, descending: bool = False
) -> Page[Row]:
    """One page by keyset: `keys` are columns of the selected entity that together are unique and never null.

    Raises Refusal(bad_cursor) when the cursor was not signed here or belongs to another order.
    """
    wanted = wanted.order_by(*(key.desc() if descending else key for key in keys))
    if cursor:
        position = tuple_(*keys)
        values = _read(cursor, [key.key for key in keys])
        wanted = wanted.where(position < tuple_(*values) if descending else position > tuple_(*values))
    rows = list(session.scalars(wanted.limit(limit + 1)))
    if len(rows) <= limit:
        return Page(rows, None)
    last = rows[limit - 1]
    return Page(rows[:limit], _write([key.key for key in keys], [getattr(last, key.key) for key in keys]))


def signed(value: Any, purpose: str) -> str:
    """A value of plain JSON that the reader carries and cannot alter; `purpose` keeps it from being taken elsewhere."""
    return str(_signer[0].dumps(value, salt=purpose))


def unsigned(carried: str, purpose: str) -> Any:
    """What was signed for this purpose. Raises Refusal(bad_cursor)."""
    try:
        return _signer[0].loads(carried, salt=purpose)
    except (BadSignature, ValueError):
        raise Refusal(BAD_CURSOR) from None


def _write(names: list[str], values: list[Any]) -> str:
    plain = [{"t": value.isoformat(), "d": isinstance(value, datetime)} if isinstance(value, date) else value for value in values]
    return str(_signer[0].dumps(json.dumps([names, plain])))


def _read(cursor: str, names: list[str]) -> list[Any]:
    try:
        found, values = json.loads(_signer[0].loads(cursor))
    except (BadSignature, ValueError):
        raise Refusal(BAD_CURSOR) from None
    if found != names:
        raise Refusal(BAD_CURSOR)
    return [_moment(value) if isinstance(value, dict) else value for value in values]


def _moment(value: dict[str, Any]) -> date:
    return datetime.fromisoformat(value["t"]) if value["d"] else date.fromisoformat(value["t"])
