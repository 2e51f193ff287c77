"""The announcements of one post: for its page, for its employer and for the agencies that brought them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.vacancies.duplicates.models import DuplicateConflict, DuplicateRuling
from labour_exchange.vacancies.models import AdvertisementSource, Vacancy
from labour_exchange.vacancies.states import RejectionCode, VacancySource, VacancyState

MOST_GROUPS = 100


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement of a group: who brought it (nobody's name when the employer itself did), and what it states otherwise than its leader."""

    vacancy: Vacancy
    brought_by: str
    is_leader: bool
    conflicts: tuple[DuplicateConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Announcements of one post, the leader first."""

    leader: Announcement
    others: tuple[Announcement, ...]

    @property
    def all(self) -> tuple[Announcement, ...]:
        return (self.leader, *self.others)

    @property
    def has_conflicts(self) -> bool:
        return any(one.conflicts for one in self.others)


def group_of(session: Session, vacancy: Vacancy) -> list[Vacancy]:
    """All published announcements of the post, itself included, the leader first."""
    leader_id = vacancy.duplicate_of_id or vacancy.id
    wanted = select(Vacancy).where(or_(Vacancy.id == leader_id, Vacancy.duplicate_of_id == leader_id), Vacancy.state == VacancyState.PUBLISHED)
    return sorted(session.scalars(wanted), key=lambda one: (one.id != leader_id, one.id))


def sources_of(session: Session, vacancy: Vacancy) -> list[Announcement]:
    """Who else announced the post, for its page; those that an import found to be the same word for word too."""
    repeated = (Vacancy.state == VacancyState.REJECTED) & (Vacancy.rejection_code == RejectionCode.DUPLICATE)
    wanted = select(Vacancy).where(Vacancy.duplicate_of_id == vacancy.id, (Vacancy.state == VacancyState.PUBLISHED) | repeated)
    others = list(session.scalars(wanted.order_by(Vacancy.id)))
    return _announcements(session, [vacancy, *others])[1:] if others else []


def shown_instead(session: Session, vacancy: Vacancy) -> Vacancy | None:
    """The announcement that stands for this one, when it is public."""
    leader = session.get(Vacancy, vacancy.duplicate_of_id) if vacancy.is_shown_with_another and vacancy.duplicate_of_id else None
    return leader if leader is not None and leader.is_open else None


def groups_for(session: Session, actor: Actor) -> list[Group]:
    """The groups in which the employer or the agency has an announcement, the newest first."""
    mine = Vacancy.agency_id if actor.kind is ActorKind.AGENCY else Vacancy.employer_id
    if actor.organisation_id is None or actor.kind not in (ActorKind.AGENCY, ActorKind.EMPLOYER):
        return []
    return _groups(session, mine == actor.organisation_id)


def rulings_on(session: Session, ids: Sequence[int]) -> list[DuplicateRuling]:
    return list(session.scalars(select(DuplicateRuling).where(or_(DuplicateRuling.vacancy_id.in_(ids), DuplicateRuling.other_id.in_(ids)))))


def _groups(session: Session, is_mine: ColumnElement[bool]) -> list[Group]:
    is_open, followed = Vacancy.state == VacancyState.PUBLISHED, Vacancy.duplicate_of_id
    led = select(followed).where(followed.is_not(None), is_open)
    leaders = select(Vacancy.id).where(is_mine, is_open, Vacancy.id.in_(led)).union(led.where(is_mine))
    wanted = select(Vacancy).where(or_(Vacancy.id.in_(leaders), followed.in_(leaders)), is_open).options(joinedload(Vacancy.employer))
    members: dict[int, list[Vacancy]] = defaultdict(list)
    for one in session.scalars(wanted.order_by(Vacancy.id)):
        members[one.duplicate_of_id or one.id].append(one)
    chosen = [(leader_id, found) for leader_id, found in sorted(members.items(), reverse=True)[:MOST_GROUPS] if len(found) > 1]
    ordered = [sorted(found, key=lambda one, leader_id=leader_id: (one.id != leader_id, one.id)) for leader_id, found in chosen]  # type: ignore[misc]
    told = iter(_announcements(session, [one for found in ordered for one in found]))
    groups = [[next(told) for _ in found] for found in ordered]
    return [Group(leader, tuple(others)) for leader, *others in groups]


def _announcements(session: Session, vacancies: Sequence[Vacancy]) -> list[Announcement]:
    """Each with who brought it and its conflicts; a leader is who follows nobody."""
    of_agencies = select(Agency.id, Agency.name).where(Agency.id.in_({one.agency_id for one in vacancies if one.agency_id}))
    agencies = {row.id: row.name for row in session.execute(of_agencies)}
    of_sources = select(AdvertisementSource.name, AdvertisementSource.title)
    names = {one.source_name for one in vacancies if one.source_name}
    sources = {row.name: row.title for row in session.execute(of_sources.where(AdvertisementSource.name.in_(names)))}
    conflicts: dict[int, list[DuplicateConflict]] = defaultdict(list)
    for found in session.scalars(select(DuplicateConflict).where(DuplicateConflict.vacancy_id.in_([one.id for one in vacancies]))):
        conflicts[found.vacancy_id].append(found)
    return [
        Announcement(
            one,
            ""
            if one.source is VacancySource.DIRECT
            else agencies.get(one.agency_id or 0) or sources.get(one.source_name or "", one.source_name or ""),
            one.duplicate_of_id is None,
            tuple(sorted(conflicts[one.id], key=lambda each: each.field)),
        )
        for one in vacancies
    ]
