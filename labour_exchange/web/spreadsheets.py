"""Tables as files: CSV and XLSX that open as they are meant, letters intact and no cell taken for a formula; SDMX-CSV and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from flask import Response

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def neutralised(cell: object) -> str:
    """The cell as text; what a spreadsheet would run as a formula begins with an apostrophe. A number is none, below zero too."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) and not isinstance(cell, int | float | Decimal) else text


def csv_response(name: str, header: Sequence[object], rows: Iterable[Sequence[object]]) -> Response:
    """An attachment in UTF-8 with a byte order mark, which Excel needs to read Cyrillic."""
    return attached("".join(_lines(header, rows)).encode(), "text/csv; charset=utf-8", name)


def sdmx_response(name: str, header: Sequence[object], rows: Iterable[Sequence[object]]) -> Response:
    """SDMX-CSV 2.0, without the mark: readers of SDMX take it for a part of the first name."""
    content = "".join(_lines(header, rows)).removeprefix("\ufeff").encode()
    return attached(content, "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", name)


def xlsx_response(name: str, sheets: Mapping[str, Iterable[Sequence[object]]]) -> Response:
    """A workbook with a sheet under each name."""
    from openpyxl import Workbook  # It loads numpy: a tenth of the time that every command needs to start, for a file that few ask for.

    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([neutralised(cell) if isinstance(cell, str) else cell for cell in row])
    written = io.BytesIO()
    book.save(written)
    return attached(written.getvalue(), SPREADSHEET, name)


def json_response(name: str, document: Mapping[str, object]) -> Response:
    """Letters as they are."""
    return attached(json.dumps(document, ensure_ascii=False).encode(), "application/json", name)


def attached(content: bytes, content_type: str, name: str) -> Response:
    """A file to save."""
    response = Response(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _lines(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield "\ufeff"
    for row in (header, *rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow([neutralised(cell) for cell in row])
        yield line.getvalue()
