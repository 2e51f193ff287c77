"""What became of each row."""

from dataclasses import dataclass
from enum import StrEnum

from labour_exchange.vacancies.imports.advertisement import Rejected


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Receipt:
    """One row's answer; `duplicate_of` is the public id of the vacancy that stands already."""

    row: int
    external_id: str | None
    outcome: Outcome
    public_id: str | None = None
    duplicate_of: str | None = None
    rejection: Rejected | None = None
    state: str | None = None

    def in_language(self, language: str) -> dict[str, object]:
        """The receipt as it is written; what does not apply is left out."""
        said = self.rejection
        values = {
            "row": self.row,
            "external_id": self.external_id,
            "outcome": self.outcome.value,
            "public_id": self.public_id,
            "state": self.state,
            "duplicate_of": self.duplicate_of,
            "code": said and said.message.code,
            "field": said and said.field or None,
            "reason": said and said.in_language(language),
        }
        return {name: value for name, value in values.items() if value is not None}
