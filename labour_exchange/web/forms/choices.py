"""Fields that offer choices: codes with a Text each, shown in the reader's language."""

from collections.abc import Callable, Iterable
from typing import Any

from wtforms import SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget, RadioInput

from labour_exchange.foundation.texts import Text
from labour_exchange.web.localisation import words

Offered = Iterable[tuple[str, Text | str]]


class Shown:
    """A Text that becomes words only when the page is drawn."""

    def __init__(self, text: Text | str) -> None:
        self.text = text

    def __str__(self) -> str:
        return words(self.text)


def _as_options(choices: Offered | Callable[[], Offered], blank: Text | str | None = None) -> Any:
    if callable(choices):
        return lambda: _as_options(choices(), blank)
    options = [SelectChoice(str(code), Shown(text)) for code, text in choices]
    return [SelectChoice("", Shown(blank)), *options] if blank is not None else options


class _InWords:
    """Choices may be set at any time, by a form or by the page that narrows them: drawn, a Text becomes words."""

    def iter_choices(self) -> Any:
        for choice in super().iter_choices():  # type: ignore[misc]
            yield choice._replace(label=words(choice.label)) if isinstance(choice.label, Text) else choice


class ChoiceField(_InWords, SelectField):
    """One of `choices` [(code, Text)], or a callable that returns them; a drop-down, or radio buttons with `radios=True`.

    `data` is the code, None when nothing was chosen. `blank` is the first line of a drop-down that stands for nothing.
    """

    def __init__(
        self,
        label: object,
        validators: Iterable[Any] = (),
        *,
        choices: Offered | Callable[[], Offered],
        blank: Text | str | None = None,
        radios: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, [*validators], choices=_as_options(choices, blank), coerce=_code_or_nothing, **kwargs)
        self.is_radios = radios
        if radios:
            self.widget, self.option_widget = ListWidget(prefix_label=False), RadioInput()

    def pre_validate(self, form: Any) -> None:
        if self.data is not None:
            super().pre_validate(form)


class ChoicesField(_InWords, SelectMultipleField):
    """Any number of `choices` [(code, Text)] as checkboxes; `data` is the list of codes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: object, validators: Iterable[Any] = (), *, choices: Offered | Callable[[], Offered], **kwargs: Any) -> None:
        super().__init__(label, [*validators], choices=_as_options(choices), **kwargs)


def _code_or_nothing(value: object) -> str | None:
    return None if value is None or value == "" else str(value)
