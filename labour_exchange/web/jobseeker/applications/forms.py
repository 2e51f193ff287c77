"""Forms of a person's answers."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Optional

from labour_exchange.placements.texts.labels import DISPUTE_REASONS
from labour_exchange.web.forms import ChoiceField, DateField3, Form


class ApplyForm(Form):
    """The letter that goes with an application."""

    note = TextAreaField(
        _l("Your letter"), [Optional()], description=_l("Say in a few sentences why this job suits you. The employer reads it first.")
    )


class DeclineForm(Form):
    """Words that help the other side and are not asked for."""

    note = TextAreaField(_l("Reason"), [Optional()], description=_l("It helps the employer to make a better offer next time."))


class RefuseForm(Form):
    """A reason that the office and the employer read."""

    note = TextAreaField(_l("Reason"), [DataRequired()], description=_l("The office and the employer will read it."))


class DisputeForm(Form):
    """What is not right about a placement."""

    reason = ChoiceField(_l("What is wrong?"), [DataRequired()], choices=list(DISPUTE_REASONS.items()), radios=True)
    note = TextAreaField(_l("More about it"), [Optional()])


class StartedForm(Form):
    """The first day at work, said by the person."""

    started_on = DateField3(_l("Your first working day"), [DataRequired()])
