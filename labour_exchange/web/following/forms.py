"""What a partner writes: a contact, a meeting."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.cases.rules.meetings import LENGTHS, LONGEST_WORDS, Slot
from labour_exchange.cases.states import ContactChannel
from labour_exchange.cases.texts.meetings import CHANNELS
from labour_exchange.partners.rules import LONGEST_REMARK, PartnerContactFacts
from labour_exchange.partners.states import ContactOutcome
from labour_exchange.partners.texts import OUTCOMES
from labour_exchange.web.forms import ChoiceField, DateField3, Form
from labour_exchange.web.forms.times import moment_of


class PartnerContactForm(Form):
    held_on = DateField3(_l("Day of the contact"), [DataRequired()])
    channel = ChoiceField(_l("How"), [DataRequired()], choices=[(channel.value, text) for channel, text in CHANNELS.items()], radios=True)
    outcome = ChoiceField(_l("What came of it"), [DataRequired()], choices=[(one.value, text) for one, text in OUTCOMES.items()], radios=True)
    remark = TextAreaField(_l("Remark"), [Optional(), Length(max=LONGEST_REMARK)], description=_l("Short. The person and the officer read it."))

    def facts(self) -> PartnerContactFacts:
        """What was written, once the form is valid."""
        return PartnerContactFacts(self.held_on.data, ContactChannel(self.channel.data), ContactOutcome(self.outcome.data), self.remark.data or "")


class PartnerMeetingForm(Form):
    day = DateField3(_l("Day of the appointment"), [DataRequired()])
    starts = StringField(_l("Time"), [DataRequired(), Length(max=5)], description=_l("For example: 14:30"))
    minutes = ChoiceField(_l("How many minutes"), [DataRequired()], choices=[(str(length), str(length)) for length in LENGTHS])
    place = StringField(_l("Place"), [DataRequired(), Length(max=LONGEST_WORDS)])
    purpose = StringField(_l("What it is for"), [DataRequired(), Length(max=LONGEST_WORDS)], description=_l("The person reads this."))

    def slot(self) -> Slot:
        """What was written, once the form is valid."""
        starts_at = moment_of(self.day.data, self.starts.data or "")
        return Slot(starts_at, int(self.minutes.data or 0), self.place.data or "", self.purpose.data or "")
