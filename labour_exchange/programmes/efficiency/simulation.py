"""Invented people with a known effect, by whom the matched comparison is judged: its bias, and how often its interval holds the truth."""

from collections import defaultdict
from dataclasses import dataclass
from random import Random

from labour_exchange.programmes.efficiency.rules import Cell, Estimate, estimate

EFFECT = 0.12
PEOPLE, RUNS, SEED = 4_000, 500, 20_170_630
REGIONS, AGES, SEXES, LEVELS, OCCUPATIONS, MONTHS = 4, 5, 2, 3, 4, 3


@dataclass(frozen=True, slots=True)
class Kind:
    """People who are alike, how likely they are to take part, and to be employed without it."""

    weight: float
    takes_part: float
    employed: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What many runs say; effects and biases as shares of 1. `plain_bias` is that of comparing without matching."""

    runs: int
    effect: float
    bias: float
    plain_bias: float
    coverage: float
    unsaid: int


def judge(runs: int = RUNS, people: int = PEOPLE, effect: float = EFFECT, seed: int = SEED) -> Judgement:
    """So many runs, each with people of its own."""
    chance = Random(seed)  # noqa: S311 - people are invented, nothing is kept secret
    kinds = invented_kinds(chance)
    found, plain, covered, unsaid = [], [], 0, 0
    for _ in range(runs):
        cells = drawn_cells(chance, kinds, people, effect)
        estimated: Estimate = estimate(cells)
        if estimated.effect is None:
            unsaid += 1
            continue
        found.append(estimated.effect)
        plain.append(unmatched_difference(cells))
        covered += estimated.covers(effect)
    said = len(found)
    if not said:
        return Judgement(runs, effect, 0.0, 0.0, 0.0, unsaid)
    return Judgement(runs, effect, sum(found) / said - effect, sum(plain) / said - effect, covered / said, unsaid)


def invented_kinds(chance: Random) -> list[Kind]:
    """Those who find work easily are sent to the measure more often, as it is in life: a plain comparison praises the measure too much."""
    kinds = []
    for number in range(REGIONS * AGES * SEXES * LEVELS * OCCUPATIONS * MONTHS):
        months, rest = number % MONTHS, number // MONTHS
        occupation, rest = rest % OCCUPATIONS, rest // OCCUPATIONS
        level, rest = rest % LEVELS, rest // LEVELS
        sex, age = rest % SEXES, (rest // SEXES) % AGES
        easy = 0.1 * level + 0.05 * occupation - 0.08 * months - 0.03 * age - 0.04 * sex + chance.uniform(-0.05, 0.05)
        kinds.append(Kind(chance.paretovariate(1.3), min(0.85, max(0.1, 0.42 + easy)), min(0.8, max(0.08, 0.42 + easy))))
    return kinds


def drawn_cells(chance: Random, kinds: list[Kind], people: int, effect: float) -> list[Cell]:
    """One population: who is of which kind, who takes part, who is employed."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for index in chance.choices(range(len(kinds)), [kind.weight for kind in kinds], k=people):
        kind = kinds[index]
        place = 0 if chance.random() < kind.takes_part else 2
        counts[index][place] += 1
        counts[index][place + 1] += chance.random() < kind.employed + (effect if place == 0 else 0)
    return [Cell(*counted) for counted in counts.values()]


def unmatched_difference(cells: list[Cell]) -> float:
    """Share employed among all participants less that among everybody else."""
    taking, others = sum(cell.participants for cell in cells), sum(cell.others for cell in cells)
    return sum(cell.employed for cell in cells) / taking - sum(cell.others_employed for cell in cells) / others
