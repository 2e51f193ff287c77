"""What one change would open to a person, counted over the open vacancies of their field as they stand now."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from labour_exchange.classifications.education import education_level
from labour_exchange.classifications.languages import language
from labour_exchange.classifications.licences import licence
from labour_exchange.classifications.skills import skill
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import Profile
from labour_exchange.matching.criteria import offered_facts, person_facts
from labour_exchange.matching.openings import MINOR_GROUP, Change, counterfactuals
from labour_exchange.matching.queries import IS_OPEN, SCORED_COLUMNS
from labour_exchange.matching.texts import CHANGES
from labour_exchange.territory.queries import place, place_name
from labour_exchange.territory.rules import regions_within
from labour_exchange.vacancies.access import visible
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.texts import HOURS

NEIGHBOURS, NEIGHBOURS_WITHIN_KM = 4, 700

FIELDS = {"place": "wishes", "hours": "wishes", "pay": "wishes"}
"""Where in the profile a change is made, when its kind is not itself such a place."""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in words, how many more vacancies it opens, and the part of the profile where it is made."""

    change: Change
    text: Text
    opens: int
    field: str

    @property
    def is_elsewhere(self) -> bool:
        """Whether the vacancies are in the region one would move to, not in the own one."""
        return self.change.kind == "place"


def what_would_open_more(session: Session, actor: Actor, profile: Profile, most: int | None = None) -> list[ShownChange]:
    """The changes that open the most, exactly counted; one of each kind first, so that the list shows different ways."""
    if not profile.occupation_codes:
        return []
    person = person_facts(profile)
    neighbours = () if "*" in person.move_regions else neighbours_of(profile.region_code)
    regions = tuple(code for code in neighbours if code not in person.move_regions)
    first = func.coalesce(Vacancy.occupation_code, Vacancy.occupation_codes[1])
    minors = {code[:MINOR_GROUP] for code in profile.occupation_codes}
    # Also what is done from home counts for the region it belongs to.
    wanted = visible(actor, select(Vacancy)).where(
        IS_OPEN, Vacancy.region_code.in_((profile.region_code, *regions)), or_(*(first.startswith(minor) for minor in sorted(minors)))
    )
    rows = session.execute(wanted.with_only_columns(*(getattr(Vacancy, name) for name in SCORED_COLUMNS.split())))
    found = counterfactuals(person, (offered_facts(cast(Vacancy, row)) for row in rows), regions)
    kinds: set[str] = set()
    leading, others = [], []
    for one in found:
        (others if one.change.kind in kinds else leading).append(one)
        kinds.add(one.change.kind)
    shown = [*leading, *others][:most]
    return [ShownChange(one.change, in_words(one.change), one.opens, FIELDS.get(one.change.kind, one.change.kind)) for one in shown]


def neighbours_of(region_code: str) -> tuple[str, ...]:
    """The nearest other regions."""
    return regions_within(region_code, NEIGHBOURS_WITHIN_KM)[:NEIGHBOURS]


def in_words(change: Change) -> Text:
    """What a person would do, in three languages."""
    names = {
        "licences": lambda code: licence(code).name,
        "skills": lambda code: skill(code).name,
        "languages": lambda code: language(code).name,
        "education": lambda code: education_level(code).name,
        "place": lambda code: place_name(place(code)),
        "hours": lambda code: HOURS[code],  # type: ignore[index]
        "pay": lambda code: f"{int(code):,} ₸".replace(",", "\u00a0"),
    }
    try:
        name = names[change.kind](change.code)
    except KeyError:
        name = change.code
    said = CHANGES[change.kind]
    return Text(**{tongue: getattr(said, tongue).format(name=getattr(name, tongue, name)) for tongue in ("kk", "ru", "en")})
