"""The PostgreSQL engine and the document tables, which exist on every deployment."""

from search.engines.postgres.engine import PostgresEngine
from search.engines.postgres.rarities import CountedRarities
from search.engines.postgres.tables import DOCUMENTS, create_tables, search_metadata, storage_statements
from search.engines.postgres.writing import (
    delete_documents,
    drop_tombstones,
    store_documents,
    store_term_counts,
    stored_documents,
    stored_versions,
    term_counts,
    tombstones,
)

__all__ = [
    "DOCUMENTS",
    "CountedRarities",
    "PostgresEngine",
    "create_tables",
    "delete_documents",
    "drop_tombstones",
    "search_metadata",
    "storage_statements",
    "store_documents",
    "store_term_counts",
    "stored_documents",
    "stored_versions",
    "term_counts",
    "tombstones",
]
