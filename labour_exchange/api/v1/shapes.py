"""Shapes that several resources share: a name in three languages, a suggestion, and the question that asks for suggestions."""

from collections.abc import Callable, Iterable
from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Between, Question, Sized, Whole, Words
from labour_exchange.api.language import language
from labour_exchange.foundation.access import public
from labour_exchange.foundation.texts import LANGUAGES, Text

READ_CLASSIFICATIONS = public("read classifications", "Codes and names of occupations, skills and places are public facts.")
A_DAY = 86_400


class Names(ma.Schema):
    """A name in every language of the exchange."""

    kk = ma.fields.String(required=True)
    ru = ma.fields.String(required=True)
    en = ma.fields.String(required=True)


class SuggestQuestion(Question):
    """What was typed so far."""

    q = Words(required=True, validate=Sized(1, 100), metadata={"description": "Beginnings of words, in any of the languages."})
    limit = Whole(load_default=10, validate=Between(1, 50), metadata={"description": "How many suggestions to give."})


def named(text: Text) -> dict[str, Any]:
    """`name` in the asked language and `names` in all."""
    return {"name": text.in_language(language()), "names": {code: text.in_language(code) for code in LANGUAGES}}


def described(
    blueprint: Blueprint,
    operation_id: str,
    summary: str,
    example: str = "",
    *,
    may_be_gone: bool = False,
    scope: str = "",
    refusals: Iterable[int] = (),
    **more_of_document: Any,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Describe a view in the document: its docstring is the description, `example` an address that can be tried.

    `scope` is what a program needs, `refusals` are statuses that not every view answers with.
    """

    def describe(view: Callable[..., Any]) -> Callable[..., Any]:
        more: dict[str, Any] = {**more_of_document, "x-example": example} if example else {**more_of_document}
        if scope:
            more["security"] = [{"oauth2": [scope]}, {"key": []}]
        if refusals:
            more["x-refusals"] = [str(status) for status in refusals]
        if may_be_gone:
            more["x-gone"] = True
        decorated: Callable[..., Any] = blueprint.doc(
            operationId=operation_id, summary=summary, description=" ".join((view.__doc__ or "").split()), **more
        )(view)
        return decorated

    return describe
