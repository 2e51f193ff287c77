"""Forms of office staff: answers to employers, people found, entered and registered."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TelField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.states import EndReason
from labour_exchange.jobseekers.texts import CATEGORIES, END_REASONS
from labour_exchange.vacancies.states import RejectionCode
from labour_exchange.vacancies.texts import REJECTIONS
from labour_exchange.web.forms import ChoiceField, DateField3, Form

CHOOSE = Text(kk="Таңдаңыз", ru="Выберите", en="Choose")
LONGEST_NOTE = 1000
# The exchange gives these reasons itself.
OFFICE_END_REASONS = [(reason.value, text) for reason, text in END_REASONS.items() if reason not in (EndReason.PLACED, EndReason.NOT_RENEWED)]


class RejectForm(Form):
    code = ChoiceField(_l("Why"), [DataRequired()], choices=[(code.value, REJECTIONS[code]) for code in RejectionCode], radios=True)
    note = TextAreaField(_l("Words for the employer"), [Optional(), Length(max=LONGEST_NOTE)])


class VerifyForm(Form):
    reason = TextAreaField(_l("What you found in the business register"), [Length(max=LONGEST_NOTE)])


class ClaimAnswerForm(Form):
    answer = TextAreaField(_l("Words for the employer"), [Optional(), Length(max=LONGEST_NOTE)])


class FindForm(Form):
    who = StringField(_l("Family name, or IIN"), [DataRequired(), Length(max=200)])


class PersonForm(Form):
    iin = StringField(_l("IIN"), [DataRequired(), Length(max=20)])
    family_name = StringField(_l("Family name"), [DataRequired(), Length(max=100)])
    given_name = StringField(_l("Given name"), [DataRequired(), Length(max=100)])
    patronymic = StringField(_l("Patronymic"), [Optional(), Length(max=100)])
    phone = TelField(_l("Phone"), [DataRequired(), Length(max=40)])
    district_code = ChoiceField(_l("District or city"), [Optional()], choices=[], blank=CHOOSE)


class RegistrationForm(Form):
    category = ChoiceField(_l("Category"), [DataRequired()], choices=[(code.value, text) for code, text in CATEGORIES.items()], radios=True)
    is_rural = BooleanField(_l("Lives in a rural area"))
    office_id = ChoiceField(_l("Office"), [DataRequired()], choices=[])
    on = DateField3(_l("Since"), [Optional()])
    studies_full_time = BooleanField(_l("Studies full time"))
    draws_pension = BooleanField(_l("Draws a pension"))
    available_on = DateField3(_l("Could start work from"), [Optional()])


class EndForm(Form):
    reason = ChoiceField(_l("Why"), [DataRequired()], choices=OFFICE_END_REASONS, radios=True)
    on = DateField3(_l("Last day"), [Optional()])


class ReasonForm(Form):
    reason = StringField(_l("What you need it for"), [DataRequired(), Length(max=300)])
