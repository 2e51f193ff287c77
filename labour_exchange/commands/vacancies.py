"""`flask vacancies`: advertisements of job sites from a file, with a receipt for every row."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import IO

import click
from flask import current_app
from flask.cli import with_appcontext

from labour_exchange.commands.recognition import reading
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.vacancies.imports.columns import Reading
from labour_exchange.vacancies.imports.mapping import read_mapping
from labour_exchange.vacancies.imports.operations import BATCH, import_batch, register_source
from labour_exchange.vacancies.imports.receipts import Outcome
from labour_exchange.vacancies.imports.rows import FORMATS, Numbered, read_advertisements

ACTOR = system_actor("import")
COUNTED = {
    Outcome.CREATED: "created",
    Outcome.UPDATED: "updated",
    Outcome.UNCHANGED: "unchanged",
    Outcome.DUPLICATE: "duplicates",
    Outcome.REJECTED: "rejected",
}
SUMMARY = Text(
    kk="Жаңа: {created}, өзгерген: {updated}, өзгермеген: {unchanged}, қайталанған: {duplicates}, қабылданбаған: {rejected}. Түбіртектер: {receipts}",
    ru="Новых: {created}, изменённых: {updated}, без изменений: {unchanged}, повторов: {duplicates}, не принято: {rejected}. Квитанции: {receipts}",
    en="New: {created}, changed: {updated}, unchanged: {unchanged}, duplicates: {duplicates}, rejected: {rejected}. Receipts: {receipts}",
)


@click.group("vacancies")
def vacancies() -> None:
    """Vacancies and advertisements."""


@vacancies.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="hh, ndjson or csv; by the file's ending when not given.")
@click.option("--mapping", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Which of their fields fill ours; see docs/import.md.")
@click.option("--source", required=True, help="The name under which the source is registered.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the reasons in the receipts.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@with_appcontext
def import_file(file: Path, form: str | None, mapping: Path | None, source: str, language: str, as_json: bool) -> None:
    """Publish the advertisements in FILE. Safe to repeat: what has not changed stays as it is.

    Exit code 0: done, whatever the receipts say; 2: the file or its mapping cannot be read.
    """
    started = perf_counter()
    try:
        mapped = read_mapping(mapping) if mapping else None
    except Refusal as refusal:
        raise click.UsageError(refusal.in_language(language)) from None
    form = form or ("csv" if file.suffix == ".csv" else "ndjson")
    receipts = _receipts_path(source)
    counts: Counter[Outcome] = Counter()
    size = file.stat().st_size
    with (
        reading(size) as read,
        receipts.open("w", encoding="utf-8") as answers,
        click.progressbar(length=size, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar,
    ):
        for batch in _batches(read_advertisements(file, form, mapped, bar.update)):
            _take(batch, source, read, language, answers, counts)
    answer: dict[str, object] = {name: counts[outcome] for outcome, name in COUNTED.items()}
    answer |= {"receipts": str(receipts), "seconds": round(perf_counter() - started, 1)}
    click.echo(json.dumps(answer) if as_json else SUMMARY.in_language(language, **answer))


def _take(batch: list[Numbered], source: str, read: Reading, language: str, answers: IO[str], counts: Counter[Outcome]) -> None:
    """One batch in one transaction; its receipts are written when it is committed."""
    session = db.session()
    act_as(session, ACTOR)
    taken = import_batch(session, ACTOR, register_source(session, source), batch, read)
    session.commit()
    session.expunge_all()
    for receipt in taken:
        counts[receipt.outcome] += 1
        answers.write(json.dumps(receipt.in_language(language), ensure_ascii=False) + "\n")
    answers.flush()


def _batches(rows: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _receipts_path(source: str) -> Path:
    folder: Path = current_app.config["SETTINGS"].instance_dir / "receipts"
    folder.mkdir(parents=True, exist_ok=True)
    safe = "".join(letter if letter.isalnum() else "-" for letter in source)[:60]
    stamp = clock.now().astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")
    return folder / f"{safe}-{stamp}.ndjson"
