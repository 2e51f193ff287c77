"""Words, numbers, money and dates in the reader's language, as Jinja filters and for views."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date as babel_date
from babel.dates import get_day_names
from babel.numbers import format_decimal
from flask import Flask, g
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import FieldError, Refusal
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE, Message, Text
from labour_exchange.statistics.periods import Period, read_period

Number = int | float | Decimal
NOTHING = "–"
NARROW_SPACE, HARD_SPACE, MINUS = "\u202f", "\u00a0", "\u2212"

# Babel's own short Kazakh date has two digits of the year, and its long Russian one abbreviates the word.
LONG = {"kk": "y 'жылғы' d MMMM", "ru": "d MMMM y 'года'", "en": "d MMMM y"}
SHORT = {"kk": "dd.MM.y", "ru": "dd.MM.y", "en": "d MMM y"}
DAY = {"kk": "d MMMM", "ru": "d MMMM", "en": "d MMMM"}
MONTH = {"kk": "y 'жылғы' MMMM", "ru": "LLLL y 'года'", "en": "LLLL y"}
RELATIVE_LIMIT = 14


def language() -> str:
    """The language of the page being written; Babel's where there is no page."""
    # A page asks several hundred times, and Babel's way to the same answer took a tenth of the time of a page of search results.
    if g and (asked := g.get("language")):
        return str(asked)
    locale = get_locale()
    return locale.language if locale else DEFAULT_LANGUAGE


def words(text: object, **values: object) -> str:
    """A Text, a Message, a Refusal or a FieldError in the reader's language; anything else as it is."""
    if isinstance(text, Message):
        text = text.text
    if isinstance(text, Text | Refusal | FieldError):
        return text.in_language(language(), **values) if isinstance(text, Text) else text.in_language(language())
    return "" if text is None else str(text)


def number(value: Number | None, digits: int = 0) -> str:
    """12 345 or 12 345,6 with `digits` after the comma; a dash for nothing."""
    if value is None:
        return NOTHING
    return _figure(value, digits, language())


def money(value: Number | None) -> str:
    """Whole tenge: 350 000 ₸."""
    return NOTHING if value is None else f"{number(value)}{HARD_SPACE}₸"


def percent(share: Number | None, digits: int = 0) -> str:
    """A share of 1 as per cent: 0.956 is 96 % (English 96%)."""
    if share is None:
        return NOTHING
    return number(share * 100, digits) + ("%" if language() == "en" else f"{HARD_SPACE}%")


def signed(value: Number, digits: int = 0) -> str:
    """A weight with its sign: +30, −6."""
    return ("+" if value > 0 else "") + number(value, digits)


def date_long(value: date | None) -> str:
    """2026 жылғы 23 қараша · 23 ноября 2026 года · 23 November 2026."""
    return _written(value, LONG)


def date_short(value: date | None) -> str:
    """23.11.2026 (English 23 Nov 2026): the year always has four digits."""
    return _written(value, SHORT)


def date_day(value: date | None) -> str:
    """23 қараша, where the year is plain from the page."""
    return _written(value, DAY)


def month(value: date | None) -> str:
    """2026 жылғы қараша · ноябрь 2026 года · November 2026."""
    return _written(value, MONTH)


def period(value: Period | str) -> str:
    """A month, quarter, half-year or year in words; also of its code, such as 2026-H1. Raises ValueError for what is no code."""
    found = read_period(value) if isinstance(value, str) else value
    number_of_it = (found.first.month - 1) // found.length + 1
    if found.length == 1:
        return month(found.first)
    if found.length == 12:
        return str(found.first.year)
    if found.length == 3:
        return str(_("quarter %(number)s of %(year)s", number=number_of_it, year=found.first.year))
    if number_of_it == 1:
        return str(_("first half of %(year)s", year=found.first.year))
    return str(_("second half of %(year)s", year=found.first.year))


def moment(value: datetime | None) -> str:
    """An instant as the country's clocks show it: 23 November 2026, 14:05."""
    if value is None:
        return NOTHING
    local = value.astimezone(clock.COUNTRY_ZONE)
    return f"{date_long(local)}, {local:%H:%M}"


def machine_date(value: date) -> str:
    """For <time datetime>: the calendar date of the country."""
    return _calendar_date(value).isoformat()


def weekdays() -> list[tuple[str, str]]:
    """Short and whole names of the days of the week, Monday first."""
    short, whole = (get_day_names(width, "stand-alone", locale=language()) for width in ("abbreviated", "wide"))
    return [(short[day], whole[day]) for day in range(7)]


def relative_day(value: date, today: date | None = None) -> str:
    """Today, tomorrow, 3 days ago; a plain date beyond two weeks."""
    day = _calendar_date(value)
    days = (day - (today or clock.today())).days
    if abs(days) >= RELATIVE_LIMIT:
        return date_long(day)
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return str(near[days])
    if days > 0:
        return str(ngettext("in %(num)d day", "in %(num)d days", days))
    return str(ngettext("%(num)d day ago", "%(num)d days ago", -days))


def register(app: Flask) -> None:
    app.jinja_env.filters["t"] = words
    for write in (number, money, percent, signed, date_long, date_short, date_day, month, period, moment, machine_date, relative_day):
        app.jinja_env.filters[write.__name__] = write


def _calendar_date(value: date) -> date:
    return value.astimezone(clock.COUNTRY_ZONE).date() if isinstance(value, datetime) else value


def _written(value: date | None, patterns: dict[str, str]) -> str:
    if value is None:
        return NOTHING
    code = language()
    return _dated(_calendar_date(value), patterns[code], code)


# A page of search results writes some ninety figures and dates, most of them seen before: written anew they took a tenth of its time.
@lru_cache(maxsize=20_000)
def _figure(value: Number, digits: int, code: str) -> str:
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    # What rounds to nothing has no sign; and 0 and -0.0 are one key of the cache, so that either may come first.
    if not round(value, digits):
        value = 0
    return format_decimal(value, format=pattern, locale=code).replace(HARD_SPACE, NARROW_SPACE).replace("-", MINUS)


@lru_cache(maxsize=5_000)
def _dated(value: date, pattern: str, code: str) -> str:
    return babel_date(value, format=pattern, locale=code)
