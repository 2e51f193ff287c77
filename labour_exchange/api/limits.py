"""How often one address may ask the public part; counted in memory for each process, or in Redis when one is named."""

from flask import Blueprint, Flask, current_app
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

LIMIT_SETTING = "API_RATE_LIMIT"
STORAGE_SETTING = "API_RATE_STORAGE"
PUBLIC_READS = "600 per minute; 15000 per hour"
SCOPE = "public reads"


def register(app: Flask) -> Limiter:
    """The limiter of this application; `API_RATE_LIMIT` and `API_RATE_STORAGE` (redis://...) are its settings."""
    app.config.setdefault(LIMIT_SETTING, PUBLIC_READS)
    return Limiter(
        get_remote_address,
        app=app,
        storage_uri=app.config.get(STORAGE_SETTING) or "memory://",
        strategy="sliding-window-counter",
        headers_enabled=True,
        swallow_errors=True,
        key_prefix="api",
    )


def limit_public_reads(limiter: Limiter, blueprint: Blueprint) -> None:
    """All resources together have one limit for each address."""
    limiter.shared_limit(_public_limit, scope=SCOPE)(blueprint)


def _public_limit() -> str:
    return str(current_app.config[LIMIT_SETTING])
