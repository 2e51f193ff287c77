"""Applications, invitations, referrals and offers: one of them, a person's own, and those that wait for an answer."""

from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.placements import access
from labour_exchange.placements.models import Approach, Invitation, JobApplication, Offer, Placement, Referral
from labour_exchange.placements.rules.approaches import is_other_side
from labour_exchange.placements.states import (
    APPLICATION_LIFECYCLE,
    ApplicationState,
    EvidenceSource,
    InvitationState,
    OfferState,
    PlacementState,
    ReferralState,
)
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

Thing = TypeVar("Thing", bound=Approach | Offer | Placement)
WAITING = (ApplicationState.SENT, ApplicationState.SEEN)
OPEN_REFERRALS = (ReferralState.ISSUED, ReferralState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class ThingsToAnswer:
    """What waits for a jobseeker, the nearest end first."""

    offers: list[Offer]
    invitations: list[Invitation]
    referrals: list[Referral]
    placements: list[Placement]

    @property
    def count(self) -> int:
        return len(self.offers) + len(self.invitations) + len(self.referrals) + len(self.placements)


@dataclass(frozen=True, slots=True)
class ApplicationCounts:
    """How many applications of a vacancy, or of all of an employer, stand where."""

    waiting: int
    interview: int
    offered: int
    hired: int
    total: int


def found_for(session: Session, actor: Actor, model: type[Thing], public_id: str) -> Thing:
    """One application, invitation, referral, offer or placement that the actor may see; raises NotFound."""
    entity: Any = model
    wanted = access.visible(actor, select(entity), entity).where(entity.public_id == public_id)
    options = joinedload(entity.vacancy).joinedload(Vacancy.employer), joinedload(entity.jobseeker)
    found: Thing | None = session.scalars(wanted.options(*options)).one_or_none()
    if found is None:
        raise NotFound
    return found


def applications_of(actor: Actor, *, is_open: bool | None = None) -> Select[tuple[JobApplication]]:
    """A jobseeker's own applications, to be paged by id; open ones, ended ones or all."""
    wanted = _of_person(actor, JobApplication)
    if is_open is None:
        return wanted
    states = APPLICATION_LIFECYCLE.open_states()
    return wanted.where(JobApplication.state.in_(states) if is_open else JobApplication.state.not_in(states))


def application_for_vacancy(session: Session, actor: Actor, vacancy_id: int) -> JobApplication | None:
    """The jobseeker's own application for a vacancy, so that its page can say so."""
    return session.scalars(_of_person(actor, JobApplication).where(JobApplication.vacancy_id == vacancy_id)).one_or_none()


def things_to_answer(session: Session, actor: Actor) -> ThingsToAnswer:
    """Offers, invitations, referrals and started placements that wait for this jobseeker."""
    offers = _of_person(actor, Offer).where(Offer.state == OfferState.MADE).order_by(Offer.answer_by_on, Offer.id)
    invitations = _of_person(actor, Invitation).where(Invitation.state == InvitationState.SENT).order_by(Invitation.expires_on, Invitation.id)
    referrals = _of_person(actor, Referral).where(Referral.state == ReferralState.ISSUED).order_by(Referral.expires_on, Referral.id)
    placements = _of_person(actor, Placement).where(
        Placement.state == PlacementState.DECLARED,
        Placement.declared_by != EvidenceSource.JOBSEEKER,
        Placement.started_on <= clock.today(),
    )
    return ThingsToAnswer(
        list(session.scalars(offers)),
        list(session.scalars(invitations)),
        list(session.scalars(referrals)),
        list(session.scalars(placements.order_by(Placement.started_on, Placement.id))),
    )


def own_things(session: Session, actor: Actor, model: type[Thing], *, limit: int = 100) -> list[Thing]:
    """Everything of one kind that concerns this jobseeker, the newest first."""
    entity: Any = model
    return list(session.scalars(_of_person(actor, entity).order_by(entity.id.desc()).limit(limit)))


def applications_to_answer(actor: Actor, *, vacancy_id: int | None = None) -> Select[tuple[JobApplication]]:
    """Applications that wait for this employer, to be paged by (created_at, id): whoever has waited longest comes first."""
    return applications_to_employer(actor, vacancy_id=vacancy_id, states=WAITING)


def applications_to_employer(
    actor: Actor, *, vacancy_id: int | None = None, states: tuple[ApplicationState, ...] = ()
) -> Select[tuple[JobApplication]]:
    """Applications to this employer, for one vacancy or all."""
    wanted = access.visible(actor, select(JobApplication), JobApplication)
    wanted = wanted.options(joinedload(JobApplication.vacancy), joinedload(JobApplication.jobseeker))
    if vacancy_id is not None:
        wanted = wanted.where(JobApplication.vacancy_id == vacancy_id)
    return wanted.where(JobApplication.state.in_(states)) if states else wanted


def application_counts(session: Session, actor: Actor, *, vacancy_id: int | None = None) -> ApplicationCounts:
    """How many wait, are invited, have an offer, are hired."""
    wanted = access.visible(actor, select(JobApplication), JobApplication).with_only_columns(JobApplication.state, func.count())
    if vacancy_id is not None:
        wanted = wanted.where(JobApplication.vacancy_id == vacancy_id)
    found: dict[ApplicationState, int] = {row[0]: row[1] for row in session.execute(wanted.group_by(JobApplication.state))}
    named = {name: found.get(ApplicationState(name), 0) for name in ("interview", "offered", "hired")}
    return ApplicationCounts(waiting=sum(found.get(state, 0) for state in WAITING), total=sum(found.values()), **named)


def referrals_of_office(actor: Actor, *, states: tuple[ReferralState, ...] = ()) -> Select[tuple[Referral]]:
    """Referrals of people of the office's region, to be paged by id."""
    wanted = access.visible(actor, select(Referral), Referral).options(
        joinedload(Referral.vacancy).joinedload(Vacancy.employer), joinedload(Referral.jobseeker)
    )
    return wanted.where(Referral.state.in_(states)) if states else wanted


def approaches_of_employer(actor: Actor, model: type[Thing], *, states: tuple[str, ...] = ()) -> Select[tuple[Thing]]:
    """Invitations, referrals, offers or placements of this employer, to be paged by id."""
    entity: Any = model
    wanted = access.visible(actor, select(entity), entity).options(joinedload(entity.vacancy), joinedload(entity.jobseeker))
    return wanted.where(entity.state.in_(states)) if states else wanted


def vacancies_to_refer_to(session: Session, words: str, *, region_code: str, limit: int = 20) -> list[Vacancy]:
    """Open vacancies of employers on the exchange whose title or employer's name holds every word; those of the region first."""
    wanted = (
        select(Vacancy)
        .join(Employer, Employer.id == Vacancy.employer_id)
        .where(Vacancy.state == VacancyState.PUBLISHED, Employer.state != EmployerState.UNCLAIMED)
        .options(joinedload(Vacancy.employer))
    )
    for word in words.lower().split():
        named = (func.lower(column).contains(word, autoescape=True) for column in (Vacancy.title, Employer.name))
        wanted = wanted.where(or_(*named))
    return list(session.scalars(wanted.order_by(Vacancy.region_code != region_code, Vacancy.published_at.desc(), Vacancy.id).limit(limit)))


def offer_on(session: Session, origin: JobApplication | Invitation | Referral) -> Offer | None:
    """The latest offer made on an approach."""
    column = {JobApplication: Offer.application_id, Invitation: Offer.invitation_id, Referral: Offer.referral_id}[type(origin)]
    return session.scalars(select(Offer).where(column == origin.id).order_by(Offer.id.desc()).limit(1)).one_or_none()


def placement_of_offer(session: Session, offer: Offer) -> Placement | None:
    return session.scalars(select(Placement).where(Placement.offer_id == offer.id)).one_or_none()


def may_be_confirmed_by(placement: Placement, side: EvidenceSource) -> bool:
    """Whether this side's confirmation is what the placement waits for, today."""
    waits = placement.state in (PlacementState.DECLARED, PlacementState.DISPUTED) and placement.started_on <= clock.today()
    return waits and is_other_side(placement.declared_by, side)


def _of_person(actor: Actor, model: Any) -> Select[tuple[Any]]:
    if actor.jobseeker_id is None:
        raise NotFound
    return access.visible(actor, select(model), model).options(joinedload(model.vacancy).joinedload(Vacancy.employer))
