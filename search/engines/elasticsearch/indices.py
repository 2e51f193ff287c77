"""Names, creation and switching of Elasticsearch indices: an alias a kind, and a new index behind it for every rebuild."""

import secrets
from datetime import UTC, datetime

from elasticsearch import Elasticsearch, NotFoundError

from search.documents import Kind
from search.engines.elasticsearch.mappings import mapping
from search.indexes import INDEXES

# A deleted document's version is remembered this long: longer than any change is on its way, so an older one never brings it back.
DELETES_REMEMBERED = "1h"


class Indices:
    def __init__(self, client: Elasticsearch, prefix: str, shards: int, replicas: str) -> None:
        self._client = client
        self._prefix = prefix
        self._shards = shards
        # A range follows the number of nodes; a plain number is kept, and the cluster is yellow until there are enough.
        self._replicas: dict[str, object] = {"auto_expand_replicas": replicas} if "-" in replicas else {"number_of_replicas": int(replicas)}

    def alias(self, kind: Kind) -> str:
        return f"{self._prefix}-{kind}"

    def create(self, kind: Kind, *, loading: bool) -> str:
        """A new index under a name nothing has had; while `loading`, nothing is copied to replicas or shown."""
        self._keep_dropped()
        made_at = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
        name = f"{self.alias(kind)}-{INDEXES[kind].version}-{made_at}-{secrets.token_hex(3)}"
        settings: dict[str, object] = {"number_of_shards": self._shards, "gc_deletes": DELETES_REMEMBERED}
        settings |= {"refresh_interval": "-1", "number_of_replicas": 0} if loading else self._replicas
        self._client.indices.create(index=name, settings=settings, mappings=mapping(INDEXES[kind]))
        return name

    def _keep_dropped(self) -> None:
        """Forbid that an index comes to be because a change for it was still on its way when it was dropped: it would have no mapping."""
        self._client.indices.put_index_template(name=self._prefix, index_patterns=[f"{self._prefix}-*"], allow_auto_create=False, priority=500)

    def finish(self, name: str) -> None:
        self._client.indices.put_settings(index=name, settings={"refresh_interval": None, **self._replicas})
        self._client.indices.refresh(index=name)

    def all(self, kind: Kind) -> tuple[str, ...]:
        """Every index of the kind: the one in use and those being built."""
        found = self._client.indices.get(index=f"{self.alias(kind)}-*", allow_no_indices=True, expand_wildcards="open", filter_path="*.aliases")
        return tuple(sorted(found.body))

    def current(self, kind: Kind) -> str | None:
        try:
            return next(iter(self._client.indices.get_alias(name=self.alias(kind)).body), None)
        except NotFoundError:
            return None

    def ensure(self, kind: Kind) -> None:
        """An empty index in use, where there is none yet."""
        if self.current(kind) is None:
            self.switch(kind, self.create(kind, loading=False))

    def switch(self, kind: Kind, name: str) -> None:
        alias = self.alias(kind)
        moved = [{"remove": {"index": old, "alias": alias}} for old in self._behind(alias) if old != name]
        self._client.indices.update_aliases(actions=[*moved, {"add": {"index": name, "alias": alias}}])

    def drop(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._client.indices.delete(index=name, ignore_unavailable=True)

    def drop_template(self) -> None:
        self._client.indices.delete_index_template(name=self._prefix)

    def _behind(self, alias: str) -> tuple[str, ...]:
        try:
            return tuple(self._client.indices.get_alias(name=alias).body)
        except NotFoundError:
            return ()
