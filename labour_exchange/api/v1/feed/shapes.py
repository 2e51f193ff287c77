"""What the feed can be asked and what it answers."""

import marshmallow as ma

from labour_exchange.api.fields import Between, Question, Sized, Whole, Words, codes
from labour_exchange.api.v1.vacancy_shapes import Pay
from labour_exchange.classifications.occupations import occupations
from labour_exchange.feeds.queries import MOST_CHANGES, USUAL_CHANGES
from labour_exchange.feeds.rules import Wanted
from labour_exchange.feeds.states import ChangeKind
from labour_exchange.territory.queries import regions
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, RejectionCode, VacancySource, VacancyState

# Room for the transactions that were running when a snapshot was taken.
LONGEST_CURSOR = 4000
REGIONS = tuple(one.iso_code for one in regions())
OCCUPATIONS = tuple(one.code for one in occupations())


class FilterQuestion(Question):
    """Which vacancies to follow."""

    region = codes(REGIONS, "Only these regions by ISO code; repeat the name.")
    occupation = codes(OCCUPATIONS, "Only these occupations: groups of ISCO-08 of any level; repeat the name.")


class _Continued(ma.Schema):
    limit = Whole(load_default=USUAL_CHANGES, validate=Between(1, MOST_CHANGES), metadata={"description": "How many changes to read at once."})
    cursor = Words(
        validate=Sized(1, LONGEST_CURSOR),
        metadata={"description": "The `next_cursor` of the answer before, or the `cursor` of a snapshot asked for in the same way."},
    )


class FeedQuestion(FilterQuestion, _Continued):
    """Where to go on."""


class OwnFeedQuestion(Question, _Continued):
    """Where to go on."""


class FeedEmployer(ma.Schema):
    """Who hires."""

    id = ma.fields.String(required=True)
    name = ma.fields.String(required=True)


def _code(values: type, *, allow_none: bool = False) -> ma.fields.String:
    allowed = [value.value for value in values]  # type: ignore[attr-defined]
    return ma.fields.String(required=True, allow_none=allow_none, metadata={"enum": [*allowed, None] if allow_none else allowed})


def _text(*, allow_none: bool = False) -> ma.fields.String:
    return ma.fields.String(required=True, allow_none=allow_none)


def _texts() -> ma.fields.List:
    return ma.fields.List(ma.fields.String(), required=True)


class FeedVacancy(ma.Schema):
    """A vacancy as its page says it, without contacts."""

    id, url, title, description, requirements, language = (_text() for _ in range(6))
    employer = ma.fields.Nested(FeedEmployer, required=True, allow_none=True)
    source = _code(VacancySource)
    occupation, region, district = (_text(allow_none=True) for _ in range(3))
    place_text, pay_stated = _text(), _text()
    latitude, longitude = (ma.fields.Float(required=True, allow_none=True) for _ in range(2))
    posts, posts_left = (ma.fields.Integer(required=True) for _ in range(2))
    pay = ma.fields.Nested(Pay, required=True, allow_none=True)
    employment_kind, hours, experience = _code(EmploymentKind), _code(Hours), _code(Experience, allow_none=True)
    is_remote, is_quota = (ma.fields.Boolean(required=True) for _ in range(2))
    education_level = ma.fields.Integer(required=True, allow_none=True)
    skills_required, skills_wished, licences, languages = (_texts() for _ in range(4))
    published_at, apply_by = (_text(allow_none=True) for _ in range(2))


class OwnFeedVacancy(FeedVacancy):
    """A vacancy as the agency that brought it reads it."""

    state = _code(VacancyState)
    rejection_code = _code(RejectionCode, allow_none=True)
    rejection_note = _text()
    source_name, external_id, closed_at = (_text(allow_none=True) for _ in range(3))


class FeedChange(ma.Schema):
    """The latest state of one vacancy that has changed."""

    kind = ma.fields.String(
        required=True,
        metadata={
            "enum": [kind.value for kind in ChangeKind],
            "description": "published, changed: keep `vacancy` under its id. closed: forget the id, whether or not you know it.",
        },
    )
    id, changed_at = _text(), _text()
    region, occupation = (_text(allow_none=True) for _ in range(2))
    vacancy = ma.fields.Nested(FeedVacancy, required=True, allow_none=True)


class OwnChange(FeedChange):
    """The latest state of one of the agency's vacancies."""

    vacancy = ma.fields.Nested(OwnFeedVacancy, required=True, allow_none=True)


class ChangesAnswer(ma.Schema):
    """Changes in order, each vacancy once."""

    items = ma.fields.List(ma.fields.Nested(FeedChange), required=True)
    next_cursor = ma.fields.String(required=True, metadata={"description": "Always there: keep it and ask again with it."})
    has_more = ma.fields.Boolean(required=True, metadata={"description": "Whether more is waiting, so that you may ask again at once."})


class OwnChangesAnswer(ChangesAnswer):
    """Changes of the agency's own vacancies in order, each vacancy once."""

    items = ma.fields.List(ma.fields.Nested(OwnChange), required=True)


def wanted_of(question: dict[str, list[str]]) -> Wanted:
    return Wanted(regions=tuple(question["region"]), occupations=tuple(question["occupation"]))
