"""`flask statistics collect`, `rebuild` and `show`: count what waits, show a figure, recount everything and compare."""

import sys
import time
from dataclasses import asdict
from datetime import datetime

import click
from flask.cli import with_appcontext

from labour_exchange.commands.statistics.group import ACTOR, as_json, language, reasons, say, statistics
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.errors import FieldError, InvalidInput, Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.statistics import collection, queries, texts
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import Period, month_of, read_period
from labour_exchange.territory.queries import region as region_of

COUNTED = Text(
    kk="Жаңа деректер: {facts}, секунд: {seconds}", ru="Новых фактов: {facts}, секунд: {seconds}", en="New facts: {facts}, seconds: {seconds}"
)
COMPARED = Text(
    kk="Сақталған: {stored}, қайта есептелген: {rebuilt}, жетіспейді: {missing}, артық: {extra}, қате ай қосындылары: {wrong_months}",
    ru="Хранится: {stored}, пересчитано: {rebuilt}, не хватает: {missing}, лишних: {extra}, неверных сумм месяца: {wrong_months}",
    en="Stored: {stored}, recounted: {rebuilt}, missing: {missing}, extra: {extra}, wrong monthly sums: {wrong_months}",
)
SHOWN = Text(
    kk="{name}, {region}, {period}: {value} ({unit}, {day} жағдай бойынша, анықтама нұсқасы: {version})",
    ru="{name}, {region}, {period}: {value} ({unit}, по состоянию на {day}, версия определения: {version})",
    en="{name}, {region}, {period}: {value} ({unit}, as known on {day}, definition version: {version})",
)


@statistics.command("collect")
@click.option("--everything", is_flag=True, help="Look at every record again, not only at what waits to be counted.")
@as_json
@language
@with_appcontext
def collect(everything: bool, is_json: bool, language: str) -> None:
    """Count the evidence that is not counted yet; a second run adds nothing."""
    started = time.monotonic()
    act_as(db.session(), ACTOR)
    added = collection.collect(db.session(), everything=everything)
    db.session.commit()
    say({"facts": added, "seconds": round(time.monotonic() - started, 2)}, COUNTED, is_json, language)


@statistics.command("rebuild")
@as_json
@language
@with_appcontext
def rebuild(is_json: bool, language: str) -> None:
    """Draw every fact again from the registers and the ledger and compare with those stored; ends with 1 when they differ."""
    act_as(db.session(), ACTOR)
    found = collection.rebuild(db.session())
    db.session.commit()
    say(asdict(found) | {"equal": found.is_equal}, COMPARED, is_json, language)
    sys.exit(0 if found.is_equal else 1)


@statistics.command("show")
@click.argument("code", metavar="INDICATOR")
@click.option("--region", help="ISO code such as KZ-71; the whole country when not given.")
@click.option("--period", "written", help="2026-10, 2026-Q4, 2026-H2 or 2026; this month when not given.")
@click.option("--as-known-on", type=click.DateTime(["%Y-%m-%d"]), help="Only what was recorded by that day.")
@click.option("--channel", help="self_service, office_referral, agency or programme.")
@click.option("--sex", help="female or male.")
@click.option("--age-group", help="15-24, 25-34, 35-44, 45-54 or 55+.")
@click.option("--occupation-major", help="First digit of the ISCO-08 code.")
@click.option("--programme-measure", help="Code of a measure of the state programme, such as now-training.")
@as_json
@language
@with_appcontext
def show(
    code: str, region: str | None, written: str | None, as_known_on: datetime | None, is_json: bool, language: str, **narrowed: str | None
) -> None:
    """Show one live figure; what waits to be counted is counted first."""
    act_as(db.session(), ACTOR)
    collection.collect(db.session())
    db.session.commit()
    known_on = as_known_on.date() if as_known_on else None
    dimensions = {name: value for name, value in narrowed.items() if value}
    try:
        period = _period(written)
        found = queries.indicator_value(db.session(), code, region, period, as_known_on=known_on, **dimensions)
    except Refusal as refusal:
        click.echo(reasons(refusal, language), err=True)
        sys.exit(2)
    indicator = CATALOGUE[code]
    value = found.value if found.value is None or indicator.digits else round(found.value)
    say(
        {
            "indicator": code,
            "region": region,
            "period": period.code,
            "value": value,
            "version": indicator.version,
            "as_known_on": (known_on or clock.today()).isoformat(),
            "standing": found.standing.value,
            **({"dimensions": dimensions} if dimensions else {}),
        },
        SHOWN,
        is_json,
        language,
        name=indicator.name.in_language(language),
        region=(region_of(region).name if region else texts.COUNTRY).in_language(language),
        unit=texts.UNITS[indicator.unit].in_language(language),
        value=texts.STANDINGS[found.standing].in_language(language) if found.value is None else f"{found.value:.{indicator.digits}f}",
        day=(known_on or clock.today()).isoformat(),
    )


def _period(written: str | None) -> Period:
    try:
        return read_period(written) if written else month_of(clock.today())
    except ValueError:
        raise InvalidInput([FieldError("period", texts.UNKNOWN_PERIOD)]) from None
