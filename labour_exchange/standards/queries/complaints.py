"""Complaints as an actor may see them, the links to them, and what is beside a promise."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from labour_exchange.accounts.credentials import secret_hash
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import MINISTRY, Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.offices.models import Office
from labour_exchange.standards.access import visible_commitments, visible_complaints
from labour_exchange.standards.models import Commitment, ComplaintAnswer, ComplaintLink, RatingLink, ServiceComplaint, StandardVersion
from labour_exchange.standards.rules import complaints as rules
from labour_exchange.standards.states import WAITING, ComplaintState, Finding, VersionState

READER = system_actor("read a complaint")
COUNTER = system_actor("count complaints")
SHOWN = 50
UNCOMPLAINED = ~select(ServiceComplaint.id).where(ServiceComplaint.commitment_id == Commitment.id).exists()


@dataclass(frozen=True, slots=True)
class OfficeLoad:
    """What waits now at one office: without an answer, of these past the day, and how many went on to the ministry."""

    office: Office
    waiting: int
    late: int
    escalated: int


def version_promised(session: Session, commitment: Commitment) -> StandardVersion | None:
    """The version that was in force on the day on which the promise began."""
    wanted = select(StandardVersion).where(
        StandardVersion.standard_id == commitment.standard_id,
        StandardVersion.state.in_((VersionState.IN_FORCE, VersionState.REPLACED)),
        StandardVersion.in_force_from <= commitment.promised_on,
        StandardVersion.replaced_on.is_(None) | (StandardVersion.replaced_on > commitment.promised_on),
    )
    return session.scalars(wanted.order_by(StandardVersion.number.desc()).limit(1)).first()


def complaint_for(session: Session, actor: Actor, public_id: str) -> ServiceComplaint:
    """Raises NotFound for a complaint this actor may not see."""
    number = session.scalar(
        visible_complaints(actor, select(ServiceComplaint)).where(ServiceComplaint.public_id == public_id).with_only_columns(ServiceComplaint.id)
    )
    if number is None:
        raise NotFound
    # The promise behind it is nobody's row at the ministry, which decides about it all the same.
    with acting_as(session, READER):
        return session.scalars(_whole(select(ServiceComplaint)).where(ServiceComplaint.id == number).execution_options(populate_existing=True)).one()


def complaints_of_served(session: Session, actor: Actor) -> list[ServiceComplaint]:
    """One's own, the latest first."""
    return list(session.scalars(_whole(visible_complaints(actor, select(ServiceComplaint))).order_by(ServiceComplaint.id.desc())))


def complaints_at(session: Session, actor: Actor) -> list[ServiceComplaint]:
    """What the actor's office or the ministry reads: what waits for it first, by its day, then the latest."""
    own = ServiceComplaint.state == (ComplaintState.ESCALATED if actor.kind in MINISTRY else ComplaintState.FILED)
    wanted = _whole(visible_complaints(actor, select(ServiceComplaint)))
    waiting = session.scalars(wanted.where(own).order_by(ServiceComplaint.due_on, ServiceComplaint.id)).all()
    others = session.scalars(wanted.where(~own).order_by(ServiceComplaint.id.desc()).limit(SHOWN)).all()
    return [*waiting, *others]


def complaints_due(actor: Actor) -> Select[tuple[ServiceComplaint]]:
    """What the actor's office, or the ministry, has to answer by the next working day or is late with."""
    own = ServiceComplaint.state == (ComplaintState.ESCALATED if actor.kind in MINISTRY else ComplaintState.FILED)
    return visible_complaints(actor, select(ServiceComplaint)).where(own, ServiceComplaint.due_on <= rules.last_warned_day(clock.today()))


def late_with_complaints(session: Session, actor: Actor) -> tuple[int, int]:
    """For the ministry: what it has to answer by the next working day or is late with, and how many answers the offices are late with."""
    own = session.scalar(select(func.count()).select_from(complaints_due(actor).subquery())) or 0
    return own, sum(one.late for one in loads(session))


def loads(session: Session) -> list[OfficeLoad]:
    """Every office where a complaint waits, here or at the ministry, the latest first: numbers, nobody's row."""
    is_filed = ServiceComplaint.state == ComplaintState.FILED
    counted = (
        func.count().filter(is_filed),
        func.count().filter(is_filed, ServiceComplaint.due_on < clock.today()),
        func.count().filter(ServiceComplaint.state == ComplaintState.ESCALATED),
    )
    with acting_as(session, COUNTER):
        rows = session.execute(
            select(ServiceComplaint.office_id, *counted).where(ServiceComplaint.state.in_(WAITING)).group_by(ServiceComplaint.office_id)
        ).all()
    offices = {one.id: one for one in session.scalars(select(Office).where(Office.id.in_([row[0] for row in rows])))}
    found = [OfficeLoad(offices[row[0]], row[1], row[2], row[3]) for row in rows]
    return sorted(found, key=lambda one: (-one.late, -one.waiting, one.office.id))


