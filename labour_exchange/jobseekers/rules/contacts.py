"""Phones, places and birth dates of people, and contacts that do not belong into a text."""

import re
from datetime import date

import phonenumbers

from labour_exchange.foundation.errors import FieldError
from labour_exchange.jobseekers import texts
from labour_exchange.territory.queries import district, is_district, is_region

PHONE_COUNTRY = "KZ"
ADDRESS_IN_TEXT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\b\d{12}\b")


def normal_phone(written: str) -> str | None:
    """The number as +77001234567; None when it is no possible number."""
    try:
        number = phonenumbers.parse(written, PHONE_COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def place_problems(region_code: str, district_code: str | None) -> list[FieldError]:
    """A known region, and a district of it when one is named."""
    if not is_region(region_code):
        return [FieldError("region_code", texts.REGION_UNKNOWN)]
    if district_code and not (is_district(district_code) and district(district_code).region_code == region_code):
        return [FieldError("district_code", texts.DISTRICT_UNKNOWN)]
    return []


def has_contacts(text: str) -> bool:
    """Whether a text that strangers read holds a phone number, an email address or twelve digits."""
    return bool(ADDRESS_IN_TEXT.search(text)) or any(True for _ in phonenumbers.PhoneNumberMatcher(text, PHONE_COUNTRY))


def text_problems(field: str, written: str, most: int) -> list[FieldError]:
    """A text that strangers read: not too long, without contacts."""
    found = [FieldError(field, texts.TOO_LONG, {"most": most})] if len(written) > most else []
    return [*found, FieldError(field, texts.CONTACT_IN_TEXT)] if has_contacts(written) else found


def birth_month(born_on: date) -> date:
    """What is kept of a birth date after erasure; ages in statistics are counted from it, so that an erasure changes no figure."""
    return born_on.replace(day=1)
