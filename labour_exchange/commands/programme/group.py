"""The group `flask programme` and how its commands write figures."""

import click

from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.programmes.reporting.definitions import Unit

ACTOR = system_actor("programme")
UNITS = {
    Unit.PEOPLE: Text(kk="адам", ru="чел.", en="people"),
    Unit.COUNT: Text(kk="дана", ru="ед.", en="in number"),
    Unit.PERCENT: Text(kk="%", ru="%", en="%"),
    Unit.TIMES: Text(kk="есе", ru="раз", en="times"),
    Unit.KZT: Text(kk="теңге", ru="тенге", en="tenge"),
}
UNKNOWN = Text(kk="белгісіз", ru="неизвестно", en="not known")
language = click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the answer.")
as_json = click.option("--json", "is_json", is_flag=True, help="Answer with one JSON object.")


@click.group("programme")
def programme() -> None:
    """Reports counted from records. Exit codes: 0 as it should be, 2 the question was wrong."""


def written(value: float | None, unit: Unit, language: str) -> str:
    """A figure with its unit, thousands apart."""
    if value is None:
        return UNKNOWN.in_language(language)
    number = f"{value:,}".replace(",", "\u202f")
    return f"{number if language == 'en' else number.replace('.', ',')} {UNITS[unit].in_language(language)}"
