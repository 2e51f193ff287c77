"""Facts about vacancies."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class VacancySubmitted(Event):
    kind: ClassVar[str] = "vacancy_submitted"
    vacancy_id: int


@dataclass(frozen=True, slots=True)
class VacancyPublished(Event):
    kind: ClassVar[str] = "vacancy_published"
    vacancy_id: int


@dataclass(frozen=True, slots=True)
class VacancyRejected(Event):
    kind: ClassVar[str] = "vacancy_rejected"
    vacancy_id: int
    code: str


@dataclass(frozen=True, slots=True)
class VacancyClosed(Event):
    """Filled, withdrawn, expired or rejected: nobody can apply any more."""

    kind: ClassVar[str] = "vacancy_closed"
    vacancy_id: int
    state: str


@dataclass(frozen=True, slots=True)
class VacanciesWithdrawn(Event):
    """What one batch of a source took off: one event instead of one for each."""

    kind: ClassVar[str] = "vacancies_withdrawn"
    vacancy_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VacanciesImported(Event):
    """One batch of an import, all published at once: one event instead of one for each, so that an import writes few rows.

    Search documents need none (a trigger marks every changed row); who counts published vacancies reads `vacancy_ids`.
    """

    kind: ClassVar[str] = "vacancies_imported"
    source_name: str
    vacancy_ids: tuple[int, ...]
