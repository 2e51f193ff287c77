"""`flask statistics forecast` makes the forecasts; `backtest` tests them on the last five years of any monthly series."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask.cli import with_appcontext

from labour_exchange.commands.statistics.group import ACTOR, as_json, language, reasons, say, statistics
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.forecasts.operations import make_forecasts

if TYPE_CHECKING:
    from labour_exchange.statistics.forecasts.backtest import Tested

HEADS = Text(
    kk="Қатар\tМодель\tMASE\tНаив MASE\tИнтервалдағысы\tЕскерту",
    ru="Ряд\tМодель\tMASE\tMASE наивной\tВ интервале\tЗамечание",
    en="Series\tModel\tMASE\tNaive MASE\tCovered\tRemark",
)
WORSE = Text(kk="былтырғы айдан нашар", ru="хуже прошлогоднего месяца", en="worse than seasonal naive")
TOO_SHORT = Text(kk="қатар тым қысқа: 48 ай керек", ru="ряд короток: нужно 48 месяцев", en="too short: 48 months are needed")
CONSTANT = Text(kk="мән өзгермейді, MASE есептелмейді", ru="значение не меняется, MASE не определена", en="never changes, MASE is not defined")
FILLED = Text(kk="толтырылған айлар: {count}", ru="восполнено месяцев: {count}", en="months filled in: {count}")
MADE = Text(kk="Жаңа болжамдар: {forecasts}", ru="Новых прогнозов: {forecasts}", en="New forecasts: {forecasts}")
MEAN = Text(kk="Орташа", ru="Среднее", en="Mean")


@statistics.command("forecast")
@as_json
@language
@with_appcontext
def make(is_json: bool, language: str) -> None:
    """Make the forecasts after the last month that is over, as the monthly job does; a second run adds none."""
    act_as(db.session(), ACTOR)
    made = make_forecasts(db.session())
    db.session.commit()
    say({"forecasts": made}, MADE, is_json, language)


@statistics.command("backtest")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@language
def backtest(file: Path, is_json: bool, language: str) -> None:
    """Test the forecasts on a CSV file of series, month and value; ends with 2 when the file cannot be read."""
    # They load numpy, which no other command needs at its start.
    from labour_exchange.statistics.forecasts.backtest import backtest as test
    from labour_exchange.statistics.forecasts.reading import read_series

    try:
        series = read_series(file.read_bytes())
    except Refusal as refusal:
        click.echo(reasons(refusal, language), err=True)
        sys.exit(2)
    with click.progressbar(series, file=sys.stderr, hidden=not sys.stderr.isatty()) as every:
        tested = [test(one.name, one.observed) for one in every]
    if is_json:
        click.echo(json.dumps({"series": [_item(one) for one in tested]}, ensure_ascii=False))
    else:
        _print_table(tested, language)


def _item(tested: "Tested") -> dict[str, object]:
    measures = {"mase": tested.mase, "mase_seasonal_naive": tested.mase_seasonal_naive, "coverage": tested.coverage}
    return {"name": tested.name, "model": tested.model, **{key: _rounded(value) for key, value in measures.items()}}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _print_table(tested: "list[Tested]", language: str) -> None:
    rows = [HEADS.in_language(language).split("\t")]
    for one in tested:
        rows.append([one.name, one.model or "–", *_written(one.mase, one.mase_seasonal_naive, one.coverage), _remark(one, language)])
    if len(tested) > 1:
        columns = ([getattr(one, key) for one in tested] for key in ("mase", "mase_seasonal_naive", "coverage"))
        known = ([value for value in column if value is not None] for column in columns)
        rows.append([MEAN.in_language(language), "", *_written(*(sum(column) / len(column) if column else None for column in known)), ""])
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [cell.rjust(width) if 2 <= place <= 4 else cell.ljust(width) for place, (cell, width) in enumerate(zip(row, widths, strict=True))]
        click.echo("  ".join(cells).rstrip())


def _written(*values: float | None) -> list[str]:
    return ["–" if value is None else f"{value:.3f}" for value in values]


def _remark(tested: "Tested", language: str) -> str:
    found = []
    if tested.model is None:
        found.append(TOO_SHORT)
    elif tested.mase is None:
        found.append(CONSTANT)
    if tested.is_worse_than_naive:
        found.append(WORSE)
    words = [one.in_language(language) for one in found]
    return "; ".join(words + ([FILLED.in_language(language, count=tested.filled)] if tested.filled else []))
