"""Forms of single measures: a business plan, a bank's list, a write-off, a check."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.web.forms import ChoiceField, DateField3, Form, MoneyField, WholeNumberField

LONGEST, LONGEST_LIST = 500, 100_000


class BusinessForm(Form):
    """What goes before the committee, with the plan."""

    starts_on = DateField3(_l("First day"), [DataRequired()])
    amount = MoneyField(_l("Sum for the business"), [DataRequired()])


class BankListForm(Form):
    lines = TextAreaField(
        _l("Lines of the bank's list"),
        [DataRequired(), Length(max=LONGEST_LIST)],
        description=_l("One payment a line: number of the credit; day as 2026-01-31; amount; reference of the bank"),
    )


class WriteOffForm(Form):
    reason = TextAreaField(
        _l("Why nothing more will come"), [DataRequired(), Length(max=LONGEST)], description=_l("A colleague reads it and decides.")
    )


class CheckForm(Form):
    found = ChoiceField(_l("What was found"), [DataRequired()], choices=[], radios=True)
    jobs_created = WholeNumberField(_l("Jobs the business gives"), [Optional()])
    evidence = TextAreaField(
        _l("What shows it"), [DataRequired(), Length(max=LONGEST)], description=_l("A visit, a tax report, a register, and of what day")
    )
