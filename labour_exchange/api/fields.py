"""Values of a question, read strictly: what cannot be meant is refused with a code, never guessed."""

import re
from collections.abc import Iterable
from typing import Any

import marshmallow as ma

from labour_exchange.api import texts
from labour_exchange.foundation.errors import FieldError
from labour_exchange.foundation.texts import LANGUAGES, Message

MOST_EXAMPLES = 5
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,15}")
PRINTABLE = r"^[^\u0000-\u0008\u000b-\u001f\u007f]*$"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
PROBLEMS: dict[str, Any] = {"required": texts.MISSING, "null": texts.MISSING, "validator_failed": texts.INVALID_VALUE}


def wrong(message: Message, **values: object) -> ma.ValidationError:
    """A refusal of a value, with what its sentence needs."""
    return ma.ValidationError([FieldError("", message, values)])  # type: ignore[list-item]


class Between(ma.validate.Range):
    """Both ends included."""

    def __call__(self, value: Any) -> Any:
        if not self.min <= value <= self.max:
            raise wrong(texts.OUT_OF_RANGE, least=self.min, most=self.max)
        return value


class Listed(ma.validate.OneOf):
    """One of a list of codes; the refusal names some of them."""

    def __init__(self, choices: Iterable[str]) -> None:
        super().__init__(tuple(choices))
        self.known = frozenset(self.choices)

    def __call__(self, value: Any) -> Any:
        if value not in self.known:
            raise wrong(texts.NOT_LISTED, examples=", ".join(str(choice) for choice in list(self.choices)[:MOST_EXAMPLES]))
        return value


class Written(ma.validate.Regexp):
    """A text of one form; the refusal shows one that is right."""

    def __init__(self, pattern: str, example: str, refusal: Message = texts.WRONG_FORM) -> None:
        super().__init__(f"^{pattern}$")
        self.example, self.refusal = example, refusal

    def is_met_by(self, value: str) -> bool:
        return self.regex.fullmatch(value) is not None

    def __call__(self, value: Any) -> Any:
        if not self.is_met_by(value):
            raise wrong(self.refusal, example=self.example)
        return value


class Sized(ma.validate.Length):
    """So many letters, or so many values."""

    def __call__(self, value: Any) -> Any:
        if not (self.min or 0) <= len(value) <= (self.max or 0):
            raise wrong(texts.WRONG_LENGTH, least=self.min or 0, most=self.max)
        return value


class Whole(ma.fields.Integer):
    """A whole number in ASCII digits."""

    default_error_messages = PROBLEMS | {"invalid": texts.NOT_A_WHOLE_NUMBER, "too_large": texts.NOT_A_WHOLE_NUMBER}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> int:
        if not WHOLE_NUMBER.fullmatch(str(value)):
            raise wrong(texts.NOT_A_WHOLE_NUMBER)
        return int(value)


class Flag(ma.fields.Boolean):
    """`true` or `false`, nothing else."""

    default_error_messages = PROBLEMS | {"invalid": texts.NOT_A_FLAG}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> bool:
        if value not in ("true", "false"):
            raise wrong(texts.NOT_A_FLAG)
        return bool(value == "true")


class Words(ma.fields.String):
    """Typed text; control characters are refused, because no keyboard makes them."""

    default_error_messages = PROBLEMS | {"invalid": texts.INVALID_VALUE, "invalid_utf8": texts.INVALID_VALUE}

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        if not any(isinstance(one, ma.validate.OneOf | ma.validate.Regexp) for one in self.validators):
            self.metadata = {"pattern": PRINTABLE} | dict(self.metadata)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        if not isinstance(value, str):
            raise wrong(texts.NOT_A_TEXT)
        if UNPRINTABLE.search(value):
            raise wrong(texts.INVALID_VALUE)
        return value


class Question(ma.Schema):
    """What every address can be asked; a name it does not know is refused, so that no typing error passes for an answer."""

    error_messages = {"unknown": texts.UNKNOWN_NAME}

    lang = Words(validate=Listed(LANGUAGES), metadata={"description": "Language of names and of problems; otherwise Accept-Language decides."})


def codes(choices: Iterable[str], description: str, most: int = 20) -> ma.fields.List:
    """Several codes of one list: the name is repeated in the address."""
    inner = Words(validate=Listed(choices))
    return ma.fields.List(inner, load_default=[], validate=Sized(max=most), metadata={"description": description})
