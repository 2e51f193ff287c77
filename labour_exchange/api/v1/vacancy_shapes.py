"""What is told of a vacancy: an allowlist without contacts, and what is told of a search."""

from datetime import datetime
from typing import Any

import marshmallow as ma

from labour_exchange.api.pages import page_schema
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, VacancySource

HOW_MUCH = {"description": "Whole tenge a month before tax."}


def _one_of(values: Any, **more: Any) -> ma.fields.String:
    """A code of a closed list."""
    allowed = [value.value for value in values]
    return ma.fields.String(required=True, metadata={"enum": [*allowed, None] if more.get("allow_none") else allowed}, **more)


def _codes() -> ma.fields.List:
    return ma.fields.List(ma.fields.String(), required=True)


class Instant(ma.fields.DateTime):
    """An instant in UTC, ending with Z."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **options: Any) -> str | None:
        return None if value is None else instant(value)


def instant(value: datetime) -> str:
    """As the interface writes it."""
    return f"{value:%Y-%m-%dT%H:%M:%SZ}"


class VacancyEmployer(ma.Schema):
    """Who hires."""

    id = ma.fields.String(required=True)
    name = ma.fields.String(required=True)
    answer_rate = ma.fields.Float(required=True, allow_none=True, metadata={"description": "Share of applications answered; null below five."})


class Pay(ma.Schema):
    """Pay as stated; one end may be open."""

    currency = ma.fields.String(required=True, metadata={"enum": ["KZT"]})
    to = ma.fields.Integer(required=True, allow_none=True, metadata=HOW_MUCH)


Pay._declared_fields["from"] = ma.fields.Integer(required=True, allow_none=True, metadata=HOW_MUCH)


class VacancyItem(ma.Schema):
    """A published vacancy, without contacts."""

    id = ma.fields.String(required=True)
    url = ma.fields.String(required=True, metadata={"format": "uri"})
    title = ma.fields.String(required=True)
    language = ma.fields.String(required=True, metadata={"description": "Language of the text."})
    employer = ma.fields.Nested(VacancyEmployer, required=True, allow_none=True)
    source = _one_of(VacancySource)
    occupation = ma.fields.String(required=True, allow_none=True, metadata={"description": "Unit group of ISCO-08."})
    region = ma.fields.String(required=True, allow_none=True)
    district = ma.fields.String(required=True, allow_none=True)
    place_text = ma.fields.String(required=True)
    posts = ma.fields.Integer(required=True)
    posts_left = ma.fields.Integer(required=True)
    pay = ma.fields.Nested(Pay, required=True, allow_none=True)
    pay_stated = ma.fields.String(required=True, metadata={"description": "Pay as the source wrote it, when that was otherwise."})
    employment_kind = _one_of(EmploymentKind)
    hours = _one_of(Hours)
    is_remote = ma.fields.Boolean(required=True)
    experience = _one_of(Experience, allow_none=True)
    education_level = ma.fields.Integer(required=True, allow_none=True, metadata={"description": "ISCED 2011."})
    skills_required = _codes()
    skills_wished = _codes()
    licences = _codes()
    languages = _codes()
    is_quota = ma.fields.Boolean(required=True)
    published_at = Instant(required=True, allow_none=True)
    apply_by = ma.fields.Date(required=True, allow_none=True)


class Reason(ma.Schema):
    """One part of the score, in words."""

    text = ma.fields.String(required=True)
    weight = ma.fields.Float(required=True)


class VacancyHit(VacancyItem):
    """A vacancy as a search found it."""

    score = ma.fields.Float(required=True)
    reasons = ma.fields.List(ma.fields.Nested(Reason), required=True)
    kilometres = ma.fields.Integer(required=True, allow_none=True, metadata={"description": "From the place that was asked for."})


class VacancyDetail(VacancyItem):
    """A vacancy with its text."""

    description = ma.fields.String(required=True)
    requirements = ma.fields.String(required=True)
    latitude = ma.fields.Float(required=True, allow_none=True)
    longitude = ma.fields.Float(required=True, allow_none=True)
    applications = ma.fields.Integer(required=True, metadata={"description": "How many people have applied."})


class FacetOption(ma.Schema):
    """A value of a filter and how many vacancies have it, all other filters kept."""

    value = ma.fields.String(required=True)
    label = ma.fields.String(required=True)
    count = ma.fields.Integer(required=True)


class Facet(ma.Schema):
    """A filter; its name is that of the parameter."""

    name = ma.fields.String(required=True)
    legend = ma.fields.String(required=True)
    options = ma.fields.List(ma.fields.Nested(FacetOption), required=True)


class UnderstoodWords(ma.Schema):
    """Something read in what was typed; send its key as `without` when it was not meant."""

    kind = ma.fields.String(required=True)
    value = ma.fields.String(required=True)
    key = ma.fields.String(required=True)


class CorrectedWord(ma.Schema):
    """A word that was taken for another one; send exact=true when it was right."""

    typed = ma.fields.String(required=True)
    used = ma.fields.String(required=True)


class OtherSearch(ma.Schema):
    """What else could be tried when little was found."""

    label = ma.fields.String(required=True)
    total = ma.fields.Integer(required=True)


FoundVacancies = page_schema(
    "FoundVacancies",
    VacancyHit,
    facets=ma.fields.List(ma.fields.Nested(Facet), required=True, metadata={"description": "Empty unless facets=true."}),
    understood=ma.fields.List(ma.fields.Nested(UnderstoodWords), required=True),
    corrected=ma.fields.List(ma.fields.Nested(CorrectedWord), required=True),
    unknown_place=ma.fields.String(required=True, allow_none=True, metadata={"description": "A place that is not known, as it was typed."}),
    other_searches=ma.fields.List(ma.fields.Nested(OtherSearch), required=True),
    sort=ma.fields.String(required=True),
    reduced=ma.fields.Boolean(required=True, metadata={"description": "Whether the second engine stands in for the first."}),
)
