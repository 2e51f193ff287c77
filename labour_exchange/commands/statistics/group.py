"""The group `flask statistics` and the options its commands share."""

import json
from typing import Any

import click

from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.errors import InvalidInput, Refusal
from labour_exchange.foundation.texts import LANGUAGES, Text

ACTOR = system_actor("statistics")
language = click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the answer.")
as_json = click.option("--json", "is_json", is_flag=True, help="Answer with one JSON object.")


@click.group("statistics")
def statistics() -> None:
    """Facts and figures. Exit codes: 0 as it should be, 1 the figures do not agree, 2 the question was wrong."""


def say(facts: dict[str, Any], words: Text, is_json: bool, language: str, **written: str) -> None:
    """Print the facts as one JSON object, or the words filled with them."""
    click.echo(json.dumps(facts) if is_json else words.in_language(language, **facts | written))


def reasons(refusal: Refusal, language: str) -> str:
    """Why not, one reason a line."""
    every = refusal.errors if isinstance(refusal, InvalidInput) else [refusal]
    return "\n".join(reason.in_language(language) for reason in every)
