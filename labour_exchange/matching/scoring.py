"""How well one profile meets one vacancy, criterion by criterion: pure, and the truth for every list that is shown.

Sex, age, nationality, family status and health are not among the facts, so they cannot count; only a person who chose to say so is
known to be eligible for the quota. Weights are points, and each criterion stays within its bounds, so that none decides alone.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from labour_exchange.classifications.licences import is_covered
from labour_exchange.classifications.rules import occupation_distance

OCCUPATION_WEIGHTS = {0: 30, 1: 18, 2: 8, 3: 3}
SKILLS_REQUIRED, SKILLS_WISHED = 32, 8
SAME_DISTRICT, SAME_REGION, READY_TO_MOVE, REMOTE = 10, 7, 2, 6
KILOMETRES_A_POINT, FARTHEST = 7, -15
PAY_MET, PAY_UNKNOWN, PAY_WORST = 10, -2, -15
HOURS_MET, HOURS_MISSED = 6, -8
KIND_MET, KIND_MISSED = 3, -4
EXPERIENCE_MET, EXPERIENCE_SHORT = 8, -10
EDUCATION_MET, EDUCATION_SHORT = 4, -8
LICENCES_MET, LICENCE_MISSING = 8, -20
LANGUAGES_MET, LANGUAGE_MISSING = 4, -8
QUOTA = 10
EXPOSURE_BEST, EXPOSURE_WORST = 3, -6
CROWDED_ABOVE, APPLICATIONS_A_POINT = 5, 3
EXPERIENCE_MONTHS = {"none": 0, "year_1_3": 12, "year_3_6": 36, "over_6": 72}


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What of a profile counts. Pay is KZT a month; `move_regions` holds "*" for anywhere."""

    occupations: tuple[str, ...] = ()
    skills: frozenset[str] = frozenset()
    licences: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    education_level: int | None = None
    experience_months: int = 0
    region_code: str = ""
    district_code: str | None = None
    move_regions: frozenset[str] = frozenset()
    pay_from: int | None = None
    hours: frozenset[str] = frozenset()
    employment_kinds: frozenset[str] = frozenset()
    wants_remote: bool = False
    is_quota_eligible: bool = False


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What of a vacancy counts; `applications_per_post` is of those still open."""

    occupations: tuple[str, ...] = ()
    skills_required: tuple[str, ...] = ()
    skills_wished: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    education_level: int | None = None
    experience: str | None = None
    region_code: str | None = None
    district_code: str | None = None
    kilometres: float | None = None
    pay_from: int | None = None
    pay_to: int | None = None
    hours: str = "full"
    employment_kind: str = "permanent"
    is_remote: bool = False
    is_quota: bool = False
    applications_per_post: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion's share of the score. `values` fill its sentence; `codes` are names to be looked up; `field` is the profile field to correct."""

    name: str
    weight: int
    values: dict[str, int] = dataclasses.field(default_factory=dict)
    codes: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of its reasons, the heaviest first."""

    reasons: tuple[Reason, ...]

    @property
    def total(self) -> int:
        return sum(reason.weight for reason in self.reasons)


def score(person: PersonFacts, post: PostFacts) -> Score:
    """Every reason for and against, each counted once."""
    criteria = (_occupation, _skills, _place, _pay, _conditions, _experience, _education, _licences, _languages, _quota, _exposure)
    reasons = [reason for criterion in criteria for reason in criterion(person, post) if reason.weight]
    return Score(tuple(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.name))))


def is_reachable(person: PersonFacts, post: PostFacts) -> bool:
    """Whether the person could work there: at home, from home, or in a region they said they would move to."""
    if post.region_code is None or post.region_code == person.region_code:
        return True
    return (post.is_remote and person.wants_remote) or "*" in person.move_regions or post.region_code in person.move_regions


def _occupation(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    pairs = [(occupation_distance(mine, theirs), theirs) for mine in person.occupations for theirs in post.occupations[:1]]
    if not pairs:
        return
    distance, code = min(pairs)
    name = "occupation_same" if distance == 0 else "occupation_near"
    yield Reason(name, OCCUPATION_WEIGHTS.get(distance, 0), codes=(code,), field="occupations")


def _skills(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    for name, asked, most in (("skills_required", post.skills_required, SKILLS_REQUIRED), ("skills_wished", post.skills_wished, SKILLS_WISHED)):
        if asked:
            held = tuple(skill for skill in asked if skill in person.skills)
            yield Reason(name, round(most * len(held) / len(asked)), {"held": len(held), "asked": len(asked)}, held, "skills")


def _place(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    if post.is_remote and person.wants_remote:
        yield Reason("remote", REMOTE, field="wishes")
        return
    if post.region_code is None:
        return
    if post.district_code is not None and post.district_code == person.district_code:
        yield Reason("same_district", SAME_DISTRICT, codes=(post.district_code,), field="place")
    elif post.region_code == person.region_code:
        yield Reason("same_region", SAME_REGION, codes=(post.region_code,), field="place")
        if post.kilometres:
            yield Reason("distance", max(FARTHEST, -int(post.kilometres / KILOMETRES_A_POINT)), {"kilometres": round(post.kilometres)}, field="place")
    elif is_reachable(person, post):
        yield Reason("ready_to_move", READY_TO_MOVE, codes=(post.region_code,), field="wishes")
    else:
        yield Reason("elsewhere", FARTHEST, codes=(post.region_code,), field="wishes")


def _pay(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    if person.pay_from is None:
        return
    offered = post.pay_to or post.pay_from
    if offered is None:
        yield Reason("pay_unknown", PAY_UNKNOWN)
    elif offered >= person.pay_from:
        yield Reason("pay_met", PAY_MET, {"offered": offered}, field="wishes")
    else:
        short = round(100 * (person.pay_from - offered) / person.pay_from)
        yield Reason("pay_below", max(PAY_WORST, -max(1, short // 3)), {"short": short}, field="wishes")


def _conditions(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    for name, wished, offered, met, missed in (
        ("hours", person.hours, post.hours, HOURS_MET, HOURS_MISSED),
        ("kind", person.employment_kinds, post.employment_kind, KIND_MET, KIND_MISSED),
    ):
        if wished:
            fits = offered in wished
            yield Reason(f"{name}_met" if fits else f"{name}_missed", met if fits else missed, codes=(offered,), field="wishes")


def _experience(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    months = EXPERIENCE_MONTHS.get(post.experience or "", 0)
    if months:
        enough = person.experience_months >= months
        years = {"asked": months // 12, "held": person.experience_months // 12}
        yield Reason("experience_met" if enough else "experience_short", EXPERIENCE_MET if enough else EXPERIENCE_SHORT, years, field="work")


def _education(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    if post.education_level is not None:
        enough = person.education_level is not None and person.education_level >= post.education_level
        weight = EDUCATION_MET if enough else EDUCATION_SHORT
        yield Reason("education_met" if enough else "education_short", weight, codes=(str(post.education_level),), field="education")


def _licences(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    missing = tuple(code for code in post.licences if not is_covered(code, person.licences))
    if missing:
        yield Reason("licence_missing", LICENCE_MISSING, codes=missing, field="licences")
    elif post.licences:
        yield Reason("licences_met", LICENCES_MET, codes=post.licences, field="licences")


def _languages(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    missing = tuple(code for code in post.languages if code not in person.languages)
    if missing:
        yield Reason("language_missing", LANGUAGE_MISSING, codes=missing, field="languages")
    elif post.languages:
        yield Reason("languages_met", LANGUAGES_MET, codes=post.languages, field="languages")


def _quota(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    if post.is_quota and person.is_quota_eligible:
        yield Reason("quota", QUOTA)


def exposure_weight(crowd: float) -> int:
    """A vacancy nobody applied to is shown a little more, a crowded one a little less: points by applications for each open post, bounded."""
    if crowd < 1:
        return EXPOSURE_BEST
    return max(EXPOSURE_WORST, -int((crowd - CROWDED_ABOVE) / APPLICATIONS_A_POINT) - 1) if crowd > CROWDED_ABOVE else 0


def _exposure(person: PersonFacts, post: PostFacts) -> Iterator[Reason]:
    weight = exposure_weight(post.applications_per_post)
    if weight > 0:
        yield Reason("nobody_yet", weight)
    elif weight < 0:
        yield Reason("crowded", weight, {"each": round(post.applications_per_post)})
