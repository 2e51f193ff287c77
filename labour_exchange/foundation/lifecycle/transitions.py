"""The transition table itself, pure: from state and action to the next state."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Lifecycle(Generic[State]):
    """`moves` maps an action to {from state: to state}; what is not listed is refused."""

    name: str
    initial: State
    moves: Mapping[str, Mapping[State, State]]

    def after(self, state: State, action: str) -> State:
        """The state that `action` leads to; raises Conflict when it is not lawful from `state`."""
        try:
            return self.moves[action][state]
        except KeyError:
            raise Conflict(NOT_ALLOWED_NOW) from None

    def allows(self, state: State, action: str) -> bool:
        return state in self.moves.get(action, {})

    def actions_from(self, state: State) -> tuple[str, ...]:
        return tuple(action for action, pairs in self.moves.items() if state in pairs)

    def open_states(self) -> frozenset[State]:
        """States that some action still leads out of."""
        return frozenset(state for pairs in self.moves.values() for state in pairs)
