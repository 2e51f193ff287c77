"""The fields a vacancy is searched by."""

from collections.abc import Mapping

from search.documents import VacancyDocument
from search.indexes.fields import Field, FieldType, Index, Value, milliseconds, prefixes, unique
from search.indexes.places import on_grid


def _values(document: VacancyDocument) -> Mapping[str, Value]:
    stated = [pay for pay in (document.pay_from, document.pay_to) if pay is not None]
    return {
        "title": unique(document.title_terms),
        "text": unique(document.title_terms + document.body_terms + document.employer_terms),
        "occupation": document.occupations[0] if document.occupations else None,
        "occupation_codes": prefixes(document.occupations),
        "occupation_majors": unique(code[:1] for code in document.occupations),
        "occupation_units": unique(document.occupations),
        "skills": unique(document.skills),
        "region": document.region,
        "district": document.district,
        "place": on_grid(document.latitude, document.longitude) if document.latitude is not None and document.longitude is not None else None,
        "pay_top": max(stated, default=None),
        "pay_order": stated[0] if stated else 0,
        "employment_kind": document.employment_kind,
        "hours": document.hours,
        "remote": document.remote,
        "experience": document.experience,
        "education": document.education,
        "licences": unique(document.licences),
        "spoken": unique(document.languages),
        "language": document.language,
        "published_on": document.published_on,
        "published_at": milliseconds(document.published_at),
        "employer": document.employer,
        "source": document.source,
        "quota": document.quota,
        "answer_rate": document.answer_rate,
    }


VACANCIES = Index(
    kind="vacancies",
    version=1,
    read=_values,
    fields=(
        Field("title", FieldType.TERMS, "words of the title"),
        Field("text", FieldType.TERMS, "words of title, text and employer's name together", long=True),
        Field("occupation", FieldType.KEYWORD, "the chosen unit group"),
        Field("occupation_codes", FieldType.KEYWORDS, "all its unit groups and the groups above them"),
        Field("occupation_majors", FieldType.KEYWORDS, "major groups, for counting"),
        Field("occupation_units", FieldType.KEYWORDS, "unit groups, for counting"),
        Field("skills", FieldType.KEYWORDS, "skills asked for"),
        Field("region", FieldType.KEYWORD, "region of work"),
        Field("district", FieldType.KEYWORD, "district or city of work"),
        Field("place", FieldType.PLACE, "place of work"),
        Field("pay_top", FieldType.NUMBER, "the highest pay stated"),
        Field("pay_order", FieldType.NUMBER, "the pay that is promised, 0 where none is stated; for sorting"),
        Field("employment_kind", FieldType.KEYWORD, "permanent, fixed term, seasonal, temporary"),
        Field("hours", FieldType.KEYWORD, "full, part, shift, rotational"),
        Field("remote", FieldType.FLAG, "can be done from home"),
        Field("experience", FieldType.KEYWORD, "experience asked for"),
        Field("education", FieldType.NUMBER, "lowest education level asked for"),
        Field("licences", FieldType.KEYWORDS, "licences asked for", counted=True),
        Field("spoken", FieldType.KEYWORDS, "languages asked for", counted=True),
        Field("language", FieldType.KEYWORD, "language of the text"),
        Field("published_on", FieldType.DAY, "day of publication"),
        Field("published_at", FieldType.INSTANT, "instant of publication; for sorting"),
        Field("employer", FieldType.KEYWORD, "public id of the employer"),
        Field("source", FieldType.KEYWORD, "direct, agency or import"),
        Field("quota", FieldType.FLAG, "kept for people with disabilities"),
        Field("answer_rate", FieldType.DECIMAL, "share of applications that the employer answers"),
    ),
)
