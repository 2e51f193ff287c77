"""Forms about inspections."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from labour_exchange.inspections.rules.decisions import LONGEST_TEXT
from labour_exchange.inspections.rules.recoveries import LONGEST_REFERENCE
from labour_exchange.inspections.states import Decision, Payer
from labour_exchange.inspections.texts.labels import DECISIONS, PAYERS
from labour_exchange.web.forms import ChoiceField, DateField3, Form, MoneyField, WholeNumberField


class SampleForm(Form):
    since = DateField3(_l("Placements that began from"), [DataRequired()])
    until = DateField3(_l("Until"), [DataRequired()])
    employer_share = WholeNumberField(_l("Share of employers, per cent"), [InputRequired()])
    file_share = WholeNumberField(_l("Share of files at each employer drawn, per cent"), [InputRequired()])
    seed = WholeNumberField(
        _l("Seed of the draw"),
        [InputRequired()],
        description=_l("Any number. The same seed and register give the same sample, so anybody can check it."),
    )


class OpenForm(Form):
    reason = TextAreaField(
        _l("Why it should be inspected"),
        [DataRequired(), Length(max=LONGEST_TEXT)],
        description=_l("The employer and the person read it when they are asked."),
    )


class DecisionForm(Form):
    decision = ChoiceField(_l("Decision"), [DataRequired()], choices=[(one.value, DECISIONS[one]) for one in Decision], radios=True)
    unfounded_since = DateField3(
        _l("Since when the subsidy had no grounds"), [Optional()], description=_l("Only where the subsidy is stopped or comes back.")
    )
    reason = TextAreaField(
        _l("Grounds of the decision"), [DataRequired(), Length(max=LONGEST_TEXT)], description=_l("Both sides read them once it is decided.")
    )


class ReturnForm(Form):
    reason = TextAreaField(_l("What is missing"), [DataRequired(), Length(max=LONGEST_TEXT)])


class ReturnedForm(Form):
    amount = MoneyField(_l("Amount that came back"), [InputRequired()])
    received_on = DateField3(_l("Day on which it came"), [DataRequired()])
    payer = ChoiceField(_l("Who paid"), [DataRequired()], choices=[(one.value, PAYERS[one]) for one in Payer], radios=True)
    reference = StringField(
        _l("Document"), [DataRequired(), Length(max=LONGEST_REFERENCE)], description=_l("Number and day of the payment order. No names.")
    )


class WriteOffForm(Form):
    amount = MoneyField(_l("Amount to give up"), [InputRequired()])
    reason = TextAreaField(_l("Why it will not come back"), [DataRequired(), Length(max=LONGEST_TEXT)])


class RefuseEntryForm(Form):
    reason = TextAreaField(_l("What is wrong with it"), [DataRequired(), Length(max=LONGEST_TEXT)])


class InspectionReplyForm(Form):
    text = TextAreaField(
        _l("Your reply"), [DataRequired(), Length(max=LONGEST_TEXT)], description=_l("The office reads it before deciding. The other side does not.")
    )
