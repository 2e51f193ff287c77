"""Actor, action and declaration: the words every access rule is written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from labour_exchange.foundation.errors import NotFound

View = TypeVar("View", bound=Callable[..., object])


class ActorKind(StrEnum):
    """Who may act: the columns of the access matrix."""

    VISITOR = "visitor"
    JOBSEEKER = "jobseeker"
    EMPLOYER = "employer"
    AGENCY = "agency"
    OFFICE = "office"
    APPROVER = "approver"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


EVERYBODY = frozenset(ActorKind)
SIGNED_IN = EVERYBODY - {ActorKind.VISITOR}
OFFICE_STAFF = frozenset({ActorKind.OFFICE, ActorKind.APPROVER})
MINISTRY = frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: one value that every operation, query and row policy is given.

    `organisation_id` is the employer or agency the user works for; `office_id` and `region_code` belong to office staff.
    """

    kind: ActorKind
    user_id: int | None = None
    jobseeker_id: int | None = None
    organisation_id: int | None = None
    office_id: int | None = None
    region_code: str | None = None
    display_name: str = field(default="", repr=False)
    task: str = ""

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None

    @property
    def is_office_staff(self) -> bool:
        return self.kind in OFFICE_STAFF

    @property
    def label(self) -> str:
        """Who it was, for logs and histories: never a name."""
        return f"{self.kind}:{self.user_id or self.task or '-'}"


VISITOR = Actor(ActorKind.VISITOR)


def system_actor(task: str) -> Actor:
    """The exchange itself, doing a named task; jobs and commands act as one."""
    return Actor(ActorKind.SYSTEM, task=task)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done, and the kinds of actor who may ever do it.

    Which rows they may do it to is the part's own `visible` and `may`. `public_because` says why a visitor may.
    """

    name: str
    kinds: frozenset[ActorKind]
    public_because: str = ""

    def __post_init__(self) -> None:
        if ActorKind.VISITOR in self.kinds and not self.public_because:
            raise ValueError(f"{self.name}: say why it is public")


def public(name: str, because: str) -> Action:
    """An action open to everybody, with the reason."""
    return Action(name, EVERYBODY, because)


def action_for(name: str, *kinds: ActorKind) -> Action:
    """An action for some kinds of actor only."""
    return Action(name, frozenset(kinds))


def permits(action: Action) -> Callable[[View], View]:
    """Declare on a view which action it performs; the application refuses to start with an undeclared view."""

    def declare(view: View) -> View:
        view.access_action = action  # type: ignore[attr-defined]
        return view

    return declare


def require(actor: Actor, action: Action) -> None:
    """Raise NotFound unless this kind of actor may ever perform the action: out of scope does not exist."""
    if actor.kind not in action.kinds:
        raise NotFound


def action_of(view: Callable[..., object]) -> Action | None:
    """The action a view declares, if it does."""
    action = getattr(view, "access_action", None)
    return action if isinstance(action, Action) else None


def undeclared_views(views: Mapping[str, Callable[..., object]]) -> list[str]:
    """Names of the views that do not say who may use them."""
    return sorted(name for name, view in views.items() if action_of(view) is None)
