"""A page of rows of the database for a program, by key and with the number of all."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Select, func
from sqlalchemy.orm import InstrumentedAttribute, Session

from labour_exchange.api.pages import Listed, bad_cursor
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import BAD_CURSOR, page_of

Row = TypeVar("Row")


def listed(
    session: Session, wanted: Select[tuple[Row]], key: InstrumentedAttribute[Any], question: dict[str, Any], told: Callable[[Row], dict[str, Any]]
) -> Listed[dict[str, Any]]:
    """Oldest first by `key`; raises Refusal(bad_cursor)."""
    total = session.scalar(wanted.with_only_columns(func.count()).order_by(None)) or 0
    try:
        page = page_of(session, wanted, [key], cursor=question.get("cursor"), limit=question["limit"])
    except Refusal as refusal:
        raise (bad_cursor() if refusal.message is BAD_CURSOR else refusal) from None
    return Listed([told(one) for one in page.rows], page.next_cursor, total)
