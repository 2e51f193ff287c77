"""The fields a jobseeker's profile is searched by."""

from collections.abc import Mapping

from search.documents import ProfileDocument
from search.indexes.fields import Field, FieldType, Index, Value, milliseconds, prefixes, unique
from search.indexes.places import on_grid

# Sorted by the lowest wish first, those who state none come last.
NO_WISH = 2**31 - 1


def _values(document: ProfileDocument) -> Mapping[str, Value]:
    return {
        "title": unique(document.headline_terms),
        "text": unique(document.headline_terms + document.body_terms),
        "occupation": document.occupations[0] if document.occupations else None,
        "occupation_codes": prefixes(document.occupations),
        "occupation_majors": unique(code[:1] for code in document.occupations),
        "occupation_units": unique(document.occupations),
        "skills": unique(document.skills),
        "region": document.region,
        "regions": unique((document.region, *document.move_regions)),
        "district": document.district,
        "place": on_grid(document.latitude, document.longitude) if document.latitude is not None and document.longitude is not None else None,
        "pay_from": document.pay_from,
        "pay_order": document.pay_from if document.pay_from is not None else NO_WISH,
        "hours": unique(document.hours),
        "employment_kinds": unique(document.employment_kinds),
        "remote": document.remote,
        "experience_years": document.experience_years,
        "education": document.education,
        "licences": unique(document.licences),
        "languages": unique(document.languages),
        "audience": document.audience,
        "region_office": document.region_office,
        "active_at": milliseconds(document.active_at),
    }


PROFILES = Index(
    kind="profiles",
    version=1,
    read=_values,
    fields=(
        Field("title", FieldType.TERMS, "words of the headline"),
        Field("text", FieldType.TERMS, "words of headline and history together", long=True),
        Field("occupation", FieldType.KEYWORD, "the most wished unit group"),
        Field("occupation_codes", FieldType.KEYWORDS, "unit groups wished and held, and the groups above them"),
        Field("occupation_majors", FieldType.KEYWORDS, "major groups, for counting"),
        Field("occupation_units", FieldType.KEYWORDS, "unit groups, for counting"),
        Field("skills", FieldType.KEYWORDS, "skills held"),
        Field("region", FieldType.KEYWORD, "region of residence"),
        Field("regions", FieldType.KEYWORDS, 'region of residence and those ready to move to; "*": anywhere'),
        Field("district", FieldType.KEYWORD, "district or city of residence"),
        Field("place", FieldType.PLACE, "place of residence, as coarse as the profile shares it"),
        Field("pay_from", FieldType.NUMBER, "the pay wished"),
        Field("pay_order", FieldType.NUMBER, "the pay wished, the highest number where none is; for sorting"),
        Field("hours", FieldType.KEYWORDS, "hours wished"),
        Field("employment_kinds", FieldType.KEYWORDS, "employment kinds wished"),
        Field("remote", FieldType.FLAG, "wishes to work from home"),
        Field("experience_years", FieldType.NUMBER, "whole years of work"),
        Field("education", FieldType.NUMBER, "highest education level"),
        Field("licences", FieldType.KEYWORDS, "licences held"),
        Field("languages", FieldType.KEYWORDS, "languages spoken"),
        Field("audience", FieldType.KEYWORD, "who may read the profile"),
        Field("region_office", FieldType.KEYWORD, "the office that keeps the registration"),
        Field("active_at", FieldType.INSTANT, "last sign of life; for sorting"),
    ),
)
