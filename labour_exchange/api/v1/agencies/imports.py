"""Many vacancies at once: a stream of lines in, a receipt for each of them out, in order."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO, Any

from flask import Response, request, stream_with_context

from labour_exchange.agencies.clients.access import PUSH_VACANCIES
from labour_exchange.agencies.models import Agency
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.programs.acts import key_of_request, owner_of_keys
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.programs.turns import turn
from labour_exchange.api.texts import TOO_LARGE_STREAM
from labour_exchange.api.v1.agencies import told
from labour_exchange.api.v1.agencies.shapes import ReceiptItem, StreamQuestion
from labour_exchange.api.v1.agencies.vacancies import own
from labour_exchange.api.v1.shapes import described
from labour_exchange.discovery.recognition import read_here
from labour_exchange.foundation.access import Actor, permits
from labour_exchange.foundation.database import ExchangeSession, act_as, db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.vacancies.imports.rows import LONGEST_ROW
from labour_exchange.vacancies.pushes.operations import push_batch
from labour_exchange.vacancies.pushes.reading import read_stream
from labour_exchange.vacancies.pushes.receipts import fingerprint_of, keep_receipts, kept_receipts
from labour_exchange.vacancies.runs.models import Way
from labour_exchange.vacancies.runs.operations import add_to_run, record_run

blueprint = Blueprint("api_imports", __name__, url_prefix="/api/v1", description="Many vacancies at once, as a stream of lines.")
NDJSON = "application/x-ndjson"
BATCH = 500
LARGEST_STREAM = 1024 * 1024 * 1024
PIECE = 1024 * 1024
IN_MEMORY = 4 * PIECE
LINE = '{"external_id": "a-1", "employer_bin": "…", "title": "Welder", "description": "Weld frames of buses.", "region_code": "KZ-71"}\n'


@blueprint.post("/vacancies:import")
@permits(PUSH_VACANCIES)
@blueprint.arguments(StreamQuestion, location="query", unknown="raise")
@blueprint.response(200, ReceiptItem, content_type=NDJSON, description="One receipt a line, in the order of the lines.")
@described(
    blueprint,
    "importVacancies",
    "Send many vacancies",
    scope=PUSH_VACANCIES.scope.value,
    refusals=(413,),
    requestBody={"required": True, "content": {NDJSON: {"schema": {"type": "string", "example": LINE}}}},
    **{"x-idempotent": True},
)
def import_vacancies(question: dict[str, Any]) -> Any:
    """One JSON object a line (NDJSON): the fields of a vacancy with external_id; is_closed takes off. A bad line is answered and stops nothing.

    Under an Idempotency-Key a stream that was cut off is sent again and answered as before.
    """
    key, owner, agency, actor = key_of_request(), owner_of_keys(), own(), proven().actor
    body = _received()
    answered = _receipts(body, agency, actor, question["source"], owner, key)
    return Response(stream_with_context(answered), 200, mimetype=NDJSON)


def _received() -> IO[bytes]:
    """The whole body in a file beside the memory.

    It is read before the first receipt is written: most programs send everything before they begin to read, and both sides would wait for ever.
    """
    request.max_content_length = LARGEST_STREAM
    body = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed when its last receipt is written
    size = 0
    while piece := request.stream.read(PIECE):
        size += len(piece)
        if size > LARGEST_STREAM:
            body.close()
            raise _TooLarge(TOO_LARGE_STREAM, most=LARGEST_STREAM)
        body.write(piece)
    body.seek(0)
    return body


class _TooLarge(Refusal):
    status = 413


def _receipts(body: IO[bytes], agency: Agency, actor: Actor, source: str, owner: str, key: str | None) -> Iterator[str]:
    """Batch by batch, each committed before its receipts are written."""
    with body:
        taken = _Push(agency, actor, source, owner, key)
        while lines := list(islice(_lines(body), BATCH)):
            receipts = taken.answered(lines)
            yield "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in receipts)


def _lines(body: IO[bytes]) -> Iterator[bytes]:
    """Lines that are not blank; a long one in pieces, which are refused together."""
    while line := body.readline(LONGEST_ROW + 1):
        if line.strip():
            yield line


class _Push:
    """A stream while it is taken: who sends it, how far it has come, and the run in which the agency will read what became of it."""

    def __init__(self, agency: Agency, actor: Actor, source: str, owner: str, key: str | None) -> None:
        self.agency, self.actor, self.source, self.owner, self.key = agency, actor, source, owner, key
        self.first = 1
        self.run_id: int | None = None

    def answered(self, lines: Sequence[bytes]) -> list[dict[str, Any]]:
        """The receipts of the next lines; those of a stream that is sent again are the ones it was given."""
        session = db.session()
        act_as(session, self.actor)
        with turn(session):
            fingerprint = fingerprint_of(self.source, lines)
            known = kept_receipts(session, self.owner, self.key, self.first, fingerprint) if self.key else None
            if known is None:
                known = self._taken(session, lines)
                if self.key:
                    keep_receipts(session, self.owner, self.key, self.first, fingerprint, known)
            session.commit()
        session.expunge_all()
        self.first += len(known)
        return known

    def _taken(self, session: ExchangeSession, lines: Sequence[bytes]) -> list[dict[str, Any]]:
        rows = [(number + self.first - 1, external_id, said) for number, external_id, said in read_stream(iter(lines))]
        receipts = push_batch(session, self.actor, self.agency, self.source, rows, read_here)
        if self.run_id is None:
            self.run_id = record_run(session, self.agency.id, self.source, Way.API, receipts).id
        else:
            add_to_run(session, self.run_id, receipts)
        return [told.receipt(one) for one in receipts]
