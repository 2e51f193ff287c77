"""How long a piece of work takes, and what almost all of them take at most."""

import time
from collections.abc import Callable
from typing import Any


def timed(work: Callable[[], Any]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]
