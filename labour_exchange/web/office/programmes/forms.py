"""Forms of enrolment: what is declared, from when to when, how it ended, payments, claims and courses."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from labour_exchange.programmes.states import DropReason, PaymentKind
from labour_exchange.programmes.texts.labels import DROP_REASONS, PAYMENT_KINDS
from labour_exchange.web.forms import ChoiceField, DateField3, Form, MoneyField, WholeNumberField

LONGEST = 500


class DeclaredForm(Form):
    """The measure and what the person says; the office checks it against documents."""

    measure = ChoiceField(_l("Measure"), [DataRequired()], choices=[], radios=True)
    household_size = WholeNumberField(_l("People in the household"), [Optional()])
    household_income = MoneyField(_l("Monthly income for each of them"), [Optional()])
    has_plan = BooleanField(
        _l("An individual plan is agreed"), description=_l("A plan agreed in the person's case counts by itself: tick this for a plan on paper.")
    )
    has_business_plan = BooleanField(_l("A business plan is handed in"))


class JobForm(Form):
    post = ChoiceField(_l("Workplace"), [DataRequired()], choices=[], radios=True)
    starts_on = DateField3(_l("First day"), [DataRequired()])
    ends_on = DateField3(_l("Last day"), [DataRequired()])


class SeatForm(Form):
    course = ChoiceField(_l("Course"), [DataRequired()], choices=[], radios=True)


class ReturnForm(Form):
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=LONGEST)], description=_l("The person and your colleague read it."))


class EndForm(Form):
    """Without a reason the measure is completed."""

    ended_on = DateField3(_l("Last day"), [DataRequired()])
    reason = ChoiceField(
        _l("Why it ended early"),
        [Optional()],
        choices=[(one.value, DROP_REASONS[one]) for one in DropReason if one is not DropReason.INSPECTION],
        blank=_l("It did not: completed"),
    )


class PaymentForm(Form):
    kind = ChoiceField(_l("What is paid"), [DataRequired()], choices=[(one.value, PAYMENT_KINDS[one]) for one in PaymentKind], blank=_l("Choose"))
    amount = MoneyField(_l("Amount"), [DataRequired()])


class ContributionForm(Form):
    month = ChoiceField(_l("Month of the contribution"), [DataRequired()], choices=[], blank=_l("Choose"))
    reference = StringField(_l("Reference in the pension register"), [DataRequired(), Length(max=100)])


class CourseForm(Form):
    measure = ChoiceField(_l("Measure"), [DataRequired()], choices=[], blank=_l("Choose"))
    title = StringField(_l("Name of the course"), [DataRequired(), Length(max=200)])
    provider_name = StringField(_l("Provider"), [DataRequired(), Length(max=200)])
    provider_bin = StringField(_l("Provider's BIN"), [DataRequired(), Length(max=12)])
    starts_on = DateField3(_l("First day"), [DataRequired()])
    ends_on = DateField3(_l("Last day"), [DataRequired()])
    seats = WholeNumberField(_l("Seats"), [DataRequired()])
    price = MoneyField(_l("Price for each person"), [InputRequired()])


class AttendanceForm(Form):
    week = DateField3(_l("Monday of the week"), [DataRequired()])
    taught = WholeNumberField(_l("Hours taught"), [DataRequired()])
    attended = WholeNumberField(_l("Hours attended"), [InputRequired()])


class CertificateForm(Form):
    certificate = StringField(_l("Number of the certificate"), [DataRequired(), Length(max=100)])
