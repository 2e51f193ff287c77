"""The score in words, in three languages, with every code turned into its name."""

from collections.abc import Callable

from labour_exchange.classifications.education import education_level
from labour_exchange.classifications.languages import language
from labour_exchange.classifications.licences import licence
from labour_exchange.classifications.occupations import occupation
from labour_exchange.classifications.skills import skill
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.matching.scoring import Reason
from labour_exchange.matching.texts import REASONS, SUBJECTS
from labour_exchange.territory.queries import place, place_name
from labour_exchange.vacancies.texts import EMPLOYMENT_KINDS, HOURS

Namer = Callable[[str], Text]


def _place(code: str) -> Text:
    return place_name(place(code))


NAMERS: dict[str, Namer] = {
    "occupation_same": lambda code: occupation(code).name,
    "occupation_near": lambda code: occupation(code).name,
    "skills_required": lambda code: skill(code).name,
    "skills_wished": lambda code: skill(code).name,
    "same_district": _place,
    "same_region": _place,
    "ready_to_move": _place,
    "elsewhere": _place,
    "hours_met": lambda code: HOURS[code],  # type: ignore[index]
    "hours_missed": lambda code: HOURS[code],  # type: ignore[index]
    "kind_met": lambda code: EMPLOYMENT_KINDS[code],  # type: ignore[index]
    "kind_missed": lambda code: EMPLOYMENT_KINDS[code],  # type: ignore[index]
    "education_met": lambda code: education_level(code).name,
    "education_short": lambda code: education_level(code).name,
    "licences_met": lambda code: licence(code).name,
    "licence_missing": lambda code: licence(code).name,
    "languages_met": lambda code: language(code).name,
    "language_missing": lambda code: language(code).name,
}


def explain(reason: Reason) -> Text:
    """The sentence of one reason."""
    names = [_named(NAMERS.get(reason.name), code) for code in reason.codes]
    said = {}
    for tongue in LANGUAGES:
        joined = ", ".join(name.in_language(tongue) if isinstance(name, Text) else name for name in names)
        said[tongue] = REASONS[reason.name].in_language(tongue, names=joined, **reason.values).strip(" .:")
    return Text(**said)


def subject_of(name: str) -> Text:
    """What the reason of this name is about; KeyError for a name that no reason has."""
    return {one: subject for names, subject in SUBJECTS.items() for one in names}[name]


def _named(namer: Namer | None, code: str) -> Text | str:
    """A code that has left the classification since is shown as it is."""
    try:
        return namer(code) if namer else code
    except KeyError:
        return code
