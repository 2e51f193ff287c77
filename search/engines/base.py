"""The promise: what every engine does, in the same way to the last score."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from sqlalchemy import Connection

from search.criteria import ProfileCriteria, QueryWord, VacancyCriteria
from search.documents import Document, Kind
from search.results import Page

Connect = Callable[[], AbstractContextManager[Connection]]
Clock = Callable[[], datetime]


class Version(NamedTuple):
    """Which state of a document an index holds."""

    public_id: str
    version: int
    hash: str


class Rarities(Protocol):
    """Knows how rare words are among the stored documents."""

    def of(self, kind: Kind, words: tuple[QueryWord, ...]) -> tuple[float, ...]: ...


class Engine(Protocol):
    """Ids, order (ties by public id), totals, facets, scores and reasons are the same on every engine for the same documents.

    Searches raise BadCursor and EngineUnavailable. Changes raise EngineUnavailable and CopyFailed.
    """

    @property
    def name(self) -> str: ...

    def find_vacancies(self, criteria: VacancyCriteria) -> Page: ...

    def find_profiles(self, criteria: ProfileCriteria) -> Page: ...

    def put(self, kind: Kind, documents: Iterable[Document]) -> int:
        """Copy stored documents into the engine's own index; older versions change nothing. Returns how many were taken.

        An engine that reads the document table itself has nothing to copy.
        """

    def remove(self, kind: Kind, versions: Mapping[str, int]) -> int:
        """Forget documents, given the version of each deletion. Returns how many were there."""

    def refresh(self) -> None:
        """Let everything that was put be found from now on."""

    def count(self, kind: Kind) -> int: ...

    def versions(self, kind: Kind) -> Iterator[Version]:
        """Everything the index holds, by public id upwards (in the order of bytes)."""


class RebuildableEngine(Engine, Protocol):
    """An engine with an index of its own that can be built anew beside the one in use. While it is built, `put` and `remove` change both."""

    def create_index(self, kind: Kind) -> str:
        """A new empty index, tuned for loading; returns its name."""

    def load(self, index: str, kind: Kind, documents: Iterable[Document]) -> int:
        """Fill a new index. Returns how many documents were taken; raises CopyFailed."""

    def finish(self, index: str) -> int:
        """Make a loaded index fit for use; returns how many documents can be found in it."""

    def sample(self, index: str, documents: Iterable[Document]) -> int:
        """How many of these documents stand in the index with exactly the fields they should have."""

    def versions_in(self, index: str) -> Iterator[Version]: ...

    def change_in(self, index: str, kind: Kind, documents: Iterable[Document], removed: Mapping[str, int]) -> None: ...

    def switch(self, kind: Kind, index: str) -> None:
        """Search `index` from now on, in one step."""

    def drop_others(self, kind: Kind, index: str) -> tuple[str, ...]:
        """Delete every index of this kind but this one; returns their names."""

    def drop_index(self, index: str) -> None: ...
