"""How gunicorn serves the exchange; each worker reads the lexicon while it waits for its first visitor."""

import gc
import threading
from typing import Any

from labour_exchange.discovery.finders import completions
from search.analysis.understanding import understand

# The application is read once, and the workers begin as copies: they start sooner and share its memory. It opens no connection while it is made.
preload_app = True
# Many, since a stream that waits for its turn keeps one without using it; they share the connections of the process's pool.
threads = 64
graceful_timeout = 10
loglevel = "warning"


def post_worker_init(worker: Any) -> None:
    """Called by gunicorn in each new worker process."""
    threading.Thread(target=_read_names, name="warm-up", daemon=True).start()


def _read_names() -> None:
    understand("дәнекерлеуші")
    completions.warm()
    # The lexicon stays: looked through for garbage again and again, it would cost a third of the processor time of a page of suggestions.
    gc.freeze()
