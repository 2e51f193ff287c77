"""Bulk changes of Elasticsearch indices, with the reply looked at item by item."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from queue import Empty, Queue
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.documents import Document
from search.engines.elasticsearch.mappings import source
from search.indexes.fields import Index
from search.results import CopyFailed

CHUNK = 1000
CHUNK_BYTES = 10 * 2**20
CONFLICT = 409  # A newer version is there already: nothing to do.
ABSENT = 404  # Deleted before it came, and the version is kept all the same; or the index was dropped, and its successor has the change.


def puts(name: str, index: Index, documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        yield _action("index", name, document.public_id, document.version) | {"_source": source(index, document)}


def removals(name: str, versions: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    return (_action("delete", name, public_id, version) for public_id, version in versions.items())


def apply(client: Elasticsearch, actions: Iterable[dict[str, Any]]) -> int:
    """Send the actions; returns how many changed something. Raises CopyFailed with every item that was refused."""
    changed = 0
    refused: dict[str, str] = {}
    for done, item in streaming_bulk(client, actions, chunk_size=CHUNK, max_chunk_bytes=CHUNK_BYTES, raise_on_error=False, max_retries=2):
        ((_, reply),) = item.items()
        if done:
            changed += 1
        elif reply["status"] not in (CONFLICT, ABSENT):
            refused[reply["_id"]] = str(reply.get("error", reply["status"]))
    if refused:
        raise CopyFailed(refused)
    return changed


def ahead(actions: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The same actions, made by a thread of their own while those before them are on their way to the server; few are held at once."""
    parts: Queue[list[dict[str, Any]] | BaseException | None] = Queue(maxsize=2)
    stopped = threading.Event()

    def make() -> None:
        remaining = iter(actions)
        try:
            while not stopped.is_set() and (part := list(islice(remaining, CHUNK))):
                parts.put(part)
            parts.put(None)
        except BaseException as error:
            parts.put(error)

    maker = threading.Thread(target=make, name="documents", daemon=True)
    maker.start()
    try:
        while (part := parts.get()) is not None:
            if isinstance(part, BaseException):
                raise part
            yield from part
    finally:
        # Whoever stops in the middle may leave the maker waiting to hand over what nobody takes.
        stopped.set()
        while maker.is_alive():
            with suppress(Empty):
                parts.get(timeout=0.1)
        maker.join()


def _action(verb: str, name: str, public_id: str, version: int) -> dict[str, Any]:
    return {"_op_type": verb, "_index": name, "_id": public_id, "version": version, "version_type": "external_gte"}
