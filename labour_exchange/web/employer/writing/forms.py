"""The form in which an employer writes a vacancy."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, StringField, TelField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.classifications.education import education_levels
from labour_exchange.classifications.languages import languages
from labour_exchange.classifications.licences import licences
from labour_exchange.foundation.texts import Text
from labour_exchange.vacancies.rules import LONGEST_TITLE
from labour_exchange.vacancies.texts import EMPLOYMENT_KINDS, EXPERIENCE, HOURS
from labour_exchange.web.employer.forms import CHOOSE, LONGEST_TEXT, WRITTEN_IN, district_choices, region_choices
from labour_exchange.web.forms import ChoiceField, ChoicesField, DateField3, Form, MoneyField, WholeNumberField
from labour_exchange.web.localisation import words

ANY = Text(kk="Маңызды емес", ru="Не важно", en="Does not matter")
OTHER_ADDRESS = Text(kk="Басқа мекенжай", ru="Другой адрес", en="Another address")


class VacancyForm(Form):
    """`establishment` and `usual_skills` get their choices from the view: the employer's places, the occupation's skills."""

    title = StringField(_l("Job title"), [DataRequired(), Length(max=LONGEST_TITLE)], description=_l("For example: Cook, Bookkeeper, Tractor driver"))
    occupation = StringField(_l("Occupation"), [Optional()])
    occupation_code = HiddenField()
    description = TextAreaField(_l("What the work is"), [Length(max=LONGEST_TEXT)])
    language = ChoiceField(_l("The language you wrote in"), [DataRequired()], choices=WRITTEN_IN, radios=True)

    establishment = ChoiceField(_l("Place of work"), choices=[], blank=OTHER_ADDRESS)
    region_code = ChoiceField(_l("Region"), choices=region_choices, blank=CHOOSE)
    district_code = ChoiceField(_l("District or city"), [Optional()], choices=district_choices, blank=CHOOSE)
    place_text = StringField(_l("Street and house"), [Optional(), Length(max=300)])
    is_remote = BooleanField(_l("The work can be done from anywhere"))

    posts = WholeNumberField(_l("How many people you need"), [DataRequired()], default=1)
    pay_from = MoneyField(_l("From"), [Optional()])
    pay_to = MoneyField(_l("To"), [Optional()])
    hours = ChoiceField(_l("Working hours"), [DataRequired()], choices=HOURS.items(), radios=True)
    employment_kind = ChoiceField(_l("Kind of employment"), [DataRequired()], choices=EMPLOYMENT_KINDS.items(), radios=True)

    requirements = TextAreaField(_l("What the person must know and be able to do"), [Optional(), Length(max=LONGEST_TEXT)])
    experience = ChoiceField(_l("Experience"), [Optional()], choices=EXPERIENCE.items(), blank=ANY)
    education_level = ChoiceField(_l("Education"), [Optional()], choices=lambda: [(one.code, one.name) for one in education_levels()], blank=ANY)
    usual_skills = ChoicesField(_l("Skills that are usual in this occupation"), [Optional()], choices=[])
    skills_required = TextAreaField(_l("Skills the person must have"), [Optional(), Length(max=2000)])
    skills_wished = TextAreaField(_l("Skills that would be good to have"), [Optional(), Length(max=2000)])
    licences = ChoicesField(_l("Licences and permits"), [Optional()], choices=lambda: [(one.code, one.name) for one in licences()])
    languages = ChoicesField(_l("Languages the work needs"), [Optional()], choices=lambda: [(one.code, one.name) for one in languages()])

    apply_by_on = DateField3(_l("Applications until"), [Optional()])
    contact_name = StringField(_l("Who answers questions"), [Optional(), Length(max=200)])
    contact_phone = TelField(_l("Phone for applicants"), [Optional(), Length(max=40)])
    is_quota = BooleanField(_l("The post counts towards the quota for people with disabilities"))

    def offer(self, places: list[tuple[str, str]], usual: list[tuple[str, Text]]) -> None:
        """Set the choices that depend on whose vacancy it is and for which occupation."""
        self.establishment.choices = [("", words(OTHER_ADDRESS)), *places]
        self.usual_skills.choices = [(code, words(name)) for code, name in usual]
