"""What a project does, and its lifecycle."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class ProjectKind(StrEnum):
    BUILT = "built"
    REPAIRED = "repaired"


class ProjectState(StrEnum):
    PREPARED = "prepared"
    APPROVED = "approved"
    DECLINED = "declined"
    COMPLETED = "completed"


_P = ProjectState
PROJECT_LIFECYCLE = Lifecycle(
    "project",
    _P.PREPARED,
    {"approve": {_P.PREPARED: _P.APPROVED}, "decline": {_P.PREPARED: _P.DECLINED}, "complete": {_P.APPROVED: _P.COMPLETED}},
)
