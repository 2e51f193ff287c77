"""The only fields that leave the database for search: no name, contact, identity number or case note has a place here."""

import hashlib
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeVar

import orjson

Kind = Literal["vacancies", "profiles"]
KINDS: tuple[Kind, ...] = ("vacancies", "profiles")


@dataclass(frozen=True, slots=True)
class VacancyDocument:
    """One published vacancy. Terms are analysed words; pay is gross tenge a month; coordinates are degrees; `answer_rate` is 0 to 1."""

    public_id: str
    version: int
    title_terms: tuple[str, ...]
    body_terms: tuple[str, ...]
    employer_terms: tuple[str, ...]
    language: str
    occupations: tuple[str, ...]  # ISCO unit groups; the first is the chosen one
    skills: tuple[str, ...]
    region: str
    district: str | None
    latitude: float | None
    longitude: float | None
    pay_from: int | None
    pay_to: int | None
    employment_kind: str
    hours: str
    remote: bool
    experience: str | None
    education: int | None
    licences: tuple[str, ...]
    languages: tuple[str, ...]
    published_on: date
    published_at: datetime
    employer: str
    source: str
    quota: bool
    answer_rate: float | None
    posts: int

    def __post_init__(self) -> None:
        _require_terms(self.title_terms, self.body_terms, self.employer_terms)
        _require_instant(self.published_at)


@dataclass(frozen=True, slots=True)
class ProfileDocument:
    """One jobseeker's shared profile under its public id. `pay_from` is the wish, gross tenge a month; `move_regions` may hold "*": anywhere."""

    public_id: str
    version: int
    headline_terms: tuple[str, ...]
    body_terms: tuple[str, ...]
    occupations: tuple[str, ...]  # ISCO unit groups, wished and held; the first is the most wished
    skills: tuple[str, ...]
    region: str
    district: str | None
    latitude: float | None
    longitude: float | None
    move_regions: tuple[str, ...]
    pay_from: int | None
    hours: tuple[str, ...]
    employment_kinds: tuple[str, ...]
    remote: bool
    experience_years: int
    education: int | None
    licences: tuple[str, ...]
    languages: tuple[str, ...]
    audience: str
    region_office: str
    active_at: datetime

    def __post_init__(self) -> None:
        _require_terms(self.headline_terms, self.body_terms)
        _require_instant(self.active_at)


Document = VacancyDocument | ProfileDocument
_D = TypeVar("_D", VacancyDocument, ProfileDocument)


def kind_of(document: Document) -> Kind:
    return "vacancies" if isinstance(document, VacancyDocument) else "profiles"


def to_json(document: Document) -> dict[str, Any]:
    return {name: _plain(getattr(document, name)) for name, _ in _READERS[type(document)]}


def from_json(kind: Kind, data: dict[str, Any]) -> Document:
    """The inverse of `to_json`. Raises KeyError where a field is missing."""
    return _read(VacancyDocument, data) if kind == "vacancies" else _read(ProfileDocument, data)


def content_hash(document: Document) -> str:
    """SHA-256 of everything but the version: a document rendered again without a change keeps its hash."""
    content = {name: getattr(document, name) for name, _ in _READERS[type(document)] if name != "version"}
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _read(shape: type[_D], data: dict[str, Any]) -> _D:
    return shape(**{name: reader(data[name]) if reader and data[name] is not None else data[name] for name, reader in _READERS[shape]})


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is tuple:
        return tuple
    readers: dict[Any, Callable[[Any], Any]] = {date: date.fromisoformat, datetime: datetime.fromisoformat, float: float}
    return readers.get(hint)


_READERS = {
    shape: tuple((name, _reader(hint)) for name, hint in typing.get_type_hints(shape).items()) for shape in (VacancyDocument, ProfileDocument)
}


def _require_terms(*groups: tuple[str, ...]) -> None:
    for terms in groups:
        if "" in terms or "\0" in "".join(terms):
            raise ValueError("a term is a non-empty string without null characters")


def _require_instant(at: datetime) -> None:
    if at.tzinfo is None:
        raise ValueError("an instant needs its time zone")
