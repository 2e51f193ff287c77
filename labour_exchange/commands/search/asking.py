"""`flask search`: ask the search, see how it reads words, rebuild and check its indexes."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from labour_exchange.commands.search.comparing import compare_command
from labour_exchange.commands.search.coverage import coverage, open_vacancies_by_group, show_coverage
from labour_exchange.commands.search.stemming import stem_command
from labour_exchange.discovery import finders, synchronisation, upkeep
from labour_exchange.discovery.questions import SearchQuery, understanding_of
from labour_exchange.foundation.access import VISITOR, system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.territory.queries import is_region, place
from search.analysis.concepts import lexicon
from search.analysis.stemming import LANGUAGES
from search.documents import KINDS, Kind
from search.lifecycle import RebuildRefused
from search.results import EngineUnavailable

ENGINES = ("postgres", "elasticsearch")
Answer = dict[str, Any]
Show = Callable[[Answer], object]
as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
from_file = click.option("--file", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Texts, one a line.")


@click.group("search")
def search() -> None:
    """Ask the search and keep it."""


search.add_command(stem_command)
search.add_command(compare_command)


@search.command("query")
@click.argument("text", required=False)
@click.option("--region", "regions", multiple=True, help="ISO code of a region, for example KZ-71; several are alternatives.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(0, 1000))
@click.option("--engine", type=click.Choice(ENGINES), help="Ask this engine instead of the usual one.")
@from_file
@as_json
@with_appcontext
def query(text: str | None, regions: tuple[str, ...], limit: int, engine: str | None, file: Path | None, as_json: bool) -> None:
    """Find published vacancies as a visitor would."""
    if unknown := [code for code in regions if not is_region(code)]:
        raise click.BadParameter(f"no such region: {', '.join(unknown)}", param_hint="--region")
    act_as(db.session(), VISITOR)

    def ask(asked: str) -> Answer:
        wanted = SearchQuery(text=asked, regions=regions, limit=limit, facets=False)
        try:
            return _page(finders.find_vacancies(db.session(), VISITOR, wanted, engine=engine))
        except EngineUnavailable as error:
            raise click.ClickException(f"the engine does not answer: {error}") from error
        except KeyError as error:
            raise click.BadParameter(str(error.args[0]), param_hint="--engine") from error

    _answer(ask, _show_page, text, file, as_json)


@search.command("recognise")
@click.argument("text", required=False)
@from_file
@as_json
@with_appcontext
def recognise(text: str | None, file: Path | None, as_json: bool) -> None:
    """Say which occupations and skills a text names."""
    _answer(_recognised, _show_recognised, text, file, as_json)


@search.command("lexicon")
@click.argument("code", required=False)
@as_json
@with_appcontext
def show_lexicon(code: str | None, as_json: bool) -> None:
    """Say what an occupation (unit group) or a skill is called, or where the lexicon is thin."""
    entries = lexicon()
    if code is None:
        act_as(db.session(), VISITOR)
        _write(coverage(entries, open_vacancies_by_group(db.session())), show_coverage, as_json)
        return
    kinds = {kind: {language: list(entries.names(kind, code, language)) for language in LANGUAGES} for kind in ("occupation", "skill")}
    known = {kind: names for kind, names in kinds.items() if any(names.values())}
    if not known:
        raise click.BadParameter(f"the lexicon has no {code}", param_hint="CODE")
    ((kind, names),) = known.items()

    def show(found: Answer) -> None:
        for language in LANGUAGES:
            click.echo(f"{language}\t{', '.join(found['names'][language])}")

    _write({"kind": kind, "code": code, "names": names}, show, as_json)


@search.command("rebuild")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only this kind of document.")
@click.option(
    "--as-they-stand", is_flag=True, help="Take the documents as they are: enough for a new number of shards, or after the loss of an index."
)
@as_json
@with_appcontext
def rebuild(kinds: tuple[Kind, ...], as_they_stand: bool, as_json: bool) -> None:
    """Render every document anew and fill a new index; stopped in the middle, it goes on where it was."""
    session = db.session()
    act_as(session, system_actor("rebuild search"))
    built: dict[str, int] = {}
    for kind in kinds or KINDS:
        with click.progressbar(length=1, label=kind, file=sys.stderr, hidden=as_json or not sys.stderr.isatty()) as bar:

            def progress(done: int, total: int, shown: Any = bar) -> None:
                shown.length = total
                shown.update(done - shown.pos)

            try:
                built[kind] = upkeep.rebuild(session, kind, progress, renders=not as_they_stand)
            except (RebuildRefused, EngineUnavailable) as error:
                raise click.ClickException(str(error)) from error
    _write({"documents": built}, lambda found: [click.echo(f"{kind}: {count}") for kind, count in found["documents"].items()], as_json)


@search.command("render")
@as_json
@with_appcontext
def render(as_json: bool) -> None:
    """Render what has changed, as the worker does; several at once share the work, after a large load."""
    session = db.session()
    act_as(session, system_actor("render documents"))
    done = synchronisation.synchronise_all(session)
    _write({"documents": done}, lambda found: click.echo(f"{found['documents']} documents"), as_json)


@search.command("check")
@click.option("--deep", is_flag=True, help="Render every row again and compare contents too.")
@as_json
@with_appcontext
def check(deep: bool, as_json: bool) -> None:
    """Compare rows, documents and index, and repair what differs. Exit code 1 when something is still wrong."""
    session = db.session()
    act_as(session, system_actor("check search"))
    try:
        found = upkeep.check(session, deep=deep)
    except EngineUnavailable as error:
        raise click.ClickException(f"Elasticsearch does not answer; documents were checked, its copies not: {error}") from error
    _write(asdict(found), lambda facts: [click.echo(f"{name}: {value}") for name, value in facts.items()], as_json)
    if found.repaired < found.missing + found.extra + found.stale:
        sys.exit(1)


def _answer(ask: Callable[[str], Answer], show: Show, text: str | None, file: Path | None, as_json: bool) -> None:
    """One text, or every line of a file; a file is answered in JSON always, an empty line with an empty answer."""
    if (text is None) == (file is None):
        raise click.UsageError("give a text, or a file with --file")
    if file is None:
        _write(ask(text or ""), show, as_json)
        return
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            _write(ask(line.strip()), show, True)


def _write(found: Answer, show: Show, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        show(found)


def _page(found: finders.FoundPage) -> Answer:
    codes = {kind: [one.value for one in found.understood if one.kind == kind] for kind in ("occupation", "skill", "place")}
    regions = list(dict.fromkeys(place(code).region_code for code in codes["place"]))
    return {
        "total": found.total,
        "engine": found.engine,
        "took_ms": round(found.took_ms, 1),
        "understood": {"occupations": codes["occupation"], "skills": codes["skill"], "regions": regions},
        "corrected": [{"typed": typed, "used": used} for typed, used in found.corrected],
        "hits": [_hit(hit) for hit in found.hits],
    }


def _hit(hit: finders.FoundVacancy) -> Answer:
    vacancy = hit.vacancy
    return {
        "id": vacancy.public_id,
        "source": vacancy.source_name or vacancy.source.value,
        "external_id": vacancy.external_id,
        "title": vacancy.title,
        "region": vacancy.region_code,
        "occupation": vacancy.occupation_code,
        "score": round(hit.score, 3),
        "reasons": [{"name": reason.name, "score": round(reason.score, 3)} for reason in hit.raw_reasons],
    }


def _recognised(text: str) -> Answer:
    read = understanding_of(text)
    return {
        "occupations": [{"code": concept.id, "score": concept.score} for concept in read.occupations],
        "skills": [{"id": concept.id, "score": concept.score} for concept in read.skills],
    }


def _show_page(found: Answer) -> None:
    understood = json.dumps(found["understood"], ensure_ascii=False)
    click.echo(f"{found['total']} found by {found['engine']} in {found['took_ms']} ms; understood: {understood}")
    for hit in found["hits"]:
        click.echo(f"{hit['score']:>8}  {hit['id']}  {hit['region'] or '-':<6} {hit['occupation'] or '-':<5} {hit['title']}")


def _show_recognised(found: Answer) -> None:
    for concept in (*found["occupations"], *found["skills"]):
        click.echo(f"{concept['score']}\t{concept.get('code') or concept.get('id')}")
