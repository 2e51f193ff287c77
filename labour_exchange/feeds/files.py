"""Open data: every published vacancy as two files a day, kept for a week."""

import csv
import gzip
import io
import json
import os
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Engine

from labour_exchange.feeds import documents, snapshots
from labour_exchange.feeds.rules import Wanted
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE

KEPT_DAYS = 7
NAME = re.compile(r"vacancies-([0-9]{4}-[0-9]{2}-[0-9]{2})\.(ndjson|csv)\.gz")
FORMATS = ("ndjson", "csv")
COLUMNS = (
    *("id", "url", "title", "description", "requirements", "language", "employer_id", "employer_name", "source", "occupation", "region", "district"),
    *("place_text", "latitude", "longitude", "posts", "posts_left", "pay_from", "pay_to", "currency", "pay_stated", "employment_kind", "hours"),
    *("is_remote", "experience", "education_level", "skills_required", "skills_wished", "licences", "languages", "is_quota", "published_at"),
    "apply_by",
)
# A spreadsheet takes a cell that begins so for a formula.
ACTIVE = ("=", "+", "-", "@", "\t", "\r")
_folder: list[Path] = []
_base_url: list[str] = []


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One file that can be fetched; size in bytes."""

    name: str
    day: date
    format: str
    size: int


def keep_in(folder: Path, base_url: str) -> None:
    """Say where the files are, and how addresses in them begin; called once, by the application."""
    _folder[:] = [folder]
    _base_url[:] = [base_url]


def kept_files() -> list[OpenFile]:
    """What can be fetched, the newest first."""
    found = []
    for path in _folder[0].glob("vacancies-*.gz") if _folder and _folder[0].exists() else ():
        if match := NAME.fullmatch(path.name):
            found.append(OpenFile(path.name, date.fromisoformat(match[1]), match[2], path.stat().st_size))
    return sorted(found, key=lambda one: (one.day, one.format), reverse=True)


def path_of(name: str) -> Path:
    """Where a file lies; raises NotFound for any other name."""
    if name not in {one.name for one in kept_files()}:
        raise NotFound
    return _folder[0] / name


def write_files(engine: Engine) -> int:
    """Write today's two files from one snapshot and forget those older than a week; gives how many vacancies they hold."""
    folder, day, count = _folder[0], clock.today(), 0
    folder.mkdir(parents=True, exist_ok=True)
    drafts = {kind: folder / f".{day}.{kind}.{os.getpid()}" for kind in FORMATS}
    try:
        with snapshots.opened(engine, VISITOR, Wanted()) as snapshot, _packed(drafts["ndjson"]) as lines, _packed(drafts["csv"]) as table:
            lines.write(json.dumps(heading(snapshot.cursor), ensure_ascii=False) + "\n")
            writer = csv.writer(table)
            writer.writerow(COLUMNS)
            for row in snapshot.rows:
                document = documents.vacancy_document(row, _base_url[0], DEFAULT_LANGUAGE)
                lines.write(json.dumps(document, ensure_ascii=False) + "\n")
                writer.writerow([_cell(value) for value in _flat(document)])
                count += 1
            lines.write(json.dumps(ending(count)) + "\n")
        for kind, draft in drafts.items():
            draft.replace(folder / f"vacancies-{day}.{kind}.gz")
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
    for old in kept_files():
        if old.day <= day - timedelta(days=KEPT_DAYS):
            (folder / old.name).unlink(missing_ok=True)
    return count


def heading(cursor: str) -> dict[str, Any]:
    """The first line of a snapshot."""
    return {"snapshot": "begins", "taken_at": documents.instant(clock.now()), "cursor": cursor}


def ending(count: int) -> dict[str, Any]:
    """The last line: who does not read it has read a part only."""
    return {"snapshot": "ends", "vacancies": count}


def _packed(path: Path) -> TextIO:
    return io.TextIOWrapper(gzip.GzipFile(path, "wb", compresslevel=6, mtime=0), encoding="utf-8", newline="")


def _flat(document: dict[str, Any]) -> list[Any]:
    employer, pay = document["employer"] or {}, document["pay"] or {}
    more = {"employer_id": employer.get("id"), "employer_name": employer.get("name"), "pay_from": pay.get("from"), "pay_to": pay.get("to")}
    values = document | more | {"currency": pay.get("currency")}
    return [values[name] for name in COLUMNS]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = " ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(ACTIVE) else value
