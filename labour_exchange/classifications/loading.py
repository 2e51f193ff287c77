"""Reads the classification tables, which are shipped with the code."""

import csv
from pathlib import Path

from labour_exchange.foundation.texts import Text

FOLDER = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated table of `data/`, by column name; a file without a line for the columns is an error."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def text_of(row: dict[str, str]) -> Text:
    return Text(kk=row["kk"], ru=row["ru"], en=row["en"])


def files(pattern: str) -> list[str]:
    """Names of the tables that follow a pattern, in alphabetical order."""
    return sorted(path.name for path in FOLDER.glob(pattern))
