"""Read proposals for the lexicon."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.discovery.proposals.models import ConceptKind, LexiconProposal, ProposalState
from labour_exchange.foundation.errors import NotFound

MOST_SHOWN = 100


def proposals(session: Session, state: ProposalState, limit: int = MOST_SHOWN) -> Sequence[LexiconProposal]:
    """Open ones most used first, decided ones the latest first."""
    uses = (LexiconProposal.in_searches + LexiconProposal.in_advertisements).desc()
    order = (uses, LexiconProposal.term) if state is ProposalState.OPEN else (LexiconProposal.decided_at.desc(), LexiconProposal.term)
    return session.scalars(select(LexiconProposal).where(LexiconProposal.state == state).order_by(*order).limit(limit)).all()


def proposal_counts(session: Session) -> dict[ProposalState, int]:
    rows = session.execute(select(LexiconProposal.state, func.count()).group_by(LexiconProposal.state))
    return {row[0]: row[1] for row in rows}


def proposal_by_public_id(session: Session, public_id: str) -> LexiconProposal:
    """Raises NotFound."""
    found = session.scalars(select(LexiconProposal).where(LexiconProposal.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def accepted_rows(session: Session, kind: ConceptKind) -> list[tuple[str, str, str]]:
    """(code, language, term) of every accepted word, in the order of the lexicon's files."""
    columns = (LexiconProposal.concept_code, LexiconProposal.language, LexiconProposal.term)
    wanted = select(*columns).where(LexiconProposal.state == ProposalState.ACCEPTED, LexiconProposal.concept_kind == kind)
    return [(str(code), language, term) for code, language, term in session.execute(wanted.order_by(*columns))]
