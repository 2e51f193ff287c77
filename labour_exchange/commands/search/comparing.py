"""`flask search compare`: two weightings of the ranking on judged queries, which queries won and lost, and how sure the difference is."""

import dataclasses
import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.discovery import engines
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.vacancies.models import Vacancy
from search.engines.postgres import CountedRarities, PostgresEngine
from search.evaluation import Judged, Measures, bootstrap_interval, mean_of, measure, read_judged
from search.ranking import WEIGHTS, Weights
from search.results import EngineUnavailable

DEPTH = 50
NAMES = {"ndcg_10": "nDCG@10", "recall_50": "recall@50", "mrr": "MRR"}
file_option = click.Path(path_type=Path, exists=True, dir_okay=False)
Answer = dict[str, Any]


@click.command("compare")
@click.option("--weights", "weights_file", type=file_option, required=True, help="TOML with the weights that differ from the present ones.")
@click.option("--judged", "judged_files", type=file_option, multiple=True, required=True, help="Judged queries, tab-separated; may be given again.")
@click.option("--half", type=click.Choice(("development", "held_out")), help="Only the queries of this half.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@with_appcontext
def compare_command(weights_file: Path, judged_files: tuple[Path, ...], half: str | None, as_json: bool) -> None:
    """Compare other weights with the present ones over judged queries, on the engine inside the database.

    Documents are named source:external id, or d and their number among the demo's vacancies. Both engines give the same order, so one is asked.
    """
    try:
        weights = weights_of(tomllib.loads(weights_file.read_text(encoding="utf-8")))
        judged = [one for file in judged_files for one in read_judged(file) if half in (None, one.half)]
    except (ValueError, TypeError) as error:
        raise click.UsageError(str(error)) from error
    session = db.session()
    act_as(session, system_actor("compare weights"))
    keys = _keys(session)
    judged = [one for one in judged if not one.grades.keys().isdisjoint(keys.values())]
    if not judged:
        raise click.ClickException("none of the judged documents is here: import them first")
    try:
        present, other = (_measured(judged, keys, each) for each in (WEIGHTS, weights))
    except EngineUnavailable as error:
        raise click.ClickException(f"the engine does not answer: {error}") from error
    answer = compared(judged, present, other)
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        _show(answer)


def weights_of(given: dict[str, Any]) -> Weights:
    """The present weights with the given ones in their place. Raises ValueError for a name or a value that is no weight's."""
    known = {field.name: getattr(WEIGHTS, field.name) for field in dataclasses.fields(Weights)}
    if unknown := sorted(given.keys() - known.keys()):
        raise ValueError(f"no such weights: {', '.join(unknown)}; there are {', '.join(known)}")
    return Weights(**{name: _weight(name, given[name], known[name]) if name in given else value for name, value in known.items()})


def compared(judged: Sequence[Judged], present: Sequence[Measures], other: Sequence[Measures]) -> Answer:
    """Means, differences with their intervals, and the queries whose nDCG@10 rose or fell."""
    means = asdict(mean_of(present)), asdict(mean_of(other))
    measures = {}
    for name in NAMES:
        differences = [getattr(new, name) - getattr(old, name) for old, new in zip(present, other, strict=True)]
        measures[name] = {
            "present": means[0][name],
            "other": means[1][name],
            "difference": means[1][name] - means[0][name],
            "interval": bootstrap_interval(differences),
        }
    moved = [
        {"query": one.query, "present": old.ndcg_10, "other": new.ndcg_10}
        for one, old, new in zip(judged, present, other, strict=True)
        if old.ndcg_10 != new.ndcg_10
    ]
    moved.sort(key=lambda row: row["present"] - row["other"])
    won = [row for row in moved if row["other"] > row["present"]]
    return {"queries": len(judged), "measures": measures, "won": won, "lost": moved[len(won) :][::-1]}


def _weight(name: str, value: object, present: object) -> Any:
    if isinstance(present, float):
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise ValueError(f"{name} is a number above 0")
        return float(value)
    if not isinstance(value, list) or not all(isinstance(step, list) and len(step) == 2 for step in value):
        raise ValueError(f"{name} is a list of pairs: a bound and its weight")
    return tuple((bound, float(weight)) for bound, weight in value)


def _keys(session: Session) -> dict[str, str]:
    """The name in judgements of every vacancy that has one."""
    advertised = select(Vacancy.public_id, Vacancy.source_name, Vacancy.external_id).where(Vacancy.external_id.is_not(None))
    found = {row.public_id: f"{row.source_name}:{row.external_id}" for row in session.execute(advertised)}
    demo = session.scalars(select(Vacancy.public_id).where(Vacancy.is_demo).order_by(Vacancy.id))
    return found | {public_id: f"d{number}" for number, public_id in enumerate(demo, start=1)}


def _measured(judged: Iterable[Judged], keys: dict[str, str], weights: Weights) -> list[Measures]:
    # No cursor leaves this command, so what signs them does not matter.
    engine = PostgresEngine(
        engines.connect,
        secret=b"no cursor leaves here",
        rarities=CountedRarities(engines.connect, weights=weights),
        weights=weights,
        clock=engines.now,
    )
    found = []
    for one in judged:
        criteria = question_of(SearchQuery(text=one.query, limit=DEPTH, facets=False)).criteria
        # Ids differ from import to import: of equal scores the judgement's name decides, as it does on every machine.
        hits = sorted(engine.find_vacancies(criteria).hits, key=lambda hit: (-hit.score, keys.get(hit.public_id, "")))
        found.append(measure([keys.get(hit.public_id, hit.public_id) for hit in hits], one.grades))
    return found


def _show(answer: Answer) -> None:
    click.echo(f"{answer['queries']} queries, {len(answer['won'])} won, {len(answer['lost'])} lost")
    for name, row in answer["measures"].items():
        low, high = row["interval"]
        click.echo(f"{NAMES[name]}: {row['present']:.4f} -> {row['other']:.4f} ({row['difference']:+.4f}, 95 % between {low:+.4f} and {high:+.4f})")
    for title, sign in (("won", "+"), ("lost", "-")):
        for row in answer[title]:
            click.echo(f"{sign} {row['query']}: {row['present']:.3f} -> {row['other']:.3f}")
