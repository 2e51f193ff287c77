"""`flask programme efficiency YEAR`: what measures were worth, from records; `--simulate` judges the matched comparison on invented people."""

import json
import sys
from typing import Any

import click
from flask.cli import with_appcontext

from labour_exchange.commands.programme.group import ACTOR, as_json, language, programme
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.efficiency.assessment import DIMENSIONS, MONTHS, Assessment, Group, assess
from labour_exchange.programmes.efficiency.definitions import MEANINGS
from labour_exchange.programmes.efficiency.keeping import keep_assessment
from labour_exchange.programmes.efficiency.simulation import RUNS, judge

NOBODY = Text(kk="{year} жылы шара басталмаған", ru="В {year} году меры не начинались", en="No measure began in {year}")
NO_YEAR = Text(kk="Жылды атаңыз", ru="Назовите год", en="Name a year")
HEADER = Text(
    kk="Барлығы (*), шара, өңір; басталды, аяқталды, кетті; 12 айда мәлімделген / расталған / тұрақты; қосымша, пайыздық тармақ",
    ru="Всего (*), мера, регион; начали, завершили, выбыли; за 12 месяцев заявлено / подтверждено / устойчиво; дополнительно, п. п.",
    en="All (*), measure, region; entrants, completed, dropped out; in 12 months declared / confirmed / sustained; additional, points",
)
CANNOT_SAY = Text(kk="айту мүмкін емес", ru="сказать нельзя", en="cannot say")
SAID = Text(
    kk="{runs} рет: нақты әсер {effect}, жылжу {bias} (салыстырусыз {plain}), аралық {coverage} жағдайда дұрыс",
    ru="Прогонов: {runs}; истинный эффект {effect}, смещение {bias} (без подбора {plain}), интервал верен в {coverage} случаев",
    en="{runs} runs: true effect {effect}, bias {bias} (without matching {plain}), the interval holds it in {coverage}",
)


@programme.command("efficiency")
@click.argument("year", type=int, required=False)
@click.option("--region", help="ISO code such as KZ-71; the country when not given.")
@click.option("--keep", is_flag=True, help="Keep the assessment for the pages, as the nightly job does.")
@click.option("--simulate", is_flag=True, help="Judge the matched comparison on invented people with a known effect.")
@click.option("--runs", default=RUNS, show_default=True, help="How many populations --simulate draws.")
@click.option("--definitions", is_flag=True, help="Say what each figure counts.")
@as_json
@language
@with_appcontext
def efficiency(year: int | None, region: str | None, keep: bool, simulate: bool, runs: int, definitions: bool, is_json: bool, language: str) -> None:
    """Entrants, completers, dropouts, employment, retention, cost, and what would not have been without the measure."""
    if simulate:
        _simulate(runs, is_json, language)
        return
    if definitions:
        for one in MEANINGS:
            click.echo(f"{one.name.in_language(language)}\n    {one.meaning.in_language(language)}")
        return
    if year is None:
        click.echo(NO_YEAR.in_language(language), err=True)
        sys.exit(2)
    act_as(db.session(), ACTOR)
    found = keep_assessment(db.session(), year, region) if keep else assess(db.session(), year, region)
    db.session.commit()
    if found.whole is None:
        click.echo(NOBODY.in_language(language, year=year), err=True)
        sys.exit(2)
    if is_json:
        click.echo(json.dumps(as_object(found), ensure_ascii=False))
        return
    click.echo(HEADER.in_language(language))
    for group in (found.whole, *(one for dimension in DIMENSIONS[:2] for one in found.groups[dimension])):
        click.echo(_line(group, language))


def as_object(found: Assessment) -> dict[str, Any]:
    """The assessment as JSON says it."""
    assert found.whole
    return {
        "year": found.year,
        "region": found.region,
        "all": group_object(found.whole),
        "drop_reasons": dict(found.reasons),
        **{dimension: [group_object(one) for one in found.groups[dimension]] for dimension in DIMENSIONS},
    }


def group_object(group: Group) -> dict[str, Any]:
    """Counts, shares of 1, costs in tenge, and the matched comparison in points with its interval; null is "cannot say"."""
    guess, cost = group.estimate, group.additional_cost
    return {
        "key": group.key,
        **({"name": group.name} if group.name != group.key else {}),
        **{name: group.counts[name] for name in ("entrants", "completers", "dropouts", "placements", "confirmed_placements", "paid")},
        **{
            f"{name}_{months}": _rounded(group.share(f"{name}_{months}", f"left_{months}"), 3)
            for name in ("declared", "confirmed", "sustained")
            for months in MONTHS
        },
        **{f"retention_{months}": _rounded(group.share(f"kept_{months}", f"begun_{months}"), 3) for months in MONTHS},
        **{f"cost_of_{name}": _rounded(group.cost(name)) for name in ("entrants", "completers", "placements", "confirmed_placements")},
        "additional_points": _rounded(guess.effect and 100 * guess.effect, 1),
        "additional_interval": [round(100 * guess.low, 1), round(100 * guess.high, 1)] if guess.low is not None and guess.high is not None else None,
        "matched": guess.matched,
        "cost_of_additional": [round(one) for one in cost] if cost else None,
    }


def _rounded(value: float | None, digits: int = 0) -> float | None:
    return None if value is None else round(value, digits) if digits else round(value)


def _line(group: Group, language: str) -> str:
    facts = group_object(group)
    points = CANNOT_SAY.in_language(language)
    if facts["additional_interval"]:
        low, high = facts["additional_interval"]
        points = f"{facts['additional_points']:+} [{low}; {high}]"
    shares = " / ".join(str(facts[f"{name}_12"]) for name in ("declared", "confirmed", "sustained"))
    return f"{group.key or '*':<26} {facts['entrants']:>8} {facts['completers']:>8} {facts['dropouts']:>7}  {shares:<24} {points}"


def _simulate(runs: int, is_json: bool, language: str) -> None:
    found = judge(runs)
    facts = {
        "runs": found.runs,
        "effect_points": 100 * found.effect,
        "bias_points": round(100 * found.bias, 2),
        "unmatched_bias_points": round(100 * found.plain_bias, 2),
        "coverage_percent": round(100 * found.coverage, 1),
        "cannot_say": found.unsaid,
    }
    if is_json:
        click.echo(json.dumps(facts))
        return
    words = {"effect": facts["effect_points"], "bias": facts["bias_points"], "plain": facts["unmatched_bias_points"]}
    click.echo(SAID.in_language(language, runs=runs, coverage=f"{facts['coverage_percent']} %", **words))
