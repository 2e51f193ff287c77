"""Forms of the web: a base with a one-time id, fields of this country, and pages that show what to correct."""

from labour_exchange.web.forms.base import Form, page_with_form, show_refusal
from labour_exchange.web.forms.choices import ChoiceField, ChoicesField
from labour_exchange.web.forms.drawing import register
from labour_exchange.web.forms.fields import DateField3, MoneyField, WholeNumberField

__all__ = [
    "ChoiceField",
    "ChoicesField",
    "DateField3",
    "Form",
    "MoneyField",
    "WholeNumberField",
    "page_with_form",
    "register",
    "show_refusal",
]
