"""The engine of a country: searches, changes and rebuilds of an Elasticsearch index that is a copy of the document tables."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from elasticsearch import ApiError, Elasticsearch, OrjsonSerializer, TransportError

from search.criteria import Criteria, ProfileCriteria, VacancyCriteria
from search.documents import KINDS, Document, Kind
from search.engines.base import Clock, Rarities, Version
from search.engines.elasticsearch.bodies import TOTAL, VALUES, clause_number, search_body
from search.engines.elasticsearch.bulk import apply, apply_at_once, puts, removals
from search.engines.elasticsearch.indices import Indices
from search.engines.elasticsearch.mappings import source
from search.engines.paging import Last, Paging, Question
from search.indexes import INDEXES
from search.queries.facets import counted_facets
from search.ranking import PARTS, WEIGHTS, Weights
from search.results import EngineUnavailable, Facet, Hit, Page, Reason

NAME = "elasticsearch"
SEARCH_SECONDS = 2.0
CHANGE_SECONDS = 60.0
WALK = 5000
WALK_KEPT = "2m"


class ElasticsearchEngine:
    """`secret` signs cursors and `rarities` weighs words; every engine of a house is given the same. `prefix` begins the names of its indices.

    `url` names one node or several, between commas: while one is away the others are asked. `replicas` is a number, or "0-1": one where there is a
    second node for it.
    """

    def __init__(
        self,
        url: str,
        *,
        prefix: str,
        secret: bytes,
        rarities: Rarities,
        clock: Clock | None = None,
        weights: Weights = WEIGHTS,
        shards: int = 1,
        replicas: str = "0-1",
    ) -> None:
        nodes = url.split(",")
        retries = max(1, len(nodes) - 1)
        client = Elasticsearch(nodes, request_timeout=SEARCH_SECONDS, max_retries=retries, retry_on_timeout=True, serializer=OrjsonSerializer())
        self._searching = client
        self._changing = client.options(request_timeout=CHANGE_SECONDS)
        self._indices = Indices(self._changing, prefix, shards, replicas)
        self._paging = Paging(NAME, secret, rarities, clock, weights)

    @property
    def name(self) -> str:
        return NAME

    def find_vacancies(self, criteria: VacancyCriteria) -> Page:
        return self._find("vacancies", criteria)

    def find_profiles(self, criteria: ProfileCriteria) -> Page:
        return self._find("profiles", criteria)

    def put(self, kind: Kind, documents: Iterable[Document]) -> int:
        batch = tuple(documents)
        with _answering():
            # Asked anew each time, and after the documents were committed: a rebuild that begins meanwhile either reads them or is given them here.
            return max((apply(self._changing, puts(name, INDEXES[kind], batch)) for name in self._indices.all(kind)), default=0)

    def remove(self, kind: Kind, versions: Mapping[str, int]) -> int:
        with _answering():
            return max((apply(self._changing, removals(name, versions)) for name in self._indices.all(kind)), default=0)

    def refresh(self) -> None:
        with _answering():
            for kind in KINDS:
                self._changing.indices.refresh(index=self._indices.alias(kind))

    def count(self, kind: Kind) -> int:
        with _answering():
            return int(self._searching.count(index=self._indices.alias(kind))["count"])

    def versions(self, kind: Kind) -> Iterator[Version]:
        return self.versions_in(self._indices.alias(kind))

    def versions_in(self, index: str) -> Iterator[Version]:
        with _answering():
            kept = self._changing.open_point_in_time(index=index, keep_alive=WALK_KEPT)["id"]
            try:
                after: list[Any] | None = None
                while hits := self._walked(kept, after):
                    yield from (Version(hit["_id"], hit["fields"]["version"][0], hit["fields"]["hash"][0]) for hit in hits)
                    after = hits[-1]["sort"][:1]
            finally:
                self._changing.close_point_in_time(id=kept)

    def ensure_indexes(self) -> None:
        """Empty indexes where there are none, so that searches find nothing instead of failing."""
        with _answering():
            for kind in KINDS:
                self._indices.ensure(kind)

    def create_index(self, kind: Kind) -> str:
        with _answering():
            return self._indices.create(kind, loading=True)

    def load(self, index: str, kind: Kind, documents: Iterable[Document]) -> int:
        with _answering():
            return apply_at_once(self._changing, puts(index, INDEXES[kind], documents))

    def finish(self, index: str) -> int:
        with _answering():
            self._indices.finish(index)
            return int(self._changing.count(index=index)["count"])

    def sample(self, index: str, documents: Iterable[Document]) -> int:
        expected = {document.public_id: document for document in documents}
        if not expected:
            return 0
        with _answering():
            found = self._changing.mget(index=index, ids=list(expected))["docs"]
        kind: Kind = "vacancies" if index.startswith(self._indices.alias("vacancies") + "-") else "profiles"
        return sum(document.get("_source") == source(INDEXES[kind], expected[document["_id"]]) for document in found)

    def change_in(self, index: str, kind: Kind, documents: Iterable[Document], removed: Mapping[str, int]) -> None:
        with _answering():
            apply(self._changing, puts(index, INDEXES[kind], documents))
            apply(self._changing, removals(index, removed))
            self._changing.indices.refresh(index=index)

    def switch(self, kind: Kind, index: str) -> None:
        with _answering():
            self._indices.switch(kind, index)

    def drop_others(self, kind: Kind, index: str) -> tuple[str, ...]:
        with _answering():
            others = tuple(name for name in self._indices.all(kind) if name != index)
            self._indices.drop(others)
            return others

    def drop_index(self, index: str) -> None:
        with _answering():
            self._indices.drop((index,))

    def drop_template(self) -> None:
        """Forget the rule for names that begin with the prefix; for when all its indexes are gone for good."""
        with _answering():
            self._indices.drop_template()

    def _walked(self, kept: str, after: list[Any] | None) -> list[Any]:
        stored: list[Mapping[str, Any]] = [{"field": "version"}, {"field": "hash"}]
        reply = self._changing.search(
            pit={"id": kept, "keep_alive": WALK_KEPT},
            size=WALK,
            sort=[{"public_id": "asc"}],
            search_after=after,
            track_total_hits=False,
            source=False,
            docvalue_fields=stored,
        )
        return list(reply["hits"]["hits"])

    def _find(self, kind: Kind, criteria: Criteria) -> Page:
        begun = time.perf_counter()
        question = self._paging.begin(kind, criteria)
        foreign = self._paging.is_foreign(question)
        with _answering():
            reply = self._searching.perform_request(
                "POST",
                f"/{self._indices.alias(kind)}/_search?include_named_queries_score=true",
                headers={"accept": "application/json", "content-type": "application/json"},
                body=search_body(question, foreign=foreign),
            ).body
        if reply["timed_out"] or reply["_shards"]["failed"]:
            raise EngineUnavailable("not every shard answered")
        hits = tuple(_hit(question, hit) for hit in islice(reply["hits"]["hits"], question.limit))
        following = self._paging.after(question, criteria, _last(question, reply)) if len(reply["hits"]["hits"]) > question.limit > 0 else None
        total, facets = _counted(question, reply)
        return Page(hits, total, facets, following, NAME, (time.perf_counter() - begun) * 1000)


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except (ApiError, TransportError) as error:
        raise EngineUnavailable(f"{type(error).__name__}: {error}") from error


def _hit(question: Question, hit: dict[str, Any]) -> Hit:
    clauses = question.plan.clauses
    counted = sorted((clause_number(name), score) for name, score in hit.get("matched_queries", {}).items())
    return Hit(hit["_id"], float(hit["_score"]), tuple(Reason(clauses[number].name, score) for number, score in counted))


def _last(question: Question, reply: dict[str, Any]) -> Last:
    value, public_id = reply["hits"]["hits"][question.limit - 1]["sort"]
    return Last(round(value * PARTS) if question.plan.order.by == "score" else value, public_id)


def _counted(question: Question, reply: dict[str, Any]) -> tuple[int, tuple[Facet, ...]]:
    counted = reply.get("aggregations", {})
    total = counted[TOTAL]["doc_count"] if TOTAL in counted else reply["hits"]["total"]["value"]
    counts = {
        name: [(str(bucket.get("key_as_string", bucket["key"])), bucket["doc_count"]) for bucket in aggregation[VALUES]["buckets"]]
        for name, aggregation in counted.items()
        if name != TOTAL
    }
    return total, counted_facets(question.plan, counts)
