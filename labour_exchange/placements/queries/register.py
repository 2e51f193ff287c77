"""The register of an office's placements: filters, rows for pages and files, the evidence history of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from labour_exchange.agencies.models import Agency
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.lifecycle.moves import Transition, history
from labour_exchange.foundation.paging import Page, page_of
from labour_exchange.placements import access
from labour_exchange.placements.models import AnnulmentProposal, Placement, PlacementEvidence
from labour_exchange.placements.rules.evidence import LEVEL_OF_KIND, LEVEL_OF_MONTH, STRENGTH, evidence_level
from labour_exchange.placements.rules.signals import EarlierWork, Signal, signals_of
from labour_exchange.placements.states import PLACEMENT_LIFECYCLE, Channel, EvidenceKind, EvidenceLevel, PlacementState

PAGE = 50
FILE_BATCH = 500


@dataclass(frozen=True, slots=True)
class RegisterFilters:
    """What an office asks of its register. The period is of the day of declaration; `employer` is a BIN or the beginning of a name."""

    state: PlacementState | None = None
    channel: Channel | None = None
    agency: str = ""
    employer: str = ""
    since: date | None = None
    until: date | None = None
    level: EvidenceLevel | None = None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One placement as the register shows it; names of people are not part of it."""

    placement: Placement
    employer: Employer
    agency: Agency | None
    level: EvidenceLevel


@dataclass(frozen=True, slots=True)
class PlacementHistory:
    """Everything that is known of one placement."""

    placement: Placement
    employer: Employer
    level: EvidenceLevel
    evidence: list[PlacementEvidence]
    moves: list[Transition]
    signals: tuple[Signal, ...]
    proposals: list[AnnulmentProposal]


def placement_register(actor: Actor, filters: RegisterFilters) -> Select[tuple[Placement]]:
    """Placements of the actor's scope under these filters, newest declaration first when paged by (declared_on, id) descending."""
    return _filtered(actor, filters).options(selectinload(Placement.evidence), joinedload(Placement.jobseeker), joinedload(Placement.vacancy))


def register_page(session: Session, actor: Actor, filters: RegisterFilters, *, cursor: str | None = None, limit: int = PAGE) -> Page[RegisterRow]:
    """One page of the register."""
    keys = (Placement.declared_on, Placement.id)
    page = page_of(session, placement_register(actor, filters), keys, cursor=cursor, limit=limit, descending=True)
    return Page(_rows(session, list(page.rows)), page.next_cursor)


def register_rows(session: Session, actor: Actor, filters: RegisterFilters) -> Iterator[RegisterRow]:
    """The whole register under these filters, read in pages, for a file."""
    cursor: str | None = None
    while True:
        page = register_page(session, actor, filters, cursor=cursor, limit=FILE_BATCH)
        yield from page.rows
        if page.next_cursor is None:
            return
        cursor = page.next_cursor


def count_register(session: Session, actor: Actor, filters: RegisterFilters) -> int:
    return session.scalar(select(func.count()).select_from(_filtered(actor, filters).with_only_columns(Placement.id).subquery())) or 0


def placement_history(session: Session, placement: Placement) -> PlacementHistory:
    """The evidence, moves, signals and proposals of a placement that the caller found within the actor's scope."""
    evidence = list(session.scalars(select(PlacementEvidence).where(PlacementEvidence.placement_id == placement.id).order_by(PlacementEvidence.id)))
    proposals = select(AnnulmentProposal).where(AnnulmentProposal.placement_id == placement.id).order_by(AnnulmentProposal.id)
    signals = signals_of(evidence, placement.started_on, _earlier_work(session, placement), clock.today())
    return PlacementHistory(
        placement,
        session.get_one(Employer, placement.employer_id),
        evidence_level(evidence),
        evidence,
        history(session, PLACEMENT_LIFECYCLE.name, placement.id),
        signals,
        list(session.scalars(proposals)),
    )


