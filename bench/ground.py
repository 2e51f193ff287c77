"""What the rows are measured on: installations with an invented country, each made when the first row needs it and kept for the others."""

import os
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from bench.installation import Installation, installation

Row = dict[str, Any]


class Ground:
    """`scale` is the size of the country that rows are measured in, unless a row says what size it needs. Leaving stops and removes everything."""

    def __init__(self, scale: str) -> None:
        self.scale = scale
        self._made: dict[tuple[str, bool], Installation] = {}
        self._open = ExitStack()

    @classmethod
    def from_environment(cls) -> Self:
        """BENCH_SCALE=small|region|country|nation; region when it says nothing."""
        return cls(os.environ.get("BENCH_SCALE", "region"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.close()

    def country(self) -> Installation:
        """The country of the bench's scale, searched with Elasticsearch."""
        return self._loaded(self.scale, elasticsearch=True)

    def region(self) -> Installation:
        """20,000 open vacancies, or 2,000 at the small scale, searched with PostgreSQL alone."""
        return self._loaded("small" if self.scale == "small" else "region", elasticsearch=False)

    def _loaded(self, scale: str, *, elasticsearch: bool) -> Installation:
        wanted = (scale, elasticsearch)
        if wanted not in self._made:
            made = self._open.enter_context(installation(elasticsearch=elasticsearch))
            made.load(scale)
            self._made[wanted] = made
        return self._made[wanted]
