"""Levels of education: ISCED 2011, named as in Kazakhstan."""

from dataclasses import dataclass
from functools import cache

from labour_exchange.classifications.loading import rows, text_of
from labour_exchange.foundation.texts import Text


@dataclass(frozen=True, slots=True)
class EducationLevel:
    """A level, `0` to `8`; a higher order is more education."""

    code: str
    name: Text
    order: int


@cache
def _education_levels() -> dict[str, EducationLevel]:
    return {row["code"]: EducationLevel(row["code"], text_of(row), int(row["order"])) for row in rows("education.tsv")}


def education_levels() -> tuple[EducationLevel, ...]:
    """All levels, the lowest first."""
    return tuple(sorted(_education_levels().values(), key=lambda level: level.order))


def education_level(code: str) -> EducationLevel:
    """The level of an ISCED code; KeyError when there is none."""
    try:
        return _education_levels()[code]
    except KeyError:
        raise KeyError(f"no education level has the code {code!r}") from None


def is_education_level(code: str) -> bool:
    return code in _education_levels()


def is_educated_enough(code: str, required_code: str) -> bool:
    """Whether a person with one level has at least the required one."""
    return education_level(code).order >= education_level(required_code).order
