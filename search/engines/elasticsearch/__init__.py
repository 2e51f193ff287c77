"""The Elasticsearch engine: an index of its own, filled from the document tables, for a whole country."""

from search.engines.elasticsearch.engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
