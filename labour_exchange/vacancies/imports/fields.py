"""Plain fields of a row, whatever format they came in, read into an advertisement."""

import math
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from labour_exchange.classifications.languages import is_language
from labour_exchange.classifications.licences import is_licence
from labour_exchange.classifications.occupations import is_unit_group
from labour_exchange.classifications.skills import is_skill
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.territory.places import Place
from labour_exchange.territory.queries import find_place, is_district, is_region, place
from labour_exchange.vacancies import texts as vacancy_texts
from labour_exchange.vacancies.imports import texts
from labour_exchange.vacancies.imports.advertisement import Advertisement, Pay, Rejected
from labour_exchange.vacancies.imports.pay_words import pay_in_words
from labour_exchange.vacancies.imports.rules import clean_text
from labour_exchange.vacancies.rules import LONGEST_TITLE, MOST_POSTS
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours

Fields = Mapping[str, object]

LONGEST_ID, LONGEST_LINE, LONGEST_TEXT = 200, 500, 30_000
MOST_PAY = 1_000_000_000
TRUE, FALSE = {"true", "1", "yes", "да", "иә"}, {"false", "0", "no", "нет", "жоқ"}
PERIODS = {"month", *texts.PERIODS}
FIELD_NAMES = frozenset(
    {
        "external_id",
        "title",
        "description",
        "requirements",
        "language",
        "category",
        "employer_id",
        "employer_name",
        "employer_bin",
        "place",
        "country",
        "region_code",
        "district_code",
        "latitude",
        "longitude",
        "occupation_code",
        "posts",
        "pay_from",
        "pay_to",
        "pay_currency",
        "pay_is_gross",
        "pay_period",
        "pay",
        "employment_kind",
        "hours",
        "is_remote",
        "experience",
        "education_level",
        "skills_required",
        "skills_wished",
        "licences",
        "languages",
        "is_quota",
        "contact_name",
        "contact_phone",
        "apply_by_on",
        "is_closed",
    }
)


def advertisement_of(fields: Fields) -> Advertisement:
    """Read and check the fields; raises Rejected at the first that cannot be taken."""
    external_id = _line(fields, "external_id", LONGEST_ID)
    if not external_id:
        raise Rejected(texts.ID_MISSING, "external_id")
    title = _line(fields, "title", LONGEST_TEXT)
    if not title:
        raise Rejected(vacancy_texts.TITLE_MISSING, "title")
    if len(title) > LONGEST_TITLE:
        raise Rejected(vacancy_texts.TITLE_LONG, "title", most=LONGEST_TITLE)
    return Advertisement(
        external_id=external_id,
        title=title,
        description=_text(fields, "description"),
        requirements=_text(fields, "requirements"),
        language=_one_of(fields, "language", lambda code: code in LANGUAGES),
        category=_line(fields, "category"),
        employer_id=_line(fields, "employer_id", LONGEST_ID),
        employer_name=_line(fields, "employer_name"),
        employer_bin=_line(fields, "employer_bin", LONGEST_ID),
        posts=_number(fields, "posts", 1, MOST_POSTS) or 1,
        pay=_pay(fields),
        occupation_code=_one_of(fields, "occupation_code", is_unit_group),
        employment_kind=_one_of(fields, "employment_kind", _in(EmploymentKind)),
        hours=_one_of(fields, "hours", _in(Hours)),
        is_remote=_flag(fields, "is_remote"),
        experience=_one_of(fields, "experience", _in(Experience)),
        education_level=_number(fields, "education_level", 0, 8),
        skills_required=_codes(fields, "skills_required", is_skill),
        skills_wished=_codes(fields, "skills_wished", is_skill),
        licences=_codes(fields, "licences", is_licence),
        languages=_codes(fields, "languages", is_language),
        is_quota=_flag(fields, "is_quota") or False,
        contact_name=_line(fields, "contact_name"),
        contact_phone=_line(fields, "contact_phone"),
        apply_by_on=_day(fields, "apply_by_on"),
        is_closed=_flag(fields, "is_closed") or False,
        **_where(fields),
    )


