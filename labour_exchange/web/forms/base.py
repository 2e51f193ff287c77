"""The base of every form: one-time id, version, our wording, and the answer 422 for what must be corrected."""

from uuid import UUID, uuid4

from flask import render_template
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import HiddenInput

from labour_exchange.foundation.errors import InvalidInput, Refusal
from labour_exchange.web.forms.wording import Wording
from labour_exchange.web.localisation import words

WORDING = Wording()


class Form(FlaskForm):
    """A form with a one-time `submission_id`, and the `version` of what it edits when `obj` has one.

    Read its fields and call an operation; never `populate_obj`.
    """

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: FlaskForm) -> Wording:
            return WORDING

    submission_id = HiddenField(default=lambda: str(uuid4()))
    version = IntegerField(widget=HiddenInput(), validators=[Optional()])

    def validate_submission_id(self, field: HiddenField) -> None:
        try:
            UUID(field.data or "")
        except ValueError:
            field.data = str(uuid4())
            raise ValidationError(_("Send the form once more: the page has been renewed")) from None


def show_refusal(form: FlaskForm, refusal: Refusal) -> None:
    """Put what an operation refused beside its field, or above the form when it concerns no field of it."""
    if isinstance(refusal, InvalidInput):
        found: list[tuple[str | None, str]] = [(error.field, words(error)) for error in refusal.errors]
    else:
        found = [(refusal.field, words(refusal))]
    for name, sentence in found:
        if name and name in form:
            form[name].errors = [*form[name].errors, sentence]
        else:
            form.form_errors.append(sentence)


def page_with_form(template: str, form: FlaskForm, *, status: int | None = None, **context: object) -> tuple[str, int]:
    """Render the template with `form`; 422 when the form has errors, else 200, unless another status is named."""
    return render_template(template, form=form, **context), status or (422 if form.errors else 200)
