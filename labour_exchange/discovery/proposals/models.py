"""A word proposed for the lexicon, and what became of it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class ProposalState(StrEnum):
    """Open until a keeper of the lexicon accepts or refuses it; what is left stays open."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class ConceptKind(StrEnum):
    """What a word can name."""

    OCCUPATION = "occupation"
    SKILL = "skill"


class LexiconProposal(Base):
    """A word of one language with how many searches and advertisements use it, without whose; `guesses` are unit groups of those advertisements."""

    __tablename__ = "lexicon_proposals"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    term: Mapped[str]
    language: Mapped[str]
    in_searches: Mapped[int] = mapped_column(default=0)
    in_advertisements: Mapped[int] = mapped_column(default=0)
    guesses: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    counted_on: Mapped[date]
    state: Mapped[ProposalState] = mapped_column(choice(ProposalState), default=ProposalState.OPEN)
    concept_kind: Mapped[ConceptKind | None] = mapped_column(choice(ConceptKind))
    concept_code: Mapped[str | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("term", "language", name="uq_lexicon_proposals_term_language"),
        CheckConstraint("language IN ('kk', 'ru', 'en')", name="language"),
        CheckConstraint("(state = 'accepted') = (concept_kind IS NOT NULL AND concept_code IS NOT NULL)", name="accepted_as"),
        Index("ix_lexicon_proposals_state_decided", "state", "decided_at"),
    )
