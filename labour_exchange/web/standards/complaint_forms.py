"""Forms of complaints about services: the complaint, taking it further, and the answer."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.standards.models import StandardVersion
from labour_exchange.standards.rules.complaints import LONGEST_NAME, ComplaintFacts
from labour_exchange.standards.rules.drafting import LONGEST_TEXT
from labour_exchange.standards.states import ComplaintChannel, Remedy
from labour_exchange.standards.texts import complaints as texts
from labour_exchange.web.forms import ChoiceField, Form
from labour_exchange.web.standards.wording import paragraph_choices


class ServiceComplaintForm(Form):
    paragraph = ChoiceField(_l("Which promise was not kept"), [DataRequired()], choices=[])
    text = TextAreaField(
        _l("What happened, when and where"),
        [DataRequired()],
        description=_l("From 20 to 2,000 characters. Only those who answer read this; it is never published."),
    )
    remedy = ChoiceField(_l("What you want"), [DataRequired()], choices=texts.REMEDIES.items(), radios=True)
    officer = StringField(
        _l("Name of the officer it is about"),
        [Optional(), Length(max=LONGEST_NAME)],
        description=_l("If you name somebody, that person neither reads nor answers the complaint."),
    )
    channel = ChoiceField(_l("How you want the answer"), [DataRequired()], choices=texts.CHANNELS.items(), radios=True)

    def offer(self, version: StandardVersion) -> "ServiceComplaintForm":
        """Promises of this version to choose from."""
        self.paragraph.choices = paragraph_choices(version, texts.TERM)
        return self

    def facts(self) -> ComplaintFacts:
        return ComplaintFacts(
            self.text.data or "",
            Remedy(self.remedy.data),
            ComplaintChannel(self.channel.data),
            int(self.paragraph.data or 0),
            self.officer.data or "",
        )


class FurtherForm(Form):
    why = TextAreaField(
        _l("Why the answer does not settle it, or that none came"),
        [DataRequired()],
        description=_l("From 20 to 2,000 characters. The ministry reads this with your complaint and the answer."),
    )


class ComplaintAnswerForm(Form):
    finding = ChoiceField(_l("What was found"), [DataRequired()], choices=texts.FINDINGS.items(), radios=True)
    text = TextAreaField(
        _l("What was found and what was done"),
        [DataRequired(), Length(max=LONGEST_TEXT)],
        description=_l("Only the person who complained reads this, and the ministry if it goes there. It cannot be changed later."),
    )
