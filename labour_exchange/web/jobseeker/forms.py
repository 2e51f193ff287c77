"""Forms in which people describe themselves."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, StringField, TelField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.classifications.education import education_levels
from labour_exchange.classifications.languages import language_levels, languages
from labour_exchange.classifications.licences import licences
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.access import OWN_END_REASONS
from labour_exchange.jobseekers.rules.sections import HEADLINE_LENGTH, SUMMARY_LENGTH
from labour_exchange.jobseekers.rules.work import TITLE_LENGTH
from labour_exchange.jobseekers.states import Audience
from labour_exchange.jobseekers.texts import AUDIENCES, END_REASONS
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.vacancies.texts import EMPLOYMENT_KINDS, HOURS
from labour_exchange.web.forms import ChoiceField, ChoicesField, DateField3, Form, MoneyField, WholeNumberField
from labour_exchange.web.localisation import language

CHOOSE = Text(kk="Таңдаңыз", ru="Выберите", en="Choose")
WRITTEN_IN = [
    ("kk", Text(kk="Қазақша", ru="На казахском", en="Kazakh")),
    ("ru", Text(kk="Орысша", ru="На русском", en="Russian")),
    ("en", Text(kk="Ағылшынша", ru="На английском", en="English")),
]


def region_choices() -> list[tuple[str, Text]]:
    return [(region.iso_code, region.name) for region in regions_in_order(language())]


class AboutForm(Form):
    headline = StringField(_l("About you in one sentence"), [DataRequired(), Length(max=HEADLINE_LENGTH)])
    summary = TextAreaField(_l("What you can do"), [Optional(), Length(max=SUMMARY_LENGTH)])
    language = ChoiceField(_l("The language you wrote in"), [DataRequired()], choices=WRITTEN_IN, radios=True)


class OccupationForm(Form):
    name = StringField(_l("Occupation"), [DataRequired()])
    code = HiddenField()


class SkillForm(Form):
    name = StringField(_l("Skill"), [DataRequired()])
    code = HiddenField()


class LanguageForm(Form):
    code = ChoiceField(_l("Language"), [DataRequired()], choices=lambda: [(one.code, one.name) for one in languages()], blank=CHOOSE)
    level = ChoiceField(_l("How well"), [DataRequired()], choices=lambda: [(one.code, one.name) for one in language_levels()], blank=CHOOSE)


class EducationForm(Form):
    level = ChoiceField(
        _l("Level of education"), [DataRequired()], choices=lambda: [(one.code, one.name) for one in education_levels()], blank=CHOOSE
    )
    institution = StringField(_l("Where you studied"), [Optional(), Length(max=TITLE_LENGTH)])
    subject = StringField(_l("What you studied"), [Optional(), Length(max=TITLE_LENGTH)])
    finished_in = WholeNumberField(_l("Year of finishing"), [Optional()])


class LicencesForm(Form):
    licences = ChoicesField(_l("Licences and permits"), [Optional()], choices=lambda: [(one.code, one.name) for one in licences()])


class WishesForm(Form):
    pay_from = MoneyField(_l("Pay you would start from, a month"), [Optional()])
    hours = ChoicesField(_l("Working hours"), [Optional()], choices=HOURS.items())
    employment_kinds = ChoicesField(_l("Kind of employment"), [Optional()], choices=EMPLOYMENT_KINDS.items())
    move_regions = ChoicesField(_l("Regions you would move to"), [Optional()], choices=region_choices)
    wants_remote = BooleanField(_l("I would like to work remotely"))
    is_quota_eligible = BooleanField(_l("I want to use the quota for people with disabilities"))


class WorkForm(Form):
    title = StringField(_l("What you worked as"), [DataRequired(), Length(max=TITLE_LENGTH)])
    employer_name = StringField(_l("Where you worked"), [Optional(), Length(max=TITLE_LENGTH)])
    occupation = StringField(_l("Occupation in the classification"), [Optional()])
    occupation_code = HiddenField()
    started_on = DateField3(_l("First day"), [DataRequired()])
    ended_on = DateField3(_l("Last day"), [Optional()])
    duties = TextAreaField(_l("What you did"), [Optional(), Length(max=SUMMARY_LENGTH)])


class AudienceForm(Form):
    audience = ChoiceField(_l("Who sees your profile"), [DataRequired()], choices=[(one.value, AUDIENCES[one]) for one in Audience], radios=True)


class ContactsForm(Form):
    phone = TelField(_l("Phone"), [DataRequired()])
    region_code = ChoiceField(_l("Region"), [DataRequired()], choices=region_choices, blank=CHOOSE)
    district = StringField(_l("District or city"), [Optional()])
    district_code = HiddenField()


class EndForm(Form):
    reason = ChoiceField(
        _l("Why you leave the register"),
        [DataRequired()],
        choices=[(one.value, text) for one, text in END_REASONS.items() if one in OWN_END_REASONS],
        radios=True,
    )


class EraseForm(Form):
    is_sure = BooleanField(_l("I understand that this cannot be undone"), [DataRequired()])
