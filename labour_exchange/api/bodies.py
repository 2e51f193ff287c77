"""Values of a body, read strictly: a JSON number is a number, a JSON text a text, and nothing is guessed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import marshmallow as ma

from labour_exchange.api import texts
from labour_exchange.api.fields import PROBLEMS, Listed, Sized, Words, wrong


class Body(ma.Schema):
    """What is sent; a name it does not know is refused, so that no typing error is lost."""

    error_messages = {"unknown": texts.UNKNOWN_NAME, "type": texts.INVALID_VALUE}


class Number(ma.fields.Integer):
    """A whole number, not a text of digits."""

    default_error_messages = PROBLEMS | {"invalid": texts.NOT_A_WHOLE_NUMBER, "too_large": texts.NOT_A_WHOLE_NUMBER}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 10**15 or value != int(value):
            raise wrong(texts.NOT_A_WHOLE_NUMBER)
        return int(value)


class Decimal(ma.fields.Float):
    """A number."""

    default_error_messages = PROBLEMS | {"invalid": texts.INVALID_VALUE, "special": texts.INVALID_VALUE}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 10**15:
            raise wrong(texts.INVALID_VALUE)
        return float(value)


class Choice(ma.fields.Boolean):
    """true or false."""

    default_error_messages = PROBLEMS | {"invalid": texts.NOT_A_FLAG}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> bool:
        if not isinstance(value, bool):
            raise wrong(texts.NOT_A_FLAG)
        return value


class Day(ma.fields.Date):
    """A calendar day, year-month-day."""

    default_error_messages = PROBLEMS | {"invalid": texts.NOT_A_DAY, "format": texts.NOT_A_DAY}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> date:
        if not isinstance(value, str) or len(value) != len("2026-11-28") or not value.isascii():
            raise wrong(texts.NOT_A_DAY)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong(texts.NOT_A_DAY) from None


class Texts(ma.fields.List):
    """Several texts."""

    default_error_messages = PROBLEMS | {"invalid": texts.INVALID_VALUE}

    def __init__(self, *, most: int, longest: int, least: int = 0, **options: Any) -> None:
        super().__init__(Words(validate=Sized(1, longest)), validate=Sized(least, most), **options)


def one_of(choices: Iterable[str], **options: Any) -> Words:
    """A code of a closed list."""
    return Words(validate=Listed(choices), **options)
