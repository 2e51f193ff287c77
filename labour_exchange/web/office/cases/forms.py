"""Forms of a case: what is next and by when, who leads it, how much help the person needs, why it ends."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.cases.rules import LONGEST_REASON, LONGEST_STEP
from labour_exchange.cases.rules.contracts import LONGEST_NUMBER
from labour_exchange.cases.rules.meetings import LENGTHS, LONGEST_WORDS
from labour_exchange.cases.rules.plans import LONGEST_GOALS, LONGEST_WHAT
from labour_exchange.cases.states import CloseReason, ContractEnd
from labour_exchange.cases.texts.cases import CLOSE_REASONS, EFFORT_GROUPS
from labour_exchange.cases.texts.contracts import CONTRACT_ENDS
from labour_exchange.cases.texts.meetings import CHANNELS
from labour_exchange.cases.texts.plans import DOERS
from labour_exchange.web.forms import ChoiceField, DateField3, Form

# The exchange gives this reason itself.
OFFICE_REASONS = [(reason.value, text) for reason, text in CLOSE_REASONS.items() if reason is not CloseReason.ERASED]

CONTRACT_REASONS = [(reason.value, text) for reason, text in CONTRACT_ENDS.items() if reason is not ContractEnd.ERASED]


class OpenForm(Form):
    next_step = TextAreaField(_l("Next step"), [DataRequired(), Length(max=LONGEST_STEP)], description=_l("The person reads this."))
    due_on = DateField3(_l("Due on"), [DataRequired()])


class CaseForm(OpenForm):
    lead = ChoiceField(_l("Lead officer"), [DataRequired()], choices=[])


class EffortForm(Form):
    group = ChoiceField(_l("How much help"), [DataRequired()], choices=[(group.value, text) for group, text in EFFORT_GROUPS.items()], radios=True)
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=LONGEST_REASON)], description=_l("The person reads this."))


class AbsenceForm(Form):
    absent = ChoiceField(_l("Who is away"), [DataRequired()], choices=[])
    substitute = ChoiceField(_l("Who stands in"), [DataRequired()], choices=[])
    from_on = DateField3(_l("First day"), [DataRequired()])
    until_on = DateField3(_l("Last day"), [DataRequired()])


class CloseForm(Form):
    reason = ChoiceField(_l("Why it ends"), [DataRequired()], choices=OFFICE_REASONS, radios=True)


class GoalsForm(Form):
    goals = TextAreaField(_l("What is to be reached"), [DataRequired(), Length(max=LONGEST_GOALS)], description=_l("The person reads this."))


class StepForm(Form):
    what = TextAreaField(_l("What is to be done"), [DataRequired(), Length(max=LONGEST_WHAT)], description=_l("The person reads this."))
    doer = ChoiceField(_l("Who does it"), [DataRequired()], choices=[(doer.value, text) for doer, text in DOERS.items()], radios=True)
    due_on = DateField3(_l("Due on"), [DataRequired()])


class ReasonForm(Form):
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=LONGEST_REASON)], description=_l("The person reads this."))


class TermForm(Form):
    starts_on = DateField3(_l("Begins on"), [DataRequired()])
    ends_on = DateField3(_l("Ends on"), [DataRequired()])


class PaperForm(Form):
    signed_on = DateField3(_l("Signed on"), [DataRequired()])
    file_number = StringField(_l("Number of the paper file"), [DataRequired(), Length(max=LONGEST_NUMBER)])


class EndContractForm(Form):
    end_reason = ChoiceField(_l("Why it ends"), [DataRequired()], choices=CONTRACT_REASONS, radios=True)


class ContactForm(Form):
    held_on = DateField3(_l("Day of the contact"), [DataRequired()])
    channel = ChoiceField(_l("How"), [DataRequired()], choices=[(channel.value, text) for channel, text in CHANNELS.items()], radios=True)
    purpose = TextAreaField(_l("What it was for"), [DataRequired(), Length(max=LONGEST_WORDS)], description=_l("The person reads this."))
    result = TextAreaField(_l("What came of it"), [DataRequired(), Length(max=LONGEST_WORDS)])
    next_step = TextAreaField(_l("What is next"), [Optional(), Length(max=LONGEST_WORDS)])
    due_on = DateField3(_l("Due on"), [Optional()], description=_l("With a day, what is next becomes the next step of the case."))


class AppointmentForm(Form):
    officer = ChoiceField(_l("Officer"), [DataRequired()], choices=[])
    day = DateField3(_l("Day of the appointment"), [DataRequired()])
    starts = StringField(_l("Time"), [DataRequired(), Length(max=5)], description=_l("For example: 14:30"))
    minutes = ChoiceField(_l("How many minutes"), [DataRequired()], choices=[(str(length), str(length)) for length in LENGTHS])
    place = StringField(_l("Place"), [DataRequired(), Length(max=LONGEST_WORDS)], description=_l("For example: room 4 of the office"))
    purpose = StringField(_l("What it is for"), [DataRequired(), Length(max=LONGEST_WORDS)], description=_l("The person reads this."))
