"""The health of an agency's feed: the last pushes, refusals by code with examples; and a CSV file for an agency without programmers."""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Response, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage
from wtforms import FileField
from wtforms.validators import DataRequired, Optional

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.queries import own_agency
from labour_exchange.discovery.recognition import read_here
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput, Refusal
from labour_exchange.vacancies.imports.mapping import read_mapping
from labour_exchange.vacancies.imports.rows import Numbered, read_advertisements
from labour_exchange.vacancies.pushes.operations import push_batch
from labour_exchange.vacancies.runs import texts
from labour_exchange.vacancies.runs.models import ImportRun, Way
from labour_exchange.vacancies.runs.operations import record_run
from labour_exchange.vacancies.runs.queries import run_of, runs_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.spreadsheets import csv_response

SOURCE = "file"
MOST_ROWS, MOST_BYTES = 1_000, 3 * 1024 * 1024


class UploadForm(Form):
    file = FileField(_l("CSV file with vacancies"), [DataRequired()])
    mapping = FileField(_l("Mapping file, if your columns have other names"), [Optional()])


@blueprint.route("/feed", methods=["GET", "POST"])
@permits(KEEP_AGENCY)
def feed() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    form = UploadForm()
    if form.validate_on_submit():
        made: list[ImportRun] = []
        try:
            act_once(form.submission_id.data, lambda: made.append(_take(form.file.data, form.mapping.data)))
            return redirect(url_for("agency.feed_run", public_id=made[0].public_id) if made else url_for("agency.feed"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("agency/feed.html", form, runs=runs_of(session, actor), most=MOST_ROWS, texts=texts, language=g.language)


@blueprint.get("/feed/<public_id>")
@permits(KEEP_AGENCY)
def feed_run(public_id: str) -> str:
    """One push: each row of a file, else the examples that were kept."""
    run = run_of(db.session(), current_actor(), public_id)
    return render_template("agency/feed_run.html", run=run, texts=texts, language=g.language)


@blueprint.get("/feed/<public_id>.csv")
@permits(KEEP_AGENCY)
def feed_file(public_id: str) -> Response:
    """The receipts of a file as a file."""
    run = run_of(db.session(), current_actor(), public_id)
    header = [_("Row"), _("Your id"), _("What became of it"), _("Code"), _("Field"), _("Reason")]
    rows = [
        [one["row"], one["external_id"], texts.said(one["outcome"], g.language), one["code"], one["field"], one["reason"].get(g.language, "")]
        for one in run.receipts
    ]
    return csv_response("receipts.csv", header, rows)


def _take(file: FileStorage, mapping: FileStorage | None) -> ImportRun:
    """Everything in one transaction: a file is small, and its receipts are of what was stored. Raises InvalidInput, Refusal(mapping_wrong)."""
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    receipts = push_batch(session, actor, agency, SOURCE, _rows(file, mapping), read_here)
    return record_run(session, agency.id, SOURCE, Way.FILE, receipts, is_kept_whole=True)


def _rows(file: FileStorage, mapping: FileStorage | None) -> list[Numbered]:
    with TemporaryDirectory() as folder:
        stored = Path(folder) / "vacancies.csv"
        stored.write_bytes(_limited(file, "file"))
        mapped = None
        if mapping is not None and mapping.filename:
            rules = Path(folder) / ("mapping.toml" if mapping.filename.endswith(".toml") else "mapping.json")
            rules.write_bytes(_limited(mapping, "mapping"))
            mapped = read_mapping(rules)
        rows = list(islice(read_advertisements(stored, "csv", mapped, lambda _bytes: None), MOST_ROWS + 1))
    if not rows:
        raise InvalidInput([FieldError("file", texts.NO_ROWS)])
    if len(rows) > MOST_ROWS:
        raise InvalidInput([FieldError("file", texts.TOO_MANY_ROWS, {"most": MOST_ROWS})])
    return rows


def _limited(file: FileStorage, field: str) -> bytes:
    content = file.stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES or b"\0" in content:
        raise InvalidInput([FieldError(field, texts.NOT_A_FILE, {"most": MOST_BYTES // 1024 // 1024})])
    return content
