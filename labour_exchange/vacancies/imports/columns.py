"""From an advertisement to the columns of a vacancy, with what its words say where the source is silent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from labour_exchange.classifications.occupations import is_unit_group
from labour_exchange.classifications.skills import is_skill
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.vacancies.imports.advertisement import Advertisement
from labour_exchange.vacancies.imports.rules import duplicate_key, monthly_gross, pay_words
from labour_exchange.vacancies.rules import expires_on

MOST_OCCUPATIONS, LEAST_OCCUPATION_SCORE = 3, 0.2
MOST_SKILLS = 15


class Conditions(Protocol):
    """What a recogniser reads from a text; None and () mean that it says nothing."""

    @property
    def hours(self) -> str | None: ...
    @property
    def remote(self) -> bool | None: ...
    @property
    def licences(self) -> Sequence[str]: ...
    @property
    def experience(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Recognisers:
    """How words are understood; search knows it, and this part does not import search, so the caller brings it.

    `occupations(title, body)` gives (unit group, score 0 to 1), best first; `skills(text)` gives skill ids; `language(text)` a code or None.
    """

    occupations: Callable[[str, str], Sequence[tuple[str, float]]]
    skills: Callable[[str], Sequence[str]]
    conditions: Callable[[str], Conditions]
    language: Callable[[str], str | None]


Columns = dict[str, object]
# Gives the columns of each advertisement, in order; many are best read by several processes, which only the caller can start.
Reading = Callable[[Sequence[Advertisement], date], list[Columns]]


def columns_of(advertisement: Advertisement, recognisers: Recognisers, today: date) -> Columns:
    """What is stored of the advertisement, except whose it is and its state."""
    said = advertisement
    body = "\n".join(filter(None, (said.category, said.requirements, said.description)))
    read = recognisers.conditions("\n".join((said.title, said.requirements, said.description)))
    language = said.language or recognisers.language(f"{said.title}\n{body}") or recognisers.language(said.title) or LANGUAGES[1]
    codes = _occupations(said, recognisers, body)
    lower, upper = monthly_gross(said.pay)
    return {
        "external_id": said.external_id,
        "content_hash": said.content_hash(),
        "duplicate_key": duplicate_key(said, said.region_code, said.district_code),
        "title": said.title,
        "description": said.description,
        "requirements": said.requirements,
        "language": language,
        "occupation_code": codes[0] if codes else None,
        "occupation_codes": codes,
        "region_code": said.region_code,
        "district_code": said.district_code,
        "place_text": said.place,
        "latitude": said.latitude,
        "longitude": said.longitude,
        "posts": said.posts,
        "pay_from": lower,
        "pay_to": upper,
        "pay_stated": pay_words(said.pay, language),
        "employment_kind": said.employment_kind or "permanent",
        "hours": said.hours or read.hours or "full",
        "is_remote": bool(read.remote) if said.is_remote is None else said.is_remote,
        "experience": said.experience or read.experience,
        "education_level": said.education_level,
        "skills_required": list(said.skills_required),
        "skills_wished": list(said.skills_wished) or _skills(said, recognisers),
        "licences": list(said.licences) or [f"driving-{category.lower()}" for category in read.licences],
        "languages": list(said.languages),
        "is_quota": said.is_quota,
        "contact_name": said.contact_name,
        "contact_phone": said.contact_phone,
        "apply_by_on": expires_on(said.apply_by_on, today, is_import=True),
    }


def _occupations(said: Advertisement, recognisers: Recognisers, body: str) -> list[str]:
    if said.occupation_code:
        return [said.occupation_code]
    found = recognisers.occupations(said.title, body)
    return [code for code, score in found if score >= LEAST_OCCUPATION_SCORE and is_unit_group(code)][:MOST_OCCUPATIONS]


def _skills(said: Advertisement, recognisers: Recognisers) -> list[str]:
    """Skills read from the text are wished, never required: the source did not ask for them in so many words."""
    found = recognisers.skills("\n".join((said.title, said.requirements, said.description)))
    known = [skill for skill in dict.fromkeys(found) if is_skill(skill) and skill not in said.skills_required]
    return known[:MOST_SKILLS]
