"""Fields of this country: a date in three parts, money in tenge, a whole number."""

import re
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, StringField
from wtforms.utils import unset_value
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput

from labour_exchange.web.localisation import number

DATE_PARTS = ("day", "month", "year")
SPACES = re.compile(r"[\s\u00a0\u2009\u202f]+")
CURRENCY = re.compile(r"(₸|тг\.?|теңге|тенге|tenge|kzt)$", re.IGNORECASE)
GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(\1\d{3})*")
MOST_MONEY = 10**13

NOT_A_DATE = _l("Write the day, the month and the year as numbers, for example 20 12 2026")
SHORT_YEAR = _l("Write all four digits of the year")
NO_SUCH_DAY = _l("There is no such day in the calendar")
NOT_MONEY = _l("Write a whole number of tenge, for example 250 000")
NOT_WHOLE = _l("Write a whole number")
TOO_LARGE = _l("This number is too large")


def _stop_at_unreadable(field: Field) -> None:
    """Keep what could not be read as the one thing to say: DataRequired would replace it by "please fill this in"."""
    if field.process_errors:
        raise StopValidation


class DateField3(Field):
    """A date written in three boxes (name-day, name-month, name-year); `data` is a date or None.

    `autocomplete` is "bday" for the birthday of whoever fills in the form.
    """

    widget = TextInput()

    def __init__(self, label: object, validators: Any = None, *, autocomplete: str = "", **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.autocomplete = autocomplete
        self.parts: dict[str, str] = dict.fromkeys(DATE_PARTS, "")

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        super().process(None, data, extra_filters)
        if formdata is None:
            return
        names = {part: f"{self.name}-{part}" for part in DATE_PARTS}
        self.parts = {part: str(formdata.get(name, "")).strip() for part, name in names.items()}
        self.raw_data = [" ".join(text for text in self.parts.values() if text)]
        if any(name in formdata for name in names.values()):
            try:
                self.data = self._date_from(self.parts)
            except ValueError as problem:
                self.data = None
                self.process_errors = [str(problem)]

    def pre_validate(self, form: Any) -> None:
        _stop_at_unreadable(self)

    def process_data(self, value: Any) -> None:
        self.data = value
        if isinstance(value, date):
            self.parts = {"day": str(value.day), "month": str(value.month), "year": str(value.year)}

    def _date_from(self, parts: dict[str, str]) -> date | None:
        if not any(parts.values()):
            return None
        if not all(re.fullmatch(r"[0-9]{1,4}", text) for text in parts.values()):
            raise ValueError(NOT_A_DATE)
        if len(parts["year"]) != 4:
            raise ValueError(SHORT_YEAR)
        try:
            return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
        except ValueError:
            raise ValueError(NO_SUCH_DAY) from None


class WholeNumberField(StringField):
    """A whole number, written with or without spaces; `data` is an int or None."""

    refusal = NOT_WHOLE
    largest = 10**9

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.data = None
        text = self._bare(valuelist[0])
        if not text:
            return
        if not re.fullmatch(r"[0-9]+", text):
            raise ValueError(self.refusal)
        if int(text[:20]) > self.largest:
            raise ValueError(TOO_LARGE)
        self.data = int(text)

    def pre_validate(self, form: Any) -> None:
        _stop_at_unreadable(self)

    def _bare(self, text: str) -> str:
        return SPACES.sub("", text)

    def _value(self) -> str:
        if self.data is None:
            return self.raw_data[0] if self.raw_data else ""
        return str(self.data)


class MoneyField(WholeNumberField):
    """Whole tenge, written in any usual way (250000, 250 000, 250,000 ₸); `data` is an int or None."""

    refusal = NOT_MONEY
    largest = MOST_MONEY

    def _bare(self, text: str) -> str:
        bare = CURRENCY.sub("", SPACES.sub("", text))
        bare = re.sub(r"[.,]00?$", "", bare)
        return re.sub(r"[.,]", "", bare) if GROUPED.fullmatch(bare) else bare

    def _value(self) -> str:
        return number(self.data) if isinstance(self.data, int) else super()._value()
