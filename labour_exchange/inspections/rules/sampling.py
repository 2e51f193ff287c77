"""The sampling plan: every file of high risk, and of the rest a share of employers and a share of their files, drawn by a seed.

The draw depends on the seed and the register alone: the order of rows, the machine and the version of Python change nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from labour_exchange.inspections.rules.signals import HIGH_RISK_FROM

LEAST_SHARE, MOST_SHARE = 1, 100
"""In per cent. None is no share: whoever has no signal can still be drawn."""
LARGEST_SEED = 999_999_999


@dataclass(frozen=True, slots=True)
class File:
    """One placement of the register."""

    placement_id: int
    employer_id: int
    risk: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is drawn: shares in per cent of the employers and, at those drawn, of the files without high risk."""

    seed: int
    employer_share: int
    file_share: int


@dataclass(frozen=True, slots=True)
class Draw:
    """Who was drawn. `high` holds every file of high risk; `chance` is what each other file had on average, from 0 to 1."""

    high: tuple[int, ...]
    others: tuple[int, ...]
    employers: int
    drawn_employers: int
    files: int
    chance: float
    register_hash: str

    @property
    def drawn(self) -> tuple[int, ...]:
        return (*self.high, *self.others)


def draw(register: Iterable[File], plan: Plan) -> Draw:
    """The sample of a register. At least one employer and one of its files is drawn wherever there is one."""
    files = sorted(set(register), key=lambda one: one.placement_id)
    high = tuple(one.placement_id for one in files if one.risk >= HIGH_RISK_FROM)
    by_employer: dict[int, list[int]] = {}
    for one in files:
        if one.risk < HIGH_RISK_FROM:
            by_employer.setdefault(one.employer_id, []).append(one.placement_id)
    employers = _first(plan.seed, "employer", list(by_employer), plan.employer_share)
    others = tuple(sorted(number for one in employers for number in _first(plan.seed, "file", by_employer[one], plan.file_share)))
    remaining = sum(len(one) for one in by_employer.values())
    chance = _chance(by_employer, len(employers), plan.file_share) if remaining else 0.0
    return Draw(high, others, len({one.employer_id for one in files}), len(employers), len(files), chance, hash_of(files))


def hash_of(register: Iterable[File]) -> str:
    """What a register is recognised by, so that a later draw can be seen to be of the same one."""
    rows = sorted((one.placement_id, one.employer_id, one.risk) for one in register)
    return sha256("\n".join(f"{row[0]} {row[1]} {row[2]}" for row in rows).encode()).hexdigest()


def size_of(count: int, share: int) -> int:
    """How many of so many a share in per cent is: rounded up, so that a small register is drawn from too."""
    return -(-count * share // 100)


def _chance(by_employer: dict[int, list[int]], drawn_employers: int, file_share: int) -> float:
    """The mean over files of (chance of the employer) x (chance of a file at it)."""
    expected = sum(size_of(len(files), file_share) for files in by_employer.values())
    return drawn_employers / len(by_employer) * expected / sum(len(files) for files in by_employer.values())


def _first(seed: int, kind: str, numbers: Sequence[int], share: int) -> list[int]:
    """The share of the numbers whose hashes with the seed are smallest."""
    return sorted(numbers, key=lambda one: sha256(f"{seed}:{kind}:{one}".encode()).digest())[: size_of(len(numbers), share)]
