"""`flask evidence import`: files of the state registers become evidence in the ledgers of placements."""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TextIO, TypeVar

import click
from flask import current_app
from flask.cli import with_appcontext

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.placements.operations.registers import record_register_rows
from labour_exchange.placements.rules.registers import HEADERS, Outcome, Receipt, RegisterRow, read_row
from labour_exchange.placements.states import Register

BATCH = 500
WRONG_HEADER = 2
Line = TypeVar("Line")


@click.group("evidence")
def evidence() -> None:
    """Evidence that placements are real and last."""


@evidence.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--register", "name", type=click.Choice([register.value for register in Register]), required=True, help="Which register the file is from."
)
@click.option("--receipts", type=click.Path(dir_okay=False, path_type=Path), help="Where the receipts go; by default beside the other receipts.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@with_appcontext
def import_evidence(file: Path, name: str, receipts: Path | None, as_json: bool) -> None:
    """Read FILE (CSV with a header, described in docs/operations-evidence.md); reading it again changes nothing.

    Each batch of 500 rows is committed with its receipts, so an interrupted import is resumed by running it again.
    """
    register, began = Register(name), monotonic()
    target = receipts or _receipts_file(register)
    target.parent.mkdir(parents=True, exist_ok=True)
    with file.open(newline="", encoding="utf-8-sig") as source, target.open("w", encoding="utf-8") as written:
        reader = csv.DictReader(source)
        missing = [column for column in HEADERS[register] if column not in (reader.fieldnames or [])]
        if missing:
            click.echo(f"The header lacks: {', '.join(missing)}", err=True)
            sys.exit(WRONG_HEADER)
        counts = _import(register, enumerate(reader, start=2), written, is_quiet=as_json)
    summary: dict[str, object] = {outcome.value: counts[outcome] for outcome in Outcome}
    summary |= {"receipts": str(target), "seconds": round(monotonic() - began, 1)}
    click.echo(json.dumps(summary) if as_json else ", ".join(f"{key} {value}" for key, value in summary.items()))


def _import(register: Register, lines: Iterable[tuple[int, dict[str | None, str | None]]], written: TextIO, *, is_quiet: bool) -> Counter[Outcome]:
    session, actor = db.session(), system_actor("evidence import")
    act_as(session, actor)
    counts: Counter[Outcome] = Counter()
    for batch in _batches(lines):
        read = [read_row(register, line, cells, clock.today()) for line, cells in batch]
        rows = [row for row in read if isinstance(row, RegisterRow)]
        recorded = {receipt.line: receipt for receipt in record_register_rows(session, actor, register, rows)}
        session.commit()
        session.expunge_all()
        for one in read:
            receipt = one if isinstance(one, Receipt) else recorded[one.line]
            counts[receipt.outcome] += 1
            written.write(json.dumps({key: value for key, value in asdict(receipt).items() if value != ""}) + "\n")
        written.flush()
        if not is_quiet:
            click.echo(f"{counts.total()} rows", err=True)
    return counts


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    iterator = iter(lines)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _receipts_file(register: Register) -> Path:
    folder: Path = current_app.config["SETTINGS"].instance_dir / "receipts"
    return folder / f"evidence-{register.value}-{clock.now():%Y%m%dT%H%M%S}.ndjson"
