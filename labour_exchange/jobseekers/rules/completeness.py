"""What a profile still lacks, and whether employers can find it."""

from dataclasses import dataclass
from typing import Any, Protocol

from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers import texts
from labour_exchange.jobseekers.states import Audience


class Described(Protocol):
    """What completeness reads of a profile."""

    headline: Any
    occupation_codes: Any
    skills: Any
    languages: Any
    education: Any
    pay_from: Any
    hours: Any
    work_history: Any
    audience: Any
    is_active: Any


@dataclass(frozen=True, slots=True)
class Gap:
    """What a profile lacks, the section where it is said, and whether employers cannot find the profile without it."""

    section: str
    text: Text
    is_required: bool


def gaps(profile: Described) -> list[Gap]:
    """What the profile lacks, the most important first; empty when it is complete."""
    asked = (
        (profile.occupation_codes, Gap("occupations", texts.NO_OCCUPATION, True)),
        (profile.headline.strip(), Gap("about", texts.NO_HEADLINE, True)),
        (profile.work_history, Gap("work", texts.NO_WORK, False)),
        (profile.education, Gap("education", texts.NO_EDUCATION, False)),
        (profile.skills, Gap("skills", texts.NO_SKILLS, False)),
        (profile.languages, Gap("languages", texts.NO_LANGUAGES, False)),
        (profile.pay_from or profile.hours, Gap("wishes", texts.NO_WISHES, False)),
    )
    return [gap for said, gap in asked if not said]


def is_searchable(profile: Described) -> bool:
    """Whether employers find the profile: open to them, in use, and it says who the person is and what work they want."""
    return profile.audience is Audience.EMPLOYERS and bool(profile.is_active) and not any(gap.is_required for gap in gaps(profile))
