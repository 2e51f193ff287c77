"""What may be shown of a column of counts, so that no single person can be read out of it: threshold and complementary suppression."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

THRESHOLD = 5
"""Counts from 1 to 4 are kept back; a zero tells of nobody and is shown."""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Column(Generic[Key]):
    """Counts as they may be published: None is kept back."""

    cells: Mapping[Key, int | None]
    total: int | None


def is_small(count: float) -> bool:
    """Whether the count stands for so few people that it is kept back."""
    return 0 < count < THRESHOLD


def protected(counts: Mapping[Key, int]) -> Column[Key]:
    """Withhold small cells, then further ones until the published total gives none of them back.

    A reader knows that every withheld cell is at least 1. With k of them that add up to S, one of them lies between 1 and S − k + 1:
    that range must reach the threshold, or the reader would know that the cell is small. The smallest other cells go first,
    equal ones in the order given. When nothing is left to withhold, the total is withheld itself.
    """
    total = sum(counts.values())
    hidden = {key for key, count in counts.items() if is_small(count)}
    others = sorted((key for key, count in counts.items() if count >= THRESHOLD), key=lambda key: counts[key])
    while hidden and not _is_covered([counts[key] for key in hidden]) and others:
        hidden.add(others.pop(0))
    is_total_shown = not is_small(total) and (not hidden or _is_covered([counts[key] for key in hidden]))
    return Column({key: None if key in hidden else count for key, count in counts.items()}, total if is_total_shown else None)


def _is_covered(counts: list[int]) -> bool:
    return len(counts) > 1 and sum(counts) >= len(counts) - 1 + THRESHOLD
