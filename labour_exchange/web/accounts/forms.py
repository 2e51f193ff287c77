"""The forms of account pages."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, EmailField, PasswordField, StringField, TelField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from labour_exchange.accounts.operations import clean_address
from labour_exchange.accounts.rules.identifiers import is_bin, is_iin
from labour_exchange.accounts.rules.passwords import weakness
from labour_exchange.accounts.texts import NOT_A_BIN, NOT_AN_IIN, WEAKNESSES
from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import InvalidInput
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.notifications.queries import CHOOSABLE
from labour_exchange.notifications.texts import TOPICS
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web.addresses import NAMES
from labour_exchange.web.forms import ChoiceField, ChoicesField, DateField3, Form
from labour_exchange.web.localisation import language, words

MOST_LETTERS = 200


def region_choices() -> list[tuple[str, Text]]:
    """All regions in the reader's alphabet."""
    return [(region.iso_code, region.name) for region in regions_in_order(language())]


def bare_number(text: str) -> str:
    """The number without the spaces and dashes people group it with."""
    return "".join(text.split()).replace("-", "")


class SignInForm(Form):
    email = EmailField(_l("Email address"), [DataRequired(), Length(max=MOST_LETTERS)])
    password = PasswordField(_l("Password"), [InputRequired(), Length(max=MOST_LETTERS)])


class CodeForm(Form):
    code = StringField(_l("Code"), [DataRequired(), Length(max=40)])


class RegistrationForm(Form):
    """What every account needs; checked here too, so that everything to correct is named at once."""

    def validate_email(self, field: EmailField) -> None:
        try:
            clean_address(field.data)
        except InvalidInput as refusal:
            raise ValidationError(words(refusal.errors[0])) from None

    def validate_password(self, field: PasswordField) -> None:
        found = weakness(field.data, self["email"].data or "")
        if found:
            raise ValidationError(words(WEAKNESSES[found]))


class JobseekerForm(RegistrationForm):
    iin = StringField(_l("IIN"), [DataRequired(), Length(max=20)], description=_l("12 digits from your identity card"))
    family_name = StringField(_l("Family name"), [DataRequired(), Length(max=MOST_LETTERS)], description=_l("As in your identity card"))
    given_name = StringField(_l("Given name"), [DataRequired(), Length(max=MOST_LETTERS)])
    patronymic = StringField(_l("Patronymic"), [Optional(), Length(max=MOST_LETTERS)])
    region_code = ChoiceField(_l("Region where you live"), [DataRequired()], choices=region_choices, blank=_l("Choose a region"))
    phone = TelField(_l("Phone"), [DataRequired(), Length(max=40)], description=_l("For example: +7 700 000 00 00"))
    email = EmailField(_l("Email address"), [DataRequired(), Length(max=MOST_LETTERS)], description=_l("We send a letter there to confirm it"))
    password = PasswordField(_l("Password"), [InputRequired()], description=_l("At least 10 characters. Several words in a row are easy to remember"))
    consent = BooleanField(_l("I have read this and agree"), [DataRequired()])

    def validate_iin(self, field: StringField) -> None:
        if not is_iin(bare_number(field.data), clock.today()):
            raise ValidationError(words(NOT_AN_IIN))


class EmployerForm(RegistrationForm):
    bin = StringField(_l("BIN"), [DataRequired(), Length(max=20)], description=_l("12 digits from the registration certificate of the organisation"))
    name = StringField(_l("Name of the organisation"), [DataRequired(), Length(max=MOST_LETTERS)])
    region_code = ChoiceField(_l("Region of the head office"), [DataRequired()], choices=region_choices, blank=_l("Choose a region"))
    display_name = StringField(_l("Your name"), [DataRequired(), Length(max=MOST_LETTERS)])
    email = EmailField(_l("Email address"), [DataRequired(), Length(max=MOST_LETTERS)], description=_l("We send a letter there to confirm it"))
    password = PasswordField(_l("Password"), [InputRequired()], description=_l("At least 10 characters. Several words in a row are easy to remember"))
    consent = BooleanField(_l("I have read this and agree"), [DataRequired()])

    def validate_bin(self, field: StringField) -> None:
        if not is_bin(bare_number(field.data)):
            raise ValidationError(words(NOT_A_BIN))


class AgencyForm(EmployerForm):
    """An employment agency applies to be connected; the fields of an employer, and what the ministry checks, in the order of the page."""

    name = StringField(_l("Name of the agency"), [DataRequired(), Length(max=MOST_LETTERS)])
    region_code = ChoiceField(_l("Region of the head office"), [DataRequired()], choices=region_choices, blank=_l("Choose a region"))
    licence_number = StringField(
        _l("Licence number"), [DataRequired(), Length(max=100)], description=_l("As in the register of private employment agencies")
    )
    asked_until_on = DateField3(_l("Until when do you ask to work?"), [DataRequired()], description=_l("Not later than your licence is valid"))
    contact_name = StringField(_l("Whom the ministry can turn to"), [DataRequired(), Length(max=MOST_LETTERS)])
    contact_phone = TelField(_l("Phone of the agency"), [DataRequired(), Length(max=40)], description=_l("For example: +7 700 000 00 00"))
    display_name = StringField(_l("Your name"), [DataRequired(), Length(max=MOST_LETTERS)])
    email = EmailField(_l("Email address"), [DataRequired(), Length(max=MOST_LETTERS)], description=_l("We send a letter there to confirm it"))
    password = PasswordField(_l("Password"), [InputRequired()], description=_l("At least 10 characters. Several words in a row are easy to remember"))
    consent = BooleanField(_l("I have read this and agree"), [DataRequired()])


class ForgottenForm(Form):
    email = EmailField(_l("Email address"), [DataRequired(), Length(max=MOST_LETTERS)])


class NewPasswordForm(Form):
    new_password = PasswordField(
        _l("New password"), [InputRequired()], description=_l("At least 10 characters. Several words in a row are easy to remember")
    )


class ChangePasswordForm(NewPasswordForm):
    present_password = PasswordField(_l("Present password"), [InputRequired(), Length(max=MOST_LETTERS)])


class LanguageForm(Form):
    language = ChoiceField(_l("Language of letters"), [DataRequired()], choices=[(code, NAMES[code][0]) for code in LANGUAGES], radios=True)


class TopicsForm(Form):
    topics = ChoicesField(_l("Send me by mail"), choices=[(topic.value, TOPICS[topic]) for topic in CHOOSABLE])


class CloseForm(Form):
    present_password = PasswordField(_l("Present password"), [InputRequired(), Length(max=MOST_LETTERS)])
