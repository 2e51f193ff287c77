"""Refusals the domain can give, and what each one means to a caller."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from labour_exchange.foundation.texts import Message, Text


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field of the input, and so what to do about it."""

    field: str
    message: Message
    values: dict[str, object] = dataclasses.field(default_factory=dict)

    def in_language(self, language: str) -> str:
        return self.message.text.in_language(language, **self.values)


class Refusal(Exception):
    """Something the domain will not do. `status` is the HTTP status both edges answer with."""

    status = 422

    def __init__(self, message: Message, *, field: str | None = None, **values: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.field = field
        self.values = values

    @property
    def code(self) -> str:
        return self.message.code

    def in_language(self, language: str) -> str:
        return self.message.text.in_language(language, **self.values)


class InvalidInput(Refusal):
    """One or more fields cannot be accepted; every problem is named at once."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(INVALID_INPUT)
        self.errors = tuple(errors)


class Unreadable(Refusal):
    """A character that no text can hold was sent (U+0000), which the database refuses wherever it stands."""

    status = 400

    def __init__(self) -> None:
        super().__init__(UNREADABLE_CHARACTER)


class NotFound(Refusal):
    """It does not exist, or not for this actor: the two are never told apart."""

    status = 404

    def __init__(self, message: Message | None = None) -> None:
        super().__init__(message or NOT_FOUND)


class Conflict(Refusal):
    """The world has moved on: the state, the number of places or the other side does not allow it now."""

    status = 409


class StaleVersion(Conflict):
    """Somebody else saved first; nothing of either text is lost."""

    def __init__(self) -> None:
        super().__init__(STALE_VERSION)


class NotProven(Refusal):
    """A program has not said who it is, or not in a way that holds."""

    status = 401


class NotEntitled(Refusal):
    """It is known who asks, and this is not open to them; only told of what their own credentials and licence lack, never of a record."""

    status = 403


class PreconditionFailed(Refusal):
    """The caller decided on a version that is no longer the present one."""

    status = 412


class PreconditionMissing(Refusal):
    """The caller has to say on which version it decided."""

    status = 428


class TooMany(Refusal):
    """Asked too often; `retry_after` is in seconds."""

    status = 429

    def __init__(self, message: Message, *, retry_after: int, **values: object) -> None:
        super().__init__(message, **values)
        self.retry_after = retry_after


INVALID_INPUT = Message(
    "invalid_input",
    Text(kk="Кейбір жолдарды түзету керек.", ru="Некоторые поля нужно исправить.", en="Some fields need to be corrected."),
)
UNREADABLE_CHARACTER = Message(
    "unreadable_character",
    Text(
        kk="Жіберілген мәтінде оқылмайтын таңба бар. Оны өшіріп, қайта жіберіңіз.",
        ru="В отправленном тексте есть знак, который нельзя прочитать. Удалите его и отправьте ещё раз.",
        en="The text that was sent holds a character that cannot be read. Remove it and send it again.",
    ),
)
NOT_FOUND = Message(
    "not_found",
    Text(
        kk="Мұндай бет жоқ немесе ол сізге ашық емес.",
        ru="Такой страницы нет, или она вам недоступна.",
        en="This does not exist, or is not open to you.",
    ),
)
STALE_VERSION = Message(
    "stale_version",
    Text(
        kk="Сіз өңдеп жатқанда басқа адам өзгеріс сақтады. Екі мәтінді салыстырып, қайта сақтаңыз.",
        ru="Пока вы редактировали, другой человек сохранил изменения. Сравните оба текста и сохраните ещё раз.",
        en="Somebody else saved changes while you were editing. Compare the two texts and save again.",
    ),
)
NOT_ALLOWED_NOW = Message(
    "not_allowed_now",
    Text(
        kk="Қазіргі күйінде бұл әрекетті орындауға болмайды.",
        ru="В нынешнем состоянии это действие невозможно.",
        en="This cannot be done in its present state.",
    ),
)