def _where(fields: Fields) -> dict[str, Any]:
    """The place as text, and its codes where the source knows them; `country` other than KZ keeps the text from being looked up at home."""
    region_code = _one_of(fields, "region_code", is_region)
    district_code = _one_of(fields, "district_code", is_district)
    if district_code and region_code is None:
        region_code = place(district_code).region_code
    if district_code and place(district_code).region_code != region_code:
        raise Rejected(texts.UNKNOWN_VALUE, "district_code", value=district_code)
    named = _line(fields, "place")
    found = None
    if named and region_code is None and (_line(fields, "country") or "KZ").upper() in {"KZ", "KAZ"}:
        found = _place_named(named)
    return {
        "place": named,
        "region_code": found.region_code if found else region_code,
        "district_code": found.district_kato if found else district_code,
        "latitude": _decimal(fields, "latitude", 90),
        "longitude": _decimal(fields, "longitude", 180),
    }


@lru_cache(maxsize=2_000)
def _place_named(text: str) -> Place | None:
    """Most advertisements of a source name one of few places."""
    return find_place(text)


def _pay(fields: Fields) -> Pay:
    lower, upper = _number(fields, "pay_from", 0, MOST_PAY), _number(fields, "pay_to", 0, MOST_PAY)
    if lower is not None and upper is not None and upper < lower:
        raise Rejected(vacancy_texts.PAY_ORDER, "pay_to")
    words = _line(fields, "pay")
    gross = _flag(fields, "pay_is_gross")
    if lower is None and upper is None:
        return pay_in_words(words, is_gross=gross is not False)
    currency = (_line(fields, "pay_currency", 3) or "KZT").upper()
    period = _one_of(fields, "pay_period", lambda code: code in PERIODS) or "month"
    return Pay(lower, upper, {"RUR": "RUB"}.get(currency, currency), gross is not False, period, words)


def _line(fields: Fields, name: str, most: int = LONGEST_LINE) -> str:
    return " ".join(_text(fields, name, most).split())


def _text(fields: Fields, name: str, most: int = LONGEST_TEXT) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) and isinstance(value, Mapping | list):
        raise Rejected(texts.UNKNOWN_VALUE, name, value=str(value)[:80])
    cleaned = clean_text(str(value))
    if len(cleaned) > most:
        raise Rejected(texts.TOO_LONG, name, most=most)
    return cleaned


def _number(fields: Fields, name: str, least: int, most: int) -> int | None:
    text = _line(fields, name).replace(" ", "").replace("\u202f", "")
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise Rejected(texts.NOT_A_NUMBER, name, value=text[:80]) from None
    if not math.isfinite(value) or value != int(value):
        raise Rejected(texts.NOT_A_NUMBER, name, value=text[:80])
    if not least <= value <= most:
        raise Rejected(texts.OUT_OF_RANGE, name, least=least, most=most, value=text[:80])
    return int(value)


def _decimal(fields: Fields, name: str, most: int) -> float | None:
    text = _line(fields, name)
    try:
        value = float(text) if text else None
    except ValueError:
        raise Rejected(texts.NOT_A_NUMBER, name, value=text[:80]) from None
    if value is not None and not abs(value) <= most:
        raise Rejected(texts.OUT_OF_RANGE, name, least=-most, most=most, value=text[:80])
    return value


def _day(fields: Fields, name: str) -> date | None:
    text = _line(fields, name)
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        raise Rejected(texts.NOT_A_DATE, name, value=text[:80]) from None


def _flag(fields: Fields, name: str) -> bool | None:
    text = _line(fields, name).lower()
    if text and text not in TRUE | FALSE:
        raise Rejected(texts.UNKNOWN_VALUE, name, value=text[:80])
    return text in TRUE if text else None


def _one_of(fields: Fields, name: str, is_known: Callable[[str], bool]) -> str | None:
    text = _line(fields, name)
    if text and not is_known(text):
        raise Rejected(texts.UNKNOWN_VALUE, name, value=text[:80])
    return text or None


def _codes(fields: Fields, name: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """A list, or codes in one text with semicolons between them."""
    value = fields.get(name)
    given = [str(part) for part in value] if isinstance(value, list) else _text(fields, name).split(";")
    codes = tuple(dict.fromkeys(part.strip() for part in given if part.strip()))
    for code in codes:
        if not is_known(code):
            raise Rejected(texts.UNKNOWN_VALUE, name, value=code[:80])
    return codes


def _in(kind: type[StrEnum]) -> Callable[[str], bool]:
    return lambda code: code in kind._value2member_map_