def proposal_for(session: Session, actor: Actor, public_id: str) -> AnnulmentProposal:
    """One proposal to annul a placement of the actor's scope; raises NotFound."""
    scope = access.visible(actor, select(Placement), Placement).with_only_columns(Placement.id)
    wanted = select(AnnulmentProposal).where(AnnulmentProposal.public_id == public_id, AnnulmentProposal.placement_id.in_(scope))
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def open_proposals(actor: Actor) -> Select[tuple[AnnulmentProposal]]:
    """Proposals of the actor's scope that wait for a decision, to be paged by id."""
    scope = access.visible(actor, select(Placement), Placement).with_only_columns(Placement.id)
    return select(AnnulmentProposal).where(AnnulmentProposal.decided_at.is_(None), AnnulmentProposal.placement_id.in_(scope))


def agencies_in_register(session: Session, actor: Actor) -> list[Agency]:
    """Agencies that brought placements of this scope, for the filter."""
    scope = access.visible(actor, select(Placement), Placement).with_only_columns(Placement.agency_id)
    return list(session.scalars(select(Agency).where(Agency.id.in_(scope)).order_by(Agency.name)))


def _filtered(actor: Actor, filters: RegisterFilters) -> Select[tuple[Placement]]:
    return access.visible(actor, select(Placement), Placement).where(*_conditions(filters))


def _conditions(filters: RegisterFilters) -> Iterator[ColumnElement[bool]]:
    if filters.state:
        yield Placement.state == filters.state
    if filters.channel:
        yield Placement.channel == filters.channel
    if filters.agency:
        yield Placement.agency_id.in_(select(Agency.id).where(Agency.public_id == filters.agency))
    if filters.employer.strip():
        words = filters.employer.strip()
        named = func.lower(Employer.name).contains(words.lower(), autoescape=True)
        yield Placement.employer_id.in_(select(Employer.id).where(or_(Employer.bin == words, named)))
    if filters.since:
        yield Placement.declared_on >= filters.since
    if filters.until:
        yield Placement.declared_on <= filters.until
    if filters.level:
        yield _strength() == STRENGTH[filters.level]


def _strength() -> ColumnElement[int]:
    """The strength of the strongest evidence, as the rule has it."""
    kind, month = PlacementEvidence.kind, PlacementEvidence.month
    by_month = [(and_(kind == EvidenceKind.CONTRIBUTION, month == number), STRENGTH[level]) for number, level in LEVEL_OF_MONTH.items()]
    by_kind = [(kind == known, STRENGTH[level]) for known, level in LEVEL_OF_KIND.items()]
    strongest = select(func.max(case(*by_month, *by_kind, else_=0))).where(PlacementEvidence.placement_id == Placement.id)
    return func.coalesce(strongest.correlate(Placement).scalar_subquery(), 0)


def _rows(session: Session, placements: list[Placement]) -> list[RegisterRow]:
    employers = {one.id: one for one in session.scalars(select(Employer).where(Employer.id.in_({found.employer_id for found in placements})))}
    agencies = {one.id: one for one in session.scalars(select(Agency).where(Agency.id.in_({found.agency_id for found in placements})))}
    return [
        RegisterRow(found, employers[found.employer_id], agencies.get(found.agency_id or 0), evidence_level(found.evidence)) for found in placements
    ]


def _earlier_work(session: Session, placement: Placement) -> list[EarlierWork]:
    """Earlier placements of the same person at the same employer that this actor may see."""
    ended_on = (
        select(func.max(PlacementEvidence.effective_on))
        .where(PlacementEvidence.placement_id == Placement.id, PlacementEvidence.kind == EvidenceKind.ENDED)
        .correlate(Placement)
        .scalar_subquery()
    )
    wanted = select(Placement.started_on, ended_on).where(
        Placement.jobseeker_id == placement.jobseeker_id,
        Placement.employer_id == placement.employer_id,
        Placement.id != placement.id,
        Placement.started_on < placement.started_on,
        Placement.state != PlacementState.ANNULLED,
    )
    return [EarlierWork(*found) for found in session.execute(wanted)]
