"""What the form macros need to know of a form: the kind of a field, its errors with the control each belongs to."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flask import Flask
from wtforms import (
    BooleanField,
    Field,
    FileField,
    HiddenField,
    MultipleFileField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    SubmitField,
    TextAreaField,
)
from wtforms.widgets import HiddenInput

from labour_exchange.web.forms.choices import ChoiceField
from labour_exchange.web.forms.fields import DateField3, MoneyField, WholeNumberField

# The first class that fits decides, so a narrower one stands before the one it is made from.
KINDS: tuple[tuple[type[Field], str], ...] = (
    (HiddenField, "hidden"),
    (SubmitField, "submit"),
    (BooleanField, "checkbox"),
    (DateField3, "date"),
    (MoneyField, "money"),
    (WholeNumberField, "number"),
    (PasswordField, "password"),
    (TextAreaField, "textarea"),
    (MultipleFileField, "file"),
    (FileField, "file"),
    (RadioField, "radios"),
    (SelectMultipleField, "checkboxes"),
    (SelectField, "select"),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the error summary: which control it leads to (empty: none), the field's label and the sentence."""

    target: str
    label: str
    sentence: str


def field_kind(field: Field) -> str:
    """How a field is drawn: text, textarea, select, radios, checkboxes, checkbox, date, money, number, file, password, hidden."""
    if isinstance(field.widget, HiddenInput):
        return "hidden"
    if isinstance(field, ChoiceField) and field.is_radios:
        return "radios"
    return next((kind for kind_of_field, kind in KINDS if isinstance(field, kind_of_field)), "text")


def control_id(field: Field) -> str:
    """The id of the control that gets the focus: the first one of a group."""
    kind = field_kind(field)
    if kind == "date":
        return f"{field.id}-day"
    return f"{field.id}-0" if kind in {"radios", "checkboxes"} else str(field.id)


def problems(form: Any) -> list[Problem]:
    """Everything to correct, in the order of the page; a problem of a hidden field or of the whole form leads nowhere."""
    found = [Problem("", "", str(sentence)) for sentence in form.form_errors]
    for field in form:
        if hasattr(field, "form_errors"):
            found += problems(field.form)
        elif hasattr(field, "entries"):
            found += [problem for entry in field.entries for problem in _of_field(entry)]
        else:
            found += _of_field(field)
    return found


def has_files(form: Any) -> bool:
    return any(field_kind(field) == "file" for field in form)


def register(app: Flask) -> None:
    app.jinja_env.globals.update(field_kind=field_kind, form_problems=problems, form_has_files=has_files, new_submission_id=lambda: str(uuid4()))


def _of_field(field: Field) -> list[Problem]:
    if hasattr(field, "form"):
        return problems(field.form)
    if field_kind(field) == "hidden":
        return [Problem("", "", str(sentence)) for sentence in field.errors]
    return [Problem(control_id(field), str(field.label.text), str(sentence)) for sentence in field.errors]
