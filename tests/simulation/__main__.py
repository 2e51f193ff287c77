"""`python -m tests.simulation [SEEDS]`: compare the policies and print the table of docs/matching.md."""

import math
import sys
from dataclasses import fields
from statistics import mean, stdev

from tests.simulation.policies import POLICIES
from tests.simulation.rounds import Outcome, simulated

Measured = dict[str, list[Outcome]]


def compared(seeds: range) -> Measured:
    return {name: [simulated(seed, policy) for seed in seeds] for name, policy in POLICIES.items()}


def interval(values: list[float]) -> tuple[float, float]:
    """Mean and half the width of its 95 % interval, by the normal approximation."""
    return mean(values), 1.96 * stdev(values) / math.sqrt(len(values))


def difference(measured: Measured, name: str, policy: str = "exposure", against: str = "plain") -> tuple[float, float]:
    """Paired by seed: the same market under both."""
    pairs = zip(measured[policy], measured[against], strict=True)
    return interval([getattr(one, name) - getattr(other, name) for one, other in pairs])


def main() -> int:
    measured = compared(range(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
    sys.stdout.write(f"| measure | {' | '.join(measured)} | exposure less plain |\n|---|{'---|' * (len(measured) + 1)}\n")
    for field in fields(Outcome):
        cells = ["{:.3f} ± {:.3f}".format(*interval([getattr(one, field.name) for one in outcomes])) for outcomes in measured.values()]
        sys.stdout.write("| {} | {} | {:+.3f} ± {:.3f} |\n".format(field.name, " | ".join(cells), *difference(measured, field.name)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
