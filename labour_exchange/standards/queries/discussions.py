"""Remarks on a version as an actor may see them, and where its discussion stands."""

from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.standards.access import visible_remarks
from labour_exchange.standards.models import Remark, StandardVersion
from labour_exchange.standards.rules.drafting import Discussion
from labour_exchange.standards.states import Outcome, RemarkState

COUNTER = system_actor("count remarks")


def remarks_on(session: Session, actor: Actor, version: StandardVersion) -> list[Remark]:
    """In the order of paragraphs, the oldest first."""
    wanted = visible_remarks(actor, select(Remark)).where(Remark.version_id == version.id)
    return list(session.scalars(wanted.order_by(Remark.paragraph, Remark.id)))


def remark_for(session: Session, actor: Actor, public_id: str) -> Remark:
    """Raises NotFound for a remark this actor may not see."""
    wanted = visible_remarks(actor, select(Remark)).options(joinedload(Remark.of_version)).where(Remark.public_id == public_id)
    found = session.scalar(wanted)
    if found is None:
        raise NotFound
    return found


def possible_leads(session: Session, actor: Actor, remark: Remark) -> list[Remark]:
    """Published remarks on the same version that this one may repeat."""
    wanted = visible_remarks(actor, select(Remark)).where(
        Remark.version_id == remark.version_id,
        Remark.state == RemarkState.PUBLISHED,
        Remark.duplicate_of_id.is_(None),
        Remark.id != remark.id,
    )
    return list(session.scalars(wanted.order_by(Remark.paragraph, Remark.id)))


def discussion_of(session: Session, version: StandardVersion) -> Discussion:
    """Counts of everything that was confirmed, whoever asks: words are not among them."""
    with acting_as(session, COUNTER):
        rows = session.execute(
            select(Remark.state, Remark.outcome, Remark.duplicate_of_id).where(
                Remark.version_id == version.id, Remark.state != RemarkState.UNCONFIRMED
            )
        ).all()
    states = Counter(row.state for row in rows)
    leads = [row for row in rows if row.state is RemarkState.PUBLISHED and row.duplicate_of_id is None]
    outcomes = Counter(row.outcome for row in leads)
    return Discussion(
        waiting=states[RemarkState.WAITING],
        published=states[RemarkState.PUBLISHED],
        refused=states[RemarkState.REFUSED],
        duplicates=states[RemarkState.PUBLISHED] - len(leads),
        unanswered=outcomes[None],
        taken=outcomes[Outcome.TAKEN],
        taken_partly=outcomes[Outcome.TAKEN_PARTLY],
        not_taken=outcomes[Outcome.NOT_TAKEN],
    )
