"""Bulk changes of Elasticsearch indices, with the reply looked at item by item."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.documents import Document
from search.engines.elasticsearch.mappings import source
from search.indexes.fields import Index
from search.results import CopyFailed

CHUNK = 1000
CHUNK_BYTES = 10 * 2**20
SENDERS = 2  # The server writes one bulk of an index on one core.
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


def apply_at_once(client: Elasticsearch, actions: Iterable[dict[str, Any]]) -> int:
    """The same for very many: parts are made while those before them are on their way to the server, and few are held at once."""
    changed, remaining, sent = 0, iter(actions), deque[Future[int]]()
    with ThreadPoolExecutor(SENDERS, "bulk") as senders:
        while part := list(islice(remaining, CHUNK)):
            if len(sent) > SENDERS:
                changed += sent.popleft().result()
            sent.append(senders.submit(apply, client, part))
        return changed + sum(each.result() for each in sent)


def _action(verb: str, name: str, public_id: str, version: int) -> dict[str, Any]:
    return {"_op_type": verb, "_index": name, "_id": public_id, "version": version, "version_type": "external_gte"}
