"""Forms of an employer's answers, offers and declarations."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Optional

from labour_exchange.placements.texts.labels import END_REASONS
from labour_exchange.web.forms import ChoiceField, DateField3, Form, MoneyField


class InterviewForm(Form):
    """When and where to talk."""

    note = TextAreaField(
        _l("When and where"), [DataRequired()], description=_l("Day, hour, address and whom to ask for, or the number you will call from.")
    )


class ReasonForm(Form):
    """A reason that the person reads."""

    note = TextAreaField(_l("Reason"), [DataRequired()], description=_l("The person will read it. A short and honest sentence is enough."))


class OfferForm(Form):
    """The terms of an offer."""

    starts_on = DateField3(_l("First working day"), [DataRequired()])
    answer_by_on = DateField3(_l("Answer until"), [DataRequired()], description=_l("Not later than the first working day."))
    pay = MoneyField(_l("Pay a month, before tax"), [Optional()], description=_l("Leave it empty if it is as in the vacancy."))
    note = TextAreaField(_l("Words to the person"), [Optional()])


class DeclareForm(Form):
    """Somebody started without an offer through the exchange."""

    started_on = DateField3(_l("First working day"), [DataRequired()])


class EndForm(Form):
    """The last day and why."""

    ended_on = DateField3(_l("Last working day"), [DataRequired()])
    reason = ChoiceField(_l("Reason"), [DataRequired()], choices=list(END_REASONS.items()), blank=_l("Choose"))


class ReplyForm(Form):
    """The right of reply."""

    reply = TextAreaField(_l("Your reply"), [DataRequired()], description=_l("Whoever decides reads it before deciding."))
