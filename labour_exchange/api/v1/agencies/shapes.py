"""What programs send and are told of vacancies: the fields of a push, the receipt of it, and how a vacancy stands."""

import marshmallow as ma

from labour_exchange.api.bodies import Body, Choice, Day, Decimal, Number, Texts, one_of
from labour_exchange.api.fields import Between, Question, Sized, Words, Written
from labour_exchange.api.pages import PageQuestion
from labour_exchange.api.v1.vacancy_shapes import Instant
from labour_exchange.classifications.education import education_levels
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.territory.queries import regions
from labour_exchange.vacancies.imports.fields import LONGEST_LINE, LONGEST_TEXT, MOST_PAY, PERIODS
from labour_exchange.vacancies.imports.receipts import Outcome
from labour_exchange.vacancies.pushes.rules import EXTERNAL_ID, SOURCE
from labour_exchange.vacancies.rules import LONGEST_TITLE, MOST_POSTS
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, VacancyState

MOST_IDS = 1000
MOST_CODES = 30
SOURCE_NAME = Written(SOURCE.pattern, "crm-2")
OWN_ID = Written(EXTERNAL_ID.pattern, "V-1001")


class PushedVacancy(Body):
    """A vacancy as a program sends it. Left out or null means that the source does not say; then the text is asked."""

    title = Words(required=True, validate=Sized(1, LONGEST_TITLE), metadata={"description": "What the job is called."})
    description = Words(required=True, validate=Sized(20, LONGEST_TEXT), metadata={"description": "What the person will do; at least 20 letters."})
    employer_bin = Words(
        required=True, validate=Written("[0-9]{12}", "260140100001"), metadata={"description": "BIN of an employer that gave you a mandate to post."}
    )
    requirements = Words(allow_none=True, validate=Sized(0, LONGEST_TEXT))
    language = one_of(LANGUAGES, allow_none=True, metadata={"description": "Language of the text."})
    category = Words(allow_none=True, validate=Sized(0, LONGEST_LINE), metadata={"description": "Your own category; helps to find the occupation."})
    place = Words(allow_none=True, validate=Sized(0, LONGEST_LINE), metadata={"description": "Place as text; looked up when no codes are given."})
    region_code = one_of((one.iso_code for one in regions()), allow_none=True, metadata={"description": "ISO 3166-2."})
    district_code = Words(allow_none=True, validate=Written("[0-9]{9}", "711310000"), metadata={"description": "KATO code, in the region."})
    latitude = Decimal(allow_none=True, validate=Between(-90, 90))
    longitude = Decimal(allow_none=True, validate=Between(-180, 180))
    occupation_code = Words(allow_none=True, validate=Written("[0-9]{4}", "7212"), metadata={"description": "Unit group of ISCO-08."})
    posts = Number(allow_none=True, validate=Between(1, MOST_POSTS), metadata={"description": "1 when left out."})
    pay_from = Number(allow_none=True, validate=Between(0, MOST_PAY))
    pay_to = Number(allow_none=True, validate=Between(0, MOST_PAY))
    pay_currency = Words(allow_none=True, validate=Written("[A-Za-z]{3}", "KZT"), metadata={"description": "KZT when left out."})
    pay_is_gross = Choice(allow_none=True, metadata={"description": "Before tax; true when left out."})
    pay_period = one_of(sorted(PERIODS), allow_none=True, metadata={"description": "month when left out."})
    employment_kind = one_of(EmploymentKind, allow_none=True)
    hours = one_of(Hours, allow_none=True)
    is_remote = Choice(allow_none=True)
    experience = one_of(Experience, allow_none=True)
    education_level = Number(
        allow_none=True, validate=Between(0, max(int(one.code) for one in education_levels())), metadata={"description": "ISCED 2011."}
    )
    skills_required = Texts(most=MOST_CODES, longest=80, allow_none=True, metadata={"description": "Codes of /skills."})
    skills_wished = Texts(most=MOST_CODES, longest=80, allow_none=True, metadata={"description": "Codes of /skills."})
    licences = Texts(most=MOST_CODES, longest=80, allow_none=True)
    languages = Texts(most=MOST_CODES, longest=80, allow_none=True)
    is_quota = Choice(allow_none=True, metadata={"description": "A post of the quota for people with disabilities."})
    contact_name = Words(allow_none=True, validate=Sized(0, LONGEST_LINE), metadata={"description": "Shown to those who applied."})
    contact_phone = Words(allow_none=True, validate=Sized(0, LONGEST_LINE), metadata={"description": "Shown to those who applied."})
    apply_by_on = Day(allow_none=True, metadata={"description": "Last day, at most 180 days ahead, which it is when left out."})


