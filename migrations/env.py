"""Run migrations as the owner role; the application role is told to each migration that grants."""

from logging.config import fileConfig
from pathlib import Path

from alembic import context
from flask import current_app
from sqlalchemy import create_engine, make_url, text

LOCK_TIMEOUT = "10s"
# The job queue's tables belong to its library, the search tables to `search`, which describes them for every engine: neither has models.
OTHERS = ("procrastinate", "search_")
# Partitions are made by the month as facts arrive; the models describe the table they belong to.
PARTITIONS = "SELECT inhrelid::regclass::text FROM pg_inherits JOIN pg_class ON pg_class.oid = inhparent WHERE relkind = 'p'"


def run() -> None:
    """Migrate the database that the settings name."""
    settings = current_app.config["SETTINGS"]
    context.config.attributes["application_role"] = make_url(settings.database_url).username
    engine = create_engine(settings.owner_database_url)
    metadata = current_app.extensions["migrate"].db.metadata
    with engine.connect() as connection:
        connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
        partitions = set(connection.scalars(text(PARTITIONS)))
        connection.commit()

        def is_ours(thing: object, name: str | None, kind: str, reflected: bool, compare_to: object) -> bool:
            return not (kind == "table" and ((name or "").startswith(OTHERS) or name in partitions))

        context.configure(connection=connection, target_metadata=metadata, compare_type=True, include_object=is_ours, transaction_per_migration=True)
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


if context.config.config_file_name and Path(context.config.config_file_name).exists():
    fileConfig(context.config.config_file_name, disable_existing_loggers=False)
run()