def complainable_by_link(session: Session, secret: str) -> tuple[Commitment, StandardVersion] | None:
    """What a live link may still be used to complain about."""
    with acting_as(session, READER):
        commitment = session.scalar(
            select(Commitment)
            .join(RatingLink, RatingLink.commitment_id == Commitment.id)
            .options(joinedload(Commitment.standard), joinedload(Commitment.office))
            .where(RatingLink.secret_hash == secret_hash(secret), RatingLink.complained_on.is_(None), RatingLink.expires_at > clock.now())
            .where(UNCOMPLAINED)
        )
        version = version_promised(session, commitment) if commitment else None
    return (commitment, version) if commitment and version and _is_complainable(commitment, clock.today()) else None


def complainable_for(session: Session, actor: Actor, public_id: str) -> tuple[Commitment, StandardVersion]:
    """One of the actor's own promises that may be complained about now. Raises NotFound."""
    wanted = visible_commitments(actor, select(Commitment)).options(joinedload(Commitment.office), joinedload(Commitment.standard))
    commitment = session.scalar(wanted.where(Commitment.public_id == public_id, UNCOMPLAINED))
    version = version_promised(session, commitment) if commitment else None
    if commitment is None or version is None or not _is_complainable(commitment, clock.today()):
        raise NotFound
    return commitment, version


def promises_to_complain_about(session: Session, actor: Actor) -> list[Commitment]:
    """The actor's own promises that may be complained about and were not, the latest first."""
    wanted = visible_commitments(actor, select(Commitment)).where(UNCOMPLAINED).options(joinedload(Commitment.office))
    rows = session.scalars(wanted.order_by(Commitment.promised_on.desc(), Commitment.id.desc()).limit(SHOWN))
    return [one for one in rows if _is_complainable(one, clock.today())]


def complaint_by_link(session: Session, secret: str) -> ServiceComplaint | None:
    """What a status link leads to while it lives."""
    with acting_as(session, READER):
        of_link = select(ComplaintLink.complaint_id).where(ComplaintLink.secret_hash == secret_hash(secret), ComplaintLink.expires_at > clock.now())
        return session.scalar(_whole(select(ServiceComplaint)).where(ServiceComplaint.id == of_link.scalar_subquery()))


def findings_beside(session: Session, commitment_ids: Collection[int]) -> dict[int, Finding]:
    """What was found last about each of these promises, where the actor may see the complaint."""
    rows = session.execute(
        select(ServiceComplaint.commitment_id, ComplaintAnswer.finding)
        .join(ComplaintAnswer, ComplaintAnswer.complaint_id == ServiceComplaint.id)
        .where(ServiceComplaint.commitment_id.in_(commitment_ids))
        .order_by(ComplaintAnswer.id)
    )
    return {row.commitment_id: row.finding for row in rows}


def exported_complaints(session: Session, actor: Actor) -> list[dict[str, object]]:
    """Everything the exchange holds of the actor's own complaints, with the answers, for the file of own data."""
    names = ("public_id", "paragraph", "text", "remedy", "officer", "channel", "state", "filed_on", "due_on", "escalation", "escalated_on")
    return [
        {name: str(getattr(one, name) if getattr(one, name) is not None else "") for name in names}
        | {
            "promise": one.commitment.public_id,
            "answers": [
                {"instance": row.instance.value, "finding": row.finding.value, "text": row.text, "answered_on": str(row.answered_on)}
                for row in one.answers
            ],
        }
        for one in complaints_of_served(session, actor)
    ]


def _is_complainable(commitment: Commitment, today: date) -> bool:
    return rules.may_be_complained_about(commitment.state, commitment.due_on, commitment.done_on, today)


def _whole(wanted: Select[tuple[ServiceComplaint]]) -> Select[tuple[ServiceComplaint]]:
    of_version = joinedload(ServiceComplaint.of_version).joinedload(StandardVersion.standard)
    return wanted.options(
        joinedload(ServiceComplaint.commitment), joinedload(ServiceComplaint.office), of_version, selectinload(ServiceComplaint.answers)
    )