class Refused(ma.Schema):
    """Why something is not public, in words, and what to do."""

    code = ma.fields.String(required=True)
    detail = ma.fields.String(required=True)
    remedy = ma.fields.String(required=True)
    note = ma.fields.String(required=True, metadata={"description": "What the officer wrote."})


class ReceiptItem(ma.Schema):
    """What became of one vacancy that was sent. `code`, `field` and `detail` say why it was rejected and what to do."""

    line = ma.fields.Integer(required=True)
    external_id = ma.fields.String(required=True, allow_none=True)
    outcome = ma.fields.String(required=True, metadata={"enum": [one.value for one in Outcome]})
    id = ma.fields.String(required=True, allow_none=True)
    state = ma.fields.String(required=True, allow_none=True, metadata={"enum": [*(one.value for one in VacancyState), None]})
    code = ma.fields.String(required=True, allow_none=True)
    field = ma.fields.String(required=True, allow_none=True)
    detail = ma.fields.String(required=True, allow_none=True)


class EmployerOfOwn(ma.Schema):
    """For whom it was sent."""

    bin = ma.fields.String(required=True)
    name = ma.fields.String(required=True)


class OwnVacancy(ma.Schema):
    """How a vacancy that you sent stands."""

    source = ma.fields.String(required=True)
    external_id = ma.fields.String(required=True)
    id = ma.fields.String(required=True)
    url = ma.fields.String(required=True, metadata={"format": "uri"})
    title = ma.fields.String(required=True)
    employer = ma.fields.Nested(EmployerOfOwn, required=True)
    state = ma.fields.String(required=True, metadata={"enum": [one.value for one in VacancyState]})
    rejection = ma.fields.Nested(Refused, required=True, allow_none=True)
    remedy = ma.fields.String(required=True, allow_none=True, metadata={"description": "What to do so that it is public again; null while it is."})
    occupation = ma.fields.String(required=True, allow_none=True)
    region = ma.fields.String(required=True, allow_none=True)
    posts = ma.fields.Integer(required=True)
    posts_filled = ma.fields.Integer(required=True)
    apply_by = ma.fields.Date(required=True, allow_none=True)
    published_at = Instant(required=True, allow_none=True)
    checked_at = Instant(required=True, allow_none=True, metadata={"description": "When an office has read it."})
    version = ma.fields.Integer(required=True)


class PushedAnswer(ma.Schema):
    """The receipt, and how the vacancy stands."""

    receipt = ma.fields.Nested(ReceiptItem, required=True)
    vacancy = ma.fields.Nested(OwnVacancy, required=True)


class VacancyStatus(ma.Schema):
    """How one of the asked ids stands; a null id was never taken in."""

    external_id = ma.fields.String(required=True)
    id = ma.fields.String(required=True, allow_none=True)
    state = ma.fields.String(required=True, allow_none=True, metadata={"enum": [*(one.value for one in VacancyState), None]})
    rejection = ma.fields.Nested(Refused, required=True, allow_none=True)
    remedy = ma.fields.String(required=True, allow_none=True)


class Statuses(ma.Schema):
    """In the order in which they were asked for."""

    items = ma.fields.List(ma.fields.Nested(VacancyStatus), required=True)


class AskedIds(Body):
    """Up to a thousand ids of one source."""

    source = Words(required=True, validate=SOURCE_NAME)
    external_ids = ma.fields.List(Words(validate=OWN_ID), required=True, validate=Sized(1, MOST_IDS), metadata={"description": "Up to 1,000."})


class Wanted(Body):
    """What a vacancy should be: paused, or open again."""

    state = one_of(("suspended", "published"), required=True)


class OwnQuestion(PageQuestion):
    """Which of your vacancies."""

    source = Words(validate=SOURCE_NAME, metadata={"description": "Only of this source."})
    state = Words(validate=ma.validate.OneOf([one.value for one in VacancyState]), metadata={"description": "Only in this state."})


class StreamQuestion(Question):
    """Under which of your sources the stream is kept."""

    source = Words(
        required=True,
        validate=SOURCE_NAME,
        metadata={"description": "Your own name for where they come from."},
    )


class VacancyStatistics(ma.Schema):
    """What came of a vacancy so far; sums, never persons."""

    external_id = ma.fields.String(required=True)
    id = ma.fields.String(required=True)
    views = ma.fields.Integer(required=True, metadata={"description": "How often its page was read."})
    clicks = ma.fields.Integer(required=True, metadata={"description": "How many of these came from search results."})
    applications = ma.fields.Integer(required=True)
    answered = ma.fields.Integer(required=True)
    median_answer_hours = ma.fields.Float(
        required=True, allow_none=True, metadata={"description": "From application to first answer; null without answers."}
    )
