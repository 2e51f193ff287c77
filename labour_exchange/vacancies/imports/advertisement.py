"""What one row of a source says, in the exchange's own words, and why a row cannot be taken."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date

from labour_exchange.foundation.texts import Message


class Rejected(Exception):
    """The row cannot be taken: which field, why, and the values that the sentence names."""

    def __init__(self, message: Message, field: str = "", **values: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.field = field
        self.values = values

    def in_language(self, language: str) -> str:
        return self.message.text.in_language(language, **self.values)


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as the source states it: bounds in `currency` for one `period`, before tax when `is_gross`, or only `words`."""

    lower: int | None = None
    upper: int | None = None
    currency: str = "KZT"
    is_gross: bool = True
    period: str = "month"
    words: str = ""

    @property
    def is_stated(self) -> bool:
        return self.lower is not None or self.upper is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advertisement:
    """One advertisement. None means that the source does not say; then the text is asked."""

    external_id: str
    title: str
    description: str = ""
    requirements: str = ""
    language: str | None = None
    category: str = ""
    employer_id: str = ""
    employer_name: str = ""
    employer_bin: str = ""
    place: str = ""
    region_code: str | None = None
    district_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    occupation_code: str | None = None
    posts: int = 1
    pay: Pay = field(default_factory=Pay)
    employment_kind: str | None = None
    hours: str | None = None
    is_remote: bool | None = None
    experience: str | None = None
    education_level: int | None = None
    skills_required: tuple[str, ...] = ()
    skills_wished: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_quota: bool = False
    contact_name: str = ""
    contact_phone: str = ""
    apply_by_on: date | None = None
    is_closed: bool = False

    @property
    def employer_key(self) -> str:
        """By what the source knows the employer: its id, else its BIN, else its name; empty when it names none."""
        if self.employer_id:
            return self.employer_id
        if self.employer_bin:
            return f"bin:{self.employer_bin}"
        return f"name:{' '.join(self.employer_name.casefold().split())}" if self.employer_name else ""

    def content_hash(self) -> str:
        """Equal for equal contents, whatever the exchange has learnt to read from them in the meantime."""
        contents = _contents(self) | {"pay": _contents(self.pay)}
        return hashlib.sha256(json.dumps(contents, sort_keys=True, default=str).encode()).hexdigest()[:32]


def _contents(said: Advertisement | Pay) -> dict[str, object]:
    return {name: getattr(said, name) for name in said.__dataclass_fields__}
