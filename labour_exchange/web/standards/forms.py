"""Forms of a standard's way: its text in three languages, its discussion, its report and approval; moderation and answers."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from labour_exchange.accounts.operations import clean_address
from labour_exchange.foundation.errors import InvalidInput
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.standards import texts
from labour_exchange.standards.models import StandardVersion
from labour_exchange.standards.rules.drafting import ANSWER_DAYS, LONGEST_TEXT, DraftFacts, Written, joined
from labour_exchange.web.forms import ChoiceField, DateField3, Form, WholeNumberField
from labour_exchange.web.localisation import words

TITLE_LENGTH, LONGEST_DRAFT = 200, 60_000
UNMEASURED = Text(kk="Тізілімдерден өлшенбейді", ru="По реестрам не измеряется", en="Not measured from the registers")
NOT_A_DUPLICATE = Text(kk="Қайталама емес", ru="Не повтор", en="No duplicate")
ONE_A_LINE = _l("Leave an empty line between paragraphs. Remarks are made paragraph by paragraph.")


class DraftForm(Form):
    term_days = WholeNumberField(_l("Within how many working days"), [DataRequired()])
    complaint_days = WholeNumberField(_l("Complaints are answered within, working days"), [DataRequired()], default=ANSWER_DAYS)
    title_kk = StringField(_l("Name of the service"), [DataRequired(), Length(max=TITLE_LENGTH)])
    audience_kk = TextAreaField(_l("For whom"), [DataRequired(), Length(max=LONGEST_TEXT)])
    documents_kk = TextAreaField(_l("Which documents"), [DataRequired(), Length(max=LONGEST_TEXT)])
    paragraphs_kk = TextAreaField(_l("Text of the standard"), [DataRequired(), Length(max=LONGEST_DRAFT)], description=ONE_A_LINE)
    title_ru = StringField(_l("Name of the service"), [DataRequired(), Length(max=TITLE_LENGTH)])
    audience_ru = TextAreaField(_l("For whom"), [DataRequired(), Length(max=LONGEST_TEXT)])
    documents_ru = TextAreaField(_l("Which documents"), [DataRequired(), Length(max=LONGEST_TEXT)])
    paragraphs_ru = TextAreaField(_l("Text of the standard"), [DataRequired(), Length(max=LONGEST_DRAFT)], description=ONE_A_LINE)
    title_en = StringField(_l("Name of the service"), [DataRequired(), Length(max=TITLE_LENGTH)])
    audience_en = TextAreaField(_l("For whom"), [DataRequired(), Length(max=LONGEST_TEXT)])
    documents_en = TextAreaField(_l("Which documents"), [DataRequired(), Length(max=LONGEST_TEXT)])
    paragraphs_en = TextAreaField(_l("Text of the standard"), [DataRequired(), Length(max=LONGEST_DRAFT)], description=ONE_A_LINE)

    def facts(self) -> DraftFacts:
        return DraftFacts(
            self._said("title"),
            self._said("audience"),
            self._said("documents"),
            self._said("paragraphs"),
            self.term_days.data,
            self.complaint_days.data,
        )

    def _said(self, name: str) -> Written:
        return {code: self[f"{name}_{code}"].data or "" for code in LANGUAGES}


class NewStandardForm(DraftForm):
    promise = ChoiceField(_l("Measured from the registers as"), [Optional()], choices=texts.PROMISES.items(), blank=UNMEASURED)


def written_in(version: StandardVersion) -> dict[str, object]:
    """What fills the form of a version."""
    filled: dict[str, object] = {"term_days": version.term_days, "complaint_days": version.complaint_days}
    for code in LANGUAGES:
        filled |= {f"{name}_{code}": getattr(version, name).in_language(code) for name in ("title", "audience", "documents")}
        filled[f"paragraphs_{code}"] = joined(version.paragraphs, code)
    return filled


class DiscussForm(Form):
    until_on = DateField3(_l("Last day of the discussion"), [DataRequired()])


class ReportForm(Form):
    report = TextAreaField(
        _l("What was taken over, what was not, and why"),
        [DataRequired(), Length(max=LONGEST_TEXT)],
        description=_l("The counts are added by themselves. Everybody reads this."),
    )


class ApproveForm(Form):
    from_on = DateField3(_l("In force from"), [DataRequired()])


class ModerateForm(Form):
    decision = ChoiceField(
        _l("Decision"),
        [DataRequired()],
        choices=[("publish", Text(kk="Жариялау", ru="Опубликовать", en="Publish")), *texts.REFUSALS.items()],
        radios=True,
        description=_l("That something was refused, and why, is published; the words are not."),
    )
    duplicate_of = ChoiceField(_l("Says the same as"), [Optional()], choices=[], blank=NOT_A_DUPLICATE)


class AnswerForm(Form):
    outcome = ChoiceField(_l("What becomes of it"), [DataRequired()], choices=texts.OUTCOMES.items(), radios=True)
    answer = TextAreaField(_l("Text of the answer"), [DataRequired(), Length(max=LONGEST_TEXT)], description=_l("Everybody reads this."))


class ModerateRatingForm(Form):
    decision = ChoiceField(
        _l("Decision"),
        [DataRequired()],
        choices=[("publish", Text(kk="Жариялау", ru="Опубликовать", en="Publish")), *texts.REFUSALS.items()],
        radios=True,
        description=_l("The points count in any case."),
    )


class RatingAnswerForm(Form):
    answer = TextAreaField(_l("Text of the answer"), [DataRequired(), Length(max=LONGEST_TEXT)], description=_l("Everybody reads this."))


class RemarkForm(Form):
    kind = ChoiceField(_l("What it is"), [DataRequired()], choices=texts.REMARK_KINDS.items(), radios=True)
    paragraph = ChoiceField(_l("About what"), [DataRequired()], choices=[])
    text = TextAreaField(
        _l("Your words"),
        [DataRequired(), Length(max=LONGEST_TEXT)],
        description=_l("They will be published. Do not write names, phones or addresses here."),
    )
    email = EmailField(
        _l("Email address"),
        [DataRequired(), Length(max=200)],
        description=_l("We send a link that confirms it. The address is never shown, and it is deleted when the standard is decided."),
    )

    def validate_email(self, field: EmailField) -> None:
        try:
            clean_address(field.data)
        except InvalidInput as refusal:
            raise ValidationError(words(refusal.errors[0])) from None


class RatingForm(Form):
    points = ChoiceField(_l("How was it?"), [DataRequired()], choices=[(str(points), text) for points, text in texts.POINTS.items()], radios=True)
    words = TextAreaField(
        _l("In your own words"),
        [Optional(), Length(max=LONGEST_TEXT)],
        description=_l("Read by the office first. Do not write names or phones here."),
    )
