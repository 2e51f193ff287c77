"""How crowded vacancies may fill a list: bounded, published in docs/matching.md, and the same in every list."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from labour_exchange.matching.scoring import CROWDED_ABOVE

CROWDED_SHARE = 0.5
QUIET_KEPT = 10  # A stored list keeps so many quiet vacancies, if there are any, so that what is shown can be balanced.

Item = TypeVar("Item")


def is_crowded(applications: int, posts_left: int) -> bool:
    """More applications for each open post than the bound above which the score falls."""
    return applications / max(posts_left, 1) > CROWDED_ABOVE


def most_crowded(limit: int) -> int:
    """How many of a list of `limit` may be crowded while quiet vacancies are left: half of them, rounded down, so that a list of one is quiet."""
    return int(limit * CROWDED_SHARE)


def balanced(best_first: Sequence[Item], limit: int, crowded: Callable[[Item], bool]) -> list[Item]:
    """The best `limit`, in their order, at most half of them crowded unless too few quiet ones exist to fill the rest.

    A list holds a quiet vacancy whenever one is among those given.
    """
    allowed = max(most_crowded(limit), limit - sum(not crowded(item) for item in best_first))
    kept: list[Item] = []
    for item in best_first:
        if len(kept) == limit:
            break
        if crowded(item):
            if allowed <= 0:
                continue
            allowed -= 1
        kept.append(item)
    return kept
