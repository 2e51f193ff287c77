"""Forms in which employers describe themselves, their places of work and their people."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import EmailField, StringField, TextAreaField, URLField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.classifications.industries import industries
from labour_exchange.foundation.texts import Text
from labour_exchange.territory.queries import districts_in_order, regions_in_order
from labour_exchange.vacancies.texts import WITHDRAWALS
from labour_exchange.web.forms import ChoiceField, Form
from labour_exchange.web.localisation import language, words

LONGEST_TEXT = 10_000
CHOOSE = Text(kk="Таңдаңыз", ru="Выберите", en="Choose")
WRITTEN_IN = [
    ("kk", Text(kk="Қазақша", ru="На казахском", en="Kazakh")),
    ("ru", Text(kk="Орысша", ru="На русском", en="Russian")),
    ("en", Text(kk="Ағылшынша", ru="На английском", en="English")),
]


def region_choices() -> list[tuple[str, Text]]:
    return [(region.iso_code, region.name) for region in regions_in_order(language())]


def district_choices() -> list[tuple[str, str]]:
    """All districts under their regions, so that the list works without a script."""
    return [
        (district.kato, f"{words(region.short_name)}: {words(district.name)}")
        for region in regions_in_order(language())
        for district in districts_in_order(region.iso_code, language())
    ]


class WithdrawForm(Form):
    reason = ChoiceField(_l("Why do you withdraw it?"), [DataRequired()], choices=WITHDRAWALS.items(), radios=True)


class CompanyForm(Form):
    name = StringField(_l("Name"), [DataRequired(), Length(max=300)])
    industry_code = ChoiceField(_l("Industry"), [Optional()], choices=lambda: [(one.code, one.name) for one in industries()], blank=CHOOSE)
    website = URLField(_l("Web address"), [Optional(), Length(max=300)], description=_l("For example: https://example.kz"))
    about = TextAreaField(_l("About the employer"), [Optional(), Length(max=5000)])


class PlaceForm(Form):
    name = StringField(_l("What you call it"), [Optional(), Length(max=200)], description=_l("For example: Shop on Abai Street"))
    region_code = ChoiceField(_l("Region"), [DataRequired()], choices=region_choices, blank=CHOOSE)
    district_code = ChoiceField(_l("District or city"), [Optional()], choices=district_choices, blank=CHOOSE)
    address = StringField(_l("Street and house"), [DataRequired(), Length(max=300)])


class ColleagueForm(Form):
    email = EmailField(_l("Email"), [DataRequired(), Length(max=300)])
    display_name = StringField(lazy_pgettext("of a person", "Name"), [DataRequired(), Length(max=200)])
    language = ChoiceField(_l("Language of the letter"), [DataRequired()], choices=WRITTEN_IN, radios=True)


class ClaimForm(Form):
    reason = TextAreaField(_l("How can the office tell that these advertisements are yours?"), [DataRequired(), Length(max=1000)])
