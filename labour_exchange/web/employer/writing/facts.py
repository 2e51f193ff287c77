"""From a filled form to the facts of a vacancy, and back."""

import re
from collections.abc import Sequence
from typing import Any

from flask import g, request
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from labour_exchange.classifications.occupations import is_unit_group, occupation, suggest_occupations
from labour_exchange.classifications.skills import skill, skills_to_offer, suggest_skills
from labour_exchange.classifications.titles import words_of
from labour_exchange.employers.models import Employer, Establishment
from labour_exchange.employers.queries import establishments_of
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.territory.queries import district
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.rules import VacancyFacts
from labour_exchange.vacancies.states import Hours
from labour_exchange.web.employer.writing.forms import VacancyForm
from labour_exchange.web.localisation import words
from search.analysis.concepts import recognise_occupation

MOST_OFFERED, SURE = 5, 0.9
MOST_USUAL = 24  # More boxes than this nobody reads; the others are found by typing.


def form_for(session: Session, employer: Employer, vacancy: Vacancy | None = None, *, is_stored: bool = False) -> VacancyForm:
    """The form, empty or filled from a vacancy; `is_stored` ignores what the reader has sent."""
    places = [(place.public_id, f"{place.name}, {place.address}") for place in establishments_of(session, employer.id)]
    given: dict[str, Any] = {"language": g.language, "hours": "full", "employment_kind": "permanent", "posts": 1}
    if vacancy is not None:
        given = _filled(vacancy)
    form = VacancyForm(formdata=None, data=given, obj=vacancy) if is_stored else VacancyForm(data=given, obj=vacancy)
    form.offer(places, usual_skills(form.occupation_code.data or ""))
    return form


def _filled(vacancy: Vacancy) -> dict[str, Any]:
    usual = {code for code, _name in usual_skills(vacancy.occupation_code or "")}
    return {
        "occupation": words(occupation(vacancy.occupation_code).name) if vacancy.occupation_code else "",
        "establishment": vacancy.establishment.public_id if vacancy.establishment else None,
        "education_level": "" if vacancy.education_level is None else str(vacancy.education_level),
        "usual_skills": [code for code in vacancy.skills_required if code in usual],
        "skills_required": _names(code for code in vacancy.skills_required if code not in usual),
        "skills_wished": _names(vacancy.skills_wished),
    }


def _names(codes: Any) -> str:
    return ", ".join(words(skill(code).name) for code in codes)


def usual_skills(occupation_code: str) -> list[tuple[str, Text]]:
    """The skills to tick for an occupation, those it cannot do without first."""
    return [(one.id, one.name) for one in skills_to_offer([occupation_code], (), MOST_USUAL)] if is_unit_group(occupation_code) else []


def read_occupation(form: VacancyForm) -> list[tuple[str, Text]]:
    """Settle the occupation's code: chosen from a list, else typed by name. While it stays open, what to choose from: read from the title."""
    picked, typed = request.form.get("occupation_pick", ""), (form.occupation.data or "").strip()
    code = form.occupation_code.data or ""
    if is_unit_group(picked):
        _settle(form, picked)
        return []
    if is_unit_group(code) and (not typed or _is_name_of(typed, code)):
        _settle(form, code)
        return []
    form.occupation_code.data = ""
    offered = _by_name(typed) if typed else []
    if len(offered) == 1:
        _settle(form, offered[0][0])
        return []
    read = recognise_occupation(f"{typed} {form.title.data or ''}".strip(), form.description.data or "", form.language.data)
    if not typed and read and read[0][1] >= SURE and is_unit_group(read[0][0]):
        _settle(form, read[0][0])
        return []
    codes = [*(code for code, _name in offered), *(code for code, _score in read if is_unit_group(code))]
    return [(code, occupation(code).name) for code in list(dict.fromkeys(codes))[:MOST_OFFERED]]


def _settle(form: VacancyForm, code: str) -> None:
    form.occupation_code.data = code
    form.occupation.data = words(occupation(code).name)
    form.offer(list(form.establishment.choices)[1:], usual_skills(code))


