"""Who may read, keep and check a vacancy."""

from sqlalchemy import Select, or_

from labour_exchange.agencies.queries import employers_acted_for
from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for, public
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

READ_VACANCY = public("read vacancy", "Published vacancies are for everybody who looks for work.")
KEEP_VACANCY = action_for("keep vacancy", ActorKind.EMPLOYER)
CHECK_VACANCY = Action("check vacancy", OFFICE_STAFF)

READABLE_STATES = (VacancyState.PUBLISHED,)
CLOSED_STATES = (VacancyState.FILLED, VacancyState.WITHDRAWN, VacancyState.EXPIRED)


def may_keep(actor: Actor, vacancy: Vacancy) -> bool:
    """The employer's own people, and the agency that pushed it."""
    if actor.kind is ActorKind.EMPLOYER:
        return actor.organisation_id is not None and actor.organisation_id == vacancy.employer_id
    return actor.kind is ActorKind.AGENCY and actor.organisation_id is not None and actor.organisation_id == vacancy.agency_id


def may_check(actor: Actor, vacancy: Vacancy) -> bool:
    """The office of the region where the work is, once it was handed in."""
    return (
        vacancy.state is not VacancyState.DRAFT
        and actor.is_office_staff
        and actor.region_code is not None
        and actor.region_code == vacancy.region_code
    )


def may_read(actor: Actor, vacancy: Vacancy) -> bool:
    return vacancy.state in READABLE_STATES or may_keep(actor, vacancy) or may_check(actor, vacancy) or actor.kind is ActorKind.SYSTEM


def visible(actor: Actor, wanted: Select[tuple[Vacancy]]) -> Select[tuple[Vacancy]]:
    """Limit a select to what this actor may read."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    conditions = [Vacancy.state.in_(READABLE_STATES)]
    if actor.kind is ActorKind.EMPLOYER:
        conditions.append(Vacancy.employer_id == actor.organisation_id)
    elif actor.kind is ActorKind.AGENCY:
        conditions.append(Vacancy.employer_id.in_(employers_acted_for(actor.organisation_id)))
    elif actor.is_office_staff:
        conditions.append((Vacancy.region_code == actor.region_code) & (Vacancy.state != VacancyState.DRAFT))
    return wanted.where(or_(*conditions))
