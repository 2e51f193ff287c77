"""`flask programme report half-year 2017` and `flask programme report 2012`: every figure counted from records when it is asked."""

import json
import sys
import time
from typing import Any, NoReturn

import click
from flask.cli import with_appcontext

from labour_exchange.commands.programme.group import ACTOR, as_json, language, programme, written
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.reporting.definitions import LINES, NOTE, Unit
from labour_exchange.programmes.reporting.figures import Figures, figures_by_region, plan_after
from labour_exchange.programmes.reporting.periods import ReportCode, span_of
from labour_exchange.territory.queries import is_region
from labour_exchange.territory.queries import region as region_of

YEARS = range(1990, 2101)
UNREADABLE = Text(
    kk="Есепті былай атаңыз: half-year 2017 немесе 2012",
    ru="Назовите отчёт так: half-year 2017 или 2012",
    en="Name a report like this: half-year 2017, or 2012",
)
NO_REGION = Text(kk="Мұндай өңір жоқ: {code}", ru="Такого региона нет: {code}", en="There is no such region: {code}")
COUNTRY = Text(kk="Ел бойынша", ru="По стране", en="The country")
PLAN = Text(kk="{period} жылға жоспар", ru="План на {period} год", en="Plan for {period}")
PLANNED = Text(kk="{places} орын, {money}", ru="мест: {places}, {money}", en="{places} places, {money}")
COUNTED_IN = Text(kk="Есептеу уақыты: {seconds} с", ru="Подсчёт занял {seconds} с", en="Counted in {seconds} s")


@programme.command("report")
@click.argument("words", nargs=-1, required=True, metavar="[half-year] YEAR")
@click.option("--region", help="ISO code such as KZ-71; the country and every region when not given.")
@click.option("--definitions", is_flag=True, help="Say what each line counts instead of counting.")
@as_json
@language
@with_appcontext
def report(words: tuple[str, ...], region: str | None, definitions: bool, is_json: bool, language: str) -> None:
    """Print a report: the first half of a year with the plan of the next one, or a year beside the year before."""
    asked = read_words(words)
    if asked is None:
        _refuse(UNREADABLE, language)
    code, year = asked
    if region is not None and not is_region(region):
        _refuse(NO_REGION, language, code=region)
    if definitions:
        _define(code, is_json, language)
        return
    act_as(db.session(), ACTOR)
    started = time.monotonic()
    found = figures_by_region(db.session(), code, year, region)
    plan = plan_after(db.session(), year, region) if code is ReportCode.HALF_YEAR else {}
    seconds = round(time.monotonic() - started, 2)
    if is_json:
        click.echo(json.dumps(as_object(code, year, region, found, plan)))
    else:
        _say(code, year, region, found, plan, seconds, language)


def read_words(words: tuple[str, ...]) -> tuple[ReportCode, int] | None:
    """None when it is no report's name."""
    year = words[-1]
    if not year.isdecimal() or int(year) not in YEARS:
        return None
    if len(words) == 1:
        return ReportCode.YEAR, int(year)
    return (ReportCode.HALF_YEAR, int(year)) if words[:-1] == ("half-year",) else None


def as_object(
    code: ReportCode, year: int, region: str | None, found: dict[str | None, Figures], plan: dict[str | None, dict[str, int]]
) -> dict[str, Any]:
    """The report as JSON says it: the whole first, then the plan of the year after, then the regions."""
    span = span_of(code, year)
    written_plan = {"period": str(year + 1), **plan.get(None, {"places": 0, "kzt": 0}), "measures": {one: plan[one] for one in plan if one}}
    return {
        "period": span.code,
        **({"region": region} if region else {}),
        **found[region],
        **({"plan": written_plan} if code is ReportCode.HALF_YEAR else {}),
        **({} if region else {"regions": {place: found[place] for place in sorted(one for one in found if one)}}),
    }


def _say(
    code: ReportCode,
    year: int,
    region: str | None,
    found: dict[str | None, Figures],
    plan: dict[str | None, dict[str, int]],
    seconds: float,
    language: str,
) -> None:
    place = region_of(region).name if region else COUNTRY
    click.echo(f"{span_of(code, year).code}. {place.in_language(language)}")
    for line in LINES[code]:
        click.echo(f"  {line.name.in_language(language)}: {written(found[region][line.key], line.unit, language)}")
    if plan:
        whole = plan[None]
        planned = PLANNED.in_language(language, places=f"{whole['places']:,}".replace(",", "\u202f"), money=written(whole["kzt"], Unit.KZT, language))
        click.echo(f"  {PLAN.in_language(language, period=year + 1)}: {planned}")
    first = LINES[code][0]
    for other in sorted(one for one in found if one and one != region):
        value = written(found[other][first.key], first.unit, language)
        click.echo(f"    {region_of(other).name.in_language(language)}: {first.name.in_language(language).lower()} {value}")
    click.echo(COUNTED_IN.in_language(language, seconds=seconds))


def _define(code: ReportCode, is_json: bool, language: str) -> None:
    if is_json:
        kept = {line.key: {"name": line.name.in_language(language), "meaning": line.meaning.in_language(language)} for line in LINES[code]}
        click.echo(json.dumps(kept | {"note": NOTE.in_language(language)}, ensure_ascii=False))
        return
    for line in LINES[code]:
        click.echo(f"{line.key}: {line.name.in_language(language)}\n    {line.meaning.in_language(language)}")
    click.echo(NOTE.in_language(language))


def _refuse(words: Text, language: str, **values: object) -> NoReturn:
    click.echo(words.in_language(language, **values), err=True)
    sys.exit(2)
