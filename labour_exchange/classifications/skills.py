"""Skills by name, and the occupations that need them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from labour_exchange.classifications.loading import rows, text_of
from labour_exchange.classifications.titles import best_titles
from labour_exchange.foundation.texts import Text

# In the table a unit group that cannot do without the skill is marked so: "7212+|7213".
ESSENTIAL_MARK = "+"


@dataclass(frozen=True, slots=True)
class Skill:
    """Something a person can do, by an id that never changes, with the unit groups for which it is essential or useful."""

    id: str
    name: Text
    essential_for: tuple[str, ...]
    optional_for: tuple[str, ...]


@cache
def _skills() -> dict[str, Skill]:
    skills = {}
    for row in rows("skills.tsv"):
        links = [link for link in row["occupations"].split("|") if link]
        essential = tuple(link.removesuffix(ESSENTIAL_MARK) for link in links if link.endswith(ESSENTIAL_MARK))
        optional = tuple(link for link in links if not link.endswith(ESSENTIAL_MARK))
        skills[row["id"]] = Skill(row["id"], text_of(row), essential, optional)
    return skills


@cache
def _skills_by_occupation() -> dict[str, tuple[Skill, ...]]:
    essential: dict[str, list[Skill]] = defaultdict(list)
    optional: dict[str, list[Skill]] = defaultdict(list)
    for item in _skills().values():
        for code in item.essential_for:
            essential[code].append(item)
        for code in item.optional_for:
            optional[code].append(item)
    return {code: (*essential[code], *optional[code]) for code in sorted({*essential, *optional})}


def skills() -> tuple[Skill, ...]:
    """All skills in the order of the table, which keeps related ones together."""
    return tuple(_skills().values())


def skill(skill_id: str) -> Skill:
    """The skill of an id; KeyError when there is none."""
    try:
        return _skills()[skill_id]
    except KeyError:
        raise KeyError(f"no skill has the id {skill_id!r}") from None


def is_skill(skill_id: str) -> bool:
    return skill_id in _skills()


def skills_of(occupation_code: str) -> tuple[Skill, ...]:
    """The skills of a unit group, essential ones first; none when no skill is linked to it."""
    return _skills_by_occupation().get(occupation_code, ())


def is_essential(skill_id: str, occupation_code: str) -> bool:
    """Whether the unit group cannot do without the skill."""
    return occupation_code in skill(skill_id).essential_for


def skills_to_offer(occupation_codes: Sequence[str], known: Collection[str], limit: int) -> list[Skill]:
    """Skills of these occupations that somebody has not named yet: what any of them cannot do without first, an earlier occupation before a later."""
    found = [(not is_essential(item.id, code), item) for code in occupation_codes for item in skills_of(code) if item.id not in known]
    return list({item.id: item for _, item in sorted(found, key=lambda entry: entry[0])}.values())[:limit]


def suggest_skills(prefix: str, language: str, limit: int = 10) -> list[Skill]:
    """Skills in whose name every typed word begins some word."""
    return best_titles(prefix, language, skills(), lambda item: item.name, limit)
