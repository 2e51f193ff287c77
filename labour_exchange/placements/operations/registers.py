"""One batch of rows from a state register, matched to placements and written into their ledgers."""

from collections.abc import Sequence

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.operations.evidence import add_evidence
from labour_exchange.placements.rules.evidence import CHECKPOINTS, contribution_month, last_day_of_month
from labour_exchange.placements.rules.registers import Outcome, Receipt, RegisterRow, Start, contract_match, contribution_match
from labour_exchange.placements.states import EvidenceKind, EvidenceSource, PlacementState, Register

Pair = tuple[str, str]


def record_register_rows(session: Session, actor: Actor, register: Register, rows: Sequence[RegisterRow]) -> list[Receipt]:
    """A receipt for each row, in order; the same row again is `unchanged`. Only the exchange itself may."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotFound
    pairs = {row.line: (lookup_hash(row.iin), row.bin) for row in rows}
    starts = _starts(session, set(pairs.values()))
    return [_record(session, actor, register, row, starts.get(pairs[row.line], [])) for row in rows]


def _starts(session: Session, pairs: set[Pair]) -> dict[Pair, list[Start]]:
    """The placements of these persons at these employers that have not been annulled."""
    found: dict[Pair, list[Start]] = {}
    wanted = (
        select(Jobseeker.iin_hash, Employer.bin, Placement.id, Placement.public_id, Placement.started_on)
        .join(Jobseeker, Jobseeker.id == Placement.jobseeker_id)
        .join(Employer, Employer.id == Placement.employer_id)
        .where(tuple_(Jobseeker.iin_hash, Employer.bin).in_(pairs), Placement.state != PlacementState.ANNULLED)
    )
    for iin_hash, bin_number, *start in session.execute(wanted):
        found.setdefault((iin_hash or "", bin_number or ""), []).append(Start(*start))
    return found


def _record(session: Session, actor: Actor, register: Register, row: RegisterRow, starts: list[Start]) -> Receipt:
    start = contract_match(row.day, starts) if register is Register.CONTRACTS else contribution_match(row.day, starts)
    if start is None:
        return Receipt(row.line, Outcome.UNMATCHED)
    added: PlacementEvidence | None = None
    placement = session.get_one(Placement, start.placement_id)
    if register is Register.CONTRACTS:
        added = add_evidence(session, actor, placement, EvidenceKind.CONTRACT, EvidenceSource.CONTRACT_REGISTER, effective_on=row.day)
    else:
        number = contribution_month(start.started_on, row.day)
        if number in CHECKPOINTS:
            last_day, source = last_day_of_month(start.started_on, number), EvidenceSource.PENSION_REGISTER
            added = add_evidence(session, actor, placement, EvidenceKind.CONTRIBUTION, source, effective_on=last_day, month=number)
    return Receipt(row.line, Outcome.RECORDED if added else Outcome.UNCHANGED, placement=start.public_id)
