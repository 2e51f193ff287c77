"""One engine in front of another: when the first is down or slow the second answers, and says so."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from search.breaker import Breaker, BreakerState
from search.criteria import ProfileCriteria, VacancyCriteria
from search.documents import Document, Kind
from search.engines.base import Engine, Version
from search.results import EngineUnavailable, Page

_C = TypeVar("_C", VacancyCriteria, ProfileCriteria)


class FallbackEngine:
    """Searches fall back; changes and checks concern the primary's index alone and fail with it. `clock` gives seconds that only rise."""

    def __init__(self, primary: Engine, fallback: Engine, *, clock: Callable[[], float] = time.monotonic, breaker: Breaker | None = None) -> None:
        self.primary = primary
        self.fallback = fallback
        self._clock = clock
        self._breaker = breaker or Breaker(clock)

    @property
    def name(self) -> str:
        return self.primary.name

    @property
    def state(self) -> BreakerState:
        """For metrics: anything but "closed" means that the fallback answers."""
        return self._breaker.state

    def find_vacancies(self, criteria: VacancyCriteria) -> Page:
        return self._find(criteria, self.primary.find_vacancies, self.fallback.find_vacancies)

    def find_profiles(self, criteria: ProfileCriteria) -> Page:
        return self._find(criteria, self.primary.find_profiles, self.fallback.find_profiles)

    def put(self, kind: Kind, documents: Iterable[Document]) -> int:
        return self.primary.put(kind, documents)

    def remove(self, kind: Kind, versions: Mapping[str, int]) -> int:
        return self.primary.remove(kind, versions)

    def refresh(self) -> None:
        self.primary.refresh()

    def count(self, kind: Kind) -> int:
        return self.primary.count(kind)

    def versions(self, kind: Kind) -> Iterator[Version]:
        return self.primary.versions(kind)

    def _find(self, criteria: _C, first: Callable[[_C], Page], second: Callable[[_C], Page]) -> Page:
        if self._breaker.allows():
            begun = self._clock()
            try:
                page = first(criteria)
            except EngineUnavailable:
                self._breaker.failed()
            except BaseException:
                # A wrong cursor says nothing about the engine, but a try must not stay open.
                self._breaker.succeeded(0.0)
                raise
            else:
                self._breaker.succeeded(self._clock() - begun)
                return page
        return replace(second(criteria), reduced=True)
