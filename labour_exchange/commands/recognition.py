"""How advertisements are read into columns: by this process, or by one for each core when there are many."""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context

from labour_exchange.discovery.recognition import read_here
from labour_exchange.vacancies.imports.advertisement import Advertisement
from labour_exchange.vacancies.imports.columns import Columns, Reading
from search.analysis.concepts import lexicon

MANY_BYTES = 2_000_000  # Below some two thousand advertisements, starting processes takes longer than they save.
PART = 50


def _build_lexicon() -> None:
    """Once here, so that it is there in each process; nothing of it is garbage, and a process that looked through it would copy it."""
    gc.disable()
    lexicon()
    gc.freeze()
    gc.enable()


@contextmanager
def reading(size: int) -> Iterator[Reading]:
    """The way to read a file of so many bytes. Enter it before the database is used: processes are forked from this one."""
    cores = len(os.sched_getaffinity(0))
    if size < MANY_BYTES or cores < 2:
        yield read_here
        return
    _build_lexicon()
    with ProcessPoolExecutor(cores, mp_context=get_context("fork")) as pool:
        # The first call forks them all, while no connection is open that they would inherit.
        list(pool.map(read_here, [[]] * cores, [date.min] * cores))

        def read(advertisements: Sequence[Advertisement], today: date) -> list[Columns]:
            parts = [advertisements[start : start + PART] for start in range(0, len(advertisements), PART)]
            return [columns for part in pool.map(read_here, parts, [today] * len(parts)) for columns in part]

        yield read
