"""Forms of single measures: a business plan, a bank's list, a write-off, a check, a move, a project, an outcome."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from labour_exchange.programmes.projects.states import ProjectKind
from labour_exchange.programmes.projects.texts import PROJECT_KINDS
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


class MoveForm(Form):
    """A household by its numbers; the office that prepares it names nobody."""

    to_region = ChoiceField(_l("Region that receives the household"), [DataRequired()], choices=[], radios=True)
    members = WholeNumberField(_l("People in the household"), [DataRequired()], description=_l("With the person who applies"))
    children = WholeNumberField(_l("Of them children"), [InputRequired()])
    moving_cost = MoneyField(_l("Costs of the move"), [InputRequired()])
    housing_cost = MoneyField(_l("Costs of housing"), [InputRequired()])
    vacancy = StringField(
        _l("Number of the vacancy that waits there"), [Optional(), Length(max=40)], description=_l("The end of the address of its page")
    )
    starts_on = DateField3(_l("First day"), [DataRequired()])
    ends_on = DateField3(_l("Last day"), [DataRequired()])


class MovedForm(Form):
    moved_on = DateField3(_l("Day they came"), [DataRequired()])


class ProjectForm(Form):
    measure = ChoiceField(_l("Measure"), [DataRequired()], choices=[], blank=_l("Choose"))
    name = StringField(
        _l("Name of the project"), [DataRequired(), Length(max=200)], description=_l("For example: repair of the school in the village")
    )
    district_code = ChoiceField(_l("District or city"), [DataRequired()], choices=[], blank=_l("Choose"))
    kind = ChoiceField(_l("What is done"), [DataRequired()], choices=[(one.value, PROJECT_KINDS[one]) for one in ProjectKind], radios=True)
    jobs_planned = WholeNumberField(_l("Jobs planned"), [DataRequired()])
    amount = MoneyField(_l("Money of the programme"), [DataRequired()])
    starts_on = DateField3(_l("First day"), [DataRequired()])
    ends_on = DateField3(_l("Last day"), [DataRequired()])


class ProjectPaymentForm(Form):
    amount = MoneyField(_l("Amount"), [DataRequired()])


class CompletionForm(Form):
    completed_on = DateField3(_l("Day it was completed"), [DataRequired()])
    jobs_created = WholeNumberField(_l("Jobs created"), [InputRequired()])
    evidence = TextAreaField(
        _l("What shows it"), [DataRequired(), Length(max=LONGEST)], description=_l("For example: number and day of the act of acceptance")
    )


class InProjectForm(Form):
    """A person's work in a project."""

    project = ChoiceField(_l("Project"), [DataRequired()], choices=[], radios=True)
    starts_on = DateField3(_l("First day"), [DataRequired()])
    ends_on = DateField3(_l("Last day"), [DataRequired()])


class OutcomeForm(Form):
    outcome = ChoiceField(_l("What came of it"), [DataRequired()], choices=[], radios=True)
