"""Forms of a case: what is next and by when, who leads it, how much help the person needs, why it ends."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from labour_exchange.cases.rules import LONGEST_REASON, LONGEST_STEP
from labour_exchange.cases.states import CloseReason
from labour_exchange.cases.texts import CLOSE_REASONS, EFFORT_GROUPS
from labour_exchange.web.forms import ChoiceField, DateField3, Form

# The exchange gives this reason itself.
OFFICE_REASONS = [(reason.value, text) for reason, text in CLOSE_REASONS.items() if reason is not CloseReason.ERASED]


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
