"""Forms about reports and instructions."""

import re
from decimal import Decimal

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.foundation.texts import Text
from labour_exchange.oversight.bodies import OWN_BODIES
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web.forms import ChoiceField, DateField3, Form, WholeNumberField
from labour_exchange.web.forms.choices import Offered
from labour_exchange.web.localisation import language, number

LONGEST_TEXT = 4000
DIGITS = 14
NOT_A_FIGURE = _l("Write a number, for example 290 000 or 45,5")
NO_MEASURE = Text(kk="Нақты бір шара туралы емес", ru="Не об одной мере", en="About no single measure")


class FigureField(WholeNumberField):
    """A figure of a report, written with spaces and a comma or without; `data` is a Decimal or None."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.data = None
        text = self._bare(valuelist[0]).replace(",", ".").removesuffix("%").removesuffix("₸")
        if not text:
            return
        if not re.fullmatch(rf"[0-9]{{1,{DIGITS}}}(\.[0-9]{{1,2}})?", text):
            raise ValueError(NOT_A_FIGURE)
        self.data = Decimal(text)

    def _value(self) -> str:
        if isinstance(self.data, Decimal):
            return number(float(self.data), 1 if self.data % 1 else 0)
        return super()._value()


class NewReportForm(Form):
    definition = ChoiceField(_l("Report"), [DataRequired()], choices=[(code, one.name) for code, one in DEFINITIONS.items()], blank=_l("Choose"))
    period = StringField(_l("Period"), [DataRequired(), Length(max=10)], description=_l("For example: 2026-H1 for a half-year, 2025 for a year"))
    comments_until = DateField3(_l("Regions comment until"), [Optional()])
    reason = TextAreaField(
        _l("What changes and why"), [Optional(), Length(max=LONGEST_TEXT)], description=_l("Only for a new edition of a published report")
    )


class PlanForm(Form):
    """A computed line: its plans only."""

    plan = FigureField(_l("Plan"), [Optional()])
    next_plan = FigureField(_l("Plan for the next period"), [Optional()])
    source = StringField(_l("Where the plan comes from"), [Optional(), Length(max=300)])


class ReportedForm(Form):
    """A line that its body reports."""

    plan = FigureField(_l("Plan"), [Optional()])
    fact = FigureField(_l("Reported figure"), [Optional()])
    next_plan = FigureField(_l("Plan for the next period"), [Optional()])
    source = StringField(_l("Source: document, number and date"), [Optional(), Length(max=300)])


class CommentForm(Form):
    text = TextAreaField(_l("What your region says"), [DataRequired(), Length(max=LONGEST_TEXT)], description=_l("The ministry reads it."))


class SittingForm(Form):
    held_on = DateField3(_l("Day of the session"), [DataRequired()])
    body = StringField(_l("Who sat"), [DataRequired(), Length(max=200)], description=_l("For example: board of the ministry"))
    title = StringField(_l("What it was about"), [DataRequired(), Length(max=300)])


class InstructionForm(Form):
    sitting = ChoiceField(_l("Session"), [DataRequired()], choices=[], blank=_l("Choose"))
    text_kk = TextAreaField(_l("Instruction in Kazakh"), [DataRequired(), Length(max=LONGEST_TEXT)])
    text_ru = TextAreaField(_l("Instruction in Russian"), [DataRequired(), Length(max=LONGEST_TEXT)])
    text_en = TextAreaField(_l("Instruction in English"), [Optional(), Length(max=LONGEST_TEXT)])
    responsible = ChoiceField(_l("Responsible"), [DataRequired()], choices=lambda: _responsible(), blank=_l("Choose"))
    measure = ChoiceField(_l("About which measure"), [Optional()], choices=[])
    due_on = DateField3(_l("Due on"), [DataRequired()])


class EvidenceForm(Form):
    text = TextAreaField(_l("What was done, and what shows it"), [DataRequired(), Length(max=LONGEST_TEXT)])
    reference = StringField(_l("Document or address"), [Optional(), Length(max=300)])


class ReturnForm(Form):
    reason = TextAreaField(_l("What is missing"), [DataRequired(), Length(max=LONGEST_TEXT)])


class ExtensionForm(Form):
    until_on = DateField3(_l("New due date"), [DataRequired()])
    reason = TextAreaField(_l("Why more time is needed"), [DataRequired(), Length(max=LONGEST_TEXT)])


def _responsible() -> Offered:
    """Departments of the ministry, then the regions."""
    return [*((code, one.name) for code, one in OWN_BODIES.items()), *((one.iso_code, one.name) for one in regions_in_order(language()))]
