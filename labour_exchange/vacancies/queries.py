"""Read vacancies from the database: one, an employer's own, and those that wait to be checked."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.vacancies import access
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState


def vacancy_for(session: Session, actor: Actor, public_id: str) -> Vacancy:
    """One vacancy that the actor may read; raises NotFound."""
    wanted = access.visible(actor, select(Vacancy)).where(Vacancy.public_id == public_id).options(joinedload(Vacancy.employer))
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def closed_vacancy(session: Session, public_id: str) -> Vacancy | None:
    """A vacancy that was public once and is over: its page says so instead of not existing."""
    wanted = select(Vacancy).where(Vacancy.public_id == public_id, Vacancy.state.in_(access.CLOSED_STATES), Vacancy.published_at.is_not(None))
    return session.scalars(wanted.options(joinedload(Vacancy.employer))).one_or_none()


def vacancies_by_public_id(session: Session, actor: Actor, public_ids: list[str]) -> dict[str, Vacancy]:
    """The vacancies behind search hits, authorised again."""
    wanted = access.visible(actor, select(Vacancy)).where(Vacancy.public_id.in_(public_ids)).options(joinedload(Vacancy.employer))
    return {vacancy.public_id: vacancy for vacancy in session.scalars(wanted)}


def vacancies_by_id(session: Session, actor: Actor, ids: list[int]) -> dict[int, Vacancy]:
    """The vacancies of a list, authorised again."""
    wanted = access.visible(actor, select(Vacancy)).where(Vacancy.id.in_(ids)).options(joinedload(Vacancy.employer))
    return {vacancy.id: vacancy for vacancy in session.scalars(wanted)}


def vacancies_of_employer(employer_id: int, states: tuple[VacancyState, ...] = ()) -> Select[tuple[Vacancy]]:
    wanted = select(Vacancy).where(Vacancy.employer_id == employer_id)
    return wanted.where(Vacancy.state.in_(states)) if states else wanted


def vacancies_to_check(region_code: str) -> Select[tuple[Vacancy]]:
    """What an office has to read: handed in, or published without having been read; oldest first when ordered by id."""
    return (
        select(Vacancy)
        .where(Vacancy.region_code == region_code, Vacancy.checked_at.is_(None), Vacancy.state.in_([VacancyState.SUBMITTED, VacancyState.PUBLISHED]))
        .options(joinedload(Vacancy.employer))
    )


def count_to_check(session: Session, region_code: str) -> int:
    return session.scalar(select(func.count()).select_from(vacancies_to_check(region_code).with_only_columns(Vacancy.id).subquery())) or 0


def own_vacancy(session: Session, actor: Actor, public_id: str) -> Vacancy:
    """A vacancy that the actor keeps, in whatever state; raises NotFound for everybody else's, also published ones."""
    found = vacancy_for(session, actor, public_id)
    if not access.may_keep(actor, found):
        raise NotFound
    return found


def vacancy_to_check(session: Session, actor: Actor, public_id: str) -> Vacancy:
    """A vacancy of the office's region that was handed in, in whatever state; raises NotFound."""
    found = vacancy_for(session, actor, public_id)
    if not access.may_check(actor, found):
        raise NotFound
    return found


def counts_by_state(session: Session, employer_id: int) -> dict[VacancyState, int]:
    """How many vacancies an employer has in each state."""
    wanted = select(Vacancy.state, func.count()).where(Vacancy.employer_id == employer_id).group_by(Vacancy.state)
    return {row[0]: row[1] for row in session.execute(wanted)}


def vacancies_in_region(actor: Actor, *, state: VacancyState | None = None, title: str = "") -> Select[tuple[Vacancy]]:
    """All vacancies of an office's region, to be paged by id; `title` is a part of the title."""
    wanted = (
        select(Vacancy).where(Vacancy.region_code == actor.region_code, Vacancy.state != VacancyState.DRAFT).options(joinedload(Vacancy.employer))
    )
    if state is not None:
        wanted = wanted.where(Vacancy.state == state)
    return wanted.where(func.lower(Vacancy.title).contains(title.strip().lower(), autoescape=True)) if title.strip() else wanted


def only_kind(wanted: Select[tuple[Vacancy]], kind: str) -> Select[tuple[Vacancy]]:
    """Of those to check: `new` (not published before they are read), `published`, `imported`; anything else means all."""
    conditions = {
        "new": Vacancy.state == VacancyState.SUBMITTED,
        "published": (Vacancy.state == VacancyState.PUBLISHED) & (Vacancy.source != VacancySource.IMPORT),
        "imported": (Vacancy.state == VacancyState.PUBLISHED) & (Vacancy.source == VacancySource.IMPORT),
    }
    return wanted.where(conditions[kind]) if kind in conditions else wanted


def counts_to_check(session: Session, region_code: str) -> dict[str, int]:
    """How many wait in each kind of `only_kind`."""
    return {kind: count_vacancies(session, only_kind(vacancies_to_check(region_code), kind)) for kind in ("new", "published", "imported")}


def count_vacancies(session: Session, wanted: Select[tuple[Vacancy]]) -> int:
    return session.scalar(select(func.count()).select_from(wanted.with_only_columns(Vacancy.id).order_by(None).subquery())) or 0