def _is_name_of(typed: str, code: str) -> bool:
    return any(words_of(occupation(code).name.in_language(language)) == words_of(typed) for language in LANGUAGES)


def _by_name(typed: str) -> list[tuple[str, Text]]:
    """The one unit group whose title was typed, in any language; else those that begin so."""
    found = [(one.code, one.name) for one in suggest_occupations(typed, g.language) if is_unit_group(one.code)]
    exact = [entry for entry in found if _is_name_of(typed, entry[0])]
    return exact if len(exact) == 1 else found


def read_skills(form: VacancyForm, name: str) -> tuple[str, ...]:
    """The codes of the skills named in a field, with commas or lines between them; an unknown name becomes an error that says which."""
    codes, unknown = [], []
    for typed in filter(None, (part.strip() for part in re.split(r"[,;\n]", form[name].data or ""))):
        code = _skill_named(typed)
        (codes if code else unknown).append(code or typed)
    if unknown:
        sentence = _("We do not know these skills; name them in other words or put them into the requirements: %(names)s", names=", ".join(unknown))
        form[name].errors = [*form[name].errors, sentence]
    return tuple(dict.fromkeys(codes))


def _skill_named(typed: str) -> str | None:
    found = suggest_skills(typed, g.language)
    exact = [one.id for one in found if any(words_of(one.name.in_language(language)) == words_of(typed) for language in LANGUAGES)]
    if exact:
        return exact[0]
    return found[0].id if len(found) == 1 else None


def facts_from(session: Session, employer: Employer, form: VacancyForm) -> VacancyFacts:
    """What the form says. A chosen place of work brings its region, district and address; unknown skills become errors of the form."""
    place = next((one for one in establishments_of(session, employer.id) if one.public_id == form.establishment.data), None)
    required = (*(form.usual_skills.data or ()), *read_skills(form, "skills_required"))
    return VacancyFacts(
        title=(form.title.data or "").strip(),
        description=(form.description.data or "").strip(),
        requirements=(form.requirements.data or "").strip(),
        language=form.language.data or g.language,
        occupation_code=form.occupation_code.data or None,
        posts=form.posts.data or 0,
        pay_from=form.pay_from.data,
        pay_to=form.pay_to.data,
        employment_kind=form.employment_kind.data or "permanent",
        hours=form.hours.data or Hours.FULL,
        is_remote=form.is_remote.data,
        experience=form.experience.data or None,
        education_level=int(form.education_level.data) if form.education_level.data else None,
        skills_required=tuple(dict.fromkeys(required)),
        skills_wished=tuple(code for code in read_skills(form, "skills_wished") if code not in required),
        licences=tuple(form.licences.data or ()),
        languages=tuple(form.languages.data or ()),
        is_quota=form.is_quota.data,
        contact_name=(form.contact_name.data or "").strip(),
        contact_phone=(form.contact_phone.data or "").strip(),
        apply_by_on=form.apply_by_on.data,
        **_where(form, place),
    )


def _where(form: VacancyForm, place: Establishment | None) -> dict[str, Any]:
    if place is not None:
        return {
            "establishment_id": place.id,
            "region_code": place.region_code,
            "district_code": place.district_code,
            "place_text": place.address,
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    region_code, district_code = form.region_code.data, form.district_code.data
    if district_code and region_code is None:
        region_code = district(district_code).region_code
    if district_code and district(district_code).region_code != region_code:
        form.district_code.errors = [*form.district_code.errors, _("This district lies in another region")]
    return {"region_code": region_code, "district_code": district_code, "place_text": (form.place_text.data or "").strip()}


def errors_left(form: VacancyForm, offered: Sequence[tuple[str, Text]]) -> bool:
    """Whether reading the facts has found something that only the writer can settle."""
    if offered:
        form.occupation.errors = [*form.occupation.errors, _("Choose which of these occupations you mean")]
    return bool(form.errors)
