"""Pay before tax from pay after tax, texts without marks, and when two advertisements are the same."""

import hashlib
import html
import re
from dataclasses import dataclass

import nh3

from labour_exchange.vacancies.imports import texts
from labour_exchange.vacancies.imports.advertisement import Advertisement, Pay

LEAST_MONTHLY_PAY = 10_000
ROUNDED_TO = 1_000
LIKENESS = 0.9

# Kazakhstan, 2026. Pension contribution 10 % up to 50 minimum wages (Social Code, article 249); medical insurance 2 % up to 20 minimum
# wages (law on compulsory social medical insurance, article 28); income tax 10 % of what is left after the base deduction of 30 monthly
# calculation indices, 15 % above 8,500 indices a year (Tax Code of 18 July 2025).
MINIMUM_WAGE = 85_000
INDEX = 4_325
PENSION, PENSION_CAP = 0.10, 50 * MINIMUM_WAGE
MEDICAL, MEDICAL_CAP = 0.02, 20 * MINIMUM_WAGE
DEDUCTION = 30 * INDEX
TAX, HIGHER_TAX, HIGHER_TAX_FROM = 0.10, 0.15, 8_500 * INDEX / 12

BREAKS = re.compile(r"<(?:br|p|li|div|tr|h\d)\b[^>]*>|</(?:p|li|div|ul|ol|h\d)>", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")
BULLET = "•●▪"
BULLETS = re.compile(rf"[ \t]*[{BULLET}]\s*")
BLANK_LINES = re.compile(r"\n{3,}")
WORDS = re.compile(r"\w+")


def net_of_gross(gross: float) -> float:
    """What is paid out of a monthly pay before tax, KZT."""
    pension = PENSION * min(gross, PENSION_CAP)
    medical = MEDICAL * min(gross, MEDICAL_CAP)
    taxed = max(0.0, gross - pension - medical - DEDUCTION)
    return gross - pension - medical - TAX * taxed - (HIGHER_TAX - TAX) * max(0.0, taxed - HIGHER_TAX_FROM)


def gross_of_net(net: int) -> int:
    """The monthly pay before tax that leaves `net`, KZT, rounded to a thousand: an estimate, because personal deductions are unknown."""
    lower, upper = float(net), net * 1.5 + 1
    while upper - lower > 0.5:
        middle = (lower + upper) / 2
        if net_of_gross(middle) < net:
            lower = middle
        else:
            upper = middle
    return round(upper / ROUNDED_TO) * ROUNDED_TO


def monthly_gross(pay: Pay) -> tuple[int | None, int | None]:
    """Bounds in KZT a month before tax; both None when the pay is stated otherwise (it is quoted then) or cannot be meant as a month's."""
    if pay.currency != "KZT" or pay.period != "month":
        return None, None
    bounds = [None if bound is None or bound < LEAST_MONTHLY_PAY else bound for bound in (pay.lower, pay.upper)]
    lower, upper = bounds if pay.is_gross else [bound and gross_of_net(bound) for bound in bounds]
    return lower, upper


def pay_words(pay: Pay, language: str) -> str:
    """How the source states the pay, in the advertisement's language; empty for pay that is monthly tenge before tax anyway."""
    if pay.words or not pay.is_stated:
        return pay.words
    if pay.currency == "KZT" and pay.period == "month" and pay.is_gross and (pay.lower or pay.upper or 0) >= LEAST_MONTHLY_PAY:
        return ""
    amount = _amount_words(pay, language)
    period = texts.PERIODS[pay.period].in_language(language) if pay.period in texts.PERIODS else ""
    tax = (texts.BEFORE_TAX if pay.is_gross else texts.AFTER_TAX).in_language(language)
    return ", ".join((" ".join(filter(None, (amount, pay.currency, period))), tax))


def _amount_words(pay: Pay, language: str) -> str:
    lower, upper = (None if bound is None else f"{bound:,}".replace(",", "\u202f") for bound in (pay.lower, pay.upper))
    if lower and upper:
        return lower if lower == upper else f"{lower}–{upper}"
    word = (texts.FROM if lower else texts.UP_TO).in_language(language)
    figure = lower or upper or ""
    return f"{figure} {word}" if language == "kk" else f"{word} {figure}"


def clean_text(text: str) -> str:
    """The words of a text: marks and entities resolved, lists on lines of their own, nothing that a page or a database could stumble over."""
    text = CONTROLS.sub("", text.replace("\r", "\n"))
    if "<" in text or "&" in text:
        text = CONTROLS.sub("", html.unescape(nh3.clean(BREAKS.sub("\n", text), tags=set())))
    text = text.replace("\xa0", " ")
    if any(bullet in text for bullet in BULLET):
        text = BULLETS.sub("\n• ", text)
    return BLANK_LINES.sub("\n\n", "\n".join([" ".join(line.split()) for line in text.split("\n")])).strip()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two advertisements are compared by."""

    source_name: str
    place: str
    words: frozenset[str]


def duplicate_key(advertisement: Advertisement, region_code: str | None, district_code: str | None) -> str:
    """Equal for advertisements of one employer, place and title, on whichever site they stand."""
    where = f"{region_code}/{district_code or ''}" if region_code else folded(advertisement.place)
    parts = (folded(advertisement.employer_name), where, folded(advertisement.title))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def likeness_of(source_name: str, place: str, *texts_of: str) -> Likeness:
    return Likeness(source_name, folded(place), frozenset(WORDS.findall(" ".join(texts_of).casefold())))


def is_duplicate(one: Likeness, other: Likeness) -> bool:
    """Nine tenths of all words are in both; within one source the address must be the same too, because shops of a chain share a text."""
    if one.source_name == other.source_name and one.place != other.place:
        return False
    together = len(one.words | other.words)
    return not together or len(one.words & other.words) / together >= LIKENESS


def folded(text: str) -> str:
    return " ".join(WORDS.findall(text.casefold().replace("ё", "е")))
