"""Languages that work can ask for, and how well they are spoken."""

from dataclasses import dataclass
from functools import cache

from labour_exchange.classifications.loading import rows, text_of
from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639-1 code."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class LanguageLevel:
    """A level of the Common European Framework, A1 to C2, or `native`; a higher order is a better command."""

    code: str
    name: Text
    order: int


@cache
def _languages() -> dict[str, Language]:
    return {row["code"]: Language(row["code"], text_of(row)) for row in rows("languages.tsv")}


@cache
def _language_levels() -> dict[str, LanguageLevel]:
    return {row["code"]: LanguageLevel(row["code"], text_of(row), int(row["order"])) for row in rows("language_levels.tsv")}


def languages() -> tuple[Language, ...]:
    """All languages in the order of the table, which begins with those of the country and English."""
    return tuple(_languages().values())


def language(code: str) -> Language:
    """The language of an ISO 639-1 code; KeyError when it is not in the list."""
    try:
        return _languages()[code]
    except KeyError:
        raise KeyError(f"no language has the code {code!r}") from None


def is_language(code: str) -> bool:
    return code in _languages()


def language_levels() -> tuple[LanguageLevel, ...]:
    """All levels, the lowest first."""
    return tuple(sorted(_language_levels().values(), key=lambda level: level.order))


def language_level(code: str) -> LanguageLevel:
    """The level of a code; KeyError when there is none."""
    try:
        return _language_levels()[code]
    except KeyError:
        raise KeyError(f"no language level has the code {code!r}") from None


def is_language_level(code: str) -> bool:
    return code in _language_levels()


def is_spoken_well_enough(level_code: str, required_code: str) -> bool:
    """Whether one level of command is at least the required one."""
    return language_level(level_code).order >= language_level(required_code).order
