"""Which vacancies are open to a person as they are, and which single change would open more: pure, exact, and defined here.

A vacancy is open to a person when it is in their field (the minor group of an occupation they named), they can reach it, it meets their
wishes (pay not below, hours and kind as wished; what is not stated is no obstacle), and they meet every requirement: licences, languages,
education, experience, and at least a third of the required skills (the score says how many more).
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from labour_exchange.classifications.licences import is_covered
from labour_exchange.matching.scoring import EXPERIENCE_MONTHS, PersonFacts, PostFacts, is_reachable

MINOR_GROUP = 3
PAY_STEP_SHARE, PAY_STEP_ROUND = 0.9, 10_000
SKILLS_SHARE = 3  # One of so many required skills has to be there: nobody writes down everything they can.
HOURS = ("full", "part", "shift", "rotational")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a person could do: `kind` is a field of the profile, `code` what is added to it or, for pay, the new wish."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """How many more vacancies would be open after the change: in the own region, or in the named one when the change is to move there."""

    change: Change
    opens: int


def is_open_to(person: PersonFacts, post: PostFacts) -> bool:
    return not unmet(person, post)


def unmet(person: PersonFacts, post: PostFacts) -> frozenset[str]:
    """What stands between a person and a vacancy."""
    return frozenset(name for name, is_met in CONDITIONS.items() if not is_met(person, post))


def lower_pay(wish: int | None) -> int | None:
    """One step down: a tenth, in whole tens of thousands of tenge; None when there is no step left."""
    lower = int(wish * PAY_STEP_SHARE) // PAY_STEP_ROUND * PAY_STEP_ROUND if wish else 0
    return lower or None


def after(person: PersonFacts, change: Change) -> PersonFacts:
    """The person once the change is made. No change closes anything that was open."""
    code = change.code
    match change.kind:
        case "licences":
            return replace(person, licences=person.licences | {code})
        case "skills":
            return replace(person, skills=person.skills | {code})
        case "languages":
            return replace(person, languages=person.languages | {code})
        case "education":
            return replace(person, education_level=max(int(code), person.education_level or 0))
        case "place":
            return replace(person, move_regions=person.move_regions | {code})
        case "hours":
            return replace(person, hours=person.hours | {code})
        case "pay":
            return replace(person, pay_from=int(code))
    raise ValueError(f"no such change: {change.kind}")


def counterfactuals(person: PersonFacts, posts: Iterable[PostFacts], regions: Iterable[str] = ()) -> list[Counterfactual]:
    """Every single change that opens something, the most first. `posts` are those of the own region and of `regions`, to which one could move.

    Each count is the number that `is_open_to` gives after the change, less the number before. Only what stands alone in the way can be removed
    by one change, so only such vacancies are looked at; each change touches one condition.
    """
    alone: dict[str, list[PostFacts]] = {}
    for post in posts:
        missing = unmet(person, post)
        is_elsewhere = post.region_code != person.region_code
        if len(missing) == 1 and is_elsewhere == ("place" in missing):
            alone.setdefault(*missing, []).append(post)  # type: ignore[misc]
    opened: Counter[Change] = Counter()
    for name, waiting in alone.items():
        is_met = CONDITIONS[name]
        for change in _changes(name, person, waiting, frozenset(regions)):
            changed = after(person, change)
            opened[change] = sum(is_met(changed, post) for post in waiting)
    found = [Counterfactual(change, count) for change, count in opened.items() if count]
    return sorted(found, key=lambda one: (-one.opens, one.change.kind, one.change.code))


def _changes(name: str, person: PersonFacts, posts: list[PostFacts], regions: frozenset[str]) -> set[Change]:
    """What might meet the one condition that some of these vacancies lack."""
    codes: set[str] = set()
    match name:
        case "licences":
            codes = {code for post in posts for code in post.licences} - person.licences
        case "languages":
            codes = {code for post in posts for code in post.languages} - person.languages
        case "skills":
            codes = {code for post in posts for code in post.skills_required} - person.skills
        case "education":
            codes = {str(post.education_level) for post in posts if post.education_level is not None}
        case "place":
            codes = {post.region_code for post in posts if post.region_code in regions}
        case "hours":
            codes = set(HOURS) - person.hours
        case "pay":
            lower = lower_pay(person.pay_from)
            codes = set() if lower is None else {str(lower)}
    return {Change(name, code) for code in codes}


def _in_field(person: PersonFacts, post: PostFacts) -> bool:
    return bool(post.occupations) and any(code[:MINOR_GROUP] == post.occupations[0][:MINOR_GROUP] for code in person.occupations)


def _enough_skills(person: PersonFacts, post: PostFacts) -> bool:
    asked = frozenset(post.skills_required)
    return SKILLS_SHARE * len(asked & person.skills) >= len(asked)


def _enough_pay(person: PersonFacts, post: PostFacts) -> bool:
    offered = post.pay_to or post.pay_from
    return person.pay_from is None or offered is None or offered >= person.pay_from


def _enough_education(person: PersonFacts, post: PostFacts) -> bool:
    return post.education_level is None or (person.education_level is not None and person.education_level >= post.education_level)


CONDITIONS: dict[str, Callable[[PersonFacts, PostFacts], bool]] = {
    "field": _in_field,
    "place": is_reachable,
    "licences": lambda person, post: all(is_covered(code, person.licences) for code in post.licences),
    "languages": lambda person, post: person.languages >= frozenset(post.languages),
    "education": _enough_education,
    "experience": lambda person, post: person.experience_months >= EXPERIENCE_MONTHS.get(post.experience or "", 0),
    "skills": _enough_skills,
    "pay": _enough_pay,
    "hours": lambda person, post: not person.hours or post.hours in person.hours,
    "kind": lambda person, post: not person.employment_kinds or post.employment_kind in person.employment_kinds,
}
