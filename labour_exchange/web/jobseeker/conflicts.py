"""The page that shows two texts when somebody saved first."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import render_template
from flask_babel import gettext as _
from wtforms import BooleanField, Field

from labour_exchange.web.forms import ChoiceField, ChoicesField, MoneyField
from labour_exchange.web.forms.drawing import field_kind
from labour_exchange.web.localisation import date_long, money


def conflict_page(template: str, form: Any, stored: Any, *, version: int, **context: object) -> tuple[str, int]:
    """Status 409: what is stored beside what was sent, and the sent form again, which now replaces the stored version knowingly.

    `stored` is the same form filled from the stored row; fields that agree are left out of the comparison.
    """
    pairs = [(mine, stored[mine.short_name]) for mine in form if field_kind(mine) != "hidden"]
    rows = [(str(mine.label.text), shown(theirs), shown(mine)) for mine, theirs in pairs if shown(mine) != shown(theirs)]
    form.version.data = version
    form.version.raw_data = None
    return render_template(template, form=form, rows=rows, **context), 409


def shown(field: Field) -> str:
    """The value of a field as its reader would write it."""
    value = field.data
    if isinstance(field, BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, ChoiceField | ChoicesField):
        chosen = set(value or []) if isinstance(field, ChoicesField) else {value}
        return ", ".join(_labels(field, chosen)) or "–"
    if isinstance(field, MoneyField):
        return money(value)
    if isinstance(value, date):
        return date_long(value)
    return str(value) if value not in (None, "") else "–"


def _labels(field: Field, chosen: set[Any]) -> Iterable[str]:
    return (str(option[1]) for option in field.iter_choices() if option[0] in chosen)
