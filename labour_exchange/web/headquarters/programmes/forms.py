"""Forms of measures: terms with rules composed of the tested predicates, plans and moves between regions."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from labour_exchange.classifications.education import education_levels
from labour_exchange.jobseekers.texts import CATEGORIES
from labour_exchange.programmes.rules.composing import Row, Use, composed
from labour_exchange.programmes.rules.predicates import PREDICATES, ParameterKind
from labour_exchange.programmes.rules.subsidies import RatePeriod
from labour_exchange.programmes.rules.terms import TermsFacts
from labour_exchange.programmes.states import Approval, MeasureKind
from labour_exchange.programmes.texts.labels import APPROVALS, DOCUMENTS, MEASURE_KINDS, USES
from labour_exchange.programmes.texts.parameters import NAMES, PARAMETERS
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web.forms import ChoiceField, ChoicesField, DateField3, Form, MoneyField, WholeNumberField
from labour_exchange.web.forms.choices import Offered, Shown
from labour_exchange.web.localisation import language

RATES = 3
DETAILS = ("interest", "grace_months", "receiving", "moving_each", "housing_most")
USE_CHOICES = [(one.value, USES[one]) for one in Use]


def regions() -> Offered:
    return [(one.iso_code, one.name) for one in regions_in_order(language())]


def _parameter(name: str, kind: ParameterKind) -> Field:
    label = Shown(PARAMETERS[name])
    if kind is ParameterKind.MONEY:
        return MoneyField(label, [Optional()])
    if kind is ParameterKind.LEVEL:
        return ChoiceField(label, [Optional()], choices=[(one.code, one.name) for one in education_levels()], blank=_l("Choose"))
    if kind is ParameterKind.CATEGORIES:
        return ChoicesField(label, [Optional()], choices=[(one.value, CATEGORIES[one]) for one in CATEGORIES])
    if kind is ParameterKind.REGIONS:
        return ChoicesField(label, [Optional()], choices=regions)
    return WholeNumberField(label, [Optional()])


class TermsForm(Form):
    """One line of fields for each predicate; a predicate that is not used asks for nothing."""

    valid_from = DateField3(_l("In force from"), [DataRequired()])
    most_months = WholeNumberField(_l("Longest duration, months"), [DataRequired()])
    most_amount = MoneyField(_l("Most for one participant"), [InputRequired()])
    documents = ChoicesField(_l("Documents to show"), [Optional()], choices=DOCUMENTS.items())
    approval = ChoiceField(_l("Who approves"), [DataRequired()], choices=[(one.value, APPROVALS[one]) for one in Approval], radios=True)
    interest = WholeNumberField(_l("Interest for a year, hundredths of a per cent"), [Optional()], description=_l("600 is 6 per cent"))
    grace_months = WholeNumberField(_l("First months with interest only"), [Optional()])
    receiving = ChoicesField(_l("Regions that receive households"), [Optional()], choices=regions)
    moving_each = MoneyField(_l("Most for the move of each member"), [Optional()])
    housing_most = MoneyField(_l("Most for the housing of a household"), [Optional()])
    reason = TextAreaField(_l("Why the terms change"), [Optional(), Length(max=500)])

    def facts(self) -> TermsFacts:
        """The terms as they were filled in; a value that is missing is left out, and the rules say so."""
        rows = [Row(code, Use(self[f"use_{code}"].data), self._values(code)) for code in PREDICATES if self[f"use_{code}"].data]
        return TermsFacts(
            valid_from=self.valid_from.data,
            eligibility=composed(rows),
            most_months=self.most_months.data,
            most_amount=self.most_amount.data,
            rate_periods=tuple(self._rates()),
            documents=tuple(self.documents.data or ()),
            approval=Approval(self.approval.data),
            details=self._details(),
        )

    def _details(self) -> dict[str, Any]:
        """What was filled in of the conditions of a credit or a relocation; whether it belongs to the kind, the rules say."""
        return {name: self[name].data for name in DETAILS if self[name].data not in (None, "", [])}

    def _rates(self) -> list[RatePeriod]:
        lines = [[self[f"{name}_{number}"].data for name in ("months", "share", "cap")] for number in range(1, RATES + 1)]
        return [RatePeriod(*(value or 0 for value in line)) for line in lines if line[0]]

    def _values(self, code: str) -> dict[str, Any]:
        found = {}
        for name, kind in PREDICATES[code].parameters.items():
            value = self[f"{code}_{name}"].data
            if value not in (None, "", []):
                found[name] = int(value) if kind is ParameterKind.LEVEL else value
        return found


class NewMeasureForm(TermsForm):
    direction = ChoiceField(_l("Direction"), [DataRequired()], choices=[], blank=_l("Choose"))
    kind = ChoiceField(_l("Kind"), [DataRequired()], choices=[(one.value, MEASURE_KINDS[one]) for one in MeasureKind], blank=_l("Choose"))
    code = StringField(_l("Code"), [DataRequired(), Length(max=60)], description=_l("Small Latin letters, digits and hyphens"))
    name_kk = StringField(_l("Name in Kazakh"), [DataRequired(), Length(max=200)])
    name_ru = StringField(_l("Name in Russian"), [DataRequired(), Length(max=200)])
    name_en = StringField(_l("Name in English"), [DataRequired(), Length(max=200)])


for _code, _predicate in PREDICATES.items():
    setattr(TermsForm, f"use_{_code}", ChoiceField(Shown(NAMES[_code]), [Optional()], choices=USE_CHOICES, blank=_l("Not asked")))
    for _name, _kind in _predicate.parameters.items():
        setattr(TermsForm, f"{_code}_{_name}", _parameter(_name, _kind))
for _number in range(1, RATES + 1):
    setattr(TermsForm, f"months_{_number}", WholeNumberField(_l("Months"), [Optional()]))
    setattr(TermsForm, f"share_{_number}", WholeNumberField(_l("Share of the pay, per cent"), [Optional()]))
    setattr(TermsForm, f"cap_{_number}", MoneyField(_l("Most a month"), [Optional()]))


class AllocationForm(Form):
    region_code = ChoiceField(_l("Region"), [DataRequired()], choices=regions, blank=_l("Choose"))
    starts_on = DateField3(_l("First day"), [DataRequired()])
    ends_on = DateField3(_l("Last day"), [DataRequired()])
    places = WholeNumberField(_l("Places"), [DataRequired()])
    amount = MoneyField(_l("Amount"), [InputRequired()])


class ReallocationForm(Form):
    target = ChoiceField(_l("To the region"), [DataRequired()], choices=[], blank=_l("Choose"))
    places = WholeNumberField(_l("Places"), [InputRequired()])
    amount = MoneyField(_l("Amount"), [InputRequired()])
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=500)], description=_l("Your colleague who decides reads it."))
