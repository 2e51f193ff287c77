"""Subsidised jobs the actor may see: what employers offer, agreements, the monthly schedule beside claims and contributions."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import visible_of_enrolments, visible_posts
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement, ContributionMonth, SubsidisedPost, SubsidyClaim
from labour_exchange.programmes.rules.subsidies import Instalment, rate_periods, schedule
from labour_exchange.programmes.states import ClaimState, PostState


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One calendar month of a subsidised job: what is planned, whether a contribution was seen, what was claimed."""

    month: date
    parts: tuple[Instalment, ...]
    is_contribution_seen: bool
    claim: SubsidyClaim | None

    @property
    def planned(self) -> int:
        return sum(part.amount for part in self.parts)


def post_for(session: Session, actor: Actor, public_id: str) -> SubsidisedPost:
    """Raises NotFound."""
    found = session.scalars(_posts(actor).where(SubsidisedPost.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def posts(actor: Actor, *, state: PostState | None = None) -> Select[tuple[SubsidisedPost]]:
    """What the actor sees, the latest first."""
    wanted = _posts(actor)
    return (wanted.where(SubsidisedPost.state == state) if state is not None else wanted).order_by(SubsidisedPost.id.desc())


def posts_open_for(session: Session, actor: Actor, enrolment: Enrolment) -> list[SubsidisedPost]:
    """Accepted offers of the region for this measure that still have a job free."""
    wanted = _posts(actor).where(SubsidisedPost.measure_id == enrolment.measure_id, SubsidisedPost.region_code == enrolment.region_code)
    free = wanted.where(SubsidisedPost.state == PostState.ACCEPTED, SubsidisedPost.posts_filled < SubsidisedPost.posts)
    return list(session.scalars(free.order_by(SubsidisedPost.id)))


def agreement_of(session: Session, enrolment: Enrolment) -> Agreement | None:
    wanted = select(Agreement).options(joinedload(Agreement.post)).where(Agreement.enrolment_id == enrolment.id)
    return session.scalars(wanted).one_or_none()


def agreements(session: Session, actor: Actor) -> list[Agreement]:
    """Those of enrolments the actor sees, the latest first."""
    wanted = select(Agreement).options(joinedload(Agreement.enrolment).joinedload(Enrolment.measure), joinedload(Agreement.post))
    return list(session.scalars(visible_of_enrolments(actor, wanted, Agreement).order_by(Agreement.id.desc())))


def schedule_of(session: Session, enrolment: Enrolment) -> tuple[Instalment, ...]:
    """The monthly schedule of an agreement under the terms of its decision; nothing without an agreement."""
    agreement = agreement_of(session, enrolment)
    if agreement is None:
        return ()
    return schedule(agreement.starts_on, agreement.ends_on, agreement.pay, rate_periods(enrolment.terms.rate_periods))


def months_of(session: Session, enrolment: Enrolment) -> list[MonthRow]:
    """The schedule month by month, with what is known of each."""
    planned = schedule_of(session, enrolment)
    seen = set(session.scalars(select(ContributionMonth.month).where(ContributionMonth.enrolment_id == enrolment.id)))
    claimed = (
        select(SubsidyClaim).options(joinedload(SubsidyClaim.payment)).where(SubsidyClaim.enrolment_id == enrolment.id).order_by(SubsidyClaim.id)
    )
    claims = {one.month: one for one in session.scalars(claimed)}
    months = sorted({part.month for part in planned})
    return [MonthRow(month, tuple(part for part in planned if part.month == month), month in seen, claims.get(month)) for month in months]


def claim_for(session: Session, actor: Actor, public_id: str) -> SubsidyClaim:
    """Raises NotFound."""
    wanted = select(SubsidyClaim).options(joinedload(SubsidyClaim.enrolment)).where(SubsidyClaim.public_id == public_id)
    found = session.scalars(visible_of_enrolments(actor, wanted, SubsidyClaim)).one_or_none()
    if found is None:
        raise NotFound
    return found


def claims_to_check(actor: Actor) -> Select[tuple[SubsidyClaim]]:
    """Claims nobody has answered, the oldest first."""
    wanted = select(SubsidyClaim).options(joinedload(SubsidyClaim.enrolment)).where(SubsidyClaim.state == ClaimState.SUBMITTED)
    return visible_of_enrolments(actor, wanted, SubsidyClaim).order_by(SubsidyClaim.id)


def _posts(actor: Actor) -> Select[tuple[SubsidisedPost]]:
    wanted = select(SubsidisedPost).options(joinedload(SubsidisedPost.measure), joinedload(SubsidisedPost.employer))
    return visible_posts(actor, wanted)
