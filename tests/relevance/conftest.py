"""The Elasticsearch that judged queries are asked of."""

from tests.search.conftest import elasticsearch_url

__all__ = ["elasticsearch_url"]
