"""One page of a list as every resource answers it: `{items, next_cursor, total}` and a Link to the next."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlencode

import marshmallow as ma
from flask import current_app, request, url_for
from itsdangerous import BadSignature, URLSafeSerializer

from labour_exchange.api.fields import Between, Question, Sized, Whole, Words
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import BAD_CURSOR

Item = TypeVar("Item")
MOST_ITEMS = 100
USUAL_ITEMS = 20
LONGEST_CURSOR = 2000
# These continue or shape one question, they do not make another one.
OF_THE_PAGE = frozenset({"cursor", "limit", "lang"})


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """Items of one page; `next_cursor` is None on the last one, `total` counts every page."""

    items: Sequence[Item]
    next_cursor: str | None
    total: int


class PageQuestion(Question):
    """What every list can be asked."""

    limit = Whole(load_default=USUAL_ITEMS, validate=Between(1, MOST_ITEMS), metadata={"description": "How many items a page holds."})
    cursor = Words(
        validate=Sized(1, LONGEST_CURSOR), metadata={"description": "The `next_cursor` of the page before; everything else as it was asked."}
    )


def page_schema(name: str, item: type[ma.Schema], **more: Any) -> type[ma.Schema]:
    """The shape of a page of these items."""
    fields = {
        "items": ma.fields.List(ma.fields.Nested(item), required=True),
        "next_cursor": ma.fields.String(required=True, allow_none=True, metadata={"description": "Null on the last page."}),
        "total": ma.fields.Integer(required=True, metadata={"description": "Items on all pages together."}),
    }
    return ma.Schema.from_dict(fields | more, name=name)


def page_of_table(rows: Sequence[Item], key_of: Callable[[Item], str], question: dict[str, Any]) -> Listed[Item]:
    """A page of a table that ships with the code, in its own order; raises Refusal(bad_cursor)."""
    start = 0
    if question.get("cursor"):
        after = _read(question["cursor"])
        keys = [key_of(row) for row in rows]
        if after not in keys:
            raise bad_cursor()
        start = keys.index(after) + 1
    chosen = rows[start : start + question["limit"]]
    is_last = start + len(chosen) >= len(rows)
    return Listed(chosen, None if is_last or not chosen else _written(key_of(chosen[-1])), len(rows))


class HasNext(Protocol):
    """A page that knows how it goes on."""

    @property
    def next_cursor(self) -> str | None: ...


def next_link(page: HasNext) -> dict[str, str]:
    """The Link header of a page; none on the last one."""
    if page.next_cursor is None:
        return {}
    asked = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    address = f"{url_for(request.endpoint or '', **(request.view_args or {}))}?{urlencode([*asked, ('cursor', page.next_cursor)])}"
    return {"Link": f'<{current_app.config.get("BASE_URL", "")}{address}>; rel="next"'}


def bad_cursor() -> Refusal:
    return Refusal(BAD_CURSOR, field="query/cursor")


def _signer() -> URLSafeSerializer:
    """Of one question: a cursor taken to another list or filter is refused."""
    asked = sorted((name, value) for name, value in request.args.items(multi=True) if name not in OF_THE_PAGE)
    question = hashlib.sha256(json.dumps([request.path, asked]).encode()).hexdigest()
    return URLSafeSerializer(str(current_app.secret_key), salt=f"api cursor {question}")


def _written(key: str) -> str:
    return str(_signer().dumps(key))


def _read(cursor: str) -> str:
    try:
        return str(_signer().loads(cursor))
    except BadSignature:
        raise bad_cursor() from None
