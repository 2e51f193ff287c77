"""WTForms' sentences said our own way: what to do, instead of what is invalid."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_babel.speaklater import LazyString
from flask_wtf.i18n import translations as wtforms_translations

NOT_LISTED = _l("Choose one of the answers in the list")
WRONG_FILE = _l("Choose a file of the kind named beside the field")
WRONG_SIZE = _l("Choose a smaller file; the limit is written beside the field")
SENTENCES: dict[str, LazyString] = {
    "This field is required.": _l("Please fill this in"),
    "Invalid input.": _l("This does not have the expected form"),
    "Invalid email address.": _l("Write an email address, for example name@example.kz"),
    "Invalid URL.": _l("Write a web address that begins with https://"),
    "Field must be equal to %(other_name)s.": _l("Write the same in both fields"),
    "Not a valid choice.": NOT_LISTED,
    "Invalid Choice: could not coerce.": NOT_LISTED,
    "Invalid choice(s): one or more data inputs could not be coerced.": NOT_LISTED,
    "Not a valid integer value.": _l("Write a whole number"),
    "Not a valid decimal value.": _l("Write a number"),
    "Not a valid float value.": _l("Write a number"),
    "Number must be at least %(min)s.": _l("Write a number from %(min)s up"),
    "Number must be at most %(max)s.": _l("Write a number up to %(max)s"),
    "Number must be between %(min)s and %(max)s.": _l("Write a number from %(min)s to %(max)s"),
    "Date must be at least %(min)s.": _l("The date cannot be so early"),
    "Date must be at most %(max)s.": _l("The date cannot be so late"),
    "Date must be between %(min)s and %(max)s.": _l("The date is outside the allowed time"),
    "Field must be between %(min)d and %(max)d characters long.": _l("Write from %(min)d to %(max)d characters"),
    "File does not have an approved extension: {extensions}": WRONG_FILE,
    "File does not have an approved extension.": WRONG_FILE,
}
COUNTED: dict[str, Callable[[int], str]] = {
    "Field must be at least %(min)d character long.": lambda count: ngettext(
        "Write at least %(num)d character", "Write at least %(num)d characters", count
    ),
    "Field cannot be longer than %(max)d character.": lambda count: ngettext(
        "Write at most %(num)d character", "Write at most %(num)d characters", count
    ),
    "Field must be exactly %(max)d character long.": lambda count: ngettext(
        "Write exactly %(num)d character", "Write exactly %(num)d characters", count
    ),
    "'%(value)s' is not a valid choice for this field.": lambda count: str(NOT_LISTED),
}


class Wording:
    """What WTForms calls for its messages; a sentence that is not ours comes from WTForms' own catalogue."""

    def gettext(self, sentence: str) -> str:
        # Flask-WTF writes the two sizes into this sentence before it asks for a translation.
        ours = WRONG_SIZE if sentence.startswith("File must be between") else SENTENCES.get(sentence)
        return str(ours) if ours is not None else wtforms_translations.gettext(sentence)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        ours = COUNTED.get(singular)
        return ours(count) if ours else wtforms_translations.ngettext(singular, plural, count)
