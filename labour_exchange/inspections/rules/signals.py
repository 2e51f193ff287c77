"""Signals of doubtful placements, each a named rule with a weight; the risk is their plain sum and never a verdict."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from labour_exchange.placements.rules.evidence import CHECKPOINTS, EvidenceRow, known_on, last_day_of_month
from labour_exchange.placements.rules.signals import EarlierWork, is_rehired
from labour_exchange.placements.states import EvidenceKind

MANY_AT_ADDRESS = 20
"""So many placements at one address within 30 days are asked about."""
ADDRESS_DAYS = 30
FEWEST_APPROVALS = 5
"""Fewer approvals by one person say nothing."""
HIGH_RISK_FROM = 4
"""From this risk on a file is always drawn: two signals, or the heaviest one alone."""


class Signal(StrEnum):
    """What an inspection should ask about."""

    STOPPED_WITH_SUBSIDY = "stopped_with_subsidy"
    REHIRED = "rehired"
    NO_CONTRACT = "no_contract"
    MANY_AT_ADDRESS = "many_at_address"
    ONE_APPROVER = "one_approver"


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """What is known of one placement when its signals are asked for.

    `at_address` counts the placements at its address that began in the 30 days up to its start, itself included. `approvals` are the approvals of
    subsidised jobs at the employer, `by_one` those of the person who gave most, `approvers` how many people approve in that region.
    """

    started_on: date
    evidence: tuple[EvidenceRow, ...] = ()
    earlier: tuple[EarlierWork, ...] = ()
    subsidy_ended_on: date | None = None
    at_address: int = 0
    approvals: int = 0
    by_one: int = 0
    approvers: int = 0


def is_rehired_again(facts: PlacementFacts, _today: date) -> bool:
    """The same person began at the same employer again within 90 days."""
    return is_rehired(facts.started_on, facts.earlier)


def has_stopped_with_subsidy(facts: PlacementFacts, today: date) -> bool:
    """The subsidy is over, the first checkpoint after it should have been seen by now and was not, and nobody declared that the work ended."""
    ended_on = facts.subsidy_ended_on
    if ended_on is None or _is_over(facts.evidence):
        return False
    following = next((month for month in CHECKPOINTS if last_day_of_month(facts.started_on, month) > ended_on), None)
    if following is None or today < known_on(facts.started_on, following):
        return False
    return not any(row.kind is EvidenceKind.CONTRIBUTION and row.month >= following for row in facts.evidence)


def is_without_contract(facts: PlacementFacts, today: date) -> bool:
    """A month after the start no register knows of a contract or a contribution."""
    seen = (EvidenceKind.CONTRACT, EvidenceKind.CONTRIBUTION)
    return today >= known_on(facts.started_on, 1) and not any(row.kind in seen for row in facts.evidence)


def are_many_at_address(facts: PlacementFacts, _today: date) -> bool:
    return facts.at_address >= MANY_AT_ADDRESS


def has_one_approver(facts: PlacementFacts, _today: date) -> bool:
    """One person gave every approval for this employer, although others approve in the region too; where there is no other, it says nothing."""
    return facts.approvals >= FEWEST_APPROVALS and facts.by_one == facts.approvals and facts.approvers > 1


Rule = Callable[[PlacementFacts, date], bool]
RULES: dict[Signal, tuple[Rule, int]] = {
    Signal.STOPPED_WITH_SUBSIDY: (has_stopped_with_subsidy, 4),
    Signal.REHIRED: (is_rehired_again, 3),
    Signal.NO_CONTRACT: (is_without_contract, 2),
    Signal.MANY_AT_ADDRESS: (are_many_at_address, 2),
    Signal.ONE_APPROVER: (has_one_approver, 1),
}
"""Each signal with its rule and its weight."""
WEIGHTS = {signal: weight for signal, (_rule, weight) in RULES.items()}


def signals_of(facts: PlacementFacts, today: date) -> tuple[Signal, ...]:
    """Every signal of one placement, the heaviest first."""
    return tuple(signal for signal, (rule, _weight) in RULES.items() if rule(facts, today))


def risk_of(signals: Iterable[Signal]) -> int:
    """The sum of the weights of the named signals."""
    return sum(WEIGHTS[signal] for signal in signals)


def _is_over(rows: Iterable[EvidenceRow]) -> bool:
    return any(row.kind in (EvidenceKind.ENDED, EvidenceKind.ANNULLED) for row in rows)
