"""Occupations: the groups of ISCO-08 at its four levels."""

from dataclasses import dataclass
from functools import cache

from labour_exchange.classifications.loading import files, rows, text_of
from labour_exchange.classifications.titles import best_titles
from labour_exchange.foundation.texts import Text

UNIT_GROUP_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Occupation:
    """A group of ISCO-08: level 1 major, 2 sub-major, 3 minor, 4 unit group; the code has as many digits as the level."""

    code: str
    level: int
    parent_code: str | None
    name: Text


@cache
def _occupations() -> dict[str, Occupation]:
    groups = (
        Occupation(code=row["code"], level=len(row["code"]), parent_code=row["code"][:-1] or None, name=text_of(row))
        for name in files("isco08_*.tsv")
        for row in rows(name)
    )
    return {group.code: group for group in sorted(groups, key=lambda group: group.code)}


@cache
def occupations(level: int | None = None) -> tuple[Occupation, ...]:
    """All groups, or those of one level (1 to 4), each before its children."""
    return tuple(group for group in _occupations().values() if level in (None, group.level))


def unit_groups() -> tuple[Occupation, ...]:
    return occupations(UNIT_GROUP_LEVEL)


def occupation(code: str) -> Occupation:
    """The group of a code of one to four digits; KeyError when there is none."""
    try:
        return _occupations()[code]
    except KeyError:
        raise KeyError(f"no occupation has the code {code!r}") from None


def is_occupation(code: str) -> bool:
    return code in _occupations()


def is_unit_group(code: str) -> bool:
    return len(code) == UNIT_GROUP_LEVEL and code in _occupations()


@cache
def children_of(code: str) -> tuple[Occupation, ...]:
    """The groups directly below one; none below a unit group. KeyError when the code is unknown."""
    parent = occupation(code)
    return tuple(group for group in _occupations().values() if group.parent_code == parent.code)


def ancestors_of(code: str) -> tuple[Occupation, ...]:
    """The groups above one, the major group first."""
    return tuple(occupation(code[:length]) for length in range(1, occupation(code).level))


def suggest_occupations(prefix: str, language: str, limit: int = 10) -> list[Occupation]:
    """Unit groups in whose title every typed word begins some word."""
    return best_titles(prefix, language, unit_groups(), lambda group: group.name, limit)
